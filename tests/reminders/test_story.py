"""From a proposal told in the chat to its reminder, and what its buttons do, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from flows.book import all_flows
from flows.conversation import Conversation
from flows.model import Incoming, Reply, Tap
from locales import catalog
from reminders.dispatch import Dispatcher
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.reminders.days import CALENDAR, PLANS, at, local
from tests.storage.parts import join, officer

RESCUE = ("khen đột xuất", "cứu người", "tập thể Dân quân xã", "12", "18", "12/11", "menu")
MORNING = "2026-11-16 07:00"


@dataclass
class Told:
    """An officer on the real conversation, storage and dispatcher."""

    storage: SqlStorage
    clock: HandClock
    last: int = 0

    def say(self, *texts: str) -> list[str]:
        for number, typed in enumerate(texts):
            self._take(text=typed, update=f"{self.clock.now()} {number} {typed}")
        return self.read()

    def tap(self, choice: str) -> list[str]:
        self._take(tap=Tap(choice), update=f"{self.clock.now()} {choice}")
        return self.read()

    def _take(self, update: str, text: str | None = None, tap: Tap | None = None) -> None:
        said = Incoming("telegram", "1", update, text=text, tap=tap)
        conversation = Conversation(
            self.storage, self.clock, all_flows(), calendar=CALENDAR, planner=PLANS
        )
        assert conversation.take(said)

    def read(self) -> list[str]:
        return [catalog.text(line) for reply in self.replies() for line in reply.text]

    def replies(self) -> list[Reply]:
        found = self.storage.outbox.after("telegram", "1", self.last)
        self.last = max([self.last, *(one.id for one in found)])
        return [one.reply for one in found]

    def tick(self, moment: str) -> list[Reply]:
        self.clock.pass_by(at(moment) - self.clock.now())
        Dispatcher(self.storage.reminders, PLANS, self.clock, breathe=lambda: None).tick()
        return self.replies()

    def next(self) -> str | None:
        due = self.storage.reminders.next_due()
        return local(due) if due else None


@pytest.fixture
def told(database_url: str) -> Iterator[Told]:
    migrate(database_url)
    clock = HandClock(at("2026-11-13 09:00"))
    storage = open_storage(database_url, clock, planner=PLANS)
    join(storage, officer(storage), channel="telegram", sender="1")
    found = Told(storage, clock)
    found.say(*RESCUE)
    yield found
    storage.close()


def test_a_proposal_told_in_the_chat_is_reminded_of_and_rests_once_it_is_submitted(
    told: Told,
) -> None:
    assert told.next() == MORNING
    (reminder,) = told.tick(MORNING)
    assert "Khen đột xuất" in catalog.text(reminder.text[0])
    assert told.next() == "2026-11-18 07:00"

    offered = {choice.id for row in reminder.choices for choice in row}
    assert offered == {"g:open:1", "g:sent:d1", "g:again:d1", "g:hand:d1"}
    told.tap("g:sent:d1")
    assert told.next() is None
    assert told.tick("2026-11-20 07:00") == []


def test_a_reminder_put_off_comes_again_and_says_so(told: Told) -> None:
    told.tick(MORNING)
    assert told.tap("g:again:d1")
    told.say("1 giờ nữa")
    assert told.next() == "2026-11-16 08:00"
    (again,) = told.tick("2026-11-16 08:00")
    assert "Anh/chị đã hẹn tôi nhắc lại." in [catalog.text(line) for line in again.text]


def test_the_buttons_lead_on_however_late_they_are_tapped(told: Told) -> None:
    told.tick(MORNING)
    told.clock.pass_by(at("2026-12-20 10:00") - told.clock.now())
    for choice in ("g:open:1", "g:again:d1", "g:hand:d1", "g:pause", "g:duties", "g:sent:d1"):
        assert told.tap(choice), choice


def test_a_pause_asked_for_in_words_holds_back_what_falls_due_in_it(told: Told) -> None:
    told.say("dừng nhắc đến 19/11")
    assert told.tick(MORNING) == []
    assert told.tick("2026-11-18 07:00") == []
    (reminder,) = told.tick("2026-11-19 07:00")
    assert not any("đến muộn" in catalog.text(line) for line in reminder.text)


def test_a_changed_day_changes_the_reminders_in_the_same_turn(told: Told) -> None:
    told.tap("g:open:1")
    told.say("sửa ngày thành 11/11")
    assert told.next() == "2026-11-16 07:00"
    (reminder,) = told.tick("2026-11-16 07:00")
    assert "21/11" in " ".join(catalog.text(line) for line in reminder.text)
