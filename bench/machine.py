"""How fast the machine is just now: other guests on it slow a measurement by a third and more."""

from __future__ import annotations

import json
import time

SECONDS = 0.2
_ROW = {"id": 1, "words": ["Dân quân xã"] * 8, "answers": {str(n): n for n in range(20)}}


def speed() -> float:
    """Round trips through JSON a second, of one thread: a yardstick that no change moves."""
    end = (start := time.perf_counter()) + SECONDS
    trips = 0
    while (now := time.perf_counter()) < end:
        for _ in range(20):
            json.loads(json.dumps(_ROW))
        trips += 20
    return trips / (now - start)
