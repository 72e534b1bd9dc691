"""A question left for another case, and its old button or its answer all the same."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryStorage
from tests.flows.officer import Officer

TRIED = ("hỏi thử", "khen đột xuất", "cứu người", "tập thể Dân quân", "12")


def two(storage: MemoryStorage | None = None) -> tuple[Officer, Officer]:
    """The same person in a browser and at a terminal."""
    storage = storage or MemoryStorage()
    page = Officer(storage=storage, name="page")
    return page, Officer(storage=storage, name="terminal")


def test_a_question_left_unanswered_is_not_said_to_be_answered() -> None:
    page, terminal = two()
    page.say("khen chuyên đề")
    token, choice = page.screen[-1].token, page.buttons[0]
    terminal.say(*TRIED)
    page.press(choice, token)
    assert "đã trả lời" not in page.text
    assert "Câu này thuộc Khen chuyên đề, đã để lại" in page.text
    assert "Đang hỏi câu của Khen đột xuất · tập thể Dân quân" in page.text
    assert page.open == "forces_total"
    page.tap("g:thematic")
    assert page.flow == "thematic"


def test_the_way_back_opens_the_stored_draft() -> None:
    page, terminal = two()
    page.say("khen chuyên đề", "kỷ niệm, đại hội")
    token, choice, asked = page.screen[-1].token, page.buttons[0], page.open
    terminal.say(*TRIED, "menu", "trợ giúp", "hỏi thử")
    page.press(choice, token)
    assert "Câu này thuộc Khen chuyên đề, đã để lại" in page.text
    page.tap("g:open:1")
    assert page.open == asked


def test_the_button_of_the_case_left_last_still_answers() -> None:
    page, terminal = two()
    page.say(*TRIED)
    token = page.screen[-1].token
    terminal.say("khen chuyên đề")
    page.press("c:unknown", token)
    assert "Đã ghi là chưa biết" in page.text


def test_an_answer_at_the_menu_after_another_browser_took_over_is_told_where_it_belongs() -> None:
    page, terminal = two()
    page.say(*TRIED)
    terminal.say("menu")
    page.say("18")
    assert "Câu đang hỏi của Khen đột xuất · tập thể Dân quân đã để lại" in page.text
    assert page.text.count("kể vụ việc") == 0
    page.tap("g:resume:case")
    assert page.open == "forces_total"
    assert "18" not in str(page.answers)


def test_at_a_menu_with_nothing_left_it_is_said_what_can_be_typed() -> None:
    page, _ = two()
    assert "kể vụ việc" in page.say("menu", "18").text


def test_once_answered_it_is_said_to_be_answered() -> None:
    page, terminal = two()
    page.say(*TRIED)
    token = page.screen[-1].token
    terminal.say("menu", "tiếp tục trường hợp", "18")
    page.press("c:unknown", token)
    assert "đã để lại" not in page.text


@pytest.mark.parametrize("away", ["menu", "trợ giúp"])
def test_asked_again_in_the_same_case_the_old_button_is_one_of_before(away: str) -> None:
    page, _ = two()
    page.say(*TRIED)
    token = page.screen[-1].token
    page.say("menu", away, "tiếp tục trường hợp").press("a:12", token)
    assert "đã trả lời" not in page.text
    assert page.open == "forces_total"
