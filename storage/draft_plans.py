"""The reminders of a draft as its newest plan has them; what was sent stays sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from flows.model import Draft
from flows.reminding import About, Matter, Plan, Rung
from rules.verdict import Verdict
from storage.planned import (
    add_planned,
    change_planned,
    entry,
    keep_only,
    reword_planned,
)
from storage.snoozes import set_aside, stand_again
from storage.values import AnyRow
from storage.wording import words_to_text

_OWN = frozenset({Rung.AGAIN, Rung.TOLD})
"""Rungs of no ladder: they stay as long as their matter is open, with or without a last day."""
COUNTED = {"thematic": Matter.DOSSIER}
"""The matter of a kind's draft of which no last day is known; of the others the window."""
_CLOSED = "/"
"""Behind a stored digest: of a draft that was closed when it was planned."""
_ENDS = ("submitted_on", "dossier_arrived_on")


def matter_of(draft: Draft) -> Matter:
    """What a draft is reminded of before its last days are known."""
    return COUNTED.get(draft.kind, Matter.WINDOW)


def is_closed(draft: Draft, verdict: str | None) -> bool:
    """Whether there is nothing more to be done in time: it is sent, or cannot be proposed."""
    sent = any(draft.answers.get(path) for path in _ENDS)
    return sent or verdict == Verdict.NOT_ELIGIBLE


def digest_of(plan: Plan, *, closed: bool) -> str:
    """The plan's digest as it is stored: of a closed draft another one than of an open."""
    return f"{plan.digest}{_CLOSED}" if closed else plan.digest


def plan_draft(
    connection: Connection,
    draft: Draft,
    *,
    owner: int,
    plan: Plan,
    closed: bool,
    before: str | None,
) -> None:
    """Write what changed; `before` is the digest stored till now (None: nothing was planned).

    A reminder of a last day that the plan is of stays, also where the plan has none to come:
    its time has come, and it waits. What was asked for is set aside while the draft is closed.
    """
    about = About(draft=draft.id)
    fresh = before is None
    if closed and not fresh:
        set_aside(connection, about)
    elif before and before.endswith(_CLOSED):
        stand_again(connection, about)
    stands = _Stands(_last_days(plan), closed=closed)
    left = [] if fresh else keep_only(connection, about, stands.holds)
    known = {(row.kind, row.due, row.rung) for row in left if row.rung not in _OWN}
    _keep(connection, left, plan=plan)
    add_planned(
        connection,
        [
            entry(owner, about, planned, words=plan.words[planned.matter])
            for planned in plan.planned
            if (planned.matter, planned.due, planned.rung) not in known
        ],
    )


def _last_days(plan: Plan) -> dict[str, date]:
    days = {planned.matter.value: planned.due for planned in plan.planned}
    return days | {last.matter.value: last.due for last in plan.last_days}


@dataclass(frozen=True, slots=True)
class _Stands:
    """Which reminders a new plan leaves standing."""

    days: Mapping[str, date]
    closed: bool

    def holds(self, row: AnyRow) -> bool:
        if row.kind == Matter.PROPOSAL:  # news of its way, also for those it is not theirs
            return True
        if row.status == "planned" and row.rung in _OWN:
            return not self.closed
        return bool(self.days.get(row.kind) == row.due)


def _keep(connection: Connection, rows: Sequence[AnyRow], *, plan: Plan) -> None:
    """What stays says the newest words, and comes when the newest plan has it come."""
    waiting = [row for row in rows if row.status == "planned" and row.rung != Rung.TOLD]
    _reword(connection, waiting, plan=plan)
    wanted = {(one.matter, one.due, one.rung): one for one in plan.planned}
    changes = {}
    for row in waiting:
        planned = wanted.get((row.kind, row.due, row.rung))
        # what was put off waits for another reason
        if planned is not None and planned.at != row.at and row.why is None:
            changes[row.id] = {"at": planned.at, "on_day": planned.on_day}
    change_planned(connection, changes)


def _reword(connection: Connection, rows: Sequence[AnyRow], *, plan: Plan) -> None:
    """What waits says the newest words; what was asked for has a last day only where there is."""
    days = _last_days(plan)
    for row in rows:
        kind = row.kind
        if kind not in days and row.rung == Rung.AGAIN:
            kind = min(days, key=lambda one: (days[one], one)) if days else Matter.ASKED.value
        words = plan.words.get(Matter(kind))
        if words is not None:
            due = days.get(kind, row.on_day)
            reword_planned(connection, [row], kind=kind, words=words_to_text(words), due=due)
