"""Words of the program typed where any words may be the answer: a report, a title, a reason."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryStorage
from tests.flows.officer import Officer
from tests.flows.reminded import PAPER, kept, made, reviewer, with_task

WRITTEN = "Đã rà soát 12 hồ sơ"


def writing(*said: str) -> Officer:
    storage = MemoryStorage()
    with_task(storage)
    return Officer(storage=storage).press("g:report:1").say(*said)


@pytest.mark.parametrize("typed", ["gửi báo cáo", "gui bao cao", "Gửi", "nộp đi", "xong", "gửi ạ"])
def test_the_words_of_sending_send_the_report(typed: str) -> None:
    officer = writing(WRITTEN, typed)
    assert kept(officer).report == WRITTEN


def test_nothing_written_is_not_sent_as_a_word() -> None:
    officer = writing("gửi")
    assert "cần có nội dung hoặc tệp" in officer.text
    assert kept(officer).report is None


def test_the_words_of_writing_anew_drop_what_was_written() -> None:
    assert WRITTEN not in writing(WRITTEN, "viết lại từ đầu").text


@pytest.mark.parametrize(
    ("typed", "flow"),
    [("báo cáo", "tasks"), ("hạn của tôi", "deadlines"), ("hồ sơ của tôi", "drafts")],
)
def test_a_command_in_a_report_is_the_command_and_the_report_stays(typed: str, flow: str) -> None:
    officer = writing(WRITTEN, typed)
    assert officer.flow == flow
    assert not officer.open.startswith("text:")
    assert "Tôi giữ báo cáo đang viết dở · Kết quả rà soát; gõ «viết tiếp»" in officer.text
    officer.say("viết tiếp")
    assert officer.open == "text:report:t1"
    assert f"Nội dung: {WRITTEN}\n" in officer.text
    officer.say("gửi")
    assert kept(officer).report == WRITTEN


@pytest.mark.parametrize("typed", ["mai nhắc lại", "dừng nhắc đến 25/12"])
def test_a_reminder_is_answered_in_the_middle_of_a_report(typed: str) -> None:
    officer = writing(WRITTEN, typed)
    assert officer.open == "text:report:t1"
    assert f"Nội dung: {WRITTEN}\n" in officer.text


@pytest.mark.parametrize("typed", ["lưu", "xem lại", "tiếp tục"])
def test_what_was_written_is_shown_again(typed: str) -> None:
    officer = writing(WRITTEN, typed)
    assert f"Nội dung: {WRITTEN}\n" in officer.text
    assert officer.open == "text:report:t1"


@pytest.mark.parametrize("typed", ["Chưa có số liệu", "Đã nộp hồ sơ", "Hạn của tôi là 25/12"])
def test_words_that_may_be_a_report_are_one(typed: str) -> None:
    officer = writing(typed, "gửi")
    assert kept(officer).report == typed


def test_words_with_a_file_are_of_the_report() -> None:
    officer = writing()
    officer.send(text="báo cáo", files=(PAPER,), attachment="file").say("gửi")
    assert (kept(officer).report, kept(officer).files) == ("báo cáo", (PAPER,))


def test_a_report_may_be_called_like_an_award() -> None:
    office = reviewer(MemoryStorage()).say("giao báo cáo", "Khen thưởng chuyên đề", "không có")
    office.say("chậm nhất 20/12", "tất cả", "một lần").tap("Giao")
    assert made(office)[0].title == "Khen thưởng chuyên đề"


def test_a_duty_half_given_is_gone_back_to_by_word() -> None:
    office = reviewer(MemoryStorage()).say("giao báo cáo", "Kết quả rà soát", "báo cáo đã giao")
    assert "Tôi giữ báo cáo đang giao dở · Kết quả rà soát" in office.text
    assert office.say("viết tiếp").open == "text:make:instructions"


def test_what_begins_another_duty_is_an_instruction_where_one_is_asked() -> None:
    typed = "Giao báo cáo cho văn phòng"
    office = reviewer(MemoryStorage()).say("giao báo cáo", "Kết quả rà soát", typed)
    office.say("chậm nhất 20/12", "tất cả", "một lần").tap("Giao")
    assert made(office)[0].instructions == typed
