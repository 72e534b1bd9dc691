"""The kind of a nominee by the first words of its line: a body, a household or a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from language.facts.name_words import SURNAMES
from language.fold import clean, fold, marks


def _spelled(text: str) -> Mapping[str, str]:
    """Each phrase folded → its marks."""
    phrases = [clean(one) for one in text.split("|")]
    return MappingProxyType({fold(one): marks(one) for one in phrases})


_BODIES: Final = _spelled(
    """tập thể | toàn thể | toàn bộ | cả tổ | cả đội | cả thôn
    | cả phòng | cả trường | cả xã | tiểu đội | trung đội | đại đội | đội | tổ | nhóm | phòng
    | ban | trạm | đồn | chi đoàn | liên đoàn | công đoàn | chi hội | hội | chi bộ | đảng bộ
    | đảng ủy | trường | lớp | khoa | hạt | kho bạc | chi cục | cục | sở | ubnd | hđnd | ubmttq
    | mttq | mặt trận | ủy ban | hội đồng | thôn | bản | xóm | khối | khu | xã | thị trấn | phường
    | huyện | đơn vị | cơ quan | công ty | doanh nghiệp | hợp tác xã | htx | lâm trường | bệnh viện
    | trung tâm | bộ phận | tòa án | viện kiểm sát | viện | văn phòng | chi nhánh | câu lạc bộ | clb
    | kíp | ca trực | ê kíp | tập đoàn | nhà trường | nhà máy | đài | điện lực | bưu điện
    | ngân hàng | lữ đoàn | trung đoàn | tiểu đoàn | ban chỉ huy | tổ hợp tác
    | collective"""
)
# a body where a place or the like goes on, else one man of it
_FORCES: Final = _spelled(
    """công an | dân quân | lực lượng | bộ đội | quân sự | phụ nữ | thanh niên | nông dân | kiểm lâm
    | cựu chiến binh | ccb | đoàn | biên phòng | hải quan | cảnh sát | cán bộ và nhân dân | nhân dân
    | hội viên"""
)
_GOES_ON: Final = frozenset(
    {
        *("xa", "thi", "phuong", "huyen", "tinh", "thon", "ban", "xom", "khoi", "khu", "pho"),
        *("tp", "tu", "co", "thuong", "thanh", "tncs", "tnchcm", "truong", "cong", "kiem"),
        *("nghe", "xe", "cua", "giao", "hinh", "lien"),
    }
)
_MIDDLE: Final = frozenset({"van", "thi"})
_NO_BODY: Final = frozenset({"truong", "pho", "vien"})
_ALONE: Final = frozenset(
    {"tap the", "to", "doi", "phong", "ban", "truong", "ubnd", "hoi", "doan", "tram", "collective"}
)
_HOUSEHOLDS: Final = _spelled("hộ gia đình | hộ | gia đình | household")
_PERSONS: Final = _spelled(
    """cá nhân | ông | bà | anh | chị | em | đồng chí | đ/c | đc | cô | cháu | chú | bác | cụ | thầy
    | bạn | individual"""
)
_LONGEST: Final = 5
_FULL_NAME: Final = re.compile(r"\b(?P<surname>[a-z]+) (?:van|thi)(?: [a-z]+){1,3}\Z")
_SCHOOL: Final = re.compile(
    r"truong (?:thpt|thcs|tieu hoc|mam non|mau giao|trung hoc|pt|ptdt|pho thong|cao dang|cap|noi"
    r"|day nghe|chinh tri|th)\b"
)


def kind_of(text: str) -> str | None:
    """`individual`, `collective` or `household`; None where no word tells it.

    `Tô Văn Hải`, `Tổ trưởng Lý Văn Páo` are persons, `Tổ tự quản` is a body.
    """
    words = clean(text).split()
    if _is_bare_name(words):
        return "individual"
    if _begins(words, _HOUSEHOLDS):
        return "household"
    body = _begins(words, _BODIES)
    if body and _NO_BODY.isdisjoint(map(fold, words[body : body + 1])):
        return "collective"
    force = _begins(words, _FORCES)
    if 0 < force < len(words) and fold(words[force]) in _GOES_ON and fold(words[-2]) not in _MIDDLE:
        return "collective"
    return "individual" if _begins(words, _PERSONS) else None


def is_kind_word(folded: str) -> bool:
    """Whether it is only such a word, and nobody's name."""
    return folded in _ALONE or folded in _HOUSEHOLDS or folded in _PERSONS


def _begins(words: list[str], phrases: Mapping[str, str]) -> int:
    """How many words the phrase has that the line begins with and goes on after; 0 for none.

    A phrase of several words (`cả đội`, `công đoàn`) may be the whole line.
    """
    for size in range(min(_LONGEST, len(words) if len(words) > 1 else 0), 0, -1):
        head = " ".join(words[:size])
        spelled = phrases.get(fold(head))
        if spelled is not None and (head.isascii() or marks(head) == spelled):
            return size
    return 0


def _is_bare_name(words: list[str]) -> bool:
    """`to van hai`, `truong thon ly van a`: without marks a full name tells a person."""
    line = " ".join(words)
    if not line.isascii() or _begins(words, _HOUSEHOLDS) > 1:
        return False
    folded = fold(line)
    named = _FULL_NAME.search(folded)
    if named is None or named["surname"] not in SURNAMES or _SCHOOL.match(folded):
        return False
    before = folded[: named.start()].split()
    return not before or not _NO_BODY.isdisjoint(before)
