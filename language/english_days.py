"""The few English words for days, said as the Vietnamese that the readers know."""

from __future__ import annotations

import re
from typing import Final

from language.fold import fold

_DAYS: Final = {
    "today": "hôm nay",
    "yesterday": "hôm qua",
    "the day before yesterday": "hôm kia",
    "tomorrow": "ngày mai",
}
_WEEKDAYS: Final = {
    "monday": "thứ hai",
    "tuesday": "thứ ba",
    "wednesday": "thứ tư",
    "thursday": "thứ năm",
    "friday": "thứ sáu",
    "saturday": "thứ bảy",
    "sunday": "chủ nhật",
}
_WEEKDAY: Final = re.compile(rf"(?:on )?(?P<last>last )?(?P<day>{'|'.join(_WEEKDAYS)})")
_AGO: Final = re.compile(r"(?P<n>\d{1,3}|a|one) (?P<unit>day|week)s? ago")
_UNITS: Final = {"day": "ngày", "week": "tuần"}


def in_vietnamese(text: str) -> str:
    """`yesterday`, `last Friday`, `3 days ago` where they are the whole text; else the text."""
    said = fold(text).strip(" .")
    if said in _DAYS:
        return _DAYS[said]
    weekday = _WEEKDAY.fullmatch(said)
    if weekday:
        return _WEEKDAYS[weekday["day"]] + (" vừa rồi" if weekday["last"] else "")
    ago = _AGO.fullmatch(said)
    if ago:
        return f"{ago['n'] if ago['n'].isdigit() else 1} {_UNITS[ago['unit']]} trước"
    return text
