"""The audit's chain read from its first row to its last, and where it is broken first."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from sqlalchemy import Connection, func, select

from storage.audit_chain import FIRST_LINK, Bound, digest_of, link_of
from storage.audit_tables import audit_head
from storage.tables import audit
from storage.values import AnyRow

ERASED: Final = "erased"
"""The event that names the rows whose values were erased."""

PERSON_ERASED: Final = "person_erased"
PERSON_TOLD: Final = "person_exported"
TOLD_BY_NUMBERS: Final = (ERASED, PERSON_ERASED, PERSON_TOLD)
"""Events that tell what was done with persons' data: they name nobody, and are never erased."""

Why: TypeAlias = Literal["gone", "link", "value", "erased", "end", "known"]

_ROWS = select(audit).where(audit.c.place.is_not(None)).order_by(audit.c.place)
_WAITING = select(func.count()).select_from(audit).where(audit.c.place.is_(None))
_HEAD = select(audit_head.c.place, audit_head.c.link)


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place that does not hold.

    `gone`: a row is missing; `link`: it is not what was linked; `value`: a value is not what it
    was; `erased`: a value is gone and no event says so; `end`: the chain does not end as it did;
    `known`: the link noted by hand is not in it.
    """

    place: int
    why: Why
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """Linked rows that hold, values erased, rows that wait, the last link, and the fault."""

    count: int
    erased: int
    waiting: int
    head: str
    fault: Fault | None = None


@dataclass(slots=True)
class _Walk:
    known: str | None
    place: int = 0
    link: str = FIRST_LINK
    erased: dict[tuple[str, int], int] = field(default_factory=dict)
    told: set[tuple[str, int]] = field(default_factory=set)

    def step(self, row: AnyRow) -> Fault | None:
        """The fault at this row, or None and one place further."""
        if row.place != self.place + 1:
            return Fault(self.place + 1, "gone")
        if row.link != link_of(self.link, _bound(row)):
            return Fault(row.place, "link", row=row.id)
        for side, salt, digest, value in (
            ("who", row.who_salt, row.who_digest, row.account_id),
            ("what", row.what_salt, row.what_digest, row.payload),
        ):
            if salt is None and value is None:
                self.erased[side, row.place] = row.id
            elif salt is None or digest_of(salt, value) != digest:
                return Fault(row.place, "value", row=row.id)
        if row.event == ERASED and row.payload is not None:
            named = json.loads(row.payload)
            self.told |= {(side, place) for side in named for place in named[side]}
        self.place, self.link = row.place, row.link
        if row.link == self.known:
            self.known = None
        return None

    def end(self, head: AnyRow | None) -> Fault | None:
        """The fault that shows only when all was read."""
        if head is None or (head.place, head.link) != (self.place, self.link):
            return Fault(self.place + 1, "end")
        silent = [key for key in self.erased if key not in self.told]
        if silent:
            first = min(silent, key=lambda key: key[1])
            return Fault(first[1], "erased", row=self.erased[first])
        return Fault(self.place, "known") if self.known else None


def verify(connection: Connection, known: str | None = None) -> Verified:
    """Read the whole chain, in one snapshot of the database."""
    walk = _Walk(known)
    waiting = int(connection.execute(_WAITING).scalar_one())
    head = connection.execute(_HEAD).first()
    fault: Fault | None = None
    for row in connection.execute(_ROWS, execution_options={"yield_per": 1000}):
        fault = walk.step(row)
        if fault is not None:
            break
    fault = fault or walk.end(head)
    return Verified(walk.place, len(walk.erased), waiting, head=walk.link, fault=fault)


def _bound(row: AnyRow) -> Bound:
    return Bound(
        row.place,
        row.id,
        row.at,
        conversation=row.conversation_id,
        event=row.event,
        who=row.who_digest,
        what=row.what_digest,
    )
