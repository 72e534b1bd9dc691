"""One bare word to a question: taken where it can mean one thing only, else asked what is meant."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

RESCUE = ("đột xuất", "cứu người", "một cá nhân")
MOVEMENT = ("chuyên đề", "tổng kết phong trào", "cấp tỉnh", "một tập thể", "không")


@pytest.mark.parametrize("word", ["k", "ko", "không", "Không có", "dạ không ạ", "no"])
def test_a_bare_no_does_not_settle_the_ground(word: str) -> None:
    officer = Officer().say("đột xuất", word)
    assert officer.answers == {}
    assert officer.open == "nominees[*].ground"


@pytest.mark.parametrize("word", ["k", "không", "khong co"])
def test_a_bare_no_to_several_choices_is_asked_what_it_denies(word: str) -> None:
    officer = Officer().say("đột xuất", word)
    assert "Ý anh/chị là Không thuộc loại nào, hay là chưa biết?" in officer.text
    officer.say(*RESCUE[1:], word)
    assert "Ý anh/chị là Không tham gia, hay là chưa biết?" in officer.text
    assert "nominees[0].participation" not in officer.answers


def test_a_bare_no_names_both_ways_of_not_doing_a_step() -> None:
    officer = Officer().say(*MOVEMENT, "không", "không")
    assert "Chưa tổng kết, Sẽ không tổng kết" in officer.text
    assert officer.open == "final_review"


def test_not_yet_is_no_initiative_that_was_never_used() -> None:
    officer = Officer().say(*MOVEMENT, "chưa")
    assert officer.open == "nominees[0].initiative"
    assert "nominees[0].initiative" not in officer.answers


@pytest.mark.parametrize("word", ["không", "k", "ko", "dạ không"])
def test_a_bare_no_answers_a_question_of_yes_or_no(word: str) -> None:
    officer = Officer().say(*MOVEMENT[:-1], word)
    assert officer.answers["nominees[0].steering_committee"] is False


@pytest.mark.parametrize("word", ["được", "ok", "được ạ"])
def test_a_word_of_assent_is_no_ground(word: str) -> None:
    assert Officer().say("đột xuất", word).answers == {}


def test_no_as_typed_on_a_phone_is_read_with_the_words_behind_it() -> None:
    officer = Officer().say(*RESCUE, "ko tham gia")
    assert officer.answers["nominees[0].participation"] == "none"
