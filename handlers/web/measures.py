"""What this process has done since it started, counted for /metrics: no names, no texts."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from flows.model import Incoming
from flows.ports import Outbox, Sent


@dataclass(slots=True)
class Measures:
    """Counts by name and channel; any thread may count."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, name: str, channel: str, times: int = 1) -> None:
        with self._lock:
            self.counts[name, channel] += times

    def read(self) -> Mapping[tuple[str, str], int]:
        """The counts as they are now."""
        with self._lock:
            return dict(self.counts)

    def of_turns(self, take: Callable[[Incoming], bool]) -> Callable[[Incoming], bool]:
        """The same turns, each counted once it is committed; one applied before is none."""

        def counted(incoming: Incoming) -> bool:
            applied = take(incoming)
            if applied:
                self.count("turns", incoming.channel)
            return applied

        return counted

    def of_outbox(self, outbox: Outbox, channel: str) -> Outbox:
        """The same outbox for one channel, each delivery and failure counted."""
        return cast("Outbox", _CountedOutbox(outbox, self, channel))


@dataclass(frozen=True, slots=True)
class _CountedOutbox:
    """Passes on what it does not count."""

    outbox: Outbox
    measures: Measures
    channel: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.outbox, name)

    def mark_sent(self, sent: Sequence[Sent], **named: Any) -> None:
        self.outbox.mark_sent(sent, **named)
        self.measures.count("sent", self.channel, len(sent))

    def put_off(self, envelope: int, **named: Any) -> None:
        self.outbox.put_off(envelope, **named)
        self.measures.count("put_off", self.channel)

    def give_up(self, envelope: int, **named: Any) -> None:
        self.outbox.give_up(envelope, **named)
        self.measures.count("given_up", self.channel)
