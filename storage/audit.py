"""The audit's chain kept: rows linked in passing, values erased."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, or_, select, update

from flows.model import Json
from storage.audit_chain import Bound, digest_of, link_of
from storage.audit_tables import audit_head
from storage.audit_verify import ERASED, TOLD_BY_NUMBERS, Verified, verify
from storage.sessions import Sessions
from storage.tables import audit
from storage.trail import NOBODY, Trail
from storage.values import AnyRow

AT_ONCE: Final = 200
_ROUNDS: Final = 10

_HEAD = select(audit_head.c.place, audit_head.c.link).with_for_update()
_ANY = select(audit.c.id).where(audit.c.place.is_(None)).limit(1)
_NEXT = (
    select(
        audit.c.id,
        audit.c.at,
        audit.c.account_id,
        audit.c.conversation_id,
        audit.c.event,
        audit.c.payload,
    )
    .where(audit.c.place.is_(None))
    .order_by(audit.c.id)
    .limit(AT_ONCE)
)
_LINK = update(audit).where(audit.c.id == bindparam("row"))
_MOVE = update(audit_head)
_OLD = (
    select(audit.c.id)
    .where(
        audit.c.at < bindparam("before"),
        audit.c.event.not_in(TOLD_BY_NUMBERS),
        or_(audit.c.who_salt.is_not(None), audit.c.what_salt.is_not(None)),
    )
    .order_by(audit.c.id)
    .limit(AT_ONCE)
)
_AMONG = audit.c.place.in_(bindparam("places", expanding=True))
_ERASE_WHO = update(audit).where(_AMONG).values(account_id=None, who_salt=None)
_ERASE_WHAT = update(audit).where(_AMONG).values(payload=None, what_salt=None)
_SOME: Final = 500


class SqlAudit:
    """Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def link(self) -> bool:
        """Link some of the rows that wait, in short transactions; whether more wait."""
        for _ in range(_ROUNDS):
            with self._sessions.reading() as connection:
                if connection.execute(_ANY).first() is None:
                    return False
            with self._sessions.writing() as connection:
                if not link_some(connection):
                    return False
        return True

    def note(self, event: str, told: Json, *, now: datetime) -> None:
        """Tell of what was done by no chat: on the machine itself."""
        with self._sessions.writing() as connection:
            trail = Trail(connection, now, conversation=NOBODY, account=None)
            trail.note([(event, told)])

    def erase_old(self, now: datetime, *, keep: timedelta) -> bool:
        """Erase who and what of a few events older than `keep`; whether more are."""
        old = {"before": now - keep}
        with self._sessions.reading() as connection:
            if connection.execute(_OLD, old).first() is None:
                return False
        with self._sessions.writing() as connection:
            rows = list(connection.execute(_OLD, old).scalars())
            erase_values(connection, who=rows, what=rows, at=now)
        return len(rows) == AT_ONCE

    def verify(self, known: str | None = None) -> Verified:
        """Whether the chain holds, and still holds the link `known` that somebody noted."""
        with self._sessions.snapshot() as connection:
            return verify(connection, known)


def link_some(connection: Connection) -> bool:
    """Link the next rows, in the order of their ids; whether more may wait.

    The head's row is the lock: one links at a time. A row committed late, its id given before
    those of linked ones, comes behind them: the chain's order is that of `place`.
    """
    head = connection.execute(_HEAD).one()
    place, link, linked = int(head.place), str(head.link), []
    for row in connection.execute(_NEXT):
        place += 1
        columns = _linked(row, place=place, before=link)
        link = columns["link"]
        linked.append(columns)
    if linked:
        connection.execute(_LINK, linked)
        connection.execute(_MOVE, {"place": place, "link": link})
    return len(linked) == AT_ONCE


def _linked(row: AnyRow, *, place: int, before: str) -> dict[str, Any]:
    who_salt, what_salt = secrets.token_hex(16), secrets.token_hex(16)
    who, what = digest_of(who_salt, row.account_id), digest_of(what_salt, row.payload)
    bound = Bound(
        place,
        row.id,
        row.at,
        conversation=row.conversation_id,
        event=row.event,
        who=who,
        what=what,
    )
    return {
        "row": row.id,
        "place": place,
        "who_salt": who_salt,
        "who_digest": who,
        "what_salt": what_salt,
        "what_digest": what,
        "link": link_of(before, bound),
    }


def erase_values(
    connection: Connection, *, who: Iterable[int], what: Iterable[int], at: datetime
) -> None:
    """Erase the account (`who`) and the payload (`what`) of audit rows by id; the chain holds.

    That it was done is an event itself, without which `verify` calls a missing value a fault.
    """
    while link_some(connection):
        pass
    places = {"who": _places(connection, who), "what": _places(connection, what)}
    for statement, of in ((_ERASE_WHO, places["who"]), (_ERASE_WHAT, places["what"])):
        for start in range(0, len(of), _SOME):
            connection.execute(statement, {"places": of[start : start + _SOME]})
    if any(places.values()):
        trail = Trail(connection, at, conversation=NOBODY, account=None)
        trail.note([(ERASED, {side: list(of) for side, of in places.items()})])
        link_some(connection)


def _places(connection: Connection, rows: Iterable[int]) -> Sequence[int]:
    wanted, found = sorted(set(rows)), list[int]()
    for start in range(0, len(wanted), _SOME):
        some = select(audit.c.place).where(
            audit.c.id.in_(wanted[start : start + _SOME]), audit.c.event.not_in(TOLD_BY_NUMBERS)
        )
        found += connection.execute(some).scalars()
    return sorted(found)
