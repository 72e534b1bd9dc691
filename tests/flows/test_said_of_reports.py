"""Small words about reports and last days: kept, ordered, dated, and with a day to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from flows.reminding import About, TaskState
from tests.fakes import MemoryStorage
from tests.flows.officer import SATURDAY, Officer
from tests.flows.reminded import CHRISTMAS, kept, rescuer, with_task


def two_months() -> Officer:
    """Two occurrences of one report."""
    storage = MemoryStorage()
    task = with_task(storage)
    later = replace(task, id=2, due=date(2027, 1, 25))
    storage.memory.registers.tasks[2] = later
    return Officer(storage=storage)


def test_matters_that_read_alike_are_told_apart_by_their_last_day() -> None:
    officer = two_months().say("mai nhắc lại")
    officer.tap("Kết quả rà soát · hạn thứ Hai 25/01/2027")
    assert list(officer.storage.memory.registers.again) == [(1, About(task=2))]
    assert "(hạn thứ Hai 25/01/2027)" in officer.text


def test_a_time_typed_where_it_is_asked_which_is_kept_for_the_one_chosen() -> None:
    officer = two_months().say("mai nhắc lại", "sau 3 ngày")
    assert "nói việc nào" in officer.text
    officer.tap("c:of:t1")
    at = officer.storage.memory.registers.again[1, About(task=1)]
    assert at.date() == SATURDAY + timedelta(days=3)


def test_a_submitted_draft_is_listed_and_offered_as_one() -> None:
    officer = rescuer().press("g:sent:d1").say("hồ sơ của tôi")
    labels = [choice.label.key for row in officer.screen[-1].choices for choice in row]
    assert "drafts.line.sent" in labels
    officer.say("menu").tap("Mở hồ sơ đã trình: Khen đột xuất · tập thể Dân quân xã")
    assert officer.flow == "surprise"


def test_reports_still_owed_come_first_and_are_counted() -> None:
    officer = two_months()
    tasks = officer.storage.memory.registers.tasks
    tasks[1] = replace(tasks[1], state=TaskState.REPORTED, reported_on=SATURDAY)
    officer.say("báo cáo")
    assert "(1)" in officer.text
    assert officer.buttons[:2] == ["g:task:2", "g:task:1"]


def test_a_report_begun_is_offered_to_go_on_with() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage).press("g:report:1").say("Đã rà soát 12 quyết định", "menu")
    officer.press("g:report:1")
    assert "đang viết dở" in officer.text
    officer.tap("g:resume:unfinished").tap("c:send")
    assert kept(officer).report == "Đã rà soát 12 quyết định"


@pytest.mark.parametrize(
    "typed", ["30/12 vì chờ số liệu của các thôn", "30/12, do chờ số liệu của các thôn"]
)
def test_a_day_and_its_reason_are_read_together(typed: str) -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage).press("g:task:1").tap("c:more_time").say(typed)
    task = kept(officer)
    assert task.asked_until == date(2026, 12, 30)
    assert task.reason == "chờ số liệu của các thôn"


def test_words_that_give_a_reason_but_no_day_are_asked_again() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = (
        Officer(storage=storage).press("g:task:1").tap("c:more_time").say("lâu vì chờ số liệu")
    )
    assert officer.open == "time:t1"
    assert kept(officer).due == CHRISTMAS


@pytest.mark.parametrize("typed", ["31/11", "tuần sau"])
def test_the_day_shown_as_an_example_lies_ahead(typed: str) -> None:
    officer = rescuer().press("g:again:d1").say(typed)
    assert "ví dụ 18/12/2026" in officer.text
