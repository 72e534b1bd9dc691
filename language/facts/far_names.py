"""Names that stand some words after their title: `anh bảo vệ cây xăng là Vy Văn Thuần`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from language.facts.name_words import SURNAMES
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

PLACES: Final = frozenset(
    {
        *("den", "chua", "cho", "truong", "tram", "don", "trung", "cong", "ubnd", "hop", "benh"),
        *("nha", "khu", "cau", "cua", "vien", "dinh", "hang", "mo", "phong", "hoi", "doi"),
    }
)
"""How the name of a place or a body begins."""
_PERSON: Final = cue(
    r"anh|chị|ông|bà|cô|chú|bác|em|cháu|cụ|thầy|cậu|bạn|đồng chí|đ/c|đc|người|thợ|nhân viên|bảo vệ"
    r"|lái xe|tài xế|cán bộ|chiến sĩ|công nhân|nông dân|giáo viên|học sinh|sinh viên|thanh niên|vợ"
    r"|chồng|tên|tên là|công an|dân quân|đoàn viên|trưởng \w+|chủ \w+|phó \w+|kỹ sư|y tá|hộ"
    r"|lão \w+|ngư dân|tiểu thương|phụ xe|shipper|phóng viên"
)
_PLACE_BEFORE: Final = cue(
    r"(?:thôn|bản|xóm|xã|phường|huyện|tỉnh|đường|phố|khối|trường|công ty|cầu|suối|sông|hồ|đèo|chợ"
    r"|đồn|trạm|đội|khu|hang|núi|thcs|thpt|tiểu học|mầm non|bệnh viện|của|cứu|đưa|cõng|bế|kéo|vớt"
    r"|dìu|bắt|gặp|thấy|nhà|ngầm|đập|mỏ|làng|thị trấn|đền|chùa|htx|ở|tại|báo|quán) $"
)
_FAR: Final = 48
_FEWEST: Final = 3
_MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A person as named: the whole stretch, where the name itself begins, and its last word."""

    span: Span
    name_at: int
    key: str
    is_full: bool


def far_from_title(passage: Passage, taken: Sequence[Span]) -> Iterator[Named]:
    """Three or four words with capitals, the first a surname, somewhat after a word for one."""
    for words in _capital_runs(passage):
        start, end = words[0][0], words[-1][1]
        first = passage.folded.text[slice(*words[0])]
        inside = any(start < high and low < end for low, high in taken)
        if inside or first not in SURNAMES or not _FEWEST <= len(words) <= _MOST:
            continue
        low = max(passage.clause(start).start, start - _FAR)
        between = passage.text[low:start]
        if _PERSON.search(between) and not _PLACE_BEFORE.search(between):
            yield Named((start, end), start, passage.folded.text[slice(*words[-1])], is_full=True)


def _capital_runs(passage: Passage) -> Iterator[list[Span]]:
    """Words side by side that all begin with a capital and go on small."""
    original, origins = passage.folded.original, passage.folded.origins
    run: list[Span] = []
    for match in re.finditer(r"[a-z]+", passage.folded.text):
        piece = original[origins[match.start()] : origins[match.end() - 1] + 1]
        is_name = piece[0].isupper() and (len(piece) == 1 or not piece.isupper())
        beside = bool(run) and passage.folded.text[run[-1][1] : match.start()] == " "
        if run and not (is_name and beside):
            yield run
            run = []
        if is_name:
            run.append(match.span())
    if run:
        yield run
