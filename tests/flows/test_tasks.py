"""A report asked of the unit: seen, taken on, given time, handed in; and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.model import UnitRole
from flows.reminding import Colleague, File, Task, TaskState
from tests.fakes import MemoryStorage
from tests.flows.officer import CAO_LOC, ELSEWHERE, Officer, member
from tests.flows.reminded import PAPER, kept, mai, remind, reviewer, with_task


def asked(**changes: object) -> Officer:
    """An officer of a unit of which a report is asked."""
    storage = MemoryStorage()
    task = with_task(storage)
    storage.memory.registers.tasks[1] = replace(task, **changes)  # type: ignore[arg-type]
    return Officer(storage=storage)


def test_the_list_opens_the_report() -> None:
    officer = asked().say("báo cáo")
    assert "thứ Sáu 25/12 (còn 34 ngày) · Kết quả rà soát · chưa ai nhận" in officer.text
    officer.tap("Mở 1")
    assert "Theo mẫu 1" in officer.text
    assert "Sở Nội vụ giao · Xã Thử báo cáo" in officer.text


def test_a_report_without_instructions_shows_none() -> None:
    officer = asked()
    task = kept(officer)
    duty = replace(task.duty, instructions="")
    officer.storage.memory.registers.tasks[1] = replace(task, duty=duty)
    assert "Kết quả rà soát\nChậm nhất" in officer.press("g:task:1").text


def test_a_unit_of_which_nothing_is_asked_is_told_so() -> None:
    officer = Officer().say("/baocao")
    assert "không có báo cáo nào phải nộp" in officer.text
    officer.say("abc xyz")
    assert "chọn một nút" in officer.text
    officer.press("a:x", "stale")
    assert officer.open == "tasks"


def test_taking_it_on_makes_the_reminders_ones_own() -> None:
    officer = asked().press("g:task:1").tap("Tôi nhận việc này")
    assert kept(officer).state is TaskState.CONFIRMED
    assert kept(officer).responsible == Colleague(1, "Nông Văn Thử")
    assert "c:confirm" not in officer.buttons


def test_a_colleague_may_take_over_what_another_took_on() -> None:
    officer = asked()
    mai(officer.storage).press("g:task:1").tap("Tôi nhận việc này")
    officer.press("g:task:1")
    assert "Người nhận việc: Hoàng Thị Mai" in officer.text
    assert "c:confirm" in officer.buttons


def test_more_time_is_asked_for_with_a_day_and_a_reason() -> None:
    officer = asked().press("g:task:1").tap("Xin thêm thời gian")
    assert officer.screen[-1].calendar is not None
    officer.say("28/12", "chờ số liệu")
    assert kept(officer).state is TaskState.ASKED
    assert kept(officer).asked_until == date(2026, 12, 28)
    assert kept(officer).reason == "chờ số liệu"
    assert kept(officer).due == date(2026, 12, 25)
    assert "hạn cũ vẫn tính" in officer.text


def test_the_day_may_be_taken_from_the_calendar() -> None:
    officer = asked().press("g:task:1").tap("Xin thêm thời gian")
    officer.press("month:2027-01", officer.screen[-1].token)
    officer.press("day:2027-01-04", officer.screen[-1].token)
    assert "thứ Hai 04/01/2027" in officer.text
    officer.say("quay lại")
    assert officer.open == "time:t1"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("20/12", "phải sau hạn đang có, thứ Sáu 25/12/2026"),
        ("25/12", "phải sau hạn đang có"),
        ("31/2", "không có trong lịch"),
        ("hôm qua", "đã qua"),
        ("khi nào xong", "một ngày sắp tới"),
        ("từ 28/12 đến 30/12", "hai ngày"),
    ],
)
def test_time_until_no_later_day_is_refused(typed: str, told: str) -> None:
    officer = asked().press("g:task:1").tap("Xin thêm thời gian").say(typed)
    assert told in officer.text
    officer.press("day:2026-12-30", "stale")
    assert officer.open == "time:t1"
    assert kept(officer).state is TaskState.OPEN


@pytest.mark.parametrize(("typed", "told"), [("x" * 501, "501 ký tự"), ("\u200b", "một lý do")])
def test_time_without_a_reason_is_refused(typed: str, told: str) -> None:
    officer = asked().press("g:task:1").tap("Xin thêm thời gian").say("28/12", typed)
    assert told in officer.text
    officer.press("c:x", "stale")
    assert officer.open == "text:reason:t1"
    assert kept(officer).state is TaskState.OPEN


def test_a_reason_may_be_words_of_the_program() -> None:
    officer = asked().press("g:task:1").tap("Xin thêm thời gian").say("28/12", "chưa có số liệu")
    assert kept(officer).reason == "chưa có số liệu"


def test_a_report_is_text_and_files() -> None:
    officer = asked().press("g:task:1").tap("Nộp báo cáo")
    officer.say("Đã rà soát  12 quyết định\n\n Không phải hủy", "Hết")
    officer.send(files=(PAPER,), attachment="file")
    assert "Tệp: bao-cao.pdf" in officer.text
    assert kept(officer).state is TaskState.OPEN
    officer.tap("Gửi báo cáo")
    assert kept(officer).state is TaskState.REPORTED
    assert kept(officer).report == "Đã rà soát 12 quyết định\nKhông phải hủy\nHết"
    assert kept(officer).files == (PAPER,)
    assert "Tôi thôi nhắc việc này" in officer.text


def test_a_file_sent_to_the_report_begins_it() -> None:
    officer = asked().press("g:task:1").send(files=(PAPER,), attachment="file").say("xong")
    assert kept(officer).files == (PAPER,)
    assert kept(officer).report == ""


def test_a_report_may_be_written_anew_before_it_is_sent() -> None:
    officer = asked().press("g:report:1").say("Sai").tap("Viết lại từ đầu").say("Đúng", "xong")
    assert kept(officer).report == "Đúng"


def test_a_report_is_handed_in_again() -> None:
    officer = asked().press("g:report:1").say("Một", "xong").tap("Nộp lại báo cáo")
    officer.say("Hai", "xong")
    assert kept(officer).report == "Hai"


@pytest.mark.parametrize(("attachment", "told"), [("sticker", "loại này"), ("nothing", "loại này")])
def test_what_is_no_report_is_refused(attachment: str, told: str) -> None:
    officer = asked().press("g:report:1").show(attachment)
    assert told in officer.text
    officer.say("xong")
    assert "cần có nội dung hoặc tệp" in officer.text
    officer.press("c:x", "stale").tap("Thôi")
    assert kept(officer).state is TaskState.OPEN


def test_a_button_that_does_not_stand_there_reports_nothing() -> None:
    officer = asked().press("g:report:1")
    officer.press("a:x", officer.screen[-1].token)
    assert "cần có nội dung hoặc tệp" in officer.text


def test_too_long_a_report_and_too_many_files_are_refused() -> None:
    officer = asked().press("g:report:1").say("x" * 3001)
    assert "3001 ký tự" in officer.text
    officer.send(files=(PAPER,) * 11, attachment="file")
    assert "tối đa 10 tệp" in officer.text
    officer.say("ngắn", "xong")
    assert kept(officer).report == "ngắn"
    assert kept(officer).files == ()


def test_a_file_of_the_report_is_handed_out() -> None:
    plain = File("telegram", "BQAC", "anh.jpg")
    officer = asked(state=TaskState.REPORTED, report="Xong", files=(PAPER, plain))
    officer.press("g:task:1").tap("Tệp: anh.jpg")
    file = officer.screen[-1].file
    assert file is not None
    assert (file.kept, file.media) == (plain, "application/octet-stream")
    officer.press("c:x", "stale")
    assert officer.open.startswith("task:1")


@pytest.mark.parametrize("button", ["g:report_file:1:5", "g:report_file:1:x", "g:report_file:1"])
def test_a_file_that_is_not_there_is_said_not_to_be(button: str) -> None:
    officer = asked(state=TaskState.REPORTED, report="Xong", files=(PAPER,)).press(button)
    assert "Không có tệp này" in officer.text


@pytest.mark.parametrize(
    "button", ["g:task:9", "g:report:9", "g:report_file:9:0", f"g:task:{'9' * 18}"]
)
def test_a_report_that_is_gone_or_anothers_is_said_to_be(button: str) -> None:
    assert "Không còn báo cáo này" in asked().press(button).text


@pytest.mark.parametrize("button", ["g:task:", "g:task:x", "g:task:-1", f"g:task:{'9' * 19}"])
def test_a_button_that_names_no_report_leads_to_the_list(button: str) -> None:
    assert asked().press(button).open == "tasks"


def test_a_report_the_office_has_ended_is_not_handed_in() -> None:
    officer = asked(state=TaskState.CLOSED).press("g:task:1")
    assert "Không còn báo cáo này" in officer.text or "không cần nộp nữa" in officer.text
    assert "g:report:1" not in officer.buttons


def test_a_report_that_is_ended_while_it_is_written_says_so() -> None:
    officer = asked().press("g:report:1").say("Đã rà soát")
    task = kept(officer)
    officer.storage.memory.registers.tasks[1] = replace(task, state=TaskState.CLOSED)
    officer.say("xong")
    assert "Không còn báo cáo này" in officer.text


def test_what_fits_nothing_on_the_page_is_said_and_back_leads_to_the_list() -> None:
    officer = asked().press("g:task:1").say("abc xyz")
    assert "chọn một nút" in officer.text
    officer.press("c:x", "stale")
    assert officer.open.startswith("task:1")
    officer.tap("Nộp báo cáo").say("quay lại")
    assert officer.open.startswith("task:1")
    officer.say("quay lại")
    assert officer.open == "tasks"


def test_another_unit_sees_nothing_of_it() -> None:
    storage = MemoryStorage()
    with_task(storage)
    stranger = Officer(member(ELSEWHERE, account=7), storage=storage, name="stranger")
    assert "Không còn báo cáo này" in stranger.press("g:task:1").text
    assert "không có báo cáo nào" in stranger.say("báo cáo").text
    assert "Cần thuộc một đơn vị" in Officer(None, storage=storage).press("g:task:1").text


def test_a_reviewer_of_the_unit_itself_reads_but_does_nothing() -> None:
    storage = MemoryStorage()
    task: Task = with_task(storage)
    storage.memory.registers.duties[1] = (CAO_LOC.id, task.duty)
    storage.memory.registers.tasks[1] = replace(
        task, state=TaskState.ASKED, asked_until=date(2026, 12, 28), reason="chờ"
    )
    own = Officer(member(CAO_LOC, UnitRole.REVIEWER, account=8), storage=storage, name="own")
    own.press("g:task:1")
    assert own.buttons == ["g:tasks", "g:menu"]
    own.press("g:report:1")
    assert own.open.startswith("task:1")


def waiting() -> tuple[Officer, Officer]:
    """The office, and a unit that asked it for more time."""
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage).press("g:task:1").tap("Xin thêm thời gian")
    officer.say("28/12", "chờ số liệu")
    return reviewer(storage), officer


def test_the_office_grants_the_time() -> None:
    office, officer = waiting()
    office.press("g:task:1").tap("Đồng ý lùi")
    assert kept(officer).due == date(2026, 12, 28)
    assert "Chậm nhất thứ Hai 28/12/2026" in office.text
    assert "Xã Thử được lùi đến thứ Hai 28/12/2026" in office.press("g:duty:1").text


def test_the_office_does_not_grant_it() -> None:
    office, officer = waiting()
    office.press("g:task:1").tap("Không đồng ý")
    assert kept(officer).due == date(2026, 12, 25)
    assert kept(officer).state is TaskState.OPEN
    assert "hạn giữ nguyên" in office.text


def test_an_answer_given_twice_changes_nothing_more() -> None:
    office, officer = waiting()
    office.press("g:task:1")
    token = office.screen[-1].token
    office.press("c:grant", token).press("c:refuse", token)
    assert kept(officer).due == date(2026, 12, 28)
    assert "trả lời rồi" in office.text


def test_the_unit_does_not_grant_itself_time() -> None:
    _, officer = waiting()
    officer.press("g:task:1")
    assert "c:grant" not in officer.buttons
    officer.press("c:grant", officer.screen[-1].token)
    assert "Không còn báo cáo này" in officer.text
    assert kept(officer).due == date(2026, 12, 25)


def test_a_report_is_handed_to_a_colleague() -> None:
    officer = asked()
    mai(officer.storage)
    remind(officer, "t1")
    officer.press("g:hand:t1").say("Mai")
    assert kept(officer).responsible == Colleague(2, "Hoàng Thị Mai")
