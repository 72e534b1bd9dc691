"""«Đã trình» said between a question and its answer is what undo takes back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.flows.officer import Officer
from tests.flows.reminded import remind, rescuer, with_task

ASKED = ("hỏi thử", "đột xuất", "cứu người")


def submitted(officer: Officer) -> object:
    return officer.stored[1].answers.get("submitted_on")


def test_undo_after_it_takes_the_submission_back_and_not_the_answer() -> None:
    officer = rescuer().say(*ASKED).press("g:sent:d1")
    assert submitted(officer) == "2026-11-21"
    assert officer.open == "who"
    officer.say("hoàn tác")
    assert submitted(officer) is None
    assert "Đã bỏ ghi «đã trình»" in officer.text
    assert officer.open == "who"
    assert officer.answers == {"nominees[*].ground": "brave_rescue"}


def test_a_second_undo_is_the_answers_own() -> None:
    officer = rescuer().say(*ASKED).press("g:sent:d1").say("hoàn tác", "hoàn tác")
    assert submitted(officer) is None
    assert officer.answers == {}


def test_it_is_taken_back_by_a_tap_and_reminded_of_as_before() -> None:
    officer = rescuer().say(*ASKED).press("g:sent:d1").tap("g:unsent:d1")
    assert submitted(officer) is None
    officer.say("hạn của tôi")
    assert "22/11" in officer.text


def test_an_answer_in_between_is_what_undo_takes_then() -> None:
    officer = rescuer().say(*ASKED).press("g:sent:d1").say("cá nhân", "hoàn tác")
    assert submitted(officer) == "2026-11-21"
    assert officer.open == "who"


def test_it_is_taken_back_from_the_menu_too() -> None:
    officer = rescuer().press("g:sent:d1").say("menu").press("g:unsent:d1")
    assert submitted(officer) is None
    assert "g:open:1" in officer.buttons


def test_a_submission_answered_earlier_is_taken_back_alone() -> None:
    officer = rescuer().press("g:sent:d1").press("g:open:1").say("sửa ngày thành 13/11", "menu")
    officer.press("g:unsent:d1")
    answers = officer.stored[1].answers
    assert "submitted_on" not in answers
    assert answers["achieved_on"] == date(2026, 11, 13).isoformat()


@pytest.mark.parametrize("button", ["g:unsent:d1", "g:unsent:d9", "g:unsent:t1", "g:unsent"])
def test_what_was_not_submitted_is_not_taken_back(button: str) -> None:
    officer = rescuer()
    with_task(officer.storage)
    remind(officer, "d1")
    before = dict(officer.stored[1].answers)
    officer.press(button)
    assert dict(officer.stored[1].answers) == before
    assert "không thấy việc nào như vậy" in officer.text


def test_said_in_the_middle_of_a_stored_draft_the_way_back_to_that_is_offered() -> None:
    officer = rescuer().say("khen đột xuất", "cứu người").press("g:sent:d1")
    assert "g:open:2" in officer.buttons
    officer.say("hoàn tác")
    assert submitted(officer) is None
    officer.press("g:open:2")
    assert officer.open == "who"


def test_said_of_the_draft_in_hand_no_other_is_offered() -> None:
    officer = rescuer().press("g:open:1").say("sửa ngày").press("g:sent:d1")
    assert officer.buttons.count("g:open:1") == 1
