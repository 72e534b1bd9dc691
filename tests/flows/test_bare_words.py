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


@pytest.mark.parametrize("word", ["k", "chưa", "không có", "chưa có ạ"])
def test_a_bare_no_to_parts_is_asked_whether_none_is_stated(word: str) -> None:
    officer = Officer().say(*MOVEMENT, "không", "có", "có")
    assert officer.open == "guidance_parts"
    officer.say(word)
    assert "Ý anh/chị là chưa nêu phần nào, hay là chưa biết?" in officer.text
    assert "guidance_parts" not in officer.answers
    officer.say("chưa có phần nào")
    assert officer.answers["guidance_parts"] == []


@pytest.mark.parametrize("word", ["để xem lại", "để em hỏi lại đã", "quên mất", "em quên rồi"])
def test_who_will_look_it_up_does_not_know_yet(word: str) -> None:
    assert Officer().say("đột xuất", word).answers == {"nominees[*].ground": None}
    assert Officer().say("đột xuất", "cứu người", word).nominees == []


@pytest.mark.parametrize("word", ["chắc vậy", "có lẽ thế", "hình như có", "cứu người trước"])
def test_a_perhaps_is_neither_an_answer_nor_a_name(word: str) -> None:
    assert Officer().say("đột xuất", word).answers == {}
    assert Officer().say("đột xuất", "cứu người", word).nominees == []
    assert Officer().say(*MOVEMENT[:-1], word).open == "nominees[0].steering_committee"


@pytest.mark.parametrize("word", ["ok", "rồi"])
def test_no_word_of_assent_makes_a_steering_committee(word: str) -> None:
    officer = Officer().say(*MOVEMENT[:-1], word)
    assert "nominees[0].steering_committee" not in officer.answers


@pytest.mark.parametrize("word", ["rồi", "chưa", "k", "ok", "chắc vậy"])
def test_a_yes_or_no_is_no_document(word: str) -> None:
    officer = Officer().say(*RESCUE, "trực tiếp", "1/10", "có văn bản ghi ngày", "15/10")
    officer.say("lập hồ sơ", "Nông Văn Hải", "cấp tỉnh", "bằng khen")
    assert officer.open == "recognition_doc"
    officer.say(word)
    assert "recognition_doc" not in officer.answers
    assert "Tôi cần vài chữ ngắn gọn" in officer.text
