"""What the papers print and no rule asks for: of the case, and of each nominee."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flows import sheet
from flows.model import Draft
from flows.papers.council import COUNCIL, OPINION, VOTES
from flows.paths import fact_of, of_nominee

OF_CASE: Final = frozenset(
    {
        "note.subject",
        "note.place",
        "note.circumstances",
        "note.result",
        "note.plan_doc",
        "note.guidance_doc",
        "note.authority",
        "note.head_title",
        "note.head_name",
        "note.office_place",
        COUNCIL,
        OPINION,
    }
)
OF_NOMINEE: Final = frozenset(
    {"birth_year", "position", "profile", "deed", "targets", "solutions", "earlier_awards", VOTES}
)
"""Facts of a nominee that only papers want: the rules never hear of them."""
LONG: Final = frozenset(
    {
        "note.circumstances",
        "note.result",
        OPINION,
        "profile",
        "deed",
        "targets",
        "solutions",
        "earlier_awards",
    }
)
"""Told in as many lines as it takes."""
LONGEST: Final = 4000
LONGEST_LINE: Final = 300
SHOWN: Final = 80
MOST_NOMINEES: Final = 300
"""Of one dossier: as many reports are made within seconds; a longer list is to be split."""
OWN_AUTHORITY: Final = "province"
"""The level at which it is known who decides."""


def paths_to_write(draft: Draft) -> tuple[str, ...]:
    """What is asked for the papers alone, in the order of the papers."""
    return tuple(_to_write(draft))


def _to_write(draft: Draft) -> Iterator[str]:
    thematic = draft.kind == "thematic"
    yield "note.subject"
    yield from () if thematic else ("note.place", "note.circumstances")
    for index, own in enumerate(sheet.own_answers(draft)):
        if own.get("count", 1) == 1:
            person = own.get("type") == "individual"
            wanted = ("birth_year", "position") if person else ("profile",)
            more = ("targets", "solutions", "earlier_awards") if thematic else ()
            yield from (of_nominee(index, fact) for fact in (*wanted, "deed", *more))
    yield "note.result"
    yield from ("note.plan_doc", "note.guidance_doc") if thematic else ()
    yield from _of_meeting(draft)
    if draft.answers.get("award_level") != OWN_AUTHORITY:
        yield "note.authority"
    yield from ("note.head_title", "note.head_name", "note.office_place")


def _of_meeting(draft: Draft) -> Iterator[str]:
    """What the Council's minutes want, once it has met."""
    if draft.kind != "thematic" or draft.answers.get("council_review") != "done":
        return
    yield COUNCIL
    yield from votes_of(draft)
    yield OPINION


def votes_of(draft: Draft) -> tuple[str, ...]:
    """Where the votes on each nominee are kept."""
    own = enumerate(sheet.own_answers(draft))
    return tuple(of_nominee(index, VOTES) for index, one in own if one.get("count", 1) == 1)


def printed(draft: Draft) -> tuple[str, ...]:
    """Every path that the papers print, those of the rules first."""
    thematic = draft.kind == "thematic"
    days = ("achievement_from", "achievement_to") if thematic else ("achieved_on",)
    own = sheet.own_answers(draft)
    names = tuple(of_nominee(n, "name") for n in range(len(own)) if own[n].get("count", 1) == 1)
    return ("award_form", *days, *names, *paths_to_write(draft))


def open_of(draft: Draft, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Those that have no answer, or one that says that nobody knows."""
    none = (None, sheet.MISSING)
    return tuple(path for path in paths if sheet.value_at(draft, path) in none)


def unasked(draft: Draft) -> tuple[str, ...]:
    """Those of the papers alone that were neither answered nor passed over."""
    paths = paths_to_write(draft)
    return tuple(path for path in paths if sheet.value_at(draft, path) == sheet.MISSING)


def next_to_write(draft: Draft, behind: str = "") -> str | None:
    """The next that was never answered, behind the one just passed over."""
    paths = paths_to_write(draft)
    rest = paths[paths.index(behind) + 1 :] if behind in paths else paths
    open_ones = unasked(draft)
    return next((path for path in rest if path in open_ones), None)


def is_of_papers(path: str) -> bool:
    """Whether the path is asked for the papers alone."""
    return path in OF_CASE or fact_of(path) in OF_NOMINEE


def is_long(path: str) -> bool:
    return fact_of(path) in LONG


def how_many(draft: Draft) -> int:
    """So many are proposed."""
    return sum(int(own.get("count", 1)) for own in sheet.own_answers(draft))
