"""Roles given and taken away, with the reminders that they bring and end."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from flows.model import UnitRole
from storage.joining import plan_anew_for
from storage.leaving import leave_drafts, leave_reports
from storage.ledger import Ledger
from storage.persons import person_of_account
from storage.proposal_news import leave_proposals
from storage.role_rows import add_role_row, drop_role_row
from storage.tables import identities

_JOINED = select(identities.c.id).where(identities.c.account_id == bindparam("account"))


def give_role(ledger: Ledger, account: int, *, unit: int, role: UnitRole) -> None:
    """One it has already changes nothing."""
    if add_role_row(ledger.connection, account, unit=unit, role=role, now=ledger.now):
        _plan_for(ledger, account)


def take_role(ledger: Ledger, account: int, *, unit: int, role: UnitRole) -> bool:
    """What the account may see no more it is not reminded of either. False: it had no such role."""
    if not drop_role_row(ledger.connection, account, unit=unit, role=role, now=ledger.now):
        return False
    leave_reports(ledger, account, unit=unit)
    leave_drafts(ledger, account, unit=unit)
    leave_proposals(ledger, account)
    # with roles in several units another one may count from now on
    _plan_for(ledger, account)
    return True


def _plan_for(ledger: Ledger, account: int) -> None:
    """Who has joined is reminded of what is theirs now."""
    if ledger.connection.execute(_JOINED, {"account": account}).first() is not None:
        plan_anew_for(ledger, person_of_account(ledger.connection, account))
