"""Proposals sent in a period, as rows for figures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, or_, select

from flows.figures import Sent
from flows.proposals.moves import Step
from storage.proposal_tables import proposal_steps, proposals
from storage.register import NotThere
from storage.sessions import Sessions
from storage.tables import units

_TREE = select(units.c.id, units.c.parent_id)
_SENT_THEN = proposals.c.first_sent_on.between(bindparam("first"), bindparam("last"))
_SENT = (
    select(
        proposals.c.id,
        proposals.c.draft_id,
        proposals.c.unit_id,
        proposals.c.kind,
        proposals.c.state,
        proposals.c.verdict,
        proposals.c.timing,
        proposals.c.first_sent_on,
        proposals.c.deed_on,
        proposals.c.types,
        proposals.c.grassroots,
        proposals.c.grassroots_asked,
        units.c.name,
    )
    .join(units, units.c.id == proposals.c.unit_id)
    .where(_SENT_THEN)
    .order_by(proposals.c.first_sent_on, proposals.c.id)
)
_RETURNED = (
    select(proposal_steps.c.proposal_id, proposal_steps.c.payload)
    .join(proposals, proposals.c.id == proposal_steps.c.proposal_id)
    .where(_SENT_THEN, proposal_steps.c.step == Step.RETURN.value)
    .order_by(proposal_steps.c.id)
)
_OF_UNITS = or_(
    proposals.c.unit_id.in_(bindparam("units", expanding=True)),
    proposals.c.office_id == bindparam("office"),
)


class SqlStatistics:
    """Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def sent(self, first: date, last: date, *, unit: int | None = None) -> tuple[Sent, ...]:
        """Proposals first sent on these days; of a unit, those below it, and those sent to it.

        Raises NotThere.
        """
        asked: dict[str, Any] = {"first": first, "last": last}
        chosen = _SENT
        with self._sessions.snapshot() as connection:
            if unit is not None:
                tree = {row.id: row.parent_id for row in connection.execute(_TREE)}
                if unit not in tree:
                    raise NotThere("units", unit)
                chosen = _SENT.where(_OF_UNITS)
                asked |= {"units": sorted(_below(unit, tree)), "office": unit}
            returns = self._returns(connection.execute(_RETURNED, asked))
            # row by row: ten thousand kept at once cost more to sweep than to read
            return tuple(_sent(row, returns) for row in connection.execute(chosen, asked))

    @staticmethod
    def _returns(rows: Any) -> Mapping[int, list[tuple[str, ...]]]:
        found: dict[int, list[tuple[str, ...]]] = {}
        for row in rows:
            flags = json.loads(row.payload).get("flags", ())
            found.setdefault(row.proposal_id, []).append(tuple(path for path, *_ in flags))
        return found


def _below(unit: int, tree: Mapping[int, int | None]) -> set[int]:
    """The unit and all under it."""
    found, grown = {unit}, True
    while grown:
        more = {one for one, parent in tree.items() if parent in found} - found
        found |= more
        grown = bool(more)
    return found


@lru_cache(maxsize=1024)
def _types(told: str) -> tuple[str, ...]:
    return tuple(told.split())


def _sent(row: Any, returns: Mapping[int, list[tuple[str, ...]]]) -> Sent:
    return Sent(
        row.draft_id,
        row.unit_id,
        row.name,
        kind=row.kind,
        state=row.state,
        verdict=row.verdict,
        timing=row.timing,
        sent_on=row.first_sent_on,
        deed_on=row.deed_on,
        types=_types(row.types),
        grassroots=row.grassroots,
        grassroots_asked=row.grassroots_asked,
        returns=tuple(returns.get(row.id, ())),
    )
