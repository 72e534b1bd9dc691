"""Which language a text is in, where that is plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.questions.spelling import is_syllable
from language.spoken import _ENGLISH, language_of


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "Can you help me?",
        "How many days do I have to submit a surprise award?",
        "Yesterday 12 militiamen out of 18 saved 2 children",
        "My colleague Nông Văn Hải saved two children",
        "I don't know",
    ],
)
def test_english_is_known_by_its_words(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", ["xin chào", "khen đột xuất được không?", "Nông Văn Hải"])
def test_vietnamese_is_known_by_its_marks(text: str) -> None:
    assert language_of(text) == "vi"


@pytest.mark.parametrize(
    "text", ["", "12/11", "ok", "hi", "khen dot xuat duoc khong", "mai nhac lai", "???"]
)
def test_what_may_be_either_is_neither(text: str) -> None:
    assert language_of(text) is None


def test_no_english_word_is_a_vietnamese_syllable_without_its_marks() -> None:
    assert not [word for word in _ENGLISH if is_syllable(word)]


@given(st.text(max_size=200))
def test_any_text_has_one_language_or_none(text: str) -> None:
    assert language_of(text) in ("vi", "en", None)
