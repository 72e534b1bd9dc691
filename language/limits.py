"""Words that set a limit in time: until a day, between two hours, before a day or on it."""

from __future__ import annotations

import re
from re import Match
from typing import Final

from language.fold import fold_with_origins
from language.numbers import NUMBER
from language.phrases import without_courtesy

_AFTER_DAYS: Final = re.compile(rf"(?:sau|trong) (?P<span>{NUMBER} (?:ngay|hom|tuan))(?: nua)?")


def read_after(text: str) -> str:
    """The words of a day; `sau 3 ngày` as it is said of a day to come: `3 ngày nữa`."""
    folded = fold_with_origins(text)
    match = _AFTER_DAYS.fullmatch(folded.text)
    return f"{folded.piece(*match.span('span'))} nữa" if match else text


_UNTIL_END: Final = re.compile(r"(?:den )?het(?: ngay)? (?P<day>.+)")


def read_until(text: str) -> tuple[str, bool]:
    """The words of a day, and whether it is meant with its end: `hết ngày 25/12`."""
    folded = fold_with_origins(text)
    match = _UNTIL_END.fullmatch(folded.text)
    return (folded.piece(*match.span("day")), True) if match else (text, False)


_CLOCK: Final = (
    r"(?P<{0}h>\d{{1,2}})(?: ?(?:h|:|gio|g)(?: ?(?P<{0}m>\d{{1,2}}|ruoi))?(?: ?phut)?)?"
    r"(?: ?(?P<{0}p>sang|trua|chieu|toi))?"
)
_BETWEEN: Final = re.compile(
    r"(?:tu |luc )?" + _CLOCK.format("a") + r" ?(?:-|den|toi|cho den) ?" + _CLOCK.format("b")
)
_NOON: Final = 12
_MINUTES: Final = 60
_WHOLE_DAY: Final = 1440


def read_hours(text: str) -> tuple[int, int] | None:
    """Two times of day as minutes from midnight: `8h-17h30`, `từ 7 giờ sáng đến 5 giờ chiều`.

    In the order said; the second may stand before the first. None where it is not two times.
    """
    match = _BETWEEN.fullmatch(without_courtesy(text))
    if match is None:
        return None
    first, last = _clock(match, "a"), _clock(match, "b")
    return None if first is None or last is None else (first, last)


def _clock(match: Match[str], which: str) -> int | None:
    hour, minute, part = int(match[f"{which}h"]), match[f"{which}m"], match[f"{which}p"]
    minutes = 30 if minute == "ruoi" else int(minute or 0)
    if part in ("chieu", "toi") and hour < _NOON:
        hour += _NOON
    at = hour * _MINUTES + minutes
    return at if minutes < _MINUTES and at <= _WHOLE_DAY else None


_VALID: Final = re.compile(
    r"(?:^|[ ,;(]+)(?:(?:han )?(?:chot |nop |gui )?(?P<before>truoc)"
    r"|(?:cham nhat|muon nhat|den het|han chot|han cuoi|han nop|thoi han|han|by|no later than))"
    r"(?![a-z0-9])(?:[ :]+(?:la|vao|trong|den))*[ :]*(?: het)?(?: ?ngay)? ?"
    r"(?P<day>[^,;()]+?)[ .)]*$"
)


def read_last_valid(text: str) -> tuple[str, str, bool] | None:
    """What stands before, the words of a day, and whether the report is due before that day.

    `gửi kết quả rà soát trước ngày 20/10/2023` is due before it: 19/10 is the last valid day.
    """
    folded = fold_with_origins(text)
    match = _VALID.search(folded.text)
    if match is None:
        return None
    ahead = folded.piece(0, match.start())
    return ahead.strip(" ,;-("), folded.piece(*match.span("day")), bool(match["before"])
