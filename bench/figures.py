"""Latencies summed up, and the lines the benchmarks print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """One load's outcome: turns a second, latencies in seconds, turns the database refused.

    `rounds`: the rate of each, and how fast the machine was before it (bench.machine.speed);
    the load's rate is their median.
    """

    name: str
    rate: float
    latencies: tuple[float, ...]
    refused: int = 0
    rounds: tuple[tuple[float, float], ...] = ()

    def line(self) -> str:
        p50, p99 = (1000 * percentile(self.latencies, share) for share in (0.50, 0.99))
        again = f"   {self.refused} given again" if self.refused else ""
        times = f"p50 {p50:>6.1f} ms   p99 {p99:>6.1f} ms"
        line = f"{self.name:<52}{self.rate:>9.0f}/s   {times}{again}"
        return "\n".join([line, *self._rounds()])

    def _rounds(self) -> list[str]:
        if not self.rounds:
            return []
        fastest = max(speed for _, speed in self.rounds)
        each = " ".join(
            f"{rate:.0f}/s at {100 * speed / fastest:.0f} %" for rate, speed in self.rounds
        )
        return [f"  its rounds, and the machine's speed before each    {each}"]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(name: str, value: str) -> None:
    """One figure on one line, at once: a benchmark may take minutes."""
    print(f"{name:<52}{value}", flush=True)
