"""So many of a kind in so much time from one place: what is over is refused unread."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict, deque
from collections.abc import Callable

from aiohttp import web

from handlers.web.guard import is_loopback

MOST_PLACES = 10_000
SIX_TO_NET = 64


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


def place_of(request: web.BaseRequest) -> str:
    """Where a request comes from: its peer, or whom a proxy on this machine names last.

    Of an IPv6 address the network counts: one host has all addresses of it.
    """
    peer = request.transport.get_extra_info("peername") if request.transport else None
    address = str(peer[0]) if isinstance(peer, tuple) else "?"
    if is_loopback(address):
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "?"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, SIX_TO_NET), strict=False))
    return str(found)
