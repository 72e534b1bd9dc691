"""People who talk with the whole program but its edges: conversation, storage, dispatcher."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

from flows.book import all_flows
from flows.conversation import Conversation
from flows.model import Incoming, Reply, Tap
from flows.ports import Sent
from handlers.calendar_file import CalendarFiles
from locales import catalog
from reminders.dispatch import Dispatcher
from tests.reminders.days import PLANS, at
from tests.storage.office import Office


@dataclass
class Talks:
    """One program. `screen` is what each person was shown last, reminders included."""

    office: Office
    screen: dict[str, list[Reply]] = field(default_factory=dict)
    updates: int = 0

    def say(self, who: str, *texts: str) -> str:
        """Type one message after the other; the last answer's words."""
        for text in texts:
            self._take(who, text=text)
        return self.text(who)

    def tap(self, who: str, *labels: str) -> str:
        """Tap buttons that were shown last, by label or id."""
        for label in labels:
            self._take(who, tap=self._button(who, label))
        return self.text(who)

    def until(self, when: str) -> None:
        """Let the time pass, a tick each hour."""
        clock = self.office.clock
        while clock.now() < at(when):
            clock.pass_by(min(timedelta(hours=1), at(when) - clock.now()))
            self.tick()

    def tick(self) -> None:
        """Dispatch what is due and deliver it."""
        storage, clock = self.office.storage, self.office.clock
        Dispatcher(storage.reminders, PLANS, clock, breathe=lambda: None).tick()
        self._deliver()

    def text(self, who: str) -> str:
        lines = [
            catalog.text(line)
            for reply in self.screen.get(who, [])
            for line in (*reply.noted, *reply.text)
        ]
        return re.sub(r"\*\*(.+?)\*\*", r"\1", "\n".join(lines))

    def labels(self, who: str) -> list[str]:
        choices = [c for reply in self.screen[who] for row in reply.choices for c in row]
        return [catalog.text(choice.label) for choice in choices]

    def _take(self, who: str, *, text: str | None = None, tap: Tap | None = None) -> None:
        self.office.come(who)
        self.updates += 1
        storage, clock = self.office.storage, self.office.clock
        told = Incoming("telegram", who, f"talk {self.updates}", text=text, tap=tap)
        talk = Conversation(
            storage,
            clock,
            all_flows(),
            planner=PLANS,
            calendars=CalendarFiles("http://page"),
        )
        self.screen[who] = []
        assert talk.take(told)
        self._deliver()

    def _deliver(self) -> None:
        storage, now = self.office.storage, self.office.clock.now()
        shown: set[str] = set()
        while due := storage.outbox.due("telegram", now=now, limit=50):
            for envelope in due:
                before = self.screen.get(envelope.address, []) if envelope.address in shown else []
                self.screen[envelope.address] = [*before, envelope.reply]
                shown.add(envelope.address)
            storage.outbox.mark_sent([Sent(envelope.id, "1") for envelope in due], now=now)

    def _button(self, who: str, wanted: str) -> Tap:
        for reply in reversed(self.screen[who]):
            for choice in (choice for row in reply.choices for choice in row):
                if wanted in (choice.id, catalog.text(choice.label)):
                    return Tap(choice.id, reply.token)
        msg = f"no button {wanted!r} among {self.labels(who)}"
        raise AssertionError(msg)
