"""Words that read alike without their marks are told apart by them."""

from __future__ import annotations

from itertools import combinations

import pytest

from language.marked import UnknownSpellingError, cue, marked

WORDS = (
    *("cả", "có", "cứ", "cũ", "cá", "cơ", "đã", "đủ", "để", "đi", "đê", "đó", "dì", "bà", "bị"),
    *("bộ", "hộ", "hđ", "họ", "ra", "rõ", "là", "lũ", "chưa", "chữa"),
)


@pytest.mark.parametrize(("one", "other"), combinations(sorted(set(WORDS)), 2))
def test_words_with_marks_of_their_own_are_told_apart(one: str, other: str) -> None:
    assert marked(one) != marked(other)


def test_a_word_typed_without_marks_may_be_any_of_its_spellings() -> None:
    assert cue("chưa").search(marked("chua co ke hoach"))
    assert cue("chữa").search(marked("phong chay chua chay"))
    assert not cue("chữa").search(marked("chưa có kế hoạch"))


def test_a_cue_of_a_spelling_that_is_not_listed_is_refused() -> None:
    with pytest.raises(UnknownSpellingError):
        cue("chừa")
