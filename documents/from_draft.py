"""The dossier that a draft's answers make; what was never said stays missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from documents.dossier import AwardKind, Council, Dossier, Nominee, NomineeKind, Office, Target
from flows import sheet
from flows.model import Draft, Json, Unit
from flows.papers.council import COUNCIL, OPINION, VOTES, pair_of
from flows.proposals.course import State

LETTER = "LS2022"
_TARGET_SIGNS = ("|", ":")


def dossier_of(draft: Draft, unit: Unit) -> Dossier:
    """Raises ValueError for a draft of no proposal."""
    answers = draft.answers
    dated = answers.get("recognition") == "dated"
    written = answers.get("directive") == "written"
    return Dossier(
        AwardKind(draft.kind),
        tuple(_nominees(draft)),
        _office(answers, unit),
        award_form=answers.get("award_form"),
        award_level=answers.get("award_level"),
        authority=answers.get("note.authority"),
        receiving_office=unit.receiving_office,
        is_bound=LETTER in unit.letters,
        decided=draft.course is not None and draft.course.state is State.DECIDED,
        subject=answers.get("note.subject"),
        circumstances=answers.get("note.circumstances"),
        place=answers.get("note.place"),
        result=answers.get("note.result"),
        achieved_on=_day_of_deed(answers),
        forces_total=answers.get("forces_total"),
        recognition=answers.get("recognition_doc") if dated else None,
        directive=answers.get("directive_doc") if written else None,
        plan=answers.get("note.plan_doc"),
        guidance=answers.get("note.guidance_doc"),
        period=(_day(answers.get("achievement_from")), _day(answers.get("achievement_to"))),
        outstanding_reason=answers.get("outstanding_reason"),
        council=_council(answers),
    )


def _office(answers: Mapping[str, Json], unit: Unit) -> Office:
    return Office(
        unit.name,
        parent=unit.parent,
        place=answers.get("note.office_place"),
        head_name=answers.get("note.head_name"),
        head_title=answers.get("note.head_title"),
    )


def _council(answers: Mapping[str, Json]) -> Council | None:
    """None until it has met: what it will say is written at its meeting."""
    if answers.get("council_review") != "done":
        return None
    return Council(pair_of(answers.get(COUNCIL)), answers.get(OPINION))


def _nominees(draft: Draft) -> Iterator[Nominee]:
    """One for each; a line that stands for several makes as many without names."""
    for own in sheet.nominees(draft):
        for _ in range(int(own.get("count") or 1)):
            yield _nominee(own)


def _nominee(own: Mapping[str, Json]) -> Nominee:
    return Nominee(
        NomineeKind(own.get("type") or NomineeKind.INDIVIDUAL),
        own.get("name") if own.get("count", 1) == 1 else None,
        own.get("birth_year"),
        own.get("position"),
        own.get("profile"),
        own.get("deed"),
        own.get("ground"),
        own.get("participants"),
        tuple(_targets(own.get("targets") or "")),
        own.get("solutions"),
        own.get("earlier_awards"),
        pair_of(own.get(VOTES)),
    )


def _targets(text: str) -> Iterator[Target]:
    """One a line: what was registered, a bar or a colon, what came of it."""
    for line in text.splitlines():
        sign = next((sign for sign in _TARGET_SIGNS if sign in line), _TARGET_SIGNS[0])
        registered, _, result = line.partition(sign)
        yield Target(registered.strip() or None, result.strip() or None)


def _day(value: Json) -> date | None:
    return date.fromisoformat(value) if value else None


def _day_of_deed(answers: Mapping[str, Json]) -> date | str | None:
    """As exactly as it is known: a day, a month, a year."""
    day = _day(answers.get("achieved_on"))
    exact = answers.get("achieved_on_precision", "day")
    if day is None or exact == "day":
        return day
    return f"tháng {day.month}/{day.year}" if exact == "month" else f"năm {day.year}"
