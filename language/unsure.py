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
PHRASES: Final = (
    *(f"{no} {know}{end}" for no in _NOT for know in _KNOWN for end in _ENDS),
    *_ENGLISH,
)


def says_unknown(text: str) -> bool:
    """`chưa biết`, `không rõ lắm`, `không chắc ạ`: the answer is that it is not known."""
    if len(text) > _LONGEST:
        return False
    return read_command(text) == "unknown" or is_one_of(text, PHRASES)


def is_rough(text: str) -> bool:
    """`khoảng 20/11`, `hình như hôm qua`: said as near the day, not as the day."""
    return bool(_ROUGH.search(fold(text)))
