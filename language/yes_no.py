"""Yes or no, when it is the whole answer."""

from __future__ import annotations

from typing import Final

from language.fold import clean
from language.wholly import is_one_of

YES: Final = (
    "có",
    "rồi",
    "đúng",
    "đúng rồi",
    "đúng vậy",
    "dạ",
    "dạ có",
    "dạ rồi",
    "vâng",
    "ừ",
    "ừm",
    "ok",
    "oke",
    "okie",
    "okay",
    "phải",
    "đã có",
    "có rồi",
    "đã có rồi",
    "đồng ý",
    "chuẩn",
    "được",
    "tất nhiên",
    "chính xác",
    "đủ",
    "đủ rồi",
    "yes",
    "y",
    "x có",
)
NO: Final = (
    "không",
    "chưa",
    "không có",
    "chưa có",
    "không phải",
    "không đúng",
    "sai",
    "ko",
    "k",
    "kg",
    "hông",
    "khong",
    "ko có",
    "k có",
    "dạ không",
    "dạ chưa",
    "chưa đâu",
    "không đâu",
    "không được",
    "không đồng ý",
    "chưa đủ",
    "không đủ",
    "no",
    "n",
)
_MOST_WORDS: Final = 6
_LONGEST: Final = 80


def read_yes_no(text: str) -> bool | None:
    """True for có, rồi, đúng, dạ…; False for không, chưa…; None for anything else.

    Every word counts: `có lẽ`, `không phải tôi`, `có không` are neither.
    """
    typed = clean(text) if len(text) <= _LONGEST else ""
    if len(typed.split()) > _MOST_WORDS:
        return None
    said = {meant for meant, phrases in ((False, NO), (True, YES)) if is_one_of(typed, phrases)}
    return said.pop() if len(said) == 1 else None
