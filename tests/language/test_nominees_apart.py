"""Several nominees told on one line, and one whose line has commas of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.fold import fold
from language.nominees_apart import apart

APART = (
    ("ông Nông Văn Hải, bà Lý Thị Lả", ("ông Nông Văn Hải", "bà Lý Thị Lả")),
    ("anh Hải và anh Tú", ("anh Hải", "anh Tú")),
    ("Nông Văn Hải, Lý Thị Lả và Vi Văn Bé", ("Nông Văn Hải", "Lý Thị Lả", "Vi Văn Bé")),
    ("Hội Nông dân và Hội Phụ nữ", ("Hội Nông dân", "Hội Phụ nữ")),
    ("tập thể Dân quân xã và ông Hải", ("tập thể Dân quân xã", "ông Hải")),
)
ONE = (
    *("ông Hải, thôn Nà Pàn", "ông Hải, trưởng thôn Nà Pàn", "ông Hải, đội dân quân"),
    *("Phòng Văn hóa và Thông tin", "ông Hải sinh năm 1990, dân tộc Tày", "Nông Văn Hải", ""),
    *("Trạm y tế, 12 Lý Thường Kiệt", "Đội cứu hộ, cứu nạn xã", "vợ chồng anh Páo và chị Lả"),
)


@pytest.mark.parametrize(("line", "pieces"), APART)
def test_several_are_told_apart(line: str, pieces: tuple[str, ...]) -> None:
    assert apart(line) == pieces
    assert apart(fold(line)) == tuple(map(fold, pieces))


@pytest.mark.parametrize("line", ONE)
def test_one_with_a_comma_stays_one(line: str) -> None:
    assert apart(line) == (line,)
    assert apart(fold(line)) == (fold(line),)


@given(st.text(max_size=120))
def test_any_line_is_kept_whole_or_in_pieces_of_it(line: str) -> None:
    pieces = apart(line)
    assert pieces == (line,) or all(fold(piece) in fold(line) for piece in pieces)
