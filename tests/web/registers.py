"""Registers for the page's tests: one office with duties, one feed, a health to be set."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flows.asking import Nudged
from flows.health import Health
from flows.model import Person, Unit, UnitRole
from flows.ports import StorageUnavailable
from flows.reminder_ports import Board, Feed
from flows.reminding import (
    About,
    Colleague,
    DeadlineLine,
    Duty,
    File,
    Hours,
    Matter,
    Task,
    TaskState,
    Words,
)
from handlers.web.ports import Registers
from rules.message import say

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
SECRET = "s3cret-" + "x" * 30
OFFICE = Unit(1, "Sở Nội vụ", level="department", letters=frozenset())
REVIEWER = Person(5, "Lê Văn An", unit=OFFICE, roles=frozenset({UnitRole.REVIEWER}))
PDF = File("web", "0" * 64, "báo cáo <b>.pdf", size=9, media="application/pdf")
LINE = DeadlineLine(
    About(draft=12),
    Matter.WINDOW,
    date(2026, 11, 22),
    Words(say("d.title.surprise"), rolled=date(2026, 11, 23)),
)
WELL = Health(
    queued=0,
    failed=0,
    oldest_queued=None,
    planned=4,
    next_due=datetime(2026, 11, 23, 0, 0, tzinfo=UTC),
    last_tick=datetime(2026, 11, 21, 0, 59, 40, tzinfo=UTC),
)


def task(number: int, duty: Duty, unit: str, state: TaskState = TaskState.OPEN) -> Task:
    """A unit's part in a duty."""
    return Task(number, duty, OFFICE.name, unit, number, state, duty.due)


def review(due: date = date(2026, 11, 27)) -> tuple[Duty, tuple[Task, ...]]:
    """A duty of four units: one silent, one at it, one that asks for time, one that has done."""
    told = "Gửi theo mẫu 2 cột.\nBản mềm kèm theo."
    duty = Duty("Rà soát <khen thưởng> 9 tháng", told, due, (1, 2, 3, 4), id=7)
    at = datetime(2026, 11, 20, 3, 30, tzinfo=UTC)
    confirmed = replace(
        task(2, duty, "UBND xã Gia Cát", TaskState.CONFIRMED), responsible=Colleague(9, "Trần Bình")
    )
    asked = replace(
        task(3, duty, "UBND xã Hợp Thành", TaskState.ASKED),
        asked_until=date(2026, 12, 1),
        reason="cán bộ đi học",
    )
    done = replace(
        task(4, duty, "UBND xã Tân Liên", TaskState.REPORTED),
        report="Không có trường hợp nào.",
        files=(PDF,),
        changed_at=at,
        reported_on=date(2026, 11, 20),
    )
    return duty, (task(1, duty, "UBND xã Cao Lâu"), confirmed, asked, done)


def others() -> tuple[tuple[Duty, tuple[Task, ...]], ...]:
    """More to look at: one overdue with many units, one of today, one that is complete."""
    late = Duty("Báo cáo tổng kết phong trào quý III", "", date(2026, 11, 19), (), id=8)
    states = (TaskState.OPEN, TaskState.REPORTED, TaskState.OPEN)
    many = tuple(
        task(100 + number, late, f"UBND xã số {number + 1}", states[number % 3])
        for number in range(30)
    )
    now = Duty("Danh sách tập thể tiêu biểu", "", date(2026, 11, 21), (), id=9)
    whole = Duty("Gửi kết quả bình xét", "", date(2026, 11, 30), (), id=10)
    return (
        (late, many),
        (now, (task(200, now, "UBND xã Yên Trạch"),)),
        (whole, (task(300, whole, "UBND xã Xuân Long", TaskState.REPORTED),)),
    )


@dataclass
class FakeRegisters:
    """Boards, feeds and health in one; `reviewers` are the sessions that may see the board."""

    duties: tuple[tuple[Duty, tuple[Task, ...]], ...] = ()
    reviewers: set[str] = field(default_factory=set)
    everybody: bool = False
    failing: bool = False
    health: Health = WELL
    nudged: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    committed: int = 0
    lines: tuple[DeadlineLine, ...] = (LINE,)
    hours: Hours = field(default_factory=Hours)

    def registers(self) -> Registers:
        """As the page takes them."""
        return Registers(
            feeds=_Feeds(self),
            boards=_Boards(self),
            health=self._health,
            zone=ZoneInfo("Asia/Ho_Chi_Minh"),
            committed=self._committed,
        )

    def check(self) -> None:
        if self.failing:
            raise StorageUnavailable

    def _health(self) -> Health:
        self.check()
        return self.health

    def _committed(self) -> None:
        self.committed += 1


@dataclass
class _Feeds:
    kept: FakeRegisters

    def read(self, secret: str) -> Feed | None:
        self.kept.check()
        self.kept.asked.append(secret)
        return Feed("vi", self.kept.lines, self.kept.hours) if secret == SECRET else None


@dataclass
class _Boards:
    kept: FakeRegisters

    def _may(self, channel: str, sender: str) -> bool:
        self.kept.check()
        return channel == "web" and (self.kept.everybody or sender in self.kept.reviewers)

    def is_open(self, channel: str, sender: str) -> bool:
        return self._may(channel, sender)

    def read(self, channel: str, sender: str) -> Board | None:
        return Board(REVIEWER, self.kept.duties) if self._may(channel, sender) else None

    def nudge(self, channel: str, sender: str, *, duty: int) -> Nudged | None:
        known = {one.id: tasks for one, tasks in self.kept.duties}
        if not self._may(channel, sender) or duty not in known:
            return None
        missing = [one for one in known[duty] if one.state is not TaskState.REPORTED]
        if duty in self.kept.nudged:
            return Nudged(0, tuple((one.unit, NOW) for one in missing))
        self.kept.nudged.append(duty)
        return Nudged(len(missing))
