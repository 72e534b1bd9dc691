"""Folding: what is dropped, and that the words as typed are found again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.fold import clean, fold, fold_with_origins, marks


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Thứ Sáu tuần trước", "thu sau tuan truoc"),
        ("ĐƯỜNG Đê", "duong de"),
        ("  hôm \t\n qua  ", "hom qua"),
        ("hôm\u200bqua\u00ad", "homqua"),
        ("12\u00a0tháng\u202f11", "12 thang 11"),
        ("12–11−2026", "12-11-2026"),
        ("１２/１１", "12/11"),
        ("\x00\x1b", ""),
        ("", ""),
        ("🎉 xong", "🎉 xong"),
    ],
)
def test_folding_drops_marks_case_and_what_cannot_be_seen(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(alphabet="aăâđêôơưáảãạắềộựỳ ABĐ12/", max_size=40))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text(max_size=60))
def test_the_whole_folded_text_came_from_the_whole_original(text: str) -> None:
    folded = fold_with_origins(text)
    assert fold(folded.piece(0, len(folded.text))) == folded.text


@given(st.text(max_size=60))
def test_both_ways_of_folding_agree(text: str) -> None:
    assert fold(text) == fold_with_origins(text).text


def test_a_piece_gives_the_words_back_as_typed() -> None:
    text = unicodedata.normalize("NFD", "Cứu cháu bé Hôm  qua nhé")
    folded = fold_with_origins(text)
    start = folded.text.index("hom qua")
    assert folded.piece(start, start + len("hom qua")) == "Hôm qua"
    assert folded.piece(3, 3) == ""
    assert folded.piece(900, 901) == ""


def test_a_clean_name_keeps_its_marks_and_loses_what_is_hidden() -> None:
    hidden = "Nông\u200b  Văn\u202e\nHải\x07"
    assert clean(unicodedata.normalize("NFD", hidden)) == "Nông Văn Hải"


def test_marks_do_not_care_which_letter_bears_them() -> None:
    assert marks("hoà") == marks("hòa")
    assert marks("thứ") != marks("thư")
    assert marks("đ") != marks("d")
