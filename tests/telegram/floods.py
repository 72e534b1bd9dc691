"""Telegram's limits as it enforces them: overall, for each chat, for each group; and told waits."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from math import ceil


@dataclass(slots=True)
class Window:
    """At most `count` messages within any `seconds`."""

    count: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def is_full(self, now: float) -> bool:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return len(self.times) >= self.count

    def take(self, now: float) -> None:
        self.times.append(now)


@dataclass(slots=True)
class Bucket:
    """One message a second, of which `burst` may come at once."""

    each_second: float
    burst: int
    empty_at: float = 0.0

    def is_full(self, now: float) -> bool:
        return self.empty_at - now > (self.burst - 1) / self.each_second

    def take(self, now: float) -> None:
        self.empty_at = max(self.empty_at, now) + 1 / self.each_second


@dataclass(slots=True)
class Wait:
    """Who calls until then is told to wait; `chats` None: everybody."""

    since: float
    until: float
    chats: frozenset[int] | None = None
    told: set[int] = field(default_factory=set)

    def holds(self, chat: int, now: float) -> bool:
        return self.since <= now < self.until and (self.chats is None or chat in self.chats)


@dataclass(slots=True)
class Enforced:
    """What Telegram counts; `violations` are the messages it would not have taken.

    `impatient` are the chats that called again within a wait they had been told.
    """

    overall: int = 30
    chat_each_second: float = 1.0
    chat_burst: int = 3
    group_each_minute: int = 20
    waits: list[Wait] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    told: int = 0
    impatient: list[int] = field(default_factory=list)
    _all: Window = field(init=False)
    _chats: dict[int, Window | Bucket] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._all = Window(self.overall, 1.0)

    def count(self, chat: int, now: float) -> int | None:
        """The seconds to wait, or None: it is counted and taken."""
        for wait in self.waits:
            if wait.holds(chat, now):
                self.told += 1
                if chat in wait.told:
                    self.impatient.append(chat)
                wait.told.add(chat)
                return ceil(wait.until - now)
        line = self._line(chat)
        for name, full in (("overall", self._all.is_full(now)), ("chat", line.is_full(now))):
            if full:
                self.violations.append(f"{name} {chat}")
                return 1
        self._all.take(now)
        line.take(now)
        return None

    def _line(self, chat: int) -> Window | Bucket:
        if chat not in self._chats:
            self._chats[chat] = (
                Window(self.group_each_minute, 60.0) if chat < 0
                else Bucket(self.chat_each_second, self.chat_burst)
            )  # fmt: skip
        return self._chats[chat]
