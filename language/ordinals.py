"""Which of several is meant by its place: `2`, `việc đầu`, `vụ thứ hai trước`."""

from __future__ import annotations

import re
from typing import Final

from language.numbers import NUMBER, to_int
from language.phrases import without_courtesy

LAST: Final = -1
_THING: Final = r"(?:(?:cai|viec|vu|truong hop|ho so|so|cau|muc|y|case|number)(?: so)? )?"
_PLACE: Final = re.compile(
    rf"(?:xet |xem |lam |chon |lay |hoi |the )*{_THING}(?:(?:thu )?(?P<number>{NUMBER})"
    r"|(?P<first>dau(?: tien)?|thu nhat|nhat|mot|tren|first)|(?P<second>second)"
    r"|(?P<last>cuoi(?: cung)?|sau cung|duoi|last))"
    r"(?: (?:truoc(?: tien| da)?|da|thoi|di|one|first))*"
)


def read_ordinal(text: str) -> int | None:
    """Its number counted from one, LAST for the last; None where no one of them is meant."""
    place = _PLACE.fullmatch(without_courtesy(text))
    if place is None:
        return None
    if place["last"]:
        return LAST
    if place["number"]:
        return to_int(place["number"])
    return 1 if place["first"] else 2
