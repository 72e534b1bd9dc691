"""What a chat does not take goes to another, then to the head, and is seen where it fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import event, insert, text

from flows.model import UnitRole
from flows.ports import Sent
from flows.reminding import Rung
from locales import catalog
from reminders.dispatch import Dispatcher
from storage.reminder_tables import reminders
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from storage.tables import drafts
from tests.databases import HandClock
from tests.reminders.bursts import WORDS
from tests.reminders.days import PLANS, at, on
from tests.storage.parts import join, officer

MORNING = "2026-11-20 07:00"


@dataclass
class Office:
    """A unit with an officer, who has a draft with a reminder due, and a head."""

    storage: SqlStorage
    clock: HandClock
    officer: int = 0
    head: int = 0
    draft: int = 0
    read: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        people = self.storage.people
        unit = people.add_unit("UBND xã", level="commune", letters=("LS2022",))
        self.officer = officer(self.storage, unit=unit)
        self.head = officer(self.storage, "Lý Văn B", unit=unit, role=UnitRole.HEAD)
        draft = {"unit_id": unit, "kind": "surprise", "answers": "{}", "past": "[]", "version": 1}
        self.clock.pass_by(at(MORNING) - self.clock.now())
        with self.storage._engine.begin() as connection:
            draft |= {"account_id": self.officer, "changed_at": self.clock.now()}
            (number,) = connection.execute(insert(drafts).values(draft)).inserted_primary_key or ()
        self.draft = int(number)
        self.plan(Rung.DAY, MORNING)

    def plan(self, rung: Rung, when: str, *, due: str = "2026-11-20") -> None:
        """One more reminder of the draft."""
        row = {"account_id": self.officer, "draft_id": self.draft, "kind": "window", "rung": rung}
        row |= {"due": on(due), "on_day": on(when[:10]), "at": at(when), "words": WORDS}
        with self.storage._engine.begin() as connection:
            connection.execute(insert(reminders).values(**row, status="planned"))

    def tick(self, later: timedelta = timedelta()) -> int:
        self.clock.pass_by(later)
        return Dispatcher(self.storage.reminders, PLANS, self.clock, breathe=lambda: None).tick()

    def tick_at(self, when: str) -> int:
        return self.tick(at(when) - self.clock.now())

    def waiting(self, channel: str) -> list[list[str]]:
        """What the sender of a channel would send, and to whom."""
        due = self.storage.outbox.due(channel, now=self.clock.now(), limit=9)
        return [[one.address, *(catalog.text(line) for line in one.reply.text)] for one in due]

    def take(self, channel: str) -> None:
        due = self.storage.outbox.due(channel, now=self.clock.now(), limit=9)
        self.storage.outbox.mark_sent([Sent(one.id) for one in due], now=self.clock.now())

    def refuse(self, channel: str) -> None:
        """The chat is blocked."""
        for one in self.storage.outbox.due(channel, now=self.clock.now(), limit=9):
            self.storage.outbox.give_up(one.id, why="Forbidden", unreachable=True)

    def states(self) -> list[tuple[str, int]]:
        with self.storage._engine.connect() as connection:
            found = connection.execute(text("SELECT status, account_id FROM reminders"))
            return [(row.status, row.account_id) for row in found]


@pytest.fixture
def office(storage: SqlStorage, clock: HandClock) -> Office:
    return Office(storage, clock)


def test_a_blocked_chat_gives_way_to_the_other(office: Office) -> None:
    join(office.storage, office.officer, channel="web", sender="officer")
    office.clock.pass_by(timedelta(minutes=1))
    join(office.storage, office.officer, channel="telegram", sender="1")
    assert office.tick() == 1
    assert office.waiting("web") == []
    office.refuse("telegram")

    assert office.tick(timedelta(minutes=1)) == 1
    ((address, head, *_),) = office.waiting("web")
    assert (address, head) == ("officer", "⏳ **Hôm nay hết hạn** · Dân quân xã")
    office.take("web")
    assert office.tick(timedelta(hours=9)) == 0
    assert office.states() == [("sent", office.officer)]


def test_what_stays_unread_on_the_page_goes_to_the_head_who_is_told_whose_it_is(
    office: Office,
) -> None:
    join(office.storage, office.officer, channel="web", sender="officer")
    join(office.storage, office.head, channel="telegram", sender="2")
    assert office.tick() == 1
    assert office.tick(timedelta(hours=2, minutes=59)) == 0

    assert office.tick(timedelta(minutes=2)) == 1
    ((address, *lines),) = office.waiting("telegram")
    assert address == "2"
    assert "Việc của Nông Thị A; tôi chưa nhắn được cho người này." in lines
    assert lines[-1] == "Tin này đến muộn: lẽ ra nhắc lúc 07:00 thứ Sáu 20/11."
    office.take("telegram")
    office.tick()
    assert office.states() == [("sent", office.head)]


def test_what_reaches_nobody_is_seen_as_failed_and_comes_once_somebody_writes(
    office: Office,
) -> None:
    assert office.tick() == 0
    assert office.states() == [("failed", office.head)]
    assert office.storage.reminders.health(office.clock.now()).failed == 1
    assert office.tick(timedelta(minutes=5)) == 0

    join(office.storage, office.head, channel="telegram", sender="2")
    assert office.tick(timedelta(minutes=5)) == 1
    assert [address for address, *_ in office.waiting("telegram")] == ["2"]
    assert office.storage.reminders.health(office.clock.now()).failed == 0


def test_what_a_sender_away_left_comes_on_a_working_morning_and_says_that_it_is_late(
    office: Office,
) -> None:
    join(office.storage, office.officer, channel="telegram", sender="1")
    assert office.tick() == 1
    office.take("telegram")
    office.plan(Rung.FIVE, "2026-11-25 07:00", due="2026-12-02")
    assert office.tick_at("2026-11-25 07:00") == 1
    for moment in ("2026-11-25 20:00", "2026-11-25 20:05", "2026-11-26 06:59"):
        assert office.tick_at(moment) == 0
        assert office.waiting("telegram") == [], "nothing by night"

    assert office.tick_at("2026-11-26 07:00") == 1
    ((_, head, *lines),) = office.waiting("telegram")
    assert "Còn 4 ngày" in head
    assert lines[-1] == "Tin này đến muộn: lẽ ra nhắc lúc 07:00 thứ Tư 25/11."
    office.take("telegram")
    office.tick()
    assert {status for status, _ in office.states()} == {"sent"}


def test_what_a_sender_away_left_before_days_off_is_told_after_the_last_day_as_it_is_then(
    office: Office,
) -> None:
    join(office.storage, office.officer, channel="telegram", sender="1")
    office.plan(Rung.AFTER, "2026-11-23 07:00")
    assert office.tick() == 1
    for moment in ("2026-11-20 20:05", "2026-11-21 09:00", "2026-11-22 09:00"):
        assert office.tick_at(moment) == 0
        assert office.waiting("telegram") == [], "nothing by night nor on days off"

    assert office.tick_at("2026-11-23 07:00") == 1
    ((_, *lines),) = office.waiting("telegram")
    assert lines[0] == "⏳ **Đã quá hạn** · Dân quân xã"
    office.take("telegram")
    office.tick()
    assert [status for status, _ in office.states()] == ["sent", "sent"]


def test_a_tick_with_nothing_to_do_looks_at_nothing_that_was_sent(
    sqlite_url: str, clock: HandClock
) -> None:
    migrate(sqlite_url)
    office = Office(open_storage(sqlite_url, clock), clock)
    office.tick()
    engine, asked = office.storage._engine, list[str]()

    def noted(_: object, cursor: object, statement: str, *__: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", noted)
    office.tick()
    office.storage.reminders.health(clock.now())
    event.remove(engine, "before_cursor_execute", noted)
    assert asked
    with engine.connect() as connection:
        for statement in asked:
            values = ("x",) * statement.count("?")
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            for row in plan:
                assert "SCAN reminders" not in row[3] or "ix_reminders_" in row[3], statement
                assert "ix_reminders_carried" not in row[3], statement
    office.storage.close()
