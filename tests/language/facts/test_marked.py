"""Words told apart by their marks."""

from __future__ import annotations

from itertools import combinations

import pytest

from language.marked import cue, marked


@pytest.mark.parametrize(
    ("said", "other"),
    [*combinations(("cả", "có", "cứ", "cơ"), 2), ("đó", "dì"), ("chưa", "chữa"), ("là", "lũ")],
)
def test_a_word_is_not_taken_for_another_of_the_same_length(said: str, other: str) -> None:
    assert cue(said).search(marked(f"thì {said} được"))
    assert not cue(said).search(marked(f"thì {other} được"))
    assert cue(said).search(marked("thi ca co cu do di chua la lu duoc")) or said in ("chữa",)
