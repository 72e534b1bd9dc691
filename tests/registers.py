"""The registers of reminders and duties in memory: flows.asking answered as storage does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from flows import asking
from flows.model import Draft, Person, Unit, UnitRole
from flows.papers.signing import SIGNS, KeepSign
from flows.people_asked import OfPeople, SendSignIn
from flows.proposals.matter import Proposal
from flows.proposals.routing import Route
from flows.reminding import (
    About,
    Colleague,
    DeadlineLine,
    Duty,
    Hours,
    Matter,
    Plan,
    Planned,
    Task,
    TaskState,
    Words,
)
from rules.message import Message, say
from tests.inviting import Invitees

WRITES = {UnitRole.OFFICER, UnitRole.HEAD}
ENDED = (TaskState.REPORTED, TaskState.CLOSED)
LAST_REPORT = (TaskState.CLOSED,)
AT = {"hour": timedelta(hours=1), "afternoon": timedelta(hours=4), "tomorrow": timedelta(days=1)}


@dataclass(slots=True)
class Registers:
    """What is kept of reminders and duties.

    `reporting` are the units of each office; `again`, `reminded` (newest last) and `told` are
    about whom and what; `people` are all accounts known. `offices` receives what each unit
    sends, where none of the `routes` says another; `news` is what each account was told of
    the proposal of a draft.
    """

    people: dict[int, Person] = field(default_factory=dict)
    owners: dict[int, int] = field(default_factory=dict)
    plans: dict[int, Plan] = field(default_factory=dict)
    again: dict[tuple[int, About], datetime] = field(default_factory=dict)
    reminded: list[tuple[int, tuple[About, ...]]] = field(default_factory=list)
    told: list[tuple[int, str, About]] = field(default_factory=list)
    hours: dict[int, Hours] = field(default_factory=dict)
    feeds: dict[str, int] = field(default_factory=dict)
    reporting: dict[int, tuple[Unit, ...]] = field(default_factory=dict)
    duties: dict[int, tuple[int, Duty]] = field(default_factory=dict)
    tasks: dict[int, Task] = field(default_factory=dict)
    ended: set[int] = field(default_factory=set)
    nudged: dict[int, date] = field(default_factory=dict)
    invited: Invitees = field(default_factory=Invitees)
    offices: dict[int, Unit] = field(default_factory=dict)
    routes: list[Route] = field(default_factory=list)
    signs: dict[int, dict[str, str]] = field(default_factory=dict)
    proposals: dict[int, Proposal] = field(default_factory=dict)
    news: list[tuple[int, int, Message]] = field(default_factory=list)

    def keeps(self, person: Person, draft: int | None) -> bool:
        """Whether the draft is this person's to see and change."""
        if not person.may_store or draft is None:
            return False
        return UnitRole.HEAD in person.roles or self.owners.get(draft) == person.account


@dataclass(slots=True)
class Matters:
    """One person's requests within one turn: their last days, chats and colleagues."""

    kept: Registers
    drafts: dict[int, Draft]
    person: Person
    now: datetime
    today: date

    def answer(self, asked: asking.Asked) -> object:
        """The answer that flows.asking names; None where the person may not."""
        is_stranger = self.person.account is None or self.person.unit is None
        if isinstance(asked, SendSignIn) or (isinstance(asked, OfPeople) and not is_stranger):
            return self.kept.invited.answer(self.person, asked, now=self.now)
        if is_stranger:
            return None
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", type(asked).__name__).lower()
        return getattr(self, f"_{name}")(asked)

    @property
    def me(self) -> int:
        return int(self.person.account or 0)

    @property
    def unit(self) -> int:
        assert self.person.unit is not None
        return self.person.unit.id

    def _list_deadlines(self, _: asking.ListDeadlines) -> tuple[DeadlineLine, ...]:
        lines = [*self._draft_lines(), *self._task_lines()]
        return tuple(sorted(lines, key=lambda line: (line.due, str(line.about))))

    def _draft_lines(self) -> Iterator[DeadlineLine]:
        for draft, plan in self.kept.plans.items():
            if self.kept.owners.get(draft) != self.me or draft not in self.drafts:
                continue
            first: dict[Matter, Planned] = {}
            for planned in plan.planned:
                first.setdefault(planned.matter, planned)
            for matter, planned in first.items():
                words = plan.words[matter]
                about = About(draft=draft)
                yield DeadlineLine(about, matter, planned.due, words, next_at=planned.at)
            at = self.kept.again.get((self.me, About(draft=draft)))
            if not first and at is not None:
                words = plan.words[Matter.ASKED]
                yield DeadlineLine(About(draft=draft), Matter.ASKED, at.date(), words, at)

    def _task_lines(self) -> Iterator[DeadlineLine]:
        for task in self._list_tasks(asking.ListTasks()):
            if task.state not in ENDED and self._reminds(task):
                words = Words(say("title.named", name=task.duty.title))
                about = About(task=task.id)
                yield DeadlineLine(
                    about, Matter.DUTY, task.due, words, self.kept.again.get((self.me, about))
                )

    def _reminds(self, task: Task) -> bool:
        return task.responsible is None or task.responsible.account == self.me

    def _last_reminded(self, _: asking.LastReminded) -> tuple[About, ...]:
        mine = [about for account, about in self.kept.reminded if account == self.me]
        return tuple(about for about in mine[-1] if self._may(about)) if mine else ()

    def _may(self, about: About) -> bool:
        if about.draft is not None:
            return about.draft in self.drafts and self.kept.keeps(self.person, about.draft)
        return self._own_task(about.task, ENDED) is not None

    def _remind_again(self, asked: asking.RemindAgain) -> datetime | None:
        if not self._may(asked.about):
            return None
        if isinstance(asked.when, date):
            at = self.now + (asked.when - self.today)
        elif isinstance(asked.when, timedelta):
            at = self.now + asked.when
        else:
            at = self.now + AT[asked.when]
        self.kept.again[self.me, asked.about] = at
        return at

    def _list_colleagues(self, _: asking.ListColleagues) -> tuple[Colleague, ...]:
        if not self.person.may_store:
            return ()
        found = (self._colleague(account) for account in sorted(self.kept.people))
        return tuple(one for one in found if one and one.account != self.me)

    def _colleague(self, account: int) -> Colleague | None:
        other = self.kept.people.get(account)
        if other is None or other.unit is None or other.unit.id != self.unit:
            return None
        return Colleague(account, other.name or "") if other.roles & WRITES else None

    def _hand_over(self, asked: asking.HandOver) -> Colleague | None:
        to = self._colleague(asked.account)
        if to is None or not self._may(asked.about):
            return None
        if asked.about.draft is not None:
            self.kept.owners[asked.about.draft] = to.account
        else:
            task = self.kept.tasks[int(asked.about.task or 0)]
            self._change(task, responsible=to, state=taken(task))
        self.kept.told.append((to.account, "handed", asked.about))
        return to

    def _keep_sign(self, asked: KeepSign) -> bool | None:
        if not self.person.may_store or asked.path not in SIGNS:
            return None
        self.kept.signs.setdefault(self.unit, {})[asked.path] = asked.value
        return True

    def _pause_reminders(self, asked: asking.PauseReminders) -> bool:
        hours = self.kept.hours.get(self.me, Hours())
        self.kept.hours[self.me] = replace(hours, paused_until=asked.until)
        return True

    def _set_hours(self, asked: asking.SetHours) -> bool | None:
        if not 0 <= asked.start < asked.end <= 24 * 60:
            return None
        hours = self.kept.hours.get(self.me, Hours())
        self.kept.hours[self.me] = replace(hours, start=asked.start, end=asked.end)
        return True

    def _make_feed(self, _: asking.MakeFeed) -> str:
        made = len(self.kept.feeds) + 1
        self._revoke_feeds(asking.RevokeFeeds())
        secret = f"secret-{self.me}-{made}"
        self.kept.feeds[secret] = self.me
        return secret

    def _revoke_feeds(self, _: asking.RevokeFeeds) -> int:
        mine = [secret for secret, account in self.kept.feeds.items() if account == self.me]
        for secret in mine:
            self.kept.feeds[secret] = 0
        return len(mine)

    def _list_tasks(self, _: asking.ListTasks) -> tuple[Task, ...]:
        mine = (self._own_task(task, LAST_REPORT) for task in self.kept.tasks)
        return tuple(sorted((one for one in mine if one), key=lambda one: (one.due, one.id)))

    def _own_task(self, task: int | None, ended: tuple[TaskState, ...]) -> Task | None:
        found = self.kept.tasks.get(task or 0)
        if found is None or found.unit_id != self.unit or not self.person.may_store:
            return None
        return None if found.state in ended else found

    def _change(self, task: Task, **changes: object) -> Task:
        changed = replace(task, changed_at=self.now, **changes)  # type: ignore[arg-type]
        self.kept.tasks[task.id] = changed
        return changed


def taken(task: Task) -> TaskState:
    return TaskState.CONFIRMED if task.state is TaskState.OPEN else task.state
