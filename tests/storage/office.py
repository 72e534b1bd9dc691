"""A receiving office and two units with their people, each with a chat; and what they ask."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from flows import asking
from flows.model import Draft, Reply, UnitRole
from flows.ports import Sent, Talk
from flows.reminder_ports import Addressee
from flows.reminding import Duty, LastDay, Matter, Plan, Planned, Rung, Task, Words
from rules.message import say
from storage.session import SqlStorage
from tests.databases import HandClock
from tests.storage.parts import incoming, join, rows

_updates = itertools.count(1)

PEOPLE = {
    "an": ("unit", UnitRole.OFFICER),
    "binh": ("unit", UnitRole.OFFICER),
    "head": ("unit", UnitRole.HEAD),
    "other": ("other unit", UnitRole.OFFICER),
    "reviewer": ("office", UnitRole.REVIEWER),
    "administrator": ("office", UnitRole.ADMINISTRATOR),
    "foreign": ("other office", UnitRole.REVIEWER),
}


@dataclass
class Office:
    """`units` and `accounts` by name; a chat's name is that of its person."""

    storage: SqlStorage
    clock: HandClock
    units: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    _joined: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        people = self.storage.people
        for name in ("office", "other office"):
            self.units[name] = people.add_unit(name, level="department")
        for name in ("unit", "other unit"):
            office = self.units["office"]
            self.units[name] = people.add_unit(name, level="commune", office=office)
        for name, (unit, role) in PEOPLE.items():
            self.accounts[name] = people.add_account(name, unit=self.units[unit], role=role)

    def come(self, *people: str) -> None:
        """Let people join by a chat on Telegram, those who have not."""
        for name in people:
            if name in self.accounts and name not in self._joined:
                self._joined.add(name)
                join(self.storage, self.accounts[name], channel="telegram", sender=name)

    def ask(self, who: str, asked: asking.Asked, *, channel: str = "telegram") -> Any:
        """What a person's flow is answered, in a turn of its own."""
        self.come(who)
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(f"{next(_updates)}", channel=channel, sender=who))
            assert talk is not None
            found = turn.ask(talk, asked)
            turn.save(talk, state={}, draft=None, replies=(), events=())
        return found

    def keep(self, who: str, draft: Draft, plan: Plan | None = None, **rest: Any) -> Draft:
        """The draft as stored by a turn of this person's."""
        self.come(who)
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(f"{next(_updates)}", channel="telegram", sender=who))
            assert talk is not None
            stored = turn.save(
                talk, state={}, draft=draft, replies=(), events=(), plan=plan, **rest
            )
        assert stored is not None
        return stored

    def talk(self, who: str) -> Talk:
        self.come(who)
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(f"{next(_updates)}", channel="telegram", sender=who))
            assert talk is not None
            turn.save(talk, state=talk.state, draft=None, replies=(), events=())
        return talk

    def give(self, due: str = "2026-11-27", *units: str, **rest: Any) -> Duty:
        """A duty of the office's to these units, the first one where none is named."""
        wanted = tuple(self.units[unit] for unit in units or ("unit",))
        duty = Duty("Rà soát", "Theo mẫu", due=date.fromisoformat(due), units=wanted, **rest)
        given = self.ask("reviewer", asking.MakeDuty(duty))
        assert isinstance(given, Duty)
        return given

    def task(self, who: str = "an") -> Task:
        """The nearest report asked of the person's unit."""
        task = self.ask(who, asking.ListTasks())[0]
        assert isinstance(task, Task)
        return task

    def reminders(self, where: str = "TRUE") -> list[tuple[Any, ...]]:
        """(account's name, rung, status) of reminders, in the order they are due."""
        return rows(
            self.storage,
            "SELECT a.name, r.rung, r.status FROM reminders r JOIN accounts a"
            f" ON a.id = r.account_id WHERE {where} ORDER BY r.at, r.id",
        )

    def whom(self, rung: Rung, status: str = "planned") -> list[str]:
        """Who is to be reminded of a rung."""
        return sorted(name for name, of, at in self.reminders() if (of, at) == (rung.value, status))

    def due(self, accounts: int = 20) -> tuple[Addressee, ...]:
        with self.storage.reminders.dispatching() as dispatching:
            assert dispatching is not None
            return dispatching.due(self.clock.now(), accounts=accounts)

    def queue(self, who: str | None = None) -> list[int]:
        """Queue what is due (for one person), each their own message to the first chat."""
        made = []
        with self.storage.reminders.dispatching() as dispatching:
            assert dispatching is not None
            for person in dispatching.due(self.clock.now(), accounts=100):
                if who is not None and person.account != self.accounts[who]:
                    continue
                reminders = [one.id for one in person.due]
                chat = person.chats[0].identity
                made.append(
                    dispatching.queue(reminders, identity=chat, reply=REPLY, now=self.clock.now())
                )
        return made

    def sent(self, *envelopes: int) -> None:
        """The sender delivered these, and the next tick knows it."""
        now = self.clock.now()
        self.storage.outbox.mark_sent([Sent(one, None) for one in envelopes], now=now)
        self.take_back()

    def take_back(self, unread_since: datetime | None = None) -> int:
        now = self.clock.now()
        with self.storage.reminders.dispatching() as dispatching:
            assert dispatching is not None
            return dispatching.take_back(now=now, unread_since=unread_since or now)

    def outbox(self) -> list[tuple[Any, ...]]:
        return rows(self.storage, "SELECT status, why FROM outbox WHERE lane = 1 ORDER BY id")


REPLY = Reply((say("remind.told", title=say("title.named", name="x")),))


def planned(rung: Rung, at: datetime, *, due: str, matter: Matter = Matter.WINDOW) -> Planned:
    return Planned(matter, date.fromisoformat(due), rung, on_day=at.date(), at=at)


def plan_of(
    *reminders: Planned, digest: str = "1", name: str = "Dân quân", days: Sequence[LastDay] = ()
) -> Plan:
    """A plan of these reminders, and of further last days without any."""
    last_days = {LastDay(one.matter, one.due) for one in reminders} | set(days)
    words = {day.matter: Words(say("title.named", name=name)) for day in last_days}
    return Plan(reminders, words, digest, tuple(last_days))


DUE = "2026-11-20"
TUESDAY = datetime(2026, 11, 17, 0, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 0, tzinfo=UTC)
THREE = planned(Rung.THREE, TUESDAY, due=DUE)
DAY = planned(Rung.DAY, FRIDAY, due=DUE)
