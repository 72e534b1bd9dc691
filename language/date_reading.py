"""What the forms of dates share: the folded text, today, and the words around a match."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from language.fold import Folded, fold, marks
from language.searching import Cue

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
NEARBY: Final = 100
SIGN: Final = "[a-z0-9]"
"""What a folded word is made of."""


class ImpossibleReason(StrEnum):
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_YEAR = "no_such_year"


class Kind(StrEnum):
    """How a day was said; a spoken day beside a written one is checked against it."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    WEEKDAY = "weekday"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece of folded text read as days `first`..`last`, or as an impossible day.

    `year_open`: a month or quarter without year, which a second one after it may settle.
    """

    start: int
    end: int
    first: date
    last: date
    kind: Kind
    weekday: int | None = None
    has_year: bool = True
    vague: bool = False
    year_open: bool = False
    impossible: ImpossibleReason | None = None


# what a word must be when it is typed with marks: "thắng 5" is no month, "thư" no weekday
_SPELLINGS: Final = {
    fold(words[0]): frozenset({"", *(marks(word) for word in words)})
    for words in (
        ("tháng",),
        ("thứ",),
        ("năm",),
        ("tối", "tới"),
        ("hôm",),
        ("ngày",),
        ("mai",),
        ("qua",),
        ("sau", "sáu"),
        ("tuần",),
        ("trước",),
        ("sáng",),
        ("sớm",),
        ("trưa",),
        ("chiều",),
        ("đêm",),
        ("quý",),
        ("nay", "này"),
        ("mùng",),
        ("mồng",),
        ("kia", "kìa"),
        ("ba",),
        ("tư", "từ"),
        ("bảy", "bẩy"),
        ("tám",),
        ("đến",),
        ("cuối",),
        ("đầu",),
        ("giữa",),
        ("rồi",),
        ("nữa", "nửa"),
        ("cách",),
        ("đây",),
        ("tết",),
        ("chủ",),
        ("nhật",),
        ("bữa",),
        ("mốt", "một"),
        ("hai",),
    )
}
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One text on its way to a date. `ahead`: a day without year lies ahead, not behind."""

    folded: Folded
    today: date
    ahead: bool

    @property
    def text(self) -> str:
        return self.folded.text

    def spelled(self, start: int, end: int) -> bool:
        """Whether the words as typed can be those that the folded text looks like."""
        if _WORD.search(self.text, start, end) is None:
            return True
        for word in _WORD.findall(self.folded.piece(start, end)):
            allowed = _SPELLINGS.get(fold(word))
            if allowed is not None and marks(word) not in allowed:
                return False
        return True

    def before(self, start: int) -> str:
        """The folded text just before a place, so far as it can matter."""
        return self.text[max(0, start - NEARBY) : start]

    def after(self, end: int) -> str:
        """The folded text just after a place, so far as it can matter."""
        return self.text[end : end + NEARBY]

    def has_marks(self) -> bool:
        """Whether the officer types with diacritics at all."""
        return _has_marks(self.folded.original)

    def of_year(self, day: int, month: int) -> date | None:
        """The day without year: the latest not after today, or (ahead) the nearest to come."""
        step = 1 if self.ahead else -1
        for year in (self.today.year, self.today.year + step):
            found = make_day(year, month, day)
            if found and (found >= self.today if self.ahead else found <= self.today):
                return found
        return None

    def of_month(self, day: int) -> date | None:
        """The day without month, by the same rule."""
        step = 1 if self.ahead else -1
        for n in range(3):
            year, month = shift_month(self.today.year, self.today.month, n * step)
            found = make_day(year, month, day)
            if found and (found >= self.today if self.ahead else found <= self.today):
                return found
        return None


@lru_cache(maxsize=8)
def _has_marks(text: str) -> bool:
    """Asked for at many places of one text."""
    return marks(text) != ""


def form(pattern: str) -> Cue:
    """One way to write or say days, sought in folded text."""
    return Cue(pattern, word=SIGN)


def make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    whole = year * 12 + month - 1 + by
    return whole // 12, whole % 12 + 1


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def full_year(raw: str, today: date) -> int:
    """`26` is 2026, `98` 1998: two digits reach ten years ahead; four stand as they are."""
    year = int(raw)
    if len(raw) > 2:  # noqa: PLR2004 - two digits
        return year
    return year + (2000 if 2000 + year <= today.year + 10 else 1900)
