"""A name that is the whole message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.told_names import read_told_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tên là Vàng A Sính", "Vàng A Sính"),
        ("tên anh ấy là Vàng A Sính ạ", "Vàng A Sính"),
        ("à mà ảnh tên đầy đủ là Nông Văn Hải", "Nông Văn Hải"),
        ("anh ay ten la vang a sinh a", "vang a sinh"),
        ("họ tên: Lý Thị Lả", "Lý Thị Lả"),
        ("ảnh tên là Hải", "Hải"),
        ("ông Sùng A Lử", "Sùng A Lử"),
        ("Nông Văn Hải", "Nông Văn Hải"),
        ("Chu Văn An", "Chu Văn An"),
        ("Châu Thị Lan ạ", "Châu Thị Lan"),
        ("chú Sùng A Lử", "Sùng A Lử"),
        ("... tên là Vàng A Sính.", "Vàng A Sính"),
        ("anh vàng a sính", None),
        ("Xem Căn Cứ", None),
        ("tên là gì", None),
        ("tên là gì?", None),
        ("tên đợt là thi đua", None),
        ("tên là " + "Nông " * 30, None),
        ("", None),
    ],
)
def test_a_name_is_told_by_its_words_or_its_capitals(text: str, name: str | None) -> None:
    assert read_told_name(text) == name


@given(st.text(max_size=100))
def test_any_text_is_a_name_within_it_or_none(text: str) -> None:
    name = read_told_name(text)
    assert name is None or name.replace(" ", "").isalpha()
