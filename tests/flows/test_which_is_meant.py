"""Words without a matter, where several may be meant: it is asked which, and nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest

from flows.reminding import About
from tests.fakes import MemoryStorage
from tests.flows.officer import Officer
from tests.flows.reminded import digest, mai, rescuer, with_task

UNFINISHED = ("khen đột xuất", "cứu người", "cá nhân")


def of_two_while_asked() -> Officer:
    """A rescue and a report told in one message, while another proposal is half asked."""
    storage = MemoryStorage()
    with_task(storage)
    officer = rescuer(storage).say(*UNFINISHED)
    assert officer.storage.memory.registers.again == {}
    digest(officer, "d1", "t1")
    return officer


@pytest.mark.parametrize("typed", ["mai nhắc lại", "đã trình", "chuyển cho đồng nghiệp"])
def test_after_a_digest_it_is_asked_which_and_the_open_question_again(typed: str) -> None:
    officer = of_two_while_asked()
    mai(officer.storage)
    asked = officer.open
    officer.say(typed)
    assert "nói việc nào" in officer.text
    assert {"c:of:d1", "c:of:t1"} <= set(officer.buttons)
    assert officer.storage.memory.registers.again == {}
    assert "submitted_on" not in officer.stored[2].answers
    officer.say("menu").say("tiếp tục")
    assert officer.open == asked


def test_the_matter_chosen_is_put_off_and_the_question_asked_again() -> None:
    officer = of_two_while_asked()
    asked = officer.open
    officer.say("mai nhắc lại").tap("c:of:t1")
    assert list(officer.storage.memory.registers.again) == [(1, About(task=1))]
    assert officer.open == asked


def test_the_draft_on_the_screen_may_be_meant_as_well() -> None:
    officer = of_two_while_asked().say("mai nhắc lại").tap("c:of:d2")
    assert list(officer.storage.memory.registers.again) == [(1, About(draft=2))]


def test_a_digest_of_which_one_matter_is_left_means_that_one() -> None:
    officer = rescuer()
    digest(officer, "d1", "t1")
    assert "Tôi sẽ nhắc lại" in officer.say("mai nhắc lại").text


def test_a_draft_without_a_verdict_is_not_taken_for_submitted() -> None:
    officer = Officer().say(*UNFINISHED)
    asked = officer.open
    officer.say("đã trình")
    assert "chưa có kết luận" in officer.text
    assert "Còn thiếu" in officer.text
    assert "submitted_on" not in officer.stored[1].answers
    assert officer.open == asked


def test_from_its_button_neither() -> None:
    officer = Officer().say(*UNFINISHED).say("menu").press("g:sent:d1")
    assert "chưa có kết luận" in officer.text
    assert "submitted_on" not in officer.stored[1].answers
    assert "g:open:1" in officer.buttons


def test_on_a_day_without_rules_nothing_is_judged_nor_noted() -> None:
    officer = Officer().say(*UNFINISHED).say("menu")
    officer.day = date(2010, 1, 4)
    officer.press("g:sent:d1")
    assert "submitted_on" not in officer.stored[1].answers
    assert "chưa có kết luận" not in officer.text
