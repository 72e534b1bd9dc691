"""So many of a kind in so much time from one place: what is over is refused unread."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable

MOST_PLACES = 10_000


class Limiter:
    """At most `most` in any `period_s` seconds for each key; the longest silent are forgotten."""

    def __init__(
        self, most: int, *, period_s: float, time_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._period = period_s
        self._time = time_s
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()

    def is_over(self, key: str) -> bool:
        """Whether the key has had its share."""
        return len(self._of(key)) >= self._most

    def count(self, key: str) -> None:
        """One more."""
        self._of(key).append(self._time())
        self._seen.move_to_end(key)
        while len(self._seen) > MOST_PLACES:
            self._seen.popitem(last=False)

    def _of(self, key: str) -> deque[float]:
        times = self._seen.setdefault(key, deque(maxlen=self._most))
        while times and self._time() - times[0] >= self._period:
            times.popleft()
        return times
