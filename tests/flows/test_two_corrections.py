"""Two things set right in one sentence: both are taken and told, or it is told why one is not."""

from __future__ import annotations

import pytest

from language.fold import fold
from tests.flows.officer import Officer

TOLD = "hôm qua 12 dân quân trong 18 người cứu 2 cháu bé đuối nước, khen đột xuất được không?"
HEADS, TOTAL, DAY = "nominees[0].participants", "forces_total", "achieved_on"


def told(*corrections: str) -> Officer:
    return Officer().say(TOLD, *corrections)


@pytest.mark.parametrize(
    "text",
    [
        "sửa ngày thành 12/11 và 13 người chứ không phải 12",
        "13 người chứ không phải 12, ngày là 12/11",
        "nhầm, 13 người, hôm 12/11",
    ],
)
def test_two_changes_in_one_sentence_are_both_taken(text: str) -> None:
    for typed in (text, fold(text)):
        officer = told(typed)
        assert (officer.answers[DAY], officer.answers[HEADS]) == ("2026-11-12", 13)
        assert "số người của tập thể tham gia: 12 → 13" in officer.text
        assert "ngày lập thành tích: thứ Sáu 20/11/2026 → thứ Năm 12/11/2026" in officer.text


def test_both_are_taken_back_at_once() -> None:
    officer = told("sửa ngày thành 12/11, tổng số 17", "hoàn tác")
    assert (officer.answers[DAY], officer.answers[TOTAL]) == ("2026-11-20", 18)


def test_of_two_the_one_that_cannot_be_is_told_and_the_other_taken() -> None:
    officer = told("sửa ngày thành 32/11, tổng số 17")
    assert (officer.answers[DAY], officer.answers[TOTAL]) == ("2026-11-20", 17)
    assert "«32/11» không có trong lịch" in officer.text


def test_two_changes_to_what_is_written_already_change_nothing() -> None:
    officer = told("sửa ngày thành 20/11, tổng số 18")
    assert "không có gì thay đổi" in officer.text
    assert (officer.answers[DAY], officer.answers[TOTAL]) == ("2026-11-20", 18)


def test_a_comma_within_a_name_makes_no_second_change() -> None:
    officer = told("sửa tên thành Trạm y tế, 12 Lý Thường Kiệt")
    assert officer.answers["nominees[0].name"] == "Trạm y tế, 12 Lý Thường Kiệt"
    assert officer.answers[HEADS] == 12


def test_two_changes_that_contradict_the_rest_change_nothing() -> None:
    officer = told("sửa số người thành 20, ngày thành 14/11")
    assert (officer.answers[DAY], officer.answers[HEADS]) == ("2026-11-20", 12)
    assert "20 người tham gia không thể nhiều hơn tổng 18 người" in officer.text


def test_a_total_that_is_set_right_in_other_words_is_taken() -> None:
    officer = told("thật ra tổng cộng có 20 người")
    assert officer.answers[TOTAL] == 20
    assert officer.say("nhầm, tổng số 18").answers[TOTAL] == 18


def test_what_is_told_again_where_just_that_is_asked_is_the_answer() -> None:
    officer = told("tổng là 17 người chứ")
    assert (officer.open, officer.answers[TOTAL]) == (TOTAL, 18)
    officer.say("tổng là 17 người chứ")
    assert (officer.open, officer.answers[TOTAL]) == ("card", 17)
