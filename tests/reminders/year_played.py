"""Plays a story against the real storage, planner and dispatcher, under a clock of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import text

from flows import asking
from flows.desk import At, Desk
from flows.judging import judge
from flows.model import Draft, Incoming
from flows.ports import Sent, Talk
from flows.reminding import Duty
from reminders.dispatch import Dispatcher
from storage.session import SqlStorage
from storage.turns import SqlTurn
from tests.databases import HandClock
from tests.reminders.days import CALENDAR, PLANS, ZONE
from tests.reminders.year_life import Lives
from tests.reminders.year_people import CHANNEL, REVIEWERS, account_of, people_of
from tests.reminders.year_story import DOWN, END, FIRST, Event
from tests.reminders.year_watched import Watched


@dataclass
class Player:
    """Plays events in their order; between them it ticks whenever something is due."""

    storage: SqlStorage
    clock: HandClock
    lives: Lives = field(default_factory=Lives)
    turns: int = 0
    _drafts: dict[int, Draft] = field(default_factory=dict)
    _duties: dict[int, int] = field(default_factory=dict)
    _tasks: dict[tuple[int, ...], int] = field(default_factory=dict)
    _dues: dict[int, date] = field(default_factory=dict)
    _newest_duty: int = 0

    def __post_init__(self) -> None:
        self.watched = Watched(self.storage.reminders)
        self.dispatcher = Dispatcher(self.watched, PLANS, self.clock, breathe=lambda: None)
        self._morning = datetime(FIRST.year, FIRST.month, FIRST.day, 5, tzinfo=ZONE)

    def play(self, events: Sequence[Event]) -> None:
        for event in events:
            self._until(event.at)
            getattr(self, f"_{event.what}")(event, account_of(event.who))
        self._until(END)

    def _until(self, moment: datetime) -> None:
        """Tick at each moment when something is due, and at five every morning."""
        while True:
            due = self.storage.reminders.next_due()
            wake = self._up(min(due or self._morning, self._morning))
            if wake > moment:
                break
            self._set(max(wake, self.clock.now()))
            while self._morning <= self.clock.now():
                self._morning += timedelta(days=1)
            self._tick()
        self._set(moment)

    def _up(self, moment: datetime) -> datetime:
        return next((up for down, up in DOWN if down <= moment < up), moment)

    def _set(self, moment: datetime) -> None:
        self.clock.pass_by(moment - self.clock.now())

    def _tick(self) -> None:
        self.dispatcher.tick()
        due = self.storage.reminders.next_due()
        assert due is None or due > self.clock.now(), "a tick leaves nothing due behind"
        self._note_repeated()
        now = self.clock.now()
        while envelopes := self.storage.outbox.due(CHANNEL, now=now, limit=2000):
            self.storage.outbox.mark_sent([Sent(one.id, None) for one in envelopes], now=now)

    def _turn(self, account: int, do: Callable[[SqlTurn, Talk], Any]) -> Any:
        self.turns += 1
        with self.storage.turn() as turn:
            said = Incoming(CHANNEL, str(account), update=str(self.turns), text="x")
            talk = turn.begin(said)
            assert talk is not None
            assert talk.person.account == account
            return do(turn, talk)

    def _ask(self, account: int, asked: asking.Asked) -> Any:
        return self._turn(account, lambda turn, talk: turn.ask(talk, asked))

    def _write(self, event: Event, account: int) -> None:
        (number,) = event.matter
        answers = event.more["answers"]
        kind = "surprise" if "achieved_on" in answers else "thematic"
        draft = replace(self._drafts.get(number, Draft(kind)), answers=answers)

        def save(turn: SqlTurn, talk: Talk) -> Draft | None:
            desk = Desk(talk.person, self.clock.today(), draft, At(), keeps=True, calendar=CALENDAR)
            judged = judge(desk)
            plan = PLANS.of_draft(draft, judged, hours=talk.person.hours, now=self.clock.now())
            return turn.save(
                talk, state={}, draft=draft, replies=(), events=(), plan=plan,
                verdict=judged.verdict.value, last_day=judged.timing.due,
            )  # fmt: skip

        stored = self._turn(account, save)
        self._drafts[number] = stored
        self.lives.draft(account, f"d{stored.id}", event.at, answers)

    def _delete(self, event: Event, account: int) -> None:
        (number,) = event.matter
        draft = self._drafts.pop(number).id
        assert self._turn(account, lambda turn, talk: turn.delete_draft(talk.person, draft))
        self.lives.draft(account, f"d{draft}", event.at, {"submitted_on": "deleted"})

    def _hours(self, event: Event, account: int) -> None:
        start, end = event.more["start"], event.more["end"]
        assert self._ask(account, asking.SetHours(start, end))
        self.lives.hours(account, event.at, start, end)

    def _pause(self, event: Event, account: int) -> None:
        until = event.more["until"]
        assert self._ask(account, asking.PauseReminders(until))
        self.lives.pause(account, event.at, until)

    def _give(self, event: Event, account: int) -> None:
        (number,) = event.matter
        of_units = tuple(unit + 1 for unit in event.more["units"])
        duty = Duty(f"{number}", "", event.more["due"], of_units, event.more["repeats"])
        made = self._ask(account, asking.MakeDuty(duty))
        self._note(made.id, number, 0, since=event.at, due=duty.due)

    def _note_repeated(self) -> None:
        """Register the duties that a tick gave again."""
        query = "SELECT id, series, due FROM duties WHERE id > :newest ORDER BY id"
        with self.storage._engine.connect() as connection:
            rows = connection.execute(text(query), {"newest": self._newest_duty}).all()
        for row in rows:
            number = next(n for n, duty in self._duties.items() if duty == row.series)
            place = 1 + max(known[1] for known in self._tasks if known[0] == number)
            due = row.due if isinstance(row.due, date) else date.fromisoformat(row.due)
            self._note(row.id, number, place, since=self.clock.now(), due=due)

    def _note(self, duty: int, number: int, place: int, *, since: datetime, due: date) -> None:
        self._newest_duty = duty
        self._duties.setdefault(number, duty)
        with self.storage._engine.connect() as connection:
            query = text("SELECT id, unit_id FROM tasks WHERE duty_id = :duty")
            rows = connection.execute(query, {"duty": duty}).all()
        for task, unit_id in rows:
            unit = unit_id - 1
            self._tasks[number, place, unit] = task
            self._dues[task] = due
            people = people_of(unit)
            self.lives.task(
                f"t{task}", since, due, reporting=people, heads=people[1:], office=REVIEWERS
            )

    def _confirm(self, event: Event, account: int) -> None:
        task = self._tasks[event.matter]
        if self._ask(account, asking.ConfirmTask(task)) is not None:
            others = set(people_of(event.matter[2])) - {account}
            self.lives.task(
                f"t{task}", event.at, self._dues[task], reporting=(account,), relieved=others
            )

    def _ask_time(self, event: Event, account: int) -> None:
        task = self._tasks[event.matter]
        self._ask(account, asking.AskTime(task, event.more["until"], "bận"))

    def _grant(self, event: Event, account: int) -> None:
        task = self._tasks[event.matter]
        granted = self._ask(account, asking.AnswerTime(task, granted=True))
        if granted is not None:
            self._dues[task] = granted.due
            who = granted.responsible.account
            self.lives.task(
                f"t{task}", event.at, granted.due,
                reporting=(who,), heads=people_of(event.matter[2])[1:], office=REVIEWERS,
            )  # fmt: skip

    def _report(self, event: Event, account: int) -> None:
        task = self._tasks.get(event.matter)
        if task is None:
            return
        assert self._ask(account, asking.ReportTask(task, "xong")) is not None
        people = people_of(event.matter[2])
        self.lives.task(
            f"t{task}", event.at, None, reporting=people, heads=people[1:], office=REVIEWERS
        )
