"""Days by the way they are spoken of: hôm qua, 3 ngày trước, thứ sáu tuần trước."""

from __future__ import annotations

import re
from datetime import date, timedelta
from re import Match
from typing import Final

from language.date_context import AGO_OF, counts_back, is_vague
from language.date_reading import (
    NEARBY,
    Candidate,
    Kind,
    Reading,
    form,
    make_day,
    monday_of,
    month_end,
    shift_month,
)
from language.fold import marks
from language.numbers import NUMBER, to_int

PART: Final = (
    r"(?:rang sang|gan sang|sang som|som|sang|trua|chieu toi|chieu|toi|dem khuya|dem|khuya)"
)
# `mai họp` is tomorrow, Mai a name
_ACTS: Final = "(?:hop|nop|gui|trinh|em|xa|toi|minh|don vi|phong|huyen|se|to chuc|trao|di)"
NEAR: Final = form(
    rf"\b(?:(?:{PART} )?(?:hom |ngay )?(?P<before>truoc) (?:ngay )?hom qua"
    rf"|(?:{PART} )?(?:hom|bua) (?P<hom>nay|qua|kia)|(?:{PART} )(?P<part>nay|qua|kia|mai)"
    rf"|(?P<mai>^mai$|(?:^|(?<=[,.;] ))mai(?= {_ACTS}\b))"
    rf"|(?:{PART} )?ngay (?P<ngay>mai|kia|mot|hom qua|hom kia)"
    r"|h(?:om)?(?P<short>nay|qua))"
    r"(?![a-z0-9])"
)
_ABOUT: Final = r"(?:khoang|chung|tam|dung|tron|gan|hon|da|vua dung|chua day)"
_FEW: Final = "mot|hai|ba|bon|nam|sau|bay|tam|chin"
AGO: Final = form(
    r"\b(?:(?P<lead>(?:cach (?:day|nay|hom nay|ngay nay)|truoc day) ))?"
    rf"(?:{_ABOUT} ){{0,2}}"
    rf"(?:(?P<few>\d{{1,2}} ?- ?|(?:{_FEW}) (?!muoi)))?"
    rf"(?P<n>{NUMBER}|nua) ?(?P<unit>ngay|hom|bua|tuan|thang|nam)"
    r"(?: (?P<tail>truoc day|truoc|nua))?(?![a-z0-9])"
)
_WHICH: Final = (
    r"truoc nua|truoc|vua roi|vua qua|roi|qua|nay|sau nua|sau|toi|ke tiep|tiep theo|ke(?! hoach)"
)
WEEKDAY: Final = form(
    rf"(?<![a-z0-9])(?P<lead>(?:(?:{PART}|hom|bua|vao|luc|tu|den|ngay|truoc|sau) ){{1,4}})?"
    r"(?:thu ?(?P<name>hai|ba|tu|nam|sau|bay|[2-7])|t(?P<short>[2-7])"
    r"|(?P<sunday>(?:chu|chua) nhat|cn))"
    rf"(?: (?P<week>(?:cua )?tuan (?:{_WHICH})"
    r"|vua roi|vua qua|truoc|roi|qua|nay|toi|sap toi))?(?![a-z0-9])"
)
THIS_DAY: Final = form(
    r"\bngay nay (?:cua )?(?P<unit>tuan|thang|nam) (?P<said>truoc|ngoai|sau|toi)(?![a-z0-9])"
)
WEEK: Final = form(
    rf"\b(?P<part>(?:cuoi|dau|giua) )?tuan (?P<said>{_WHICH})"
    r"(?![a-z0-9])"
)
_NEAR_DAYS: Final = {"nay": 0, "qua": -1, "kia": -2, "mai": 1}
_NGAY_DAYS: Final = {"mai": 1, "kia": 2, "mot": 2, "hom qua": -1, "hom kia": -2}
_NAMES: Final = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_DAYS: Final = {"ngay": 1, "hom": 1, "bua": 1, "tuan": 7}
_HALF_MONTH: Final = 15
_SUNDAY: Final = 6
_TWO_DAYS: Final = timedelta(days=2)


def near(reading: Reading, match: Match[str]) -> Candidate | None:
    ngay, other = (
        match["ngay"],
        match["hom"] or match["part"] or match["short"] or match["mai"],
    )
    if match["mai"] and match.end() < len(reading.text) and _has_capital(reading, match):
        return None
    if match["hom"] == "nay" and is_vague(reading, match):
        return None
    if match["before"]:
        return _one(match, reading.today - _TWO_DAYS)
    shift = _NGAY_DAYS[ngay] if ngay else _NEAR_DAYS[other]
    word = reading.folded.piece(*match.span()).lower()
    if match["hom"] == "kia" and marks(word[-3:]) == marks("kìa"):
        shift = -3
    if ngay == "mot" and marks(word[-3:]) != marks("mốt"):
        whole = match.span() == (0, len(reading.text))
        return None if reading.has_marks() or not whole else _one(match, reading.today + _TWO_DAYS)
    return _one(match, reading.today + timedelta(days=shift))


def _has_capital(reading: Reading, match: Match[str]) -> bool:
    return not reading.folded.piece(*match.span()).islower()


def ago(reading: Reading, match: Match[str]) -> Candidate | None:
    """`3 ngày trước`, `cách đây một tuần`, `2 tuần nữa`; months and years only roughly."""
    tail, unit = match["tail"], match["unit"]
    if not (match["lead"] or tail) or AGO_OF.match(reading.text, match.end()):
        return None
    sign = 1 if tail == "nua" and not match["lead"] else -1
    if match["n"] == "nua":
        half = timedelta(days=_HALF_MONTH * sign)
        return _one(match, reading.today + half, vague=True) if unit == "thang" else None
    count = to_int(match["n"])
    if count is None or _is_name(reading, match) or is_vague(reading, match):
        return None
    return _back(reading, match, sign=sign, count=count)


def _back(reading: Reading, match: Match[str], *, sign: int, count: int) -> Candidate | None:
    unit = match["unit"]
    least = to_int(match["few"].strip(" -")) if match["few"] else None
    if least is not None and least < count and unit in _DAYS:
        return _few(reading, match, sign=sign, counts=(least, count))
    if match["few"] == "nam " and match["n"] == "ba":  # three to five, or so
        return None
    if unit == "nam":
        year = reading.today.year + sign * count
        return _span(match, date(year, 1, 1), date(year, 12, 31))
    if unit == "thang":
        year, month = shift_month(reading.today.year, reading.today.month, sign * count)
        day = make_day(year, month, reading.today.day) or month_end(year, month)
        return _one(match, day, vague=True)
    return _one(match, reading.today + timedelta(days=sign * count * _DAYS[unit]))


def _few(reading: Reading, match: Match[str], *, sign: int, counts: tuple[int, int]) -> Candidate:
    """`2-3 ngày trước`, `hai ba tuần trước`: between the two."""
    step = timedelta(days=sign * _DAYS[match["unit"]])
    near, far = (reading.today + step * count for count in counts)
    return _span(match, min(near, far), max(near, far))


def this_day(reading: Reading, match: Match[str]) -> Candidate | None:
    """`ngày này tuần trước`, `ngày này năm ngoái`."""
    today, sign = reading.today, 1 if match["said"] in ("sau", "toi") else -1
    if match["unit"] == "tuan":
        return _one(match, today + timedelta(days=7 * sign))
    months = sign if match["unit"] == "thang" else 12 * sign
    year, month = shift_month(today.year, today.month, months)
    return _one(match, make_day(year, month, today.day) or month_end(year, month))


def weekday(reading: Reading, match: Match[str]) -> Candidate | None:
    number = _number(match)
    said = (match["week"] or "").removeprefix("cua ")
    day = _in_week(reading, number, said=said)
    kind = Kind.SPOKEN if said else Kind.WEEKDAY
    if kind is Kind.WEEKDAY and not (match["lead"] or _stands_free(reading, match)):
        return None
    start, end = match.span()
    return Candidate(start, end, day, day, kind=kind, weekday=number)


def _number(match: Match[str]) -> int:
    name = match["name"] or match["short"]
    if name is None:
        return _SUNDAY
    return int(name) - 2 if name.isdigit() else _NAMES[name]


def _in_week(reading: Reading, number: int, *, said: str) -> date:  # noqa: PLR0911 - one a wording
    today = reading.today
    week = monday_of(today) + timedelta(days=number)
    if said == "tuan truoc nua":
        return week - timedelta(days=14)
    if said in ("tuan truoc", "tuan roi", "tuan qua", "tuan vua roi", "tuan vua qua"):
        return week - timedelta(days=7)
    if said == "tuan sau nua":
        return week + timedelta(days=14)
    if said in ("tuan sau", "tuan toi", "tuan ke", "tuan ke tiep", "tuan tiep theo"):
        return week + timedelta(days=7)
    if said in ("tuan nay", "nay"):
        return week
    if said in ("vua roi", "vua qua", "truoc", "roi", "qua"):
        return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    if said in ("toi", "sap toi"):
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    behind = (today.weekday() - number) % 7
    return today + timedelta(days=-behind % 7 if reading.ahead else -behind)


def _stands_free(reading: Reading, match: Match[str]) -> bool:
    """A bare weekday counts where a clause begins, but not in `lần thứ hai` or `Thứ hai, …`."""
    before, after = reading.before(match.start()), reading.after(match.end())
    if not re.search(r"(?:^|[^a-z0-9 ]| du kien| hen|^du kien) ?$", before):
        return False
    if not after.strip(" .;!?)") or re.match(r"[ ,(]*(?:ngay |hom )?\d", after):
        return True
    return bool(match["name"] or match["sunday"] == "chu nhat") and not re.match(r",| la\b", after)


def _is_name(reading: Reading, match: Match[str]) -> bool:
    """`anh Nguyễn Văn Ba tuần trước`: a number word written as the end of a name."""
    said = reading.folded.piece(*match.span("n"))
    before = reading.folded.piece(max(0, match.start() - NEARBY), match.start()).split()
    return said.istitle() and bool(before) and before[-1].istitle()


def week(reading: Reading, match: Match[str]) -> Candidate | None:
    if counts_back(reading, match):
        return None
    monday = _in_week(reading, 0, said=f"tuan {match['said']}")
    part = (match["part"] or "").strip()
    first, last = {"dau": (0, 1), "giua": (2, 3), "cuoi": (4, 6)}.get(part, (0, 6))
    return _span(match, monday + timedelta(days=first), monday + timedelta(days=last))


def _one(match: Match[str], day: date, *, vague: bool = False) -> Candidate:
    return Candidate(match.start(), match.end(), day, day, kind=Kind.SPOKEN, vague=vague)


def _span(match: Match[str], first: date, last: date) -> Candidate:
    return Candidate(match.start(), match.end(), first, last, kind=Kind.SPAN)


FORMS: Final = ((NEAR, near), (AGO, ago), (WEEKDAY, weekday), (WEEK, week), (THIS_DAY, this_day))
