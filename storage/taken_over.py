"""A report that one takes over from another: what is due goes along, who had it is told."""

from __future__ import annotations

from typing import Final

from flows.reminding import About, Rung
from rules.message import say
from storage.ledger import Ledger
from storage.planned import change_planned, has_come, read_planned, told_once, withdraw
from storage.task_plans import REPLACED, people_of
from storage.task_rows import Kept
from storage.telling import given_to, tell

_OWN: Final = frozenset({Rung.HEAD, Rung.OFFICE, Rung.AGAIN, Rung.TOLD})
"""Rungs that are not of whoever reports."""


def pass_on(ledger: Ledger, kept: Kept, account: int) -> None:
    """What has fallen due for others of the unit and is not sent is for this account now.

    Each rung once, and none that the account has had; it comes at its own next hour.
    """
    writers = people_of(ledger, (kept,)).writers(kept.task.unit_id)
    member = next((one for one in writers if one.account == account), None)
    if member is None:
        return
    about = About(task=kept.task.id)
    rows = [row for row in read_planned(ledger.connection, about) if row.rung not in _OWN]
    if withdraw(ledger.connection, [row for row in rows if row.account_id != account]):
        rows = [row for row in read_planned(ledger.connection, about) if row.rung not in _OWN]
    known = {told_once(row) for row in rows if row.account_id == account}
    changes = {}
    for row in rows:
        waits = row.status in {"planned", "failed"} and has_come(row, ledger.now)
        if waits and told_once(row) not in known:
            known.add(told_once(row))
            changes[row.id] = given_to(ledger, member)
    change_planned(ledger.connection, changes)


def tell_replaced(ledger: Ledger, kept: Kept, account: int) -> None:
    """That somebody else reports in this account's place."""
    writers = people_of(ledger, (kept,)).writers(kept.task.unit_id)
    name = kept.task.responsible.name if kept.task.responsible else ""
    members = [one for one in writers if one.account == account]
    tell(ledger, kept, members, line=say(REPLACED, name=name), rung=Rung.TOLD)
