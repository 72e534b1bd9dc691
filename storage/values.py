"""Values of a turn as columns, and back: compact JSON, drafts, persons."""

from __future__ import annotations

import json
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from sqlalchemy import Row

from flows.model import Draft, Incoming, Json, Person, Unit, UnitRole
from flows.proposals.course import course_from_json
from flows.reminding import Hours
from flows.wire import file_to_json

AnyRow: TypeAlias = Row[*tuple[Any, ...]]

PAST_KEPT = 50
"""Steps of undo kept with a draft."""

_WRITES = frozenset({UnitRole.OFFICER, UnitRole.HEAD})


_PLAINLY = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(value: Json) -> str:
    """JSON without spaces; half a surrogate pair, which no database takes, is escaped."""
    text = _PLAINLY.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def clean(text: str) -> str:
    """The text without what no text column takes: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode(errors="ignore").decode()


def incoming_to_json(incoming: Incoming) -> Json:
    """What was said, without where; only what is there is written."""
    raw: dict[str, Json] = {}
    if incoming.text is not None:
        raw["text"] = incoming.text
    if incoming.tap is not None:
        raw["tap"] = [incoming.tap.choice, incoming.tap.token]
    if incoming.attachment is not None:
        raw["attachment"] = incoming.attachment
    if incoming.files:
        raw["files"] = [file_to_json(file) for file in incoming.files]
    return raw


def draft_to_columns(draft: Draft) -> dict[str, Any]:
    """The columns that the conversation gives; owner, version and time are storage's own."""
    return {
        "kind": draft.kind,
        "name": clean(draft.name) if draft.name is not None else None,
        "answers": compact(dict(draft.answers)),
        "past": compact([dict(answers) for answers in draft.past[-PAST_KEPT:]]),
        "rulebook": draft.rulebook,
    }


def draft_from_row(row: AnyRow) -> Draft:
    """A draft from the columns `draft_…` of a statement."""
    past = json.loads(row.draft_past)
    return Draft(
        row.draft_kind,
        MappingProxyType(json.loads(row.draft_answers)),
        past=tuple(MappingProxyType(answers) for answers in past),
        name=row.draft_name,
        id=row.draft_id,
        version=row.draft_version,
        rulebook=row.draft_rulebook,
        changed_at=row.draft_changed_at,
        hours=Hours(row.draft_from, row.draft_to),
        course=course_from_json(json.loads(row.draft_course)) if row.draft_course else None,
    )


def person_from_rows(rows: Sequence[AnyRow], *, language: str) -> Person:
    """The person of one conversation; each row brings one role, or none.

    With roles in several units, one counts.
    """
    first = rows[0]
    if first.account_id is None:
        return Person(language=language)
    held = [row for row in rows if row.role is not None]
    unit = unit_from_row(_that_counts(held)) if held else None
    return Person(
        first.account_id,
        first.account_name,
        unit=unit,
        roles=frozenset(UnitRole(row.role) for row in held if unit and row.unit_id == unit.id),
        language=first.account_language,
        hours=Hours(first.remind_from, first.remind_to, paused_until=first.paused_until),
    )


def unit_that_counts(rows: Sequence[AnyRow]) -> int:
    """Of the units where an account has a role: the first one where it may write, else the first.

    Each row brings one role.
    """
    return int(_that_counts(rows).unit_id)


def _that_counts(rows: Sequence[AnyRow]) -> AnyRow:
    return min(rows, key=lambda row: (UnitRole(row.role) not in _WRITES, row.unit_id))


def unit_from_row(row: AnyRow) -> Unit:
    return Unit(
        row.unit_id,
        row.unit_name,
        level=row.unit_level,
        letters=frozenset(json.loads(row.unit_letters)),
        receiving_office=row.office_name,
        is_demonstration=bool(row.unit_is_demonstration),
        signs=json.loads(row.unit_signs),
    )
