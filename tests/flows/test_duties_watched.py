"""Reports asked of units, watched: who has and who has not; nudged, answered, ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.model import UnitRole
from flows.reminding import Repeats, Rung, TaskState
from tests.fakes import MemoryStorage
from tests.flows.officer import CAO_LOC, Officer, member
from tests.flows.reminded import OFFICE, kept, made, reviewer, with_task


def watched(units: int = 3) -> Officer:
    """A report asked of so many units, the first of which is the officer's."""
    storage = MemoryStorage()
    task, register = with_task(storage), storage.memory.registers
    others = range(2, units + 1)
    duty = replace(task.duty, units=(task.unit_id, *(100 + number for number in others)))
    register.duties[1] = (OFFICE.id, duty)
    register.tasks[1] = replace(task, duty=duty)
    for number in others:
        other = replace(task, id=number, duty=duty, unit=f"Xã {number}", unit_id=100 + number)
        register.tasks[number] = other
    return reviewer(storage)


def test_the_list_tells_days_and_units_and_opens_each() -> None:
    office = watched().say("báo cáo đã giao")
    assert "thứ Sáu 25/12 (còn 34 ngày) · Kết quả rà soát · đã nộp 0/3 đơn vị" in office.text
    office.tap("Mở 1")
    assert "Chưa nộp 3/3: Xã Thử, Xã 2, Xã 3" in office.text


def test_the_list_tells_how_many_have_handed_in() -> None:
    office = watched()
    Officer(storage=office.storage).press("g:report:1").say("Xong việc", "xong")
    assert "đã nộp 1/3 đơn vị" in office.say("báo cáo đã giao").text


def test_who_has_and_who_has_not() -> None:
    office = watched()
    Officer(storage=office.storage).press("g:report:1").say("Xong việc", "xong")
    office.press("g:duty:1")
    assert "Đã nộp 1/3: Xã Thử" in office.text
    assert "Chưa nộp 2/3: Xã 2, Xã 3" in office.text
    office.tap("Xem báo cáo: Xã Thử")
    assert "Nội dung: Xong việc" in office.text


def test_when_all_have_reported_nobody_is_nudged() -> None:
    office = watched(1)
    office.press("g:duty:1")
    token = office.screen[-1].token
    Officer(storage=office.storage).press("g:report:1").say("Xong việc", "xong")
    office.press("c:nudge", token)
    assert "không cần nhắc" in office.text
    assert "Chưa nộp" not in office.text
    assert "c:nudge" not in office.buttons


def test_late_and_in_time_are_told_apart() -> None:
    office = watched(4)
    tasks = office.storage.memory.registers.tasks
    for number, day in ((1, date(2026, 12, 25)), (2, date(2026, 12, 26)), (3, date(2026, 12, 28))):
        tasks[number] = replace(tasks[number], state=TaskState.REPORTED, reported_on=day)
    office.press("g:duty:1")
    assert "Đã nộp 3/4: Xã Thử (T6 25/12), Xã 2 (T7 26/12, muộn 1 ngày)" in office.text
    assert "Xã 3 (T2 28/12, muộn 3 ngày)" in office.text
    office.press("g:task:3")
    assert "Đã nộp thứ Hai 28/12/2026, muộn 3 ngày." in office.text
    officer = Officer(storage=office.storage).say("báo cáo")
    assert "đã nộp T6 25/12, đúng hạn · hạn 25/12/2026" in officer.text


def test_a_report_that_all_have_handed_in_is_not_overdue() -> None:
    office = watched(2)
    tasks = office.storage.memory.registers.tasks
    past, day = date(2026, 11, 19), date(2026, 11, 18)
    for number in (1, 2):
        duty = replace(tasks[number].duty, due=past)
        tasks[number] = replace(
            tasks[number], duty=duty, due=past, state=TaskState.REPORTED, reported_on=day
        )
    office.storage.memory.registers.duties[1] = (OFFICE.id, tasks[1].duty)
    office.say("báo cáo đã giao")
    assert "1. thứ Năm 19/11 · Kết quả rà soát · ✓ đủ 2 đơn vị đã nộp" in office.text
    office.press("g:duty:1")
    assert "Hạn cuối: thứ Năm 19/11/2026. ✓ Đủ 2 đơn vị đã nộp." in office.text
    assert "quá" not in office.text
    tasks = office.storage.memory.registers.tasks
    tasks[2] = replace(tasks[2], state=TaskState.CLOSED)
    assert "quá" not in office.press("g:task:1").text
    assert "Hạn cuối: thứ Năm 19/11/2026.\n" in office.press("g:duty:1").text
    tasks = office.storage.memory.registers.tasks
    tasks[1] = replace(tasks[1], reported_on=None)
    assert "Đã nộp báo cáo." in office.press("g:task:1").text
    assert "Đã nộp 1/2: Xã Thử" in office.press("g:duty:1").text


def test_a_unit_that_asks_for_time_is_answered_from_the_page() -> None:
    office = watched()
    officer = Officer(storage=office.storage).press("g:task:1").tap("Xin thêm thời gian")
    officer.say("28/12", "chờ số liệu")
    office.press("g:duty:1")
    assert "Xã Thử xin lùi đến thứ Hai 28/12/2026: «chờ số liệu»" in office.text
    office.tap("Trả lời: Xã Thử", "Đồng ý lùi")
    assert kept(officer).due == date(2026, 12, 28)


def test_of_many_units_some_are_named_and_the_others_counted() -> None:
    office = watched(25).press("g:duty:1")
    assert "Chưa nộp 25/25" in office.text
    assert "và 5 đơn vị nữa" in office.text


def test_one_tap_nudges_the_missing_once() -> None:
    office = watched().press("g:duty:1")
    token = office.screen[-1].token
    office.press("c:nudge", token).press("c:nudge", token)
    told = office.storage.memory.registers.told
    assert [rung for _, rung, _ in told] == [Rung.NUDGE] * 3
    office.tap("Nhắc đơn vị chưa nộp")
    assert "Hôm nay đã nhắc trước đó: Xã Thử lúc 10:00, Xã 2 lúc 10:00" in office.text
    assert office.storage.memory.registers.told == told


def test_of_many_nudged_today_some_are_named_and_a_new_one_is_nudged_beside_them() -> None:
    office = watched(22).press("g:duty:1").tap("Nhắc đơn vị chưa nộp")
    assert "Đã nhắc 22 đơn vị" in office.text
    office.tap("Nhắc đơn vị chưa nộp")
    assert "Xã 20 lúc 10:00, và 2 đơn vị nữa." in office.text
    registers = office.storage.memory.registers
    registers.tasks[30] = replace(registers.tasks[2], id=30, unit="Xã mới", nudged_at=None)
    office.tap("Nhắc đơn vị chưa nộp")
    assert "Đã nhắc 1 đơn vị" in office.text
    assert "Hôm nay đã nhắc trước đó: Xã Thử" in office.text


def test_a_repeating_duty_says_so() -> None:
    office = watched(1)
    task = office.storage.memory.registers.tasks[1]
    duty = replace(task.duty, repeats=Repeats.MONTHLY)
    office.storage.memory.registers.tasks[1] = replace(task, duty=duty)
    assert "Lặp lại: Hằng tháng" in office.press("g:duty:1").text


def test_ending_asks_first() -> None:
    office = watched().press("g:duty:1").tap("Kết thúc")
    office.press("a:x", "stale")
    assert office.open == "end:1"
    office.say("abc")
    assert office.open.startswith("duty:1")
    office.tap("Kết thúc", "Chưa kết thúc", "Kết thúc", "Kết thúc cho mọi đơn vị")
    assert {task.state for task in office.storage.memory.registers.tasks.values()} == {
        TaskState.CLOSED
    }
    assert "Chưa giao báo cáo nào" in office.say("báo cáo đã giao").text
    office.press("g:duty:1")
    assert "c:end" not in office.buttons


def test_what_was_ended_elsewhere_is_said_to_be_gone() -> None:
    office = watched().press("g:duty:1").tap("Kết thúc")
    token = office.screen[-1].token
    office.storage.memory.registers.ended.add(1)
    office.press("c:end_now", token)
    assert "Không còn báo cáo này" in office.text
    office.press("g:duty:1").tap("Nhắc đơn vị chưa nộp")
    assert "Không còn báo cáo này" in office.text


@pytest.mark.parametrize("button", ["g:duty:9", f"g:duty:{'9' * 18}"])
def test_a_duty_that_is_gone_or_anothers_is_said_to_be(button: str) -> None:
    assert "Không còn báo cáo này" in watched().press(button).text


@pytest.mark.parametrize("button", ["g:duty:x", "g:duty", f"g:duty:{'9' * 19}"])
def test_a_button_that_names_no_duty_leads_to_the_list(button: str) -> None:
    assert watched().press(button).open == "duties"


def test_what_fits_nothing_is_said_and_back_leads_to_the_list() -> None:
    office = watched().press("g:duty:1").say("abc xyz")
    assert "chọn một nút" in office.text
    office.press("a:x", "stale")
    assert office.open.startswith("duty:1")
    office.say("quay lại")
    assert office.open == "duties"
    office.say("abc xyz")
    assert "chọn một nút" in office.text


PEOPLE = {
    "nobody": None,
    "an officer": member(CAO_LOC),
    "a head": member(CAO_LOC, UnitRole.HEAD),
    "of no role": member(OFFICE, UnitRole.OFFICER, account=6),
}


@pytest.mark.parametrize("who", sorted(PEOPLE))
@pytest.mark.parametrize("said", ["giao báo cáo", "báo cáo đã giao", "g:duty:1", "c:nudge"])
def test_who_is_not_of_the_office_asks_for_nothing(who: str, said: str) -> None:
    office = watched()
    officer = Officer(PEOPLE[who], storage=office.storage, name="other")
    officer.press(said) if ":" in said else officer.say(said)
    refused = "Chỉ người thẩm định" if PEOPLE[who] else "là việc của cơ quan tiếp nhận"
    assert refused in officer.text or officer.flow == "menu"
    assert len(made(office)) == 1
    assert office.storage.memory.registers.told == []


def test_the_menu_leads_each_to_what_is_theirs() -> None:
    office, officer = reviewer(MemoryStorage()).say("menu"), Officer().say("menu")
    assert {"g:duties", "g:new_duty", "g:deadlines"} <= set(office.buttons)
    assert {"g:deadlines", "g:tasks"} <= set(officer.buttons)
    assert not {"g:duties", "g:new_duty"} & set(officer.buttons)
    assert not {"g:deadlines", "g:tasks", "g:duties"} & set(Officer(None).say("menu").buttons)
