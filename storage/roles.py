"""Roles given and taken away, with the reminders that they bring and end."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, insert, select

from flows.model import UnitRole
from storage.joining import plan_anew_for
from storage.leaving import leave_drafts, leave_reports
from storage.ledger import Ledger
from storage.persons import person_of_account
from storage.proposal_news import leave_proposals
from storage.tables import identities, roles
from storage.trail import NOBODY, Trail

_JOINED = select(identities.c.id).where(identities.c.account_id == bindparam("account"))
_HELD = (
    (roles.c.account_id == bindparam("account"))
    & (roles.c.unit_id == bindparam("unit"))
    & (roles.c.role == bindparam("held"))
)


def give_role(ledger: Ledger, account: int, *, unit: int, role: UnitRole) -> None:
    """One it has already changes nothing."""
    held = {"account": account, "unit": unit, "held": role.value}
    if ledger.connection.execute(select(roles).where(_HELD), held).first() is not None:
        return
    row = {"account_id": account, "unit_id": unit, "role": role.value}
    ledger.connection.execute(insert(roles), row)
    _note(ledger, "role_given", held)
    _plan_for(ledger, account)


def take_role(ledger: Ledger, account: int, *, unit: int, role: UnitRole) -> bool:
    """What the account may see no more it is not reminded of either. False: it had no such role."""
    held = {"account": account, "unit": unit, "held": role.value}
    if ledger.connection.execute(delete(roles).where(_HELD), held).rowcount != 1:
        return False
    _note(ledger, "role_taken", held)
    leave_reports(ledger, account, unit=unit)
    leave_drafts(ledger, account, unit=unit)
    leave_proposals(ledger, account)
    # with roles in several units another one may count from now on
    _plan_for(ledger, account)
    return True


def _note(ledger: Ledger, event: str, held: Mapping[str, int | str]) -> None:
    told = {"account": held["account"], "unit": held["unit"], "role": held["held"]}
    trail = Trail(ledger.connection, ledger.now, conversation=NOBODY, account=None)
    trail.note([(event, told)])


def _plan_for(ledger: Ledger, account: int) -> None:
    """Who has joined is reminded of what is theirs now."""
    if ledger.connection.execute(_JOINED, {"account": account}).first() is not None:
        plan_anew_for(ledger, person_of_account(ledger.connection, account))
