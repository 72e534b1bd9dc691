"""Latencies summed up, and the lines the benchmarks print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """One load's outcome: turns a second, latencies in seconds, turns the database refused."""

    name: str
    rate: float
    latencies: tuple[float, ...]
    refused: int = 0

    def line(self) -> str:
        p50, p99 = (1000 * percentile(self.latencies, share) for share in (0.50, 0.99))
        again = f"   {self.refused} given again" if self.refused else ""
        times = f"p50 {p50:>6.1f} ms   p99 {p99:>6.1f} ms"
        return f"{self.name:<52}{self.rate:>9.0f}/s   {times}{again}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(name: str, value: str) -> None:
    """One figure on one line, at once: a benchmark may take minutes."""
    print(f"{name:<52}{value}", flush=True)
