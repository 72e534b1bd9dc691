"""Words that say plainly that the officer does not know."""

from __future__ import annotations

import re
from typing import Final

from language.commands import read_command
from language.fold import fold
from language.wholly import is_one_of

_LONGEST: Final = 80
_NOT: Final = (
    "không",
    "chưa",
    "ko",
    "k",
    "chẳng",
    "không được",
    "chưa được",
    "cũng không",
    "cũng chưa",
)
_KNOWN: Final = ("biết", "rõ", "chắc", "chắc chắn", "nắm", "nắm rõ", "nắm chắc", "nhớ", "nhớ rõ")
_ENDS: Final = ("", " lắm", " nữa", " đâu", " được", " luôn", " cho lắm")
_ENGLISH: Final = (
    *("not known", "not known yet", "unknown", "not sure", "not sure yet", "i am not sure"),
    *("i'm not sure", "unsure", "no idea", "not certain", "i have no idea"),
    *(
        f"{who}{cannot}{end}"
        for who in ("", "i ", "we ")
        for cannot in ("don't know", "dont know", "do not know")
        for end in ("", " yet")
    ),
)
_ROUGH: Final = re.compile(
    r"\b(?:khoang|tam|chung|hinh nhu|co le|chac la|chac|doan|about|around|maybe|perhaps)\b|~"
)
_WHO: Final = (
    "",
    "em ",
    "tôi ",
    "mình ",
    "để ",
    "để em ",
    "để tôi ",
    "để mình ",
    "chờ em ",
    "đợi em ",
)
_LOOK: Final = ("xem lại", "hỏi lại", "kiểm tra lại", "coi lại", "rà lại", "tra lại", "tìm hiểu")
_FORGOT: Final = ("quên", "quên mất", "quên rồi", "quên mất rồi", "quên béng", "quên béng mất")
_WILL: Final = (
    "bổ sung sau",
    "cập nhật sau",
    "báo sau",
    "gửi sau",
    "nộp sau",
    "tính sau",
    "có sau",
)
_LATER: Final = (
    *(f"{who}{look}{end}" for who in _WHO if who for look in _LOOK for end in ("", " đã", " sau")),
    *(f"{look} đã" for look in _LOOK),
    *(f"{who}{forgot}" for who in ("", "em ", "tôi ", "mình ") for forgot in _FORGOT),
    *(f"{who}{later}" for who in ("", "em ", "sẽ ", "em sẽ ", "để em ") for later in _WILL),
)
_VAGUE: Final = tuple(
    f"{maybe}{such}"
    for maybe in ("chắc", "chắc là", "có lẽ", "hình như", "có thể", "chắc cũng", "nghe đâu")
    for such in (
        *("", " vậy", " thế", " là vậy", " là thế", " có", " là có", " đúng", " không", " rồi"),
        *(" chưa", " được", " thôi", " đủ", " là rồi", " là chưa", " là không", " ổn"),
    )
)
PHRASES: Final = (
    *(f"{no} {know}{end}" for no in _NOT for know in _KNOWN for end in _ENDS),
    *_ENGLISH,
    *_LATER,
)


def says_unknown(text: str) -> bool:
    """`chưa biết`, `không chắc ạ`, `để em xem lại`, `quên mất`: that it is not known now."""
    if len(text) > _LONGEST:
        return False
    return read_command(text) == "unknown" or is_one_of(text, PHRASES)


def is_vague(text: str) -> bool:
    """`chắc vậy`, `có lẽ thế`, `hình như có`: neither an answer nor that there is none."""
    return len(text) <= _LONGEST and is_one_of(text, _VAGUE)


def is_rough(text: str) -> bool:
    """`khoảng 20/11`, `hình như hôm qua`: said as near the day, not as the day."""
    return bool(_ROUGH.search(fold(text)))
