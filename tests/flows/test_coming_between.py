"""A reminder answered in the middle of a case, a report or a duty: then the same question again."""

from __future__ import annotations

import pytest

from flows.model import UnitRole
from flows.reminding import Hours
from tests.fakes import MemoryStorage
from tests.flows.officer import CAO_LOC, Officer, member
from tests.flows.reminded import (
    OFFICE,
    PAPER,
    RESCUE,
    kept,
    mai,
    remind,
    rescuer,
    reviewer,
    with_task,
)

ASKED = ("khen đột xuất", "cứu người", "tập thể", "12")


def asked_for_total() -> Officer:
    """Asked for all the forces; a report waits as well."""
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage).say(*ASKED)
    assert officer.open == "forces_total"
    return officer


@pytest.mark.parametrize(
    ("button", "then"),
    [
        ("g:again:t1:hour", ()),
        ("g:again:t1", ("Chiều nay",)),
        ("g:again:t1", ("Thôi",)),
        ("g:pause", ("day:2026-11-23",)),
        ("g:remind", ()),
        ("g:hours", ("08:00–17:00",)),
        ("g:due:t1", ("Nhắc lại sau", "Sáng mai")),
        ("g:hand:t1", ()),
    ],
)
def test_a_reminder_answered_leads_back_to_the_question(button: str, then: tuple[str, ...]) -> None:
    officer = asked_for_total().press(button).tap(*then)
    assert officer.open == "forces_total"
    assert len(officer.screen) == 2
    assert not officer.screen[0].choices
    officer.say("18")
    assert officer.answers["forces_total"] == 18


def test_words_come_between_as_well() -> None:
    officer = asked_for_total().say("dừng nhắc đến 25/12")
    assert officer.storage.memory.registers.hours[1] != Hours()
    assert officer.open == "forces_total"


@pytest.mark.parametrize("typed", ["nhắc lại", "dừng nhắc", "giao báo cáo"])
def test_what_is_not_for_a_guest_leads_back_to_the_question(typed: str) -> None:
    officer = Officer(None).say("hỏi thử", "khen đột xuất", "cứu người", "tập thể", typed)
    assert officer.open == "nominees[0].participants"
    assert len(officer.screen) == 2
    officer.say("12")
    assert officer.open == "forces_total"


def test_a_list_that_was_asked_for_is_left_by_no_answer() -> None:
    officer = asked_for_total().say("hạn của tôi").press("g:again:t1:hour")
    assert officer.flow == "deadlines"
    officer.say("tiếp tục hồ sơ")
    assert officer.open == "forces_total"


def test_a_case_that_is_not_stored_is_led_back_to() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage).say("hỏi thử", "khen đột xuất", "cứu người", "tập thể")
    officer.press("g:again:t1:hour")
    assert officer.open == "nominees[0].participants"
    assert officer.flow == "check"


def test_a_draft_handed_over_is_not_led_back_to() -> None:
    officer = asked_for_total()
    mai(officer.storage)
    officer.press("g:hand:d1").tap("Hoàng Thị Mai")
    assert officer.storage.memory.registers.owners[1] == 2
    officer.say("18")
    assert "forces_total" not in officer.stored[1].answers
    officer.say("menu")
    assert "g:open:1" not in officer.buttons


def test_a_draft_handed_over_takes_no_answer_from_its_old_buttons() -> None:
    officer = Officer().say("khen đột xuất", "cứu người")
    (reply,) = officer.screen
    mai(officer.storage)
    officer.press("g:hand:d1").tap("Hoàng Thị Mai")
    officer.press("a:collective", reply.token)
    assert "nominees[0].type" not in officer.stored[1].answers


def test_a_report_half_written_is_led_back_to() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = rescuer(storage).press("g:report:t1").press("g:report:1")
    officer.say("Đã rà soát xong").press("g:again:d1:hour")
    assert officer.open == "text:report:t1"
    assert "Đã rà soát xong" in officer.text
    officer.tap("Gửi báo cáo")
    assert kept(officer).report == "Đã rà soát xong"


def test_a_report_half_written_is_offered_in_the_menu() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage).press("g:report:1").say("Đã rà soát xong", "menu")
    officer.say("tiếp tục: báo cáo đang viết dở · kết quả rà soát")
    officer.send(files=(PAPER,), attachment="file")
    officer.say("xong")
    assert kept(officer).files == (PAPER,)


def test_a_duty_half_given_is_offered_in_the_menu_and_led_back_to() -> None:
    office = reviewer(MemoryStorage())
    office.say("giao báo cáo", "Kết quả rà soát trước ngày 25/12", "không có")
    office.press("g:hours").tap("08:00–17:00")
    assert office.open == "make:units"
    office.say("menu").tap("g:resume:unfinished")
    assert office.open == "make:units"
    office.tap("c:all")
    assert office.open == "make:repeats"


def test_a_report_given_up_is_not_offered() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage).press("g:report:1").say("Nháp").tap("Thôi").say("menu")
    assert "g:resume:unfinished" not in officer.buttons
    assert kept(officer).report is None


def test_help_in_the_middle_of_a_duty_is_told_and_the_question_comes_back() -> None:
    office = reviewer(MemoryStorage()).say("giao báo cáo", "trợ giúp")
    assert "Cách dùng" in office.text
    assert office.open == "text:make:title"


def test_a_word_about_another_matter_than_the_open_draft_asks_which() -> None:
    officer = asked_for_total()
    remind(officer, "t1")
    officer.say("mai nhắc lại").tap("c:of:t1")
    assert officer.open == "forces_total"
    assert officer.storage.memory.registers.again


@pytest.mark.parametrize(
    ("button", "then"),
    [("g:again:t1:hour", ()), ("g:hours", ("08:00–17:00",)), ("g:again:d1", ("Thôi",))],
)
def test_a_proposal_without_an_answer_is_led_back_to_no_older_draft(
    button: str, then: tuple[str, ...]
) -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = rescuer(storage).say("khen đột xuất")
    first = officer.open
    officer.press(button).tap(*then)
    assert (officer.flow, officer.open, officer.answers) == ("surprise", first, {})
    officer.say("cứu người")
    assert list(officer.stored) == [1, 2]


def test_a_proposal_without_an_answer_is_not_offered_in_the_menu() -> None:
    officer = rescuer().say("khen chuyên đề").press("g:again:d1").say("menu")
    assert "g:resume:case" not in officer.buttons
    officer.say("tiếp tục")
    assert officer.flow == "thematic"


@pytest.mark.parametrize(
    ("said", "asked"),
    [(("giao báo cáo",), "text:make:title"), (("hỏi thử",), "kind")],
)
def test_a_first_question_of_anything_is_led_back_to(said: tuple[str, ...], asked: str) -> None:
    office = reviewer(MemoryStorage()).say(*said).press("g:hours").tap("08:00–17:00")
    assert office.open == asked
    assert len(office.screen) == 2


def test_a_draft_submitted_from_its_reminder_leads_back_to_the_new_proposal() -> None:
    officer = rescuer().say("khen chuyên đề")
    first = officer.open
    officer.press("g:sent:d1")
    assert officer.stored[1].answers["submitted_on"] == "2026-11-21"
    assert (officer.flow, officer.open) == ("thematic", first)
    assert "Đã ghi" in officer.text


def test_a_guest_who_gives_a_report_is_led_to_what_a_guest_can_do() -> None:
    officer = Officer(None).say("giao báo cáo")
    assert "gõ mã một lần" in officer.text
    assert officer.buttons == ["g:check", "g:menu"]


def test_what_is_submitted_while_units_are_picked_is_told_and_the_duty_waits() -> None:
    storage = MemoryStorage()
    storage.memory.registers.reporting[9] = (CAO_LOC,)
    both = member(OFFICE, UnitRole.REVIEWER, UnitRole.OFFICER, account=9)
    office = Officer(both, storage=storage).say(*RESCUE, "giao báo cáo", "Rà soát", "không có")
    office.say("chậm nhất 20/12")
    assert office.open == "make:units"
    office.press("g:sent:d1")
    assert "submitted_on" in office.stored[1].answers
    assert office.open == "sent"
    assert office.say("menu").tap("g:resume:unfinished").open == "make:units"
