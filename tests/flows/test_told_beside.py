"""A correction with more told behind it: what is set right is kept, the rest told or asked."""

from __future__ import annotations

import pytest

from language.fold import fold
from tests.flows.officer import Officer

FEW = "hôm qua 10 dân quân trong 18 người cứu 2 cháu bé đuối nước, khen đột xuất được không?"
BEGUN = ("đột xuất", "cứu người", "tập thể", "12", "18", "hôm qua")
HEADS, TOTAL, DAY = "nominees[0].participants", "forces_total", "achieved_on"


@pytest.mark.parametrize("joint", [", xảy ra hôm kia", ", hôm kia", " và xảy ra hôm kia"])
def test_the_day_behind_a_correction_is_asked_and_the_correction_kept(joint: str) -> None:
    text = f"không phải 10 mà là 11 dân quân{joint}"
    for typed in (text, fold(text)):
        officer = Officer().say(FEW, typed)
        assert (officer.answers[HEADS], officer.answers[DAY]) == (11, "2026-11-20")
        assert officer.open == DAY
        assert "10 → 11" in officer.text
        assert "đã ghi thứ Sáu 20/11/2026, tin này nói thứ Năm 19/11/2026" in officer.text
        officer.tap("day:2026-11-19")
        assert (officer.answers[HEADS], officer.answers[DAY]) == (11, "2026-11-19")
        assert "11/18 = 61,1 %" in officer.text


def test_what_is_new_behind_a_correction_is_written_with_it() -> None:
    officer = Officer().say(*BEGUN[:4], "không phải 12 mà là 13 dân quân, xảy ra hôm qua")
    assert (officer.answers[HEADS], officer.answers[DAY]) == (13, "2026-11-20")
    assert (officer.open, "12 → 13" in officer.text) == (TOTAL, True)
    assert "ngày lập thành tích: thứ Sáu 20/11/2026" in officer.text


def test_another_case_behind_a_correction_is_another_case() -> None:
    other = "còn ông Nông Văn Hải thì hôm 12/11 cứu 2 cháu bé đuối nước ở suối"
    officer = Officer().say(FEW, f"không phải 10 mà là 11 dân quân, {other}")
    assert officer.answers[DAY] == "2026-11-12"
    assert HEADS not in officer.answers


def test_a_correction_that_contradicts_the_rest_is_told_as_such() -> None:
    officer = Officer().say(FEW, "không phải 10 mà là 20 dân quân, xảy ra hôm kia")
    assert (officer.answers[HEADS], officer.answers[DAY]) == (10, "2026-11-20")
    assert "20 người tham gia không thể nhiều hơn tổng 18 người" in officer.text


def test_behind_a_correction_words_that_tell_nothing_change_nothing() -> None:
    officer = Officer().say(FEW, "không phải 10 mà là 11 dân quân, em xin lỗi nhé")
    assert officer.answers[HEADS] == 10
    assert "Tôi chưa rõ anh/chị sửa câu nào" in officer.text


def test_a_dossier_that_a_correction_loses_shows_its_card() -> None:
    officer = Officer().say(*BEGUN).tap("c:dossier")
    officer.say("không phải 12 mà là 10 dân quân, xảy ra hôm kia")
    assert officer.open == DAY
    officer.tap("day:2026-11-19")
    assert (officer.answers[HEADS], officer.open) == (10, "card")
    assert "10/18 = 55,6 %" in officer.text


def test_both_days_that_differ_are_on_a_button() -> None:
    officer = Officer().say(FEW, "vụ việc xảy ra ngày 12/11")
    assert {"day:2026-11-20", "day:2026-11-12"} <= {*officer.buttons}
    assert len(officer.buttons) == len({*officer.buttons})
    assert officer.tap("day:2026-11-20").answers[DAY] == "2026-11-20"
    assert officer.open == "card"


def test_a_month_told_otherwise_is_no_day_to_tap() -> None:
    officer = Officer().say(FEW, "vụ việc xảy ra vào tháng 10/2026")
    assert "đã ghi thứ Sáu 20/11/2026, tin này nói tháng 10/2026" in officer.text
    assert "achieved_on_precision" not in officer.answers
    assert "day:2026-10-01" not in officer.buttons


def test_of_two_told_otherwise_the_one_not_asked_is_named() -> None:
    officer = Officer().say(FEW, "xảy ra hôm kia, tổng số 25 người")
    assert (officer.answers[DAY], officer.answers[TOTAL]) == ("2026-11-20", 18)
    assert officer.open == DAY
    assert "tổng số người của mọi lực lượng: giữ 18, chưa ghi 25" in officer.text
