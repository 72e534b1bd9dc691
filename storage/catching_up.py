"""Drafts whose plan is missing or by another calendar, whoever they are of."""

from __future__ import annotations

from sqlalchemy import bindparam, or_, select, update

from flows.behind import Behind
from flows.model import Person
from flows.reminder_ports import BAD_ROW
from flows.reminding import Plan
from rules.verdict import Assessment
from storage.draft_plans import digest_of, is_closed, plan_draft
from storage.drafts import DRAFT_COLUMNS, Judged, may_see
from storage.persons import person_of_account
from storage.sessions import Sessions
from storage.tables import drafts
from storage.values import AnyRow, draft_from_row

_BEHIND = (
    select(*DRAFT_COLUMNS)
    .where(
        drafts.c.id > bindparam("after"),
        or_(drafts.c.plan.is_(None), drafts.c.plan.not_like(bindparam("marked"))),
    )
    .order_by(drafts.c.id)
    .limit(bindparam("at_most"))
)
_KEEP = update(drafts).where(
    drafts.c.id == bindparam("draft"),
    drafts.c.version == bindparam("seen"),
    drafts.c.account_id == bindparam("owner"),
    drafts.c.plan.is_not_distinct_from(bindparam("was")),
)


class SqlBehind:
    """Each call is one short transaction and may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def behind(self, mark: str, *, after: int, at_most: int) -> tuple[Behind, ...]:
        """By id from above `after`, those whose plan's digest does not begin with the mark."""
        asked = {"after": after, "marked": f"{mark}%", "at_most": at_most}
        with self._sessions.reading() as connection:
            found = connection.execute(_BEHIND, asked).all()
            people = {
                account: person_of_account(connection, account)
                for account in {row.draft_owner for row in found}
            }
        return tuple(_behind(row, people[row.draft_owner]) for row in found)

    def catch_up(self, found: Behind, assessment: Assessment, plan: Plan) -> bool:
        """Write judgement and plan, and leave version and time; False where it was changed."""
        assert found.draft is not None
        assert found.owner is not None
        assert found.owner.account is not None
        closed = is_closed(found.draft, assessment.verdict.value)
        digest = digest_of(plan, closed=closed)
        judged = Judged(assessment.verdict.value, assessment.timing.due, plan=digest)
        where = {
            "draft": found.draft.id,
            "seen": found.draft.version,
            "owner": found.owner.account,
            "was": found.plan,
        }
        with self._sessions.writing() as connection:
            if connection.execute(_KEEP, {**judged.columns(), **where}).rowcount != 1:
                return False
            plan_draft(
                connection,
                found.draft,
                owner=found.owner.account,
                plan=plan,
                closed=closed,
                before=found.plan or "",
            )
        return True


def _behind(row: AnyRow, person: Person) -> Behind:
    owns = may_see(person, unit=row.draft_unit, account=row.draft_owner)
    try:
        draft = draft_from_row(row)
    except BAD_ROW:  # one that cannot be read holds up no other
        draft = None
    return Behind(row.draft_id, draft, owner=person if owns else None, plan=row.draft_plan)
