"""A case in hand is never lost without a word: two wait, each told from the stored draft."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

FIRST = ("hỏi thử", "chuyên đề", "kỷ niệm", "cấp huyện")
SECOND = ("khen đột xuất", "cứu người", "tập thể")


def grounds(officer: Officer) -> object:
    return officer.answers.get("occasion") or officer.answers.get("nominees[*].ground")


def test_a_new_case_says_which_one_waits_and_leads_back_to_it() -> None:
    officer = Officer(None).say(*FIRST, "khen đột xuất")
    assert "chưa lưu Khen chuyên đề vẫn còn" in officer.text
    officer.tap("g:resume:case")
    assert officer.answers["award_level"] == "district"


def test_the_newest_two_cases_wait_and_a_third_says_which_one_would_go() -> None:
    officer = Officer(None).say(*FIRST, *SECOND, "menu")
    assert officer.buttons[:2] == ["g:resume:case", "g:resume:older"]
    officer.tap("g:resume:older")
    assert grounds(officer) == "anniversary"
    officer.say("menu")
    assert officer.buttons[:2] == ["g:resume:case", "g:resume:older"]
    officer.tap("g:resume:older")
    assert grounds(officer) == "brave_rescue"
    officer.say("hỏi thử")
    assert "không còn" in officer.text
    officer.say("đột xuất", "chiến đấu", "menu", "tiếp tục")
    assert grounds(officer) == "combat"
    officer.say("tiếp tục trường hợp")
    assert grounds(officer) == "brave_rescue"


def test_an_officers_check_is_kept_as_another_begins() -> None:
    officer = Officer().say("hỏi thử", *SECOND, "12", "menu", "hỏi thử")
    assert "vẫn còn" in officer.text
    officer.say("đột xuất", "chiến đấu", "menu").tap("g:resume:older")
    assert officer.answers["nominees[0].participants"] == 12


def test_going_on_in_an_open_draft_stays_with_it() -> None:
    officer = Officer().say(*SECOND, "12", "18", "hôm qua")
    officer.say("hỏi thử", "khen đột xuất", "chiến đấu", "tập thể", "7")
    officer.press("g:open:1").tap("c:dossier")
    officer.say("tiếp tục hồ sơ")
    assert officer.open == "nominees[0].name"
    officer.say("tiếp tục trường hợp")
    assert officer.answers["nominees[0].participants"] == 7


def test_the_menu_tells_the_case_not_saved_from_the_draft() -> None:
    officer = Officer().say(*SECOND).say("hỏi thử", *SECOND, "menu")
    keys = [choice.label.key for row in officer.screen[-1].choices[:2] for choice in row]
    assert keys == ["way.resume_case", "way.resume_draft"]


@pytest.mark.parametrize("back", ["tiếp tục", "quay lại", "tiếp tục hồ sơ"])
@pytest.mark.parametrize("page", ["menu", "hồ sơ của tôi"])
def test_going_on_and_back_lead_to_what_was_left(page: str, back: str) -> None:
    officer = Officer(None).say("hỏi thử", *SECOND, page, back)
    assert officer.open == "nominees[0].participants"


def test_going_on_at_the_menu_opens_the_draft_in_hand() -> None:
    officer = Officer().say(*SECOND, "menu", "tiếp tục")
    assert officer.open == "nominees[0].participants"
    officer.say("hồ sơ của tôi", "tiếp tục")
    assert officer.open == "nominees[0].participants"


@pytest.mark.parametrize("said", ["tiếp tục", "quay lại"])
def test_with_nothing_left_the_menu_stays(said: str) -> None:
    assert Officer().say("menu", said).flow == "menu"


def test_a_guest_who_may_keep_nothing_is_led_back_to_the_case() -> None:
    officer = Officer(None).say("hỏi thử", *SECOND, "hồ sơ của tôi")
    assert officer.buttons[0] == "g:resume:case"


def test_one_comes_back_to_the_question_and_not_to_a_list_of_answers() -> None:
    officer = Officer().say(*SECOND, "sửa", "menu", "tiếp tục hồ sơ")
    assert officer.open == "nominees[0].participants"
