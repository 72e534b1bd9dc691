"""Who may see a unit's matters no more: what they had goes to the head, or its reminders end."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, or_, select, update

from flows.model import Person, UnitRole
from flows.reminding import About, Rung, TaskState
from rules.message import Message, say
from storage.drafts import FIRST_MAKER, may_see
from storage.handing import give_reminders, tell_of_draft
from storage.ledger import Ledger
from storage.persons import Member, members_of, person_of_account
from storage.planned import (
    STANDING,
    change_planned,
    has_come,
    read_planned,
    take_away,
    told_once,
    withdraw,
)
from storage.reminder_tables import duties, reminders, tasks
from storage.snoozes import forget
from storage.subjects import draft_subject
from storage.tables import accounts, drafts
from storage.task_plans import people_of, plan_task, reporting
from storage.task_rows import OWED, Kept, owed, read_again, read_kept, tasks_where
from storage.tasks import change_task
from storage.telling import given_from, given_to, tell
from storage.values import AnyRow

_OWN = (Rung.AGAIN, Rung.TOLD)
_OF_THE_ROLE = (Rung.HEAD, Rung.OFFICE)
_OWED = tasks_where(
    or_(tasks.c.unit_id == bindparam("unit"), duties.c.office_id == bindparam("unit")),
    tasks.c.state.in_(sorted(OWED)),
)
_NAME = select(accounts.c.name).where(accounts.c.id == bindparam("account"))
_OF_UNIT = drafts.c.unit_id == bindparam("unit")
_CONCERNED = (
    select(drafts.c.id, drafts.c.account_id)
    .where(
        _OF_UNIT,
        or_(
            drafts.c.account_id == bindparam("account"),
            drafts.c.id.in_(
                select(reminders.c.draft_id).where(
                    reminders.c.account_id == bindparam("account"),
                    reminders.c.draft_id.is_not(None),
                    reminders.c.status.in_(sorted(STANDING)),
                )
            ),
        ),
    )
    .order_by(drafts.c.id)
)
_LEAVE = update(drafts).where(drafts.c.id == bindparam("draft")).values(plan="")
_GIVE = _LEAVE.values(maker_id=FIRST_MAKER)


def leave_reports(ledger: Ledger, account: int, *, unit: int) -> None:
    """Reports of the unit, or to it, are planned for those who are left; one taken on is open."""
    found = read_kept(ledger.connection, _OWED, {"unit": unit})
    person = person_of_account(ledger.connection, account)
    for kept in owed(read_again(ledger.connection, found)):
        responsible = kept.task.responsible
        home = person.unit.id if person.unit is not None and person.may_store else None
        stays = home == kept.task.unit_id
        _hand_down(ledger, kept, account)
        if responsible is None or responsible.account != account or stays:
            plan_task(ledger, kept)
            continue
        state = TaskState.OPEN if kept.task.state is TaskState.CONFIRMED else kept.task.state
        opened = change_task(ledger, kept, account_id=None, state=state.value)
        people = people_of(ledger, (opened,))
        line = say("told.left", name=responsible.name)
        tell(ledger, opened, reporting(opened, people), line=line, rung=Rung.TOLD)


def _hand_down(ledger: Ledger, kept: Kept, account: int) -> None:
    """What has fallen due for the account and has not left goes to one who is left, once.

    Who still is to report keeps what is of that.
    """
    about = About(task=kept.task.id)
    rows = read_planned(ledger.connection, about)
    people = people_of(ledger, (kept,))
    unit, own = kept.task.unit_id, reporting(kept, people)
    keeps = account in {one.account for one in own}
    if withdraw(ledger.connection, _handed_down(rows, account, keeps=keeps)):
        rows = read_planned(ledger.connection, about)
    others = {Rung.HEAD: people.heads(unit), Rung.OFFICE: people.receivers(kept.office)}
    changes = {}
    for row in _handed_down(rows, account, keeps=keeps):
        heirs = others.get(row.rung, people.heads(unit) or own)
        waits = row.status in {"planned", "failed"} and has_come(row, ledger.now)
        if waits and heirs and account not in {one.account for one in heirs}:
            heir = heirs[0]
            if not _has(rows, heir, row):
                changes[row.id] = given_to(ledger, heir)
    change_planned(ledger.connection, changes)


def _handed_down(rows: Sequence[AnyRow], account: int, *, keeps: bool) -> list[AnyRow]:
    return [
        row
        for row in rows
        if row.account_id == account
        and (row.rung in _OF_THE_ROLE if keeps else row.rung not in _OWN)
    ]


def _has(rows: Sequence[AnyRow], heir: Member, like: AnyRow) -> bool:
    wanted = (heir.account, told_once(like))
    return any((row.account_id, told_once(row)) == wanted for row in rows)


def leave_drafts(ledger: Ledger, account: int, *, unit: int) -> None:
    """Drafts that the account may see no more are the head's; without a head they remind nobody."""
    person = person_of_account(ledger.connection, account)
    members = members_of(ledger.connection, [unit])
    heads = [one for one in members.heads(unit) if one.account != account]
    rows = ledger.connection.execute(_CONCERNED, {"unit": unit, "account": account}).all()
    name = str(ledger.connection.execute(_NAME, {"account": account}).scalar_one())
    for row in rows:
        if may_see(person, unit=unit, account=row.account_id):
            continue
        if row.account_id == account and heads:
            _give(ledger, row.id, heads[0], line=say("told.left.draft", name=name))
        else:
            _end(ledger, row.id, account, owner=row.account_id)


def _give(ledger: Ledger, draft: int, head: Member, *, line: Message) -> None:
    about = About(draft=draft)
    reminded = any(row.status in STANDING for row in read_planned(ledger.connection, about))
    ledger.connection.execute(_GIVE, {"draft": draft, "account_id": head.account})
    give_reminders(ledger, about, to=head)
    subject = draft_subject(ledger, _as_head(ledger, head), draft)
    if reminded and subject is not None:
        tell_of_draft(ledger, about, subject, to=head, line=line)


def _as_head(ledger: Ledger, head: Member) -> Person:
    person = person_of_account(ledger.connection, head.account)
    assert UnitRole.HEAD in person.roles
    return person


def _as_member(ledger: Ledger, account: int) -> Member:
    person = person_of_account(ledger.connection, account)
    return Member(account, str(person.name or ""), hours=person.hours, roles=person.roles)


def _end(ledger: Ledger, draft: int, account: int, *, owner: int) -> None:
    """No reminder of it for the account; what it got in another's place goes back to the owner."""
    about = About(draft=draft)
    rows = [row for row in read_planned(ledger.connection, about) if row.account_id == account]
    if owner != account:
        back = {row.id for row in rows if row.rung not in _OWN and row.status in STANDING}
        withdraw(ledger.connection, rows)
        rows = [row for row in read_planned(ledger.connection, about) if row.account_id == account]
        waits = [row for row in rows if row.id in back and row.status in {"planned", "failed"}]
        own = _as_member(ledger, owner)
        given = {row.id: given_from(ledger, row, own) for row in waits}
        change_planned(ledger.connection, given)
        rows = [row for row in rows if row not in waits]
    else:
        ledger.connection.execute(_LEAVE, {"draft": draft})
    take_away(ledger.connection, rows)
    forget(ledger.connection, about, account)
