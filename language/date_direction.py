"""Whether the words around a day without year point back or ahead: dự kiến 15/1, 20/12 tới."""

from __future__ import annotations

import re
from enum import Enum
from re import Match
from typing import Final

from language.date_reading import Reading
from language.fold import fold, marks

REACH: Final = 48


class Direction(Enum):
    BACK = "back"
    AHEAD = "ahead"
    THIS_YEAR = "this year"
    NEAREST = "nearest"


_WORD: Final = re.compile(r"[^\W\d_]+")
# `12/11 tới 15/11` goes on to a second day
_TO_ANOTHER: Final = (
    r" ?(?:[0-9]|(?:ngay|hom|thang|thu|tuan|nam|quy|het|cuoi|dau|giua|gio|nha|nay)\b)"
)
_AFTER: Final = re.compile(
    rf" (?:(?P<cue>(?:sap )?toi(?: day)?(?!{_TO_ANOTHER})|nay)(?![a-z0-9])(?P<on> ?\w)?"
    r"|(?P<back>vua roi|vua qua|da qua)\b)"
)
# gia đình, quyết định, cố định and the like hold `dinh`
_DINH: Final = "".join(
    f"(?<!{word} )"
    for word in ("gia", "quyet", "nghi", "quy", "co", "on", "nhat", "chi", "am", "xac")
)
_PLANS: Final = rf"du kien|du dinh|{_DINH}dinh|se|chuan bi|len lich|hen|hoan den|lui den|doi sang"
# nothing but words and times of day
_GAP: Final = r"(?:[^.;:,!?0-9]|\d{1,2} ?(?:h|g|gio|:) ?(?:\d\d)?)*"
_PLANNED: Final = re.compile(
    rf"\b(?P<cue>{_PLANS}|sap (?:toi|den|to chuc|trao|hop|dien ra|lam|gui|nop|hoan thanh|xet))\b"
    rf"(?P<gap>{_GAP})$"
)
_PLANNED_AFTER: Final = re.compile(
    r"[ ,]*(?:(?:thi|moi|xa|huyen|chung toi|chung em|don vi|em|hoi dong|phong|so|tinh|ho) )*"
    r"(?P<gap>)(?P<cue>se|du kien|du dinh)\b"
)
_DUE: Final = re.compile(
    r"\b(?P<cue>han(?: cuoi(?: cung)?| chot| chot nop| nop| gui| trinh)?|cham nhat|muon nhat"
    r"|thoi han|(?:gui|nop|trinh|xong|hoan thanh) (?:[a-z ]{0,16})?truoc)\b"
    rf"(?P<gap>{_GAP})$"
)
_DONE: Final = re.compile(r"\b(?:vi|do|da|cuu|xay ra|roi|bi|chay|khi|thanh tich|qua|hom)\b")
_MARKED: Final = {
    fold(word): marks(word)
    for word in ("dự", "kiến", "định", "sẽ", "sắp", "chuẩn", "hẹn", "hạn", "tới", "này", "chậm")
}


def direction(reading: Reading, match: Match[str], *, plans: bool) -> Direction | None:
    """What the words beside the match say of its year; with `plans` what is planned lies ahead."""
    after = _AFTER.match(reading.text, match.end())
    if after is not None and after["back"]:
        return Direction.BACK
    if after is not None and _points(reading, match, after):
        return Direction.THIS_YEAR if after["cue"] == "nay" else Direction.AHEAD
    if not plans:
        return None
    start = max(0, match.start() - REACH)
    before = reading.text[start : match.start()]
    if _says(_PLANNED.search(before), reading, start):
        return Direction.AHEAD
    if _says(_DUE.search(before), reading, start):
        return Direction.NEAREST
    ahead = _PLANNED_AFTER.match(reading.text, match.end(), match.end() + REACH)
    return Direction.AHEAD if _says(ahead, reading, 0) else None


def _points(reading: Reading, match: Match[str], after: Match[str]) -> bool:
    """`20/12 tới`, `25/12 này`; without marks `nay` and `toi` say it only where nothing follows."""
    if reading.has_marks() or not after["on"]:
        return _is_typed(reading, after.span("cue"))
    return after["cue"].endswith(" day") or match.group().startswith("thang")


def _says(found: Match[str] | None, reading: Reading, start: int) -> bool:
    if found is None or _DONE.search(found["gap"]):
        return False
    first, last = found.span("cue")
    return _is_typed(reading, (start + first, start + last))


def _is_typed(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether the words, where typed with marks, are those meant."""
    words = _WORD.findall(reading.folded.piece(*span))
    return not reading.has_marks() or all(
        _MARKED.get(fold(word), marks(word)) == marks(word) for word in words
    )
