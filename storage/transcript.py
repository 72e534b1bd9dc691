"""What was said on both sides of one chat, in order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from flows.model import Reply
from flows.ports import Line
from flows.wire import file_from_json, reply_from_json
from storage.tables import SIGNED_IN, identities, inbox, outbox
from storage.values import AnyRow

_CHAT = (
    select(identities.c.id)
    .where(
        identities.c.channel == bindparam("channel"),
        identities.c.external == bindparam("external"),
        SIGNED_IN,
    )
    .scalar_subquery()
)
_SAID = (
    select(inbox.c.id, inbox.c.at, inbox.c.payload)
    .where(inbox.c.identity_id == _CHAT)
    .order_by(inbox.c.id.desc())
    .limit(bindparam("at_most"))
)
_REPLIED = (
    select(outbox.c.id, outbox.c.created, outbox.c.answers_id, outbox.c.payload)
    .where(outbox.c.identity_id == _CHAT, outbox.c.status != "replaced")
    .order_by(outbox.c.id.desc())
    .limit(bindparam("at_most"))
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with its place: by time, then a reply after the update it answers."""

    place: tuple[Any, ...]
    line: Line
    tap: tuple[str, str] | None = None


def read_transcript(
    connection: Connection, channel: str, *, address: str, limit: int, now: datetime
) -> tuple[Line, ...]:
    """The last `limit` lines; a tap shows the label that the reply before it offered."""
    asked = {"channel": channel, "external": address, "at_most": limit, "now": now}
    placed = [
        *(_said(row) for row in connection.execute(_SAID, asked)),
        *(_replied(row) for row in connection.execute(_REPLIED, asked)),
    ]
    placed.sort(key=lambda one: one.place)
    return tuple(_named(placed))[-limit:]


def _said(row: AnyRow) -> _Placed:
    raw = json.loads(row.payload)
    files = tuple(file_from_json(file) for file in raw.get("files", ()))
    line = Line(row.id, row.at, said=raw.get("text"), files=files)
    tap = (raw["tap"][0], raw["tap"][1]) if "tap" in raw else None
    return _Placed((row.at, row.id, 0, 0), line, tap=tap)


def _replied(row: AnyRow) -> _Placed:
    line = Line(row.id, row.created, reply=reply_from_json(json.loads(row.payload)))
    return _Placed((row.created, row.answers_id or 0, 1, row.id), line)


def _named(placed: Sequence[_Placed]) -> list[Line]:
    lines: list[Line] = []
    before: list[Reply] = []
    for one in placed:
        line = one.line
        if one.tap is not None:
            line = _taken(line, *one.tap, before=before)
        if line.reply is not None:
            before.append(line.reply)
        if line.reply or line.took or line.said is not None or line.files:
            lines.append(line)
    return lines


def _taken(line: Line, choice: str, token: str, *, before: Sequence[Reply]) -> Line:
    """The line with the tap's label; a day of a calendar is said as a day."""
    for reply in reversed(before):
        for offered in (offer for row in reply.choices for offer in row):
            if offered.id == choice and token in {"", reply.token}:
                return replace(line, took=offered.label)
    kind, _, value = choice.partition(":")
    if kind != "day":
        return line
    try:
        return replace(line, said=date.fromisoformat(value).strftime("%d/%m/%Y"))
    except ValueError:
        return line
