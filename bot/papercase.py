"""A case of `kipthoi check` with what papers want beside it, as a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from documents.dossier import Dossier
from documents.from_draft import LETTER, dossier_of
from flows.model import Draft, Json, Unit
from flows.papers.answering import taken
from flows.papers.facts import OF_CASE, OF_NOMINEE
from flows.paths import of_nominee
from rules.case import Case, CaseError
from rules.message import Message, say
from rules.rule import PROPOSALS

PAPERS: Final = "papers"
UNIT: Final = "unit"
OFFICE: Final = "receiving_office"
PARENT: Final = "parent"
OF_UNIT: Final = (UNIT, OFFICE, PARENT)
_NOTE: Final = "note."
_LAST_DAY: Final = date(2100, 12, 31)


def dossier_of_case(row: Any) -> Dossier:
    """Raises CaseError naming the place."""
    row = dict(row) if isinstance(row, dict) else row
    told = row.pop(PAPERS, {}) if isinstance(row, dict) else {}
    row_nominees = row.get("nominees", []) if isinstance(row, dict) else []
    own = [dict(one) for one in row_nominees] if _are_objects(row_nominees) else []
    if own:
        kept = OF_NOMINEE
        row["nominees"] = [{k: v for k, v in one.items() if k not in kept} for one in own]
    case = Case.from_json(row)
    if case.kind not in PROPOSALS:
        raise CaseError("kind", "papers", say("case.expected.choice", options=PROPOSALS))
    notes = dict(_notes(told))
    name, office, parent = (notes.pop(one, None) for one in OF_UNIT)
    unit = Unit(0, name or "", "", frozenset({LETTER}), office, parent=parent)
    answers = {**row.get("facts", {}), **notes}
    answers |= dict(_of_nominees(own, notes))
    return dossier_of(Draft(case.kind, answers), unit)


def _are_objects(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(one, dict) for one in rows)


def _of_nominees(
    rows: list[dict[str, Json]], notes: Mapping[str, Json]
) -> Iterator[tuple[str, Json]]:
    for index, own in enumerate(rows):
        for fact, value in own.items():
            path = of_nominee(index, fact)
            yield path, _taken(path, value, notes) if fact in OF_NOMINEE else value


def _notes(told: Any) -> Iterator[tuple[str, Json]]:
    """`subject` and the like as answers; what is the unit's as it is."""
    allowed = (*OF_UNIT, *sorted(path.removeprefix(_NOTE) for path in OF_CASE))
    if not isinstance(told, Mapping):
        raise CaseError(PAPERS, "object", say("case.expected.choice", options=allowed))
    for name, value in told.items():
        place = f"{PAPERS}.{name}"
        if name not in allowed:
            raise CaseError(place, "unknown", say("case.expected.choice", options=allowed))
        path = name if name in OF_UNIT else f"{_NOTE}{name}"
        yield path, _taken(path, value, {}, place)


def _taken(path: str, value: Json, notes: Mapping[str, Json], place: str = "") -> Json:
    """The value as the chat would take it; null is not known."""
    if value is None:
        return None
    found = (
        taken(path, str(value), _LAST_DAY, notes)
        if isinstance(value, str | int)
        else say("expect.text")
    )
    if isinstance(found, Message):
        raise CaseError(place or path, "value", found)
    return found
