"""Reminders kept in memory, for the dispatcher's own tests (flows.reminder_ports.Reminders)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import count

from flows.health import Health
from flows.model import Reply
from flows.ports import StorageUnavailable
from flows.reminder_ports import Addressee, Chat, Due, Slot
from flows.reminding import About, Hours, Matter, Rung, Words
from rules.message import Message, say
from tests.reminders.days import at, on

_ids = count(1)
WEB, TELEGRAM = 1, 2
BOTH = (Chat(TELEGRAM, "telegram", reachable=True), Chat(WEB, "web", reachable=True))


def due(
    last: str = "2026-11-22",
    when: str = "2026-11-20 07:00",
    *,
    rung: Rung = Rung.DAY,
    matter: Matter = Matter.WINDOW,
    about: About | None = None,
    title: str = "Dân quân xã",
    rolled: str | None = None,
    lines: tuple[Message, ...] = (),
    missing: tuple[Message, ...] = (),
    whose: str | None = None,
    tried: tuple[int, ...] = (),
) -> Due:
    """A reminder meant for the local time `when`."""
    words = Words(
        say("title.named", name=title), on(rolled) if rolled else None, lines=lines, missing=missing
    )
    about = about or (About(task=7) if matter is Matter.DUTY else About(draft=12))
    day = on(when.partition(" ")[0])
    return Due(
        next(_ids), about, matter, on(last), rung, day, at(when), words, tried=tried, whose=whose
    )


@dataclass
class Kept:
    """The register and its one transaction; `queued` is what left, by chat."""

    rows: dict[int, list[Due]] = field(default_factory=dict)
    hours: dict[int, Hours] = field(default_factory=dict)
    chats: dict[int, tuple[Chat, ...]] = field(default_factory=dict)
    heads: dict[int, tuple[int, ...]] = field(default_factory=dict)
    queued: list[tuple[int, tuple[int, ...], Reply]] = field(default_factory=list)
    ends: list[datetime | None] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)
    asked: list[tuple[str, object]] = field(default_factory=list)
    is_held: bool = False
    is_away: bool = False
    transactions: int = 0

    def plan(self, account: int, *reminders: Due) -> None:
        self.rows.setdefault(account, []).extend(reminders)

    @contextmanager
    def dispatching(self) -> Iterator[Kept | None]:
        if self.is_away:
            raise StorageUnavailable("OperationalError")
        self.transactions += 1
        yield None if self.is_held else self

    def next_due(self) -> datetime | None:
        if self.is_away:
            raise StorageUnavailable("OperationalError")
        return min((one.at for rows in self.rows.values() for one in rows), default=None)

    def health(self, now: datetime) -> Health:
        planned = sum(map(len, self.rows.values()))
        return Health(0, len(self.failed), None, planned=planned, next_due=self.next_due())

    def due(self, now: datetime, *, accounts: int) -> tuple[Addressee, ...]:
        waiting = {
            account: tuple(one for one in rows if one.at <= now)
            for account, rows in self.rows.items()
        }
        first = sorted((min(one.at for one in rows), who) for who, rows in waiting.items() if rows)
        return tuple(
            Addressee(
                account,
                self.hours.get(account, Hours()),
                self.chats.get(account, BOTH),
                waiting[account],
                heads=self.heads.get(account, ()),
            )
            for _, account in first[:accounts]
        )

    def queue(
        self,
        reminders: Sequence[int],
        *,
        identity: int,
        reply: Reply,
        now: datetime,
        not_after: datetime | None = None,
    ) -> int:
        self._take(reminders)
        self.queued.append((identity, tuple(reminders), reply))
        self.ends.append(not_after)
        return len(self.queued)

    def move(self, reminders: Sequence[int], slot: Slot) -> None:
        for account, one in self._take(reminders):
            self.plan(account, replace(one, at=slot.at, on_day=slot.on_day))

    def hand_up(self, reminders: Sequence[int], account: int) -> None:
        for _, one in self._take(reminders):
            self.plan(account, replace(one, tried=()))

    def fail(self, reminders: Sequence[int], why: str) -> None:
        self.failed |= {one.id: why for _, one in self._take(reminders)}

    def take_back(self, *, now: datetime, unread_since: datetime) -> int:
        self.asked.append(("take_back", unread_since))
        return 0

    def repeat_duties(self, today: date, *, now: datetime) -> int:
        self.asked.append(("repeat_duties", today))
        return 0

    def _take(self, reminders: Sequence[int]) -> list[tuple[int, Due]]:
        """The rows of these ids, which must be planned, taken out."""
        taken = [
            (account, one)
            for account, rows in self.rows.items()
            for one in rows
            if one.id in reminders
        ]
        assert len(taken) == len(reminders)
        for account, one in taken:
            self.rows[account].remove(one)
        return taken
