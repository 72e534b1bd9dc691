"""Latencies summed up, and the lines the benchmarks print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """One load's outcome: turns a second, and latencies in seconds."""

    name: str
    rate: float
    latencies: tuple[float, ...]

    def line(self) -> str:
        p50, p99 = (1000 * percentile(self.latencies, share) for share in (0.50, 0.99))
        return f"{self.name:<52}{self.rate:>9.0f}/s   p50 {p50:>6.1f} ms   p99 {p99:>6.1f} ms"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(name: str, value: str) -> None:
    """One figure on one line, at once: a benchmark may take minutes."""
    print(f"{name:<52}{value}", flush=True)
