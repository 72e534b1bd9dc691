"""Drafts by who may see them: an officer their own, a head their unit's, others none."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from flows.model import Draft, DraftLine, Person, UnitRole
from flows.ports import StaleDraft
from flows.proposals.course import allows, course_from_json
from flows.reminding import About
from storage.planned import read_planned, take_away
from storage.tables import accounts, drafts
from storage.values import AnyRow, draft_from_row, draft_to_columns

_owners = accounts.alias("draft_owners")


def _of_owner(column: Any) -> Any:
    return select(column).where(_owners.c.id == drafts.c.account_id).scalar_subquery()


DRAFT_COLUMNS = (
    drafts.c.id.label("draft_id"),
    drafts.c.unit_id.label("draft_unit"),
    drafts.c.account_id.label("draft_owner"),
    drafts.c.kind.label("draft_kind"),
    drafts.c.name.label("draft_name"),
    drafts.c.answers.label("draft_answers"),
    drafts.c.past.label("draft_past"),
    drafts.c.version.label("draft_version"),
    drafts.c.rulebook.label("draft_rulebook"),
    drafts.c.changed_at.label("draft_changed_at"),
    drafts.c.plan.label("draft_plan"),
    drafts.c.course.label("draft_course"),
    drafts.c.verdict.label("draft_verdict"),
    drafts.c.last_day.label("draft_last_day"),
    _of_owner(_owners.c.remind_from).label("draft_from"),
    _of_owner(_owners.c.remind_to).label("draft_to"),
)

MOST_LISTED = 200

# without an account both are null, and a null equals nothing: denied is the default
_VISIBLE = (drafts.c.unit_id == bindparam("unit")) & or_(
    drafts.c.account_id == bindparam("account"), bindparam("whole_unit", type_=Boolean)
)
_ONE = drafts.c.id == bindparam("draft")

_LIST = (
    select(
        drafts.c.id,
        drafts.c.kind,
        drafts.c.name,
        drafts.c.answers,
        drafts.c.verdict,
        drafts.c.last_day,
        drafts.c.changed_at,
    )
    .where(_VISIBLE)
    .order_by(drafts.c.changed_at.desc(), drafts.c.id.desc())
    .limit(MOST_LISTED)
)
_READ = select(*DRAFT_COLUMNS).where(_VISIBLE, _ONE)
_LOCK = select(drafts.c.course).where(_VISIBLE, _ONE).with_for_update(key_share=True)
_DELETE = delete(drafts).where(_VISIBLE, _ONE)
FIRST_MAKER = func.coalesce(drafts.c.maker_id, drafts.c.account_id)
"""Who made a draft, as it is given on: it stays who made it."""
_GIVE = update(drafts).where(_VISIBLE, _ONE).values(maker_id=FIRST_MAKER)
_INSERT = insert(drafts).returning(drafts.c.id)
_UPDATE = update(drafts).where(_VISIBLE, _ONE, drafts.c.version == bindparam("seen"))


@dataclass(frozen=True, slots=True)
class Judged:
    """What the draft's list line shows of its assessment, and the digest of its plan.

    Without a digest the stored one stays.
    """

    verdict: str | None = None
    last_day: date | None = None
    plan: str | None = None

    def columns(self) -> dict[str, Any]:
        values: dict[str, Any] = {"verdict": self.verdict, "last_day": self.last_day}
        return values if self.plan is None else {**values, "plan": self.plan}


@dataclass(frozen=True, slots=True)
class Stored:
    """A draft as it was read, whose it is, and the digest of the plan its reminders follow.

    `judged` is None once it was written: what the row says is not looked at again.
    """

    draft: Draft
    owner: int
    plan: str | None
    judged: Judged | None = None

    @classmethod
    def from_row(cls, row: AnyRow) -> Stored:
        judged = Judged(row.draft_verdict, row.draft_last_day, plan=row.draft_plan)
        return cls(draft_from_row(row), row.draft_owner, plan=row.draft_plan, judged=judged)

    def becoming(self, draft: Draft) -> Stored:
        """What was sent stays as it was sent, else StaleDraft; what is to be mended may change."""
        if not allows(self.draft.course, self.draft.answers, draft.answers):
            raise StaleDraft
        return self

    def is_judged(self, judged: Judged) -> bool:
        """Whether the row says so already, or there is nothing to say."""
        whole = replace(judged, plan=judged.plan or self.plan)
        return judged == Judged() or whole == self.judged


def may_see(person: Person, *, unit: int, account: int) -> bool:
    """Whether this person may see a draft of this unit and owner."""
    if not person.may_store or person.unit is None or person.unit.id != unit:
        return False
    return account == person.account or UnitRole.HEAD in person.roles


def _who(person: Person) -> dict[str, Any]:
    if not person.may_store or person.unit is None:
        return {"unit": None, "account": None, "whole_unit": False}
    return {
        "unit": person.unit.id,
        "account": person.account,
        "whole_unit": UnitRole.HEAD in person.roles,
    }


def list_drafts(connection: Connection, person: Person) -> tuple[DraftLine, ...]:
    return tuple(
        DraftLine(
            row.id,
            row.kind,
            name=row.name,
            verdict=row.verdict,
            last_day=row.last_day,
            changed_at=row.changed_at,
            answers=json.loads(row.answers),
        )
        for row in connection.execute(_LIST, _who(person))
    )


def read_draft(connection: Connection, person: Person, draft: int) -> Stored | None:
    row = connection.execute(_READ, {**_who(person), "draft": draft}).first()
    return Stored.from_row(row) if row else None


def delete_draft(connection: Connection, person: Person, draft: int) -> bool:
    """Delete it with its reminders, and messages on their way that tell of nothing else.

    False also where it was sent: what an office has is not deleted.
    """
    found = connection.execute(_LOCK, {**_who(person), "draft": draft}).first()
    if found is None or (found.course and not course_from_json(json.loads(found.course)).is_open):
        return False
    take_away(connection, read_planned(connection, About(draft=draft)))
    return connection.execute(_DELETE, {**_who(person), "draft": draft}).rowcount == 1


def give_draft(connection: Connection, person: Person, draft: int, *, account: int) -> bool:
    """Make the draft another account's; its plan is made anew with the next change."""
    given = {**_who(person), "draft": draft, "account_id": account, "plan": ""}
    return connection.execute(_GIVE, given).rowcount == 1


def write_draft(
    connection: Connection, person: Person, draft: Draft, *, judged: Judged, now: datetime
) -> Draft:
    """The draft as stored. Raises StaleDraft, and PermissionError who may store nothing."""
    if not person.may_store or person.unit is None:
        raise PermissionError("only an officer or head of a unit keeps drafts")
    values = {
        **draft_to_columns(draft),
        **judged.columns(),
        "changed_at": now,
        "version": draft.version + 1,
    }
    if draft.id is None:
        owner = {"unit_id": person.unit.id, "account_id": person.account}
        made = int(connection.execute(_INSERT, {**values, **owner}).scalar_one())
        return replace(draft, id=made, version=draft.version + 1, changed_at=now)
    where = {**_who(person), "draft": draft.id, "seen": draft.version}
    if connection.execute(_UPDATE, {**values, **where}).rowcount != 1:
        raise StaleDraft
    return replace(draft, version=draft.version + 1, changed_at=now)


def judge_draft(connection: Connection, person: Person, draft: Draft, *, judged: Judged) -> bool:
    """Keep a new judgement of an unchanged draft; neither its version nor its time moves.

    False where somebody changed it meanwhile: the judgement is of what it was.
    """
    where = {**_who(person), "draft": draft.id, "seen": draft.version}
    return connection.execute(_UPDATE, {**judged.columns(), **where}).rowcount == 1
