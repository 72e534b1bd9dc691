"""A deed still to be done: said to wait, with what to do, and nothing kept as a case."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

TOMORROW = "ngày mai sẽ đi cứu hộ vùng lũ, khen đột xuất được không?"
COUNTED = "Ngày mai 12 dân quân trong 18 người sẽ đi cứu hộ, khen đột xuất được không?"


@pytest.mark.parametrize("before", [(), ("trợ giúp",), ("hỏi thử",)])
@pytest.mark.parametrize("text", [TOMORROW, COUNTED])
def test_a_deed_to_come_waits_and_it_is_said_what_to_do(before: tuple[str, ...], text: str) -> None:
    officer = Officer().say(*before, text)
    assert "chưa đề nghị khen đột xuất được" in officer.text
    assert "mục 2, ý 4" in officer.text
    assert "ghi lại ai trực tiếp tham gia" in officer.text
    assert officer.draft is None


def test_it_is_said_in_the_middle_of_a_case_and_the_question_comes_back() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", TOMORROW)
    assert "chưa đề nghị khen đột xuất được" in officer.text
    assert officer.open == "nominees[0].participation"


def test_a_case_left_for_it_is_offered_again() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "menu", TOMORROW)
    assert any(button.startswith(("g:resume", "g:open")) for button in officer.buttons)


def test_no_day_of_last_year_is_made_of_a_day_to_come() -> None:
    officer = Officer().say("Ngày 30/11 anh Hải sẽ đi cứu hộ, khen đột xuất được không")
    assert officer.answers == {}
    assert "chưa đề nghị khen đột xuất được" in officer.text


def test_a_question_to_the_letters_is_answered_where_the_kind_is_asked() -> None:
    officer = Officer().say("hỏi thử", "khen đột xuất phải trình trong bao nhiêu ngày?")
    assert "mục 2, ý 4" in officer.text
