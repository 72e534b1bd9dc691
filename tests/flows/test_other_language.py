"""Words in the other language are answered in it, with one tap to go over to it."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

ENGLISH = "It looks as if you write English"


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "Can you help me?",
        "How many days do I have to submit a surprise award?",
        "Yesterday 12 militiamen out of 18 saved 2 children, can they get a surprise award?",
    ],
)
def test_english_is_answered_in_english_and_offered(text: str) -> None:
    officer = Officer().say(text)
    assert ENGLISH in officer.text
    officer.tap("g:language:en")
    assert officer.language == "en"
    assert "What do you need?" in officer.text


@pytest.mark.parametrize("before", [("trợ giúp",), ("hỏi thử",), ("khen đột xuất",)])
def test_english_is_offered_wherever_it_is_not_understood(before: tuple[str, ...]) -> None:
    officer = Officer().say(*before, "We saved two children from the river")
    assert ENGLISH in officer.text
    assert "g:language:en" in officer.buttons


def test_in_english_it_is_said_that_cases_are_read_in_vietnamese() -> None:
    officer = Officer().say("Hello").tap("g:language:en").say("Two men saved a child yesterday")
    assert "is read in Vietnamese only" in officer.text


def test_vietnamese_is_offered_to_one_who_is_spoken_to_in_english() -> None:
    officer = Officer().say("Hello").tap("g:language:en").say("chào buổi sáng")
    assert "Anh/chị viết tiếng Việt" in officer.text
    officer.tap("g:language:vi")
    assert officer.language == "vi"


def test_vietnamese_that_is_not_understood_is_told_as_before() -> None:
    officer = Officer().say("chào buổi sáng")
    assert "kể vụ việc bằng một câu" in officer.text
    assert "g:language:vi" not in officer.buttons


def test_an_answer_refused_for_its_own_reason_says_that_reason() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "tomorrow")
    assert ENGLISH not in officer.text
