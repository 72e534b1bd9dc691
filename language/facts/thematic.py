"""Facts of a thematic case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from language.facts.agreement import read_agreement
from language.facts.conduct import read_conduct
from language.facts.directive import read_directive
from language.facts.doubt import doubts
from language.facts.heard import Heard
from language.facts.initiative import read_initiative
from language.facts.level import read_level
from language.facts.movement_names import without_names
from language.facts.nominee import Nominee
from language.facts.others_met import is_narrow, left_open
from language.facts.passage import Passage
from language.facts.past_awards import is_past, past_awards
from language.facts.provincial import read_provincial
from language.facts.roles import Counted, counted
from language.facts.signs import find_signs
from language.facts.standout import read_outstanding
from language.facts.thematic_day_words import Of
from language.facts.thematic_days import Placed, placed_dates, read_achieved, read_days
from language.facts.thematic_nominees import read_limits, read_nominees
from language.facts.thematic_occasion import read_occasion
from language.facts.thematic_parts import read_parts
from language.facts.thematic_proposed import proposed
from language.facts.thematic_report import read_reports
from language.facts.thematic_steps import read_steps
from language.facts.topics import unsettled

_DIRECTED: Final = frozenset({"legal_review", "conference", "forum", "other"})
_BUT_QUANTITY: Final = ("scope", "subjects", "criteria", "achievement_period", "award_form")
_AGAINST: Final = frozenset({"not_yet", "refused"})


def read_thematic(passage: Passage, today: date) -> Iterator[Heard]:
    """Every fact that the message tells of a thematic award."""
    passage = without_names(passage)
    days = [d for d in placed_dates(passage, today) if not is_past(passage, d.day.start)]
    counts = [c for c in counted(passage) if not is_past(passage, c.place)]
    heard = [*_papers(passage, days, today), *_occasion(passage), *_people(passage, counts, days)]
    heard.extend(_implied(heard))
    heard = _with_quantity(heard)
    if not any(h.path == "occasion" and h.value == "programme_review" for h in heard):
        # a body that may be like a Ban Chỉ đạo is asked about where that can matter
        heard = [h for h in heard if h.sure or not h.path.endswith("steering_committee")]
    heard = _without_doubles(heard)
    yield from _at_the_word(passage, counts, heard)


def _papers(passage: Passage, days: Sequence[Placed], today: date) -> Iterator[Heard]:
    signs = find_signs(passage)
    steps = [*read_steps(passage, signs, days, today)]
    parts = [*read_parts(passage, signs)]
    reports = [*read_reports(passage)]
    missing = {h.path for h in steps if h.value in _AGAINST}
    told = {h.path for h in reports}
    for one in steps:
        if one.path != "report_in_theme" or one.path in missing or not told:
            yield one
    for one in parts:
        if not ("guidance" in missing and one.path in ("guidance", "guidance_parts")):
            yield one
    for one in reports:
        if "report_in_theme" not in missing:
            yield one


def _occasion(passage: Passage) -> Iterator[Heard]:
    level = [*read_level(passage, past_awards(passage))]
    occasion = [*read_occasion(passage)]
    yield from level
    yield from occasion
    named = next((h.value for h in occasion if h.path == "occasion"), None)
    if named in _DIRECTED:
        yield from read_directive(passage)
    if named == "programme_review":
        yield from read_provincial(passage)
    if named == "anniversary":
        yield from read_outstanding(passage)


def _people(passage: Passage, counts: Sequence[Counted], days: Sequence[Placed]) -> Iterator[Heard]:
    found = proposed(passage, counts)
    yield from read_nominees(passage, counts, found)
    limits = [*read_limits(passage, counts, found)]
    yield from limits
    settled = any(h.path == "home_affairs_quantity" for h in limits)
    for one in read_agreement(passage):
        if not settled or one.path != "home_affairs_quantity" or one.value == "done":
            yield one
    told = [*read_days(passage, days)]
    yield from told
    if found and any(h.path.startswith("achievement") for h in told):
        yield from read_achieved(days if _is_placed(days) else [*map(_achieved, days)])
    yield from read_conduct(passage, len(found))
    alike = [Nominee(n.kind, n.name, n.spans, n.spans, n.count or 1) for n in found]
    yield from read_initiative(passage, alike)


def _is_placed(days: Sequence[Placed]) -> bool:
    return any(day.of is Of.ACHIEVED for day in days)


def _achieved(day: Placed) -> Placed:
    """A day that no word places, where it is told which days count, is of the achievement."""
    alone = day.of is Of.OTHER and day.cue == day.day.span
    return replace(day, of=Of.ACHIEVED) if alone else day


def _implied(heard: Sequence[Heard]) -> Iterator[Heard]:
    """A programme that the province sums up is put before the province."""
    by_path = {h.path: h for h in heard}
    plan = by_path.get("provincial_review_plan")
    level = by_path.get("award_level")
    if plan and (level is None or level.value == "province"):
        yield Heard("award_level", "province", plan.spans)


def _with_quantity(heard: Sequence[Heard]) -> list[Heard]:
    """`bằng số lượng 4 trong hướng dẫn`: guidance whose number is told fixes one."""
    numbers = [h for h in heard if h.path.startswith("quota_") and h.value]
    return [
        replace(
            h,
            value=[*h.value, "quantity"],
            spans=(*h.spans, *(s for q in numbers for s in q.spans)),
        )
        if h.path == "guidance_parts" and numbers and h.value and h.value == [*_BUT_QUANTITY]
        else h
        for h in heard
    ]


def _without_doubles(heard: Iterable[Heard]) -> list[Heard]:
    """A refusal says more than `not yet`: of one thing it stands alone."""
    kept = [*heard]
    refused = {h.path for h in kept if h.value == "refused"}
    return [h for h in kept if not (h.path in refused and h.value == "not_yet")]


def _at_the_word(
    passage: Passage, counts: Sequence[Counted], heard: Sequence[Heard]
) -> Iterator[Heard]:
    """`các điều kiện khác đủ` covers all but what was said in words that were not understood."""
    spoken = unsettled(passage, heard)
    found = doubts(passage, counts, heard) | spoken
    narrow = is_narrow(found)
    doubtful = found if narrow else found | {"others_met"}
    told = {one.path for one in heard}
    for one in heard:
        yield replace(one, sure=one.sure and one.path not in doubtful)
    if narrow:
        yield from left_open(heard, found)
    for path in sorted(doubtful - told):
        if path in spoken or path.startswith(("quota_", "nominees")):
            yield Heard(path, None, (), sure=False)
