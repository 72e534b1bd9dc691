"""Words that say that something is not known, and words that say nothing sure."""

from __future__ import annotations

import pytest

from language.fold import fold
from language.unsure import is_vague, says_unknown


@pytest.mark.parametrize(
    "text", ["để xem lại", "để em hỏi lại đã", "quên mất rồi", "em sẽ bổ sung sau", "gửi sau ạ"]
)
def test_who_will_look_it_up_does_not_know(text: str) -> None:
    for typed in (text, fold(text)):
        assert says_unknown(typed)
        assert not is_vague(typed)


@pytest.mark.parametrize("text", ["chắc vậy", "có lẽ thế", "hình như có", "chắc là chưa", "có thể"])
def test_a_perhaps_is_vague_and_does_not_say_unknown(text: str) -> None:
    assert is_vague(text)
    assert is_vague(fold(text))
    assert not says_unknown(text)


@pytest.mark.parametrize("text", ["có", "rồi", "xem lại", "chắc chắn có", "", "chắc vậy " * 20])
def test_other_words_are_neither(text: str) -> None:
    assert not is_vague(text)
    assert not says_unknown(text)
