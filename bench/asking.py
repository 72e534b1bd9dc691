"""How fast a message in the officer's own words is read, and how fast it is answered."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from itertools import count, cycle, islice

from bench.figures import percentile, report
from bench.language import PIECES
from bot.asking import answered
from language.facts.whole import read_message

TODAY = date(2026, 11, 21)
LONG = 4_000
READINGS = 300
SECONDS = 3.0
_SENT = count()
_SPACES = " \t"
_BITS = 16
KINDS = ("surprise", "thematic", "revocation")
SHORT = (
    "Hôm qua 12 đc dân quân trong 18 người cứu được 2 cháu bé ở suối, khen đột xuất được không?",
    "hom qua anh Hai cuu 1 nguoi duoi nuoc, chua co van ban cong nhan, con kip trinh khong",
    "Xã có kế hoạch, phát động, tổng kết, hướng dẫn thiếu phạm vi, trình được chưa?",
    "Sở định trình 9 người mà hướng dẫn chỉ ghi tối đa 6 cá nhân thì sao?",
    "Ông A được giấy khen 15/01/2020, năm 2019 bị kỷ luật khiển trách, có phải hủy không?",
    "Hạn 10 ngày tính từ lúc nào?",
    "Tập thể phải chiếm bao nhiêu phần lực lượng?",
    "lệ phí đăng ký kết hôn bao nhiêu",
    "xin chào",
    "ok",
)


def measure() -> None:
    """Print long messages by p50 and p99, and short ones a second on one core."""
    read_message(SHORT[0], TODAY)
    answered(SHORT[0], TODAY)
    long = " ".join(islice(cycle(SHORT), LONG))[:LONG]
    _report("as officers write", long, times=READINGS)
    for piece in PIECES:
        _report(f"«{piece.strip()}»", (piece * LONG)[:LONG], times=READINGS // 20)
    report("read, short messages", f"{_rate(read_message):>9.0f}/s")
    report("answered, short messages", f"{_rate(answered):>9.0f}/s")


def _report(name: str, text: str, *, times: int) -> None:
    """The slowest kind's p50 and p99."""
    taken = max(([_taken(text, kind) for _ in range(times)] for kind in KINDS), key=sum)
    p50, p99 = (1000 * percentile(taken, share) for share in (0.5, 0.99))
    report(f"read, {LONG} characters, {name}", f"p50 {p50:>6.1f} ms   p99 {p99:>6.1f} ms")


def _taken(text: str, kind: str) -> float:
    message = _anew(text)
    start = time.perf_counter()
    read_message(message, TODAY, kind=kind)
    return time.perf_counter() - start


def _anew(text: str) -> str:
    """The text with a space of its own behind it: nothing of it is remembered."""
    number = next(_SENT)
    return text + "".join(_SPACES[number >> bit & 1] for bit in range(_BITS))


def _rate(answer: Callable[[str, date], object]) -> float:
    """Messages a second, one after the other, in one thread."""
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        for text in SHORT:
            answer(_anew(text), TODAY)
        count += len(SHORT)
    return count / (time.perf_counter() - start)
