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
    officer = Officer().say(*before, "Can you help us please")
    assert ENGLISH in officer.text
    assert "g:language:en" in officer.buttons


DEED = "Yesterday 12 militiamen out of 18 saved 2 children, can they get a surprise award?"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (DEED, "nominees[*].ground"),
        ("We want awards for the emulation movement at its final review", "occasion"),
        ("We would like to nominate our officer for an award", "kind"),
    ],
)
def test_a_case_told_in_english_is_asked_for_by_taps(text: str, asked: str) -> None:
    for before in ("menu", "hỏi thử"):
        officer = Officer().say(before, text)
        assert "I cannot read a case told in English" in officer.text
        officer.tap("Ask me step by step")
        assert (officer.language, officer.open) == ("en", asked)


def test_a_case_in_hand_waits_while_another_is_told_in_english() -> None:
    officer = Officer().say("hôm qua anh Nông Văn Hải nhảy xuống suối cứu một cháu bé đuối nước")
    answers = officer.answers
    officer.say("menu", DEED).tap("Ask me step by step", "a:combat")
    officer.say("menu").press("g:resume:older")
    assert officer.answers == answers


def test_at_an_open_question_the_same_one_is_asked_in_english() -> None:
    officer = Officer().say("đột xuất", "cứu người", DEED).tap("g:language:en")
    assert (officer.language, officer.open) == ("en", "who")
    assert officer.answers == {"nominees[*].ground": "brave_rescue"}


def test_a_short_answer_in_english_that_fits_nothing_is_told_what_is_expected() -> None:
    officer = Officer().say("English", "surprise", "saved people or property")
    assert "read in Vietnamese" not in officer.text
    assert "I need one of the choices" in officer.text


def test_in_english_it_is_said_that_cases_are_read_in_vietnamese() -> None:
    officer = Officer().say("Hello").tap("g:language:en").say("Two men saved a child yesterday")
    assert "are read in Vietnamese only" in officer.text
    officer.say("surprise", "Two men saved a child yesterday")
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
