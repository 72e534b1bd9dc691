"""Back, undo, unknown, why, sources: the ways that every question offers."""

from __future__ import annotations

import pytest

from flows.model import Tone
from rules.citations import clauses
from tests.flows.officer import Officer

FIRST = {
    "occasion": "a:programme_review",
    "award_level": "a:province",
    "who": "a:collective",
    "nominees[0].participants": "12",
    "forces_total": "18",
    "achieved_on": "1/10/2026",
    "nominees[*].ground": "a:outside_duty",
    "nominees[0].initiative": "a:unused",
    "nominees[0].steering_committee": "a:no",
    "multi_sector": "a:yes",
    "province_wide": "a:yes",
    "recognition": "a:dated",
    "recognized_on": "15/11/2026",
    "recognition_doc": "Giấy xác nhận của UBND xã",
    "ceremony_on": "25/12/2026",
    "guidance_parts": "đủ cả",
    "plan_parts": "đủ cả",
    "quota_collectives": "3",
    "decided_on": "1/7/2015",
    "violated_on": "1/7/2015",
    "handled_on": "1/7/2016",
    "achievement_from": "1/1/2015",
    "achievement_to": "1/1/2016",
}
"""Answers that lead deep; any other question takes its first option."""


def answer_first(officer: Officer) -> None:
    """Answer the open question so that the talk goes on."""
    wanted = FIRST.get(officer.open)
    if wanted is None:
        first = next(b for b in officer.buttons if b.startswith(("a:", "c:unknown")))
        officer.tap(first)
    elif wanted.startswith("a:"):
        officer.tap(wanted)
    else:
        officer.say(wanted)


def questions(kind: str) -> list[str]:
    """The questions of one interview with its dossier, in order."""
    officer = Officer().say(kind)
    asked = []
    while officer.open != "review":
        if officer.open == "card":
            officer.press("c:dossier", officer.screen[-1].token)
            continue
        asked.append(officer.open)
        answer_first(officer)
        assert len(asked) < 60, asked
    return asked


def at(kind: str, steps: int) -> Officer:
    """An officer before the question of that number."""
    officer = Officer().say(kind)
    for _ in range(steps):
        if officer.open == "card":
            officer.press("c:dossier", officer.screen[-1].token)
        answer_first(officer)
    if officer.open == "card":
        officer.press("c:dossier", officer.screen[-1].token)
    return officer


KINDS = ("khen đột xuất", "khen chuyên đề")
EVERY = [(kind, number) for kind in KINDS for number in range(len(questions(kind)))]


@pytest.mark.parametrize(("kind", "number"), EVERY)
def test_every_question_offers_its_ways(kind: str, number: int) -> None:
    officer = at(kind, number)
    asked, answers = officer.open, officer.answers
    assert {"c:why", "c:back", "g:menu"} <= set(officer.buttons)
    officer.tap("c:why")
    assert officer.open == asked
    assert officer.screen[0].tone is Tone.NOTE
    for button in [b for b in officer.buttons if b.startswith("g:clause:")]:
        officer.press(button)
        assert officer.open == asked
        paragraph = clauses()[button.removeprefix("g:clause:")].quote
        assert paragraph[:20] in officer.text
    officer.say("/cancu")
    assert officer.open == asked
    assert officer.answers == answers


@pytest.mark.parametrize(("kind", "number"), EVERY)
def test_every_answer_can_be_taken_back_and_left_unknown(kind: str, number: int) -> None:
    officer = at(kind, number)
    asked, answers = officer.open, officer.answers
    answer_first(officer)
    given = officer.answers
    assert given != answers
    officer.say("quay lại")
    assert officer.answers == answers
    assert officer.open in {asked, "card"}
    if officer.open == "card":
        return
    if asked != "who":
        officer.tap("c:unknown")
        assert officer.answers[asked] is None
        assert officer.open != asked
        officer.say("bỏ thay đổi")
        assert officer.answers == answers


def test_every_question_of_both_kinds_is_walked() -> None:
    assert len(questions("khen đột xuất")) >= 12
    assert len(questions("khen chuyên đề")) >= 20


def test_back_at_the_beginning_says_so() -> None:
    officer = Officer().say("khen đột xuất", "quay lại")
    assert officer.open == "nominees[*].ground"
    assert "chưa có gì để lùi" in officer.text


def test_back_leaves_an_edit_the_list_of_answers_and_the_calendar() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp")
    officer.tap("Chọn ngày")
    assert officer.screen[-1].calendar is not None
    officer.say("quay lại")
    assert officer.screen[-1].calendar is None
    officer.say("hôm qua").tap("c:fix")
    assert officer.open == "fix"
    officer.tap("c:edit:achieved_on")
    assert officer.open == "achieved_on"
    officer.say("quay lại")
    assert officer.open == "card"


def test_undo_says_what_changed_back() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12", "18")
    officer.say("sửa tổng số thành 19", "bỏ thay đổi")
    assert "19" in officer.text
    assert "18" in officer.text
    assert officer.answers["forces_total"] == 18
    officer.say("bỏ thay đổi")
    assert "forces_total" not in officer.answers


def test_a_calendar_turns_its_months_and_gives_its_day() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp").tap("c:calendar")
    officer.press("month:2026-10", officer.screen[-1].token)
    calendar = officer.screen[-1].calendar
    assert calendar is not None
    assert (calendar.month.year, calendar.month.month) == (2026, 10)
    officer.press("day:2026-10-30", officer.screen[-1].token)
    assert officer.answers["achieved_on"] == "2026-10-30"


def test_a_calendar_of_a_year_without_days_off_still_opens() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp").tap("c:calendar")
    officer.press("month:2015-03", officer.screen[-1].token)
    calendar = officer.screen[-1].calendar
    assert calendar is not None
    assert calendar.days_off == ()


def test_answers_that_lose_their_question_are_dropped_and_named() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12", "18", "hôm qua")
    officer.tap("c:fix", "c:edit:nominees[0].type", "a:individual")
    assert "nominees[0].participants" not in officer.answers
    assert "forces_total" not in officer.answers
    assert "không còn dùng" in officer.text
    officer.say("bỏ thay đổi")
    assert officer.answers["nominees[0].participants"] == 12
    assert officer.answers["forces_total"] == 18


def test_a_command_in_the_middle_loses_nothing() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12")
    answers = officer.answers
    officer.say("trợ giúp", "menu")
    officer.say("tiếp tục hồ sơ")
    assert officer.answers == answers
    assert officer.open == "forces_total"


def test_cancel_leads_to_the_menu_and_keeps_the_draft() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "hủy")
    assert officer.flow == "menu"
    assert len(officer.stored) == 1


def test_saving_says_where_to_find_the_draft() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "lưu")
    assert "Hồ sơ của tôi" in officer.text
    officer.tap("g:open:1")
    assert officer.open == "who"


def test_what_is_not_read_at_the_menu_and_in_help_is_said() -> None:
    officer = Officer().say("abc xyz")
    assert "Ở đây anh/chị kể vụ việc" in officer.text
    officer.say("trợ giúp", "abc xyz")
    assert "Ở đây anh/chị kể vụ việc" in officer.text


def test_a_card_that_gets_words_says_what_it_takes() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    officer.say("trời đẹp quá")
    assert "Anh/chị chọn một nút" in officer.text
    assert officer.open == "card"
    officer.say("chưa biết")
    assert officer.open == "card"
    officer.say("vì sao")
    assert "Tôi đã xét như sau" in officer.text


def test_a_question_in_the_middle_brings_back_the_question() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12")
    officer.say("có tính cả người dân phụ giúp không")
    assert "«chiếm 2/3 trong tổng số các lực lượng tham gia»" in officer.text
    assert "không nói rõ hơn" in officer.text
    assert "lực lượng tham gia" in officer.text
    assert officer.open == "forces_total"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("tập thể Dân quân xã", "tập thể Dân quân xã"),
        ("cá nhân Mai", "Mai"),
        ("hộ Nông Văn Lộc", "hộ Nông Văn Lộc"),
        ("tập thể", None),
        ("TẬP THỂ", None),
        ("cá nhân ấy", None),
    ],
)
def test_a_name_said_with_its_kind_is_kept(typed: str, name: str | None) -> None:
    officer = Officer().say("khen đột xuất", "cứu người", typed)
    assert officer.answers.get("nominees[0].name") == name


def test_with_nothing_to_undo_the_first_question_says_so() -> None:
    officer = Officer().say("khen đột xuất", "hoàn tác")
    assert "Đây là câu đầu" in officer.text
    assert officer.answers == {}
