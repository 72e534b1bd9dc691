"""People with reminders due, and all that it takes to reach them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, bindparam, select, update

from flows.model import UnitRole
from flows.reminder_ports import BAD_ROW, UNREADABLE, Addressee, Chat, Due
from flows.reminding import About, Hours, Matter, Rung
from storage.columns import Instant
from storage.persons import members_of
from storage.reminder_tables import PLANNED, reminders, tasks
from storage.tables import accounts, drafts, identities, inbox, roles, units
from storage.values import AnyRow, unit_that_counts
from storage.wording import words_from_text

_ROWS_A_PERSON: Final = 8
"""How many rows are looked at for each person wanted; more in a second look."""

_ACCOUNTS: BindParameter[int] = bindparam("people", expanding=True)
_DUE = (PLANNED, reminders.c.at <= bindparam("now", type_=Instant))

_WAITING = (
    select(reminders.c.account_id)
    .where(*_DUE, reminders.c.account_id.not_in(bindparam("seen", expanding=True)))
    .order_by(reminders.c.at, reminders.c.id)
    .limit(bindparam("at_most"))
)
# a turn of the person's holds its chat: to wait for it could end in waiting for one another
_FREE = (
    select(identities.c.id)
    .where(identities.c.account_id.in_(_ACCOUNTS))
    .with_for_update(key_share=True, skip_locked=True)
)
_CHATS = (
    select(
        identities.c.id,
        identities.c.account_id,
        identities.c.channel,
        identities.c.reachable,
        select(inbox.c.at)
        .where(inbox.c.identity_id == identities.c.id)
        .order_by(inbox.c.id.desc())
        .limit(1)
        .scalar_subquery()
        .label("used_at"),
    )
    .where(identities.c.account_id.in_(_ACCOUNTS))
    .order_by(identities.c.id)
)
_owners = accounts.alias("owners")
_OF_UNIT = (
    select(roles.c.account_id)
    .where(
        roles.c.account_id == reminders.c.account_id,
        roles.c.unit_id == tasks.c.unit_id,
        roles.c.role.in_([UnitRole.OFFICER, UnitRole.HEAD]),
    )
    .exists()
)
_READ = (
    select(
        reminders,
        drafts.c.account_id.label("owner"),
        _owners.c.name.label("owner_name"),
        tasks.c.account_id.label("responsible"),
        units.c.name.label("unit_name"),
        _OF_UNIT.label("of_unit"),
        accounts.c.remind_from,
        accounts.c.remind_to,
        accounts.c.paused_until,
    )
    .join(accounts, accounts.c.id == reminders.c.account_id)
    .outerjoin(drafts, drafts.c.id == reminders.c.draft_id)
    .outerjoin(_owners, _owners.c.id == drafts.c.account_id)
    .outerjoin(tasks, tasks.c.id == reminders.c.task_id)
    .outerjoin(units, units.c.id == tasks.c.unit_id)
    .where(*_DUE, reminders.c.account_id.in_(_ACCOUNTS))
    .order_by(reminders.c.at, reminders.c.id)
    .with_for_update(of=reminders, skip_locked=True)
)
_UNREADABLE = (
    update(reminders)
    .where(reminders.c.id.in_(bindparam("bad", expanding=True)))
    .values(status="failed", why=UNREADABLE)
)
_ROLES = select(roles).where(roles.c.account_id.in_(_ACCOUNTS))


def read_addressees(
    connection: Connection, now: datetime, *, accounts: int
) -> tuple[Addressee, ...]:
    """The longest waiting first, their reminders and chats locked until the transaction ends."""
    chats: dict[int, tuple[Chat, ...]] = {}
    seen: list[int] = []
    while len(chats) < accounts:
        asked = {"now": now, "seen": seen, "at_most": accounts * _ROWS_A_PERSON}
        waiting = dict.fromkeys(connection.execute(_WAITING, asked).scalars())
        if not waiting:
            break
        seen += waiting
        free = _free(connection, list(waiting))
        chats |= {account: free[account] for account in waiting if account in free}
    wanted = list(chats)[:accounts]
    return _addressees(connection, now, wanted=wanted, chats=chats) if wanted else ()


def _free(connection: Connection, waiting: Sequence[int]) -> dict[int, tuple[Chat, ...]]:
    """The chats of those who are in no turn at the moment, the last used first."""
    asked = {"people": waiting}
    # on SQLite who writes is alone
    locks = connection.dialect.name == "postgresql"
    free = set(connection.execute(_FREE, asked).scalars()) if locks else set()
    chats: dict[int, list[AnyRow]] = {account: [] for account in waiting}
    for row in connection.execute(_CHATS, asked):
        chats[row.account_id].append(row)
    return {
        account: tuple(_chat(row) for row in sorted(rows, key=_last_used, reverse=True))
        for account, rows in chats.items()
        if not locks or all(row.id in free for row in rows)
    }


def _last_used(row: AnyRow) -> tuple[bool, Any]:
    return (row.used_at is not None, row.used_at)


def _chat(row: AnyRow) -> Chat:
    return Chat(row.id, row.channel, reachable=row.reachable, used_at=row.used_at)


def _addressees(
    connection: Connection,
    now: datetime,
    *,
    wanted: Sequence[int],
    chats: Mapping[int, tuple[Chat, ...]],
) -> tuple[Addressee, ...]:
    due: dict[int, list[Due]] = {}
    hours: dict[int, Hours] = {}
    bad: list[int] = []
    for row in connection.execute(_READ, {"now": now, "people": wanted}).all():
        try:
            due.setdefault(row.account_id, []).append(_due(row))
        except BAD_ROW:
            bad.append(row.id)
        hours[row.account_id] = _hours(row)
    if bad:
        connection.execute(_UNREADABLE, {"bad": bad})
    unreached = [account for account in due if not _is_reached(due[account], chats[account])]
    heads = _heads(connection, unreached) if unreached else {}
    return tuple(
        Addressee(
            account,
            hours=hours[account],
            chats=chats[account],
            due=tuple(due[account]),
            heads=heads.get(account, ()),
        )
        for account in wanted
        if due.get(account)
    )


def _is_reached(due: Sequence[Due], chats: Sequence[Chat]) -> bool:
    """Whether each of these can go to a chat; only where not, the heads are looked up."""
    reachable = {chat.identity for chat in chats if chat.reachable}
    return all(reachable.difference(one.tried) for one in due)


def _heads(connection: Connection, people: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The heads of each person's unit, the person among them where it is one."""
    held: dict[int, list[AnyRow]] = {}
    for row in connection.execute(_ROLES, {"people": people}):
        held.setdefault(row.account_id, []).append(row)
    homes = {account: unit_that_counts(rows) for account, rows in held.items()}
    members = members_of(connection, homes.values())
    return {
        account: tuple(one.account for one in members.heads(unit))
        for account, unit in homes.items()
    }


def _hours(row: AnyRow) -> Hours:
    return Hours(row.remind_from, row.remind_to, paused_until=row.paused_until)


def _due(row: AnyRow) -> Due:
    return Due(
        row.id,
        About(draft=row.draft_id, task=row.task_id),
        matter=Matter(row.kind),
        due=row.due,
        rung=Rung(row.rung),
        on_day=row.on_day,
        at=row.at,
        words=words_from_text(row.words),
        tried=tuple(json.loads(row.tried)),
        whose=_whose(row),
    )


def _whose(row: AnyRow) -> str | None:
    """Whose draft it is, where it is another's; which unit's report, for heads and the office."""
    if row.task_id is None:
        return None if row.owner == row.account_id else row.owner_name
    anothers = row.responsible is not None and row.responsible != row.account_id
    own = row.of_unit and not anothers and row.rung not in {Rung.HEAD, Rung.OFFICE}
    return None if own else row.unit_name
