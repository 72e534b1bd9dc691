"""Persons named behind the post they hold: `Phó Bí thư Đảng ủy xã Lương Minh Tuấn`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.far_names import Named
from language.facts.name_words import MIDDLE_NAMES, NO_LAST_NAMES, NO_NAMES, SURNAMES
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_COMRADE: Final = r"(?:(?:đồng chí|đ/c|đc|dc|ông|bà|anh|chị) )?"
_BODY: Final = (
    r"(?:ủy ban nhân dân|ubnd|hđnd|hội đồng nhân dân|đảng ủy|đảng bộ|chi bộ|ban chỉ huy quân sự"
    r"|ban chqs|quân sự|công an|đoàn thanh niên|đoàn|hội (?:phụ nữ|nông dân|cựu chiến binh|ccb"
    r"|chữ thập đỏ|người cao tuổi)|mặt trận tổ quốc|mặt trận|mttq|ủy ban mttq|văn phòng|trạm y tế"
    r"|đội|tổ|phòng \w+ \w+|ban \w+ \w+|hợp tác xã|công đoàn)"
)
_POST: Final = (
    r"(?:phó |ủy viên )?(?:bí thư(?: thường trực)?|chủ tịch(?: thường trực)?|chủ nhiệm|giám đốc"
    r"|hiệu trưởng|trưởng(?= (?:công an|phòng|trạm|ban|đoàn|thôn|bản|xóm|khối|khu))|đội trưởng"
    r"|tổ trưởng|đồn trưởng|trạm trưởng|hạt trưởng|chỉ huy trưởng|chỉ huy phó|xã đội trưởng"
    r"|chính trị viên|cán bộ|công chức|chiến sĩ|công an viên|nhân viên|bí thư chi bộ)"
)
_SORT: Final = r"(?: (?:nghĩa vụ|trẻ|hợp đồng|bán chuyên trách|chuyên trách|thường trực))?"
_PLACE: Final = r"(?:xã|huyện|tỉnh|thị trấn|phường|thôn|bản|xóm|khối|trường \w+ \w+)"
_HELD: Final = cue(rf"{_COMRADE}{_POST}{_SORT}(?: {_BODY}){{0,2}}(?: {_PLACE})?")
_WORD: Final = re.compile(r" ([a-z]+)(?!\w)")
_MOST: Final = 4
_LEAST: Final = 3
# wards and schools of the province that bear a person's name
_PLACE_NAMES: Final = frozenset({"hoang van thu", "tran quoc toan", "ly thuong kiet", "le loi"})


def behind_a_post(
    passage: Passage, taken: Sequence[Span], *, has_capitals: bool
) -> Iterator[Named]:
    """Whole names that stand right behind a post, but for those found already."""
    for match in _HELD.finditer(passage.text):
        words = [*_words(passage, match.end())]
        count = _count(passage, words, has_capitals=has_capitals)
        if not count:
            continue
        span = (match.start(), words[count - 1][1])
        if not any(span[0] < high and low < span[1] for low, high in taken):
            key = passage.folded.text[slice(*words[count - 1])]
            yield Named(span, words[0][0], key, is_full=True)


def _words(passage: Passage, place: int) -> Iterator[Span]:
    for _ in range(_MOST):
        match = _WORD.match(passage.folded.text, place)
        if match is None:
            return
        yield match.span(1)
        place = match.end()


def _count(passage: Passage, words: Sequence[Span], *, has_capitals: bool) -> int:
    """How many of the words are a whole name: a surname and two or three more."""
    said = [passage.folded.text[slice(*span)] for span in words]
    if len(said) < _LEAST or said[0] not in SURNAMES or " ".join(said[:3]) in _PLACE_NAMES:
        return 0
    if has_capitals:
        count = 0
        for start, end in words:
            piece = passage.piece((start, end))
            if not piece[0].isupper() or (len(piece) > 1 and piece.isupper()):
                break
            count += 1
        return count if count >= _LEAST else 0
    if said[1] in ("van", "thi"):
        return 4 if len(said) > _LEAST and _is_longer(said) else 3
    is_name = said[1] in MIDDLE_NAMES and said[2] not in NO_LAST_NAMES
    return 3 if is_name and said[0] not in NO_NAMES else 0


def _is_longer(said: Sequence[str]) -> bool:
    return said[2] in MIDDLE_NAMES and said[3] not in NO_NAMES
