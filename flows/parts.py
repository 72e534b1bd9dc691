"""The answers of a long draft in parts that fit a phone: by nominee, and by what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows import sheet
from flows.judging import fact_at
from flows.labels import is_told
from flows.model import Draft
from flows.paths import fact_of, nominee_of
from flows.questions import nominee_name
from rules.facts import Kind
from rules.message import Message, say

ORDER = ("case", "nominees", "papers", "numbers", "days", "note")
PAPERS = frozenset(
    {
        "guidance",
        "guidance_parts",
        "plan",
        "plan_parts",
        "launch",
        "provincial_review_plan",
        "provincial_plan_has_awards",
        "joint_guidance",
        "home_affairs_criteria",
        "home_affairs_quantity",
        "report_in_theme",
        "report_compares_targets",
        "report_names_solutions",
        "council_review",
        "final_review",
    }
)


def parts(draft: Draft) -> Mapping[str, Sequence[str]]:
    """The answers that a person reads, by part, each in the order given; no part is empty."""
    found: dict[str, list[str]] = {}
    for path in draft.answers:
        if is_told(draft, path):
            found.setdefault(_part(draft, path), []).append(path)
    return dict(sorted(found.items(), key=_place))


def _part(draft: Draft, path: str) -> str:
    index = nominee_of(path)
    if index is not None and len(sheet.own_answers(draft)) > 1:
        return str(index)
    if path.startswith("nominees["):
        return "nominees"
    if path.startswith("note."):
        return "note"
    fact = fact_at(path)
    if fact_of(path) in PAPERS:
        return "papers"
    if fact is not None and fact.kind in (Kind.DATE, Kind.DATES):
        return "days"
    numbers = fact is not None and fact.kind is Kind.INTEGER
    return "numbers" if numbers else "case"


def _place(item: tuple[str, Sequence[str]]) -> tuple[int, int]:
    """The nominees one by one stand behind what is said of all of them."""
    part = item[0]
    if part.isdecimal():
        return ORDER.index("nominees"), 1 + int(part)
    return ORDER.index(part), 0


def part_name(draft: Draft, part: str) -> Message | str:
    """What a part is called."""
    return nominee_name(draft, int(part)) if part.isdecimal() else say(f"part.{part}")
