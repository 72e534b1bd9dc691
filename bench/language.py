"""How long the readers take over the longest texts an officer can send."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from datetime import date

from bench.figures import report
from language.commands import read_command
from language.corrections import read_correction
from language.dates import ImpossibleDate, find_date

TODAY = date(2026, 11, 21)
LENGTH = 5_000
PIECES = ("12/11 ", "ngày ", "hai mươi ", "từ ngày ", "12.12.", "1", "năm 2022 ", "sáng (", "nhầm ")


def measure() -> None:
    """Print the slowest of the pieces, repeated to the length, for each reader."""
    report(f"dates, {LENGTH} characters, slowest", _slowest(_date))
    report(f"commands, {LENGTH} characters, slowest", _slowest(read_command))
    report(f"corrections, {LENGTH} characters, slowest", _slowest(read_correction))


def _date(text: str) -> None:
    with contextlib.suppress(ImpossibleDate):
        find_date(text, TODAY)


def _slowest(read: Callable[[str], object]) -> str:
    slowest = 0.0
    for piece in PIECES:
        text = (piece * LENGTH)[:LENGTH]
        start = time.perf_counter()
        read(text)
        slowest = max(slowest, time.perf_counter() - start)
    return f"{1000 * slowest:>9.1f} ms"
