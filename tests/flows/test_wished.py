"""A wish told before its award is known, and a day that is in no calendar: nothing is dropped."""

from __future__ import annotations

import pytest

from language.fold import fold
from tests.flows.officer import Officer

WISH = (
    "chào em, chị bên xã Hồng Phong, chị muốn xin khen cho anh Lý Văn Páo vì anh ấy nhặt được 50"
    " triệu trả lại người mất hôm 16/11 thì làm thế nào em nhỉ"
)


@pytest.mark.parametrize("text", [WISH, fold(WISH)])
def test_what_a_wish_tells_is_read_once_the_award_is_known(text: str) -> None:
    officer = Officer().say(text)
    assert (officer.open, officer.draft) == ("kind", None)
    officer.say("abc", "đột xuất")
    assert officer.answers["achieved_on"] == "2026-11-16"
    assert fold(str(officer.answers["nominees[0].name"])) == "ly van pao"


def test_a_wish_for_a_thematic_award_keeps_whom_it_named() -> None:
    officer = Officer().say("tôi muốn đề nghị khen thưởng cho anh Nông Văn Hải", "chuyên đề")
    assert officer.answers["nominees[0].name"] == "Nông Văn Hải"
    assert officer.open == "occasion"


def test_without_a_wish_the_kind_begins_an_empty_case() -> None:
    officer = Officer().say("hỏi thử", "đột xuất")
    assert officer.answers == {}


def test_a_question_that_wishes_nothing_stays_one() -> None:
    assert Officer().say("khen đột xuất trong bao nhiêu ngày").open != "kind"


@pytest.mark.parametrize("day", ["31/11", "30/2", "32/11"])
def test_a_day_in_no_calendar_is_told_and_not_noted(day: str) -> None:
    officer = Officer().say(f"ngày {day} anh Hải cứu cháu bé đuối nước, khen đột xuất")
    assert f"«ngày {day}» không có trong lịch" in officer.text
    assert officer.open == "achieved_on"


def test_the_years_of_an_anniversary_are_no_day() -> None:
    text = "mung 60 nam ngay thanh lap, trinh chu tich ubnd tinh bang khen 7 nguoi tieu bieu"
    assert "không có trong lịch" not in Officer().say(text).text
