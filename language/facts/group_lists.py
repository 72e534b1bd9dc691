"""Lists of forces: those that detail a number told before, and those that go on one by one."""

from __future__ import annotations

import re
from typing import Final

from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_DETAILED: Final = re.compile(
    r"[^.;\d]{0,90}(?<!\w)(?:trong do|trong so do|trong so nay|gom"
    r"|bao gom)(?!\w)[^.;\d]{0,60}(?<![\w/])\d{1,3}(?![\w/%])"
    r"|[^.;:,\d]{0,50}:[^.;:,\d]{0,40}(?<![\w/])\d{1,3}"
    r"(?![\w/%]| (?:ho|chau|em|nguoi bi|nha|xe|nan nhan))"
)
_CHAINED: Final = re.compile(
    r"(?: (?:tham gia|co mat|cung lam))* ?(?:,|;|\+|va|cung|voi"
    r"|cung voi)(?!\w)[^.,;()\d]{0,32}"
)
_PARTS: Final = re.compile(r"(?<!\w)(?:trong do|gom|bao gom)(?!\w)")
_NUMBERS: Final = re.compile(r"(?<![\w/.,])\d{1,3}(?![\w/%])")
_VERB: Final = cue(
    r"cứu|đưa|kéo|giúp|sơ tán|di dời|vớt|tổng|trong đó|bị|xử lý|bế|cõng(?! (?:an|ty|nhân))|dìu"
    r"|bắt|tìm|gọi|gặp"
    r"|sống|giải|dẫn(?! (?:quân|bản|phòng|làng|cư|thôn))"
)


def is_detailed(passage: Passage, place: int, number: int) -> bool:
    """Whether the group is all of them, told apart afterwards: `30 người, trong đó đội 12`."""
    end = passage.sentence(place - 1).end
    if _DETAILED.match(passage.folded.text, place, end):
        return True
    parts = _PARTS.search(passage.folded.text, place, end)
    listed = _NUMBERS.findall(passage.folded.text, parts.end(), end) if parts else []
    return sum(map(int, listed)) == number


def goes_on_list(passage: Passage, between: Span) -> bool:
    """Whether only a comma and a body stand between: `đội 15 đ/c, công an 5 đ/c`."""
    listed = _CHAINED.fullmatch(passage.folded.text, *between)
    return listed is not None and not _VERB.search(passage.text, *between)
