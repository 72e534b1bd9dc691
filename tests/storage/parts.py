"""Short makers of what the storage tests need over and over."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from flows.model import Draft, Incoming, Json, Reply, UnitRole
from flows.ports import Talk
from rules.message import say
from storage.session import SqlStorage


def incoming(update: str, *, channel: str = "web", sender: str = "a", said: str = "12") -> Incoming:
    return Incoming(channel, sender, update=update, text=said)


def reply(key: str = "ask.achieved_on", *, slot: str | None = None) -> Reply:
    return Reply((say(key),), slot=slot)


def play(
    storage: SqlStorage,
    update: str,
    *,
    channel: str = "web",
    sender: str = "a",
    state: Json = None,
    draft: Draft | None = None,
    replies: tuple[Reply, ...] = (),
) -> Talk | None:
    """One turn that saves what it is given; the talk as it began."""
    with storage.turn() as turn:
        talk = turn.begin(incoming(update, channel=channel, sender=sender))
        if talk is not None:
            turn.save(talk, state=state or {}, draft=draft, replies=replies, events=())
    return talk


def officer(
    storage: SqlStorage,
    name: str = "Nông Thị A",
    *,
    unit: int | None = None,
    role: UnitRole = UnitRole.OFFICER,
) -> int:
    """An account in a unit (a new one where none is given)."""
    home = unit or storage.people.add_unit("UBND xã", level="commune", letters=("LS2022",))
    return storage.people.add_account(name, unit=home, role=role)


def join(storage: SqlStorage, account: int, *, channel: str = "web", sender: str = "a") -> Talk:
    """Bind a chat to the account by a code, in a turn of its own."""
    code = storage.people.add_code(account)
    with storage.turn() as turn:
        talk = turn.begin(incoming(f"join {channel} {sender}", channel=channel, sender=sender))
        assert talk is not None
        bound = turn.bind(talk, code)
        turn.save(bound, state=bound.state, draft=None, replies=(), events=())
    return bound


def rows(storage: SqlStorage, query: str) -> list[tuple[Any, ...]]:
    """Committed rows, read on a connection of their own."""
    with storage._engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]
