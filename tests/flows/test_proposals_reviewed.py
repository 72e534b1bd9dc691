"""The reviewer's side: taken up, returned for exactly what is wrong, accepted, decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from flows.proposals.asked import Mark
from flows.proposals.course import Flag, State
from flows.proposals.reviewing import assessed, checklist, flaggable, is_marked
from flows.proposals.waiting import WORKING_DAYS, overdue_from
from flows.reminding import File
from rules.calendar import load_calendar
from tests.flows.officer import Officer
from tests.flows.sent import RESCUE, Office, at_office

FILE = File("web", "f" * 64, "qd.pdf", size=10, media="application/pdf")


def reviewed() -> tuple[Office, Officer, Officer]:
    """Taken up by the reviewer."""
    office, officer, _, reviewer = at_office()
    reviewer.press("g:proposal:1").tap("Nhận xét hồ sơ")
    assert office.proposal().state is State.UNDER_REVIEW
    return office, officer, reviewer


def returned(*labels: str, words: str = "Đếm lại giúp") -> tuple[Office, Officer, Officer]:
    office, officer, reviewer = reviewed()
    reviewer.tap("Trả lại để bổ sung", *(labels or ("t:4",)))
    reviewer.tap("Xong").say(words)
    return office, officer, reviewer


def test_what_waits_is_listed_first_with_the_days() -> None:
    office, _, _, reviewer = at_office()
    reviewer.day = date(2026, 11, 24)
    reviewer.say("menu").tap("Hồ sơ đã gửi")
    assert "chờ anh/chị: 1" in reviewer.text
    assert "Dân quân xã · Xã Thử · chờ người xét (3 ngày)" in reviewer.text
    assert reviewer.tap("Mở 1").buttons[0] == "c:do:take"
    reviewer.tap("Nhận xét hồ sơ")
    assert "Anh/chị đang xét" in reviewer.text
    assert office.told(1)[-1] == "Lê Văn Xét (Sở Nội vụ) đang xét hồ sơ."


def test_the_answers_are_read_as_they_were_sent() -> None:
    _, _, reviewer = reviewed()
    reviewer.tap("Xem các câu trả lời")
    assert "Tên tập thể: Dân quân xã" in reviewer.text or "Dân quân xã" in reviewer.text
    assert "18" in reviewer.text
    assert "Sở Nội vụ đang xét" in reviewer.tap("Về trang hồ sơ").text or reviewer.buttons


def test_the_checklist_is_filled_by_clause_and_marked_by_taps() -> None:
    office, _, reviewer = reviewed()
    reviewer.tap("Danh mục kiểm tra")
    assert "✓" in reviewer.text
    assert "mục 2" in reviewer.text
    (mark, *_) = [one for one in reviewer.buttons if one.startswith("c:mark:")]
    clause = mark.removeprefix("c:mark:").partition("=")[0]
    reviewer.tap(mark)
    assert office.proposal().marks == {clause: "met"}
    reviewer.tap(f"c:mark:{clause}=not_met")
    assert office.proposal().marks == {clause: "not_met"}
    assert "☒ chưa đạt" in str(reviewer.screen) or reviewer.buttons
    reviewer.say("ừ")
    assert "Danh mục" in reviewer.text or "Kiểm tra theo công văn" in reviewer.text
    reviewer.say("quay lại").tap("Chấp nhận")
    assert "Vì sao vẫn chấp nhận" in reviewer.text
    reviewer.say("Đã xem hồ sơ gốc")
    assert office.proposal().state is State.ACCEPTED
    assert office.proposal().words == "Đã xem hồ sơ gốc"


def test_a_mark_can_be_taken_back_and_is_the_reviewers_alone() -> None:
    office, officer, reviewer = reviewed()
    reviewer.tap("Danh mục kiểm tra")
    (mark, *_) = [one for one in reviewer.buttons if one.startswith("c:mark:")]
    clause = mark.removeprefix("c:mark:").partition("=")[0]
    reviewer.tap(mark, f"c:mark:{clause}=not_met", f"c:mark:{clause}=")
    assert office.proposal().marks == {}
    officer.press("g:proposal:1").press(mark, officer.screen[-1].token)
    assert office.proposal().marks == {}
    reviewer.say("quay lại").tap("Chấp nhận")
    assert office.proposal().state is State.ACCEPTED
    reviewer.press("g:proposal:1").press("c:do:check", reviewer.screen[-1].token)
    assert "Đã gửi" in reviewer.text, "once accepted there is nothing to mark"


def test_only_what_was_flagged_is_asked_and_then_it_is_sent_again() -> None:
    office, officer, reviewer = returned()
    assert office.proposal().state is State.RETURNED
    assert office.proposal().flags == (Flag("forces_total", "", 18),)
    assert office.stored().answers["forces_total"] is None
    assert "submitted_on" not in office.stored().answers, "the clock of ten days runs again"
    assert "trả lại 1 mục để bổ sung. Đếm lại giúp" in office.told(1)[-1]
    officer.press("g:open:1")
    assert "Sở Nội vụ trả lại" in officer.text
    officer.tap("Bổ sung 1 mục")
    assert officer.open == "forces_total"
    assert "Người xét: «Đếm lại giúp»" in officer.text
    assert "Trước đây: 18" in officer.text
    officer.say("16")
    assert officer.open == "review"
    officer.tap("Gửi lại")
    assert office.proposal().state is State.RESUBMITTED
    assert office.stored().answers["forces_total"] == 16
    assert office.stored().answers["submitted_on"] == "2026-11-21"
    assert "đã bổ sung và gửi lại" in office.told(9)[-1]
    reviewer.press("g:proposal:1").tap("Nhận xét hồ sơ", "Xem các câu trả lời")
    assert "16 (trước đây 18)" in reviewer.text


def test_nothing_else_can_be_changed_while_it_is_mended() -> None:
    office, officer, _ = returned()
    officer.press("g:open:1").tap("Bổ sung 1 mục")
    officer.say("sửa ngày thành 10/11/2026")
    assert "chỉ các mục bị trả lại" in officer.text
    assert officer.open == "forces_total"
    assert office.stored().answers["nominees[0].participants"] == 12
    officer.press("c:edit:nominees[0].participants", officer.screen[-1].token)
    assert "chỉ các mục bị trả lại" in officer.text
    officer.tap("c:unknown")
    assert officer.open == "forces_total", "what was returned must be answered"
    officer.press("g:submit:1")
    assert "Trước khi gửi cần có: tổng số người" in officer.text.replace("Tổng", "tổng")
    officer.say("menu").press("g:open:1").tap("Bổ sung 1 mục").say("16")
    officer.press("c:edit:forces_total", officer.screen[-1].token)
    assert officer.open == "forces_total"
    officer.say("17")
    assert office.stored().answers["forces_total"] == 17


def test_what_the_new_answer_opens_is_asked_as_well() -> None:
    office, officer, _ = returned("t:5", words="Ngày nào?")
    officer.press("g:open:1").tap("Bổ sung 1 mục")
    assert officer.open == "achieved_on"
    officer.say("1/10/2026")
    assert officer.open in ("recognition", "nominees[0].recognition")
    officer.tap("a:none")
    officer.press("g:submit:1")
    assert office.proposal().state is State.RETURNED
    assert "lý do" in officer.text.lower()


def test_returning_needs_an_answer_chosen_and_words_are_free() -> None:
    office, _, reviewer = reviewed()
    reviewer.tap("Trả lại để bổ sung", "Xong")
    assert "Chưa chọn mục nào" in reviewer.text
    reviewer.say("số người").tap("t:0", "t:0", "t:1")
    assert "Đã chọn 1" in reviewer.text
    reviewer.say("tiếng anh").press("g:proposal:1")
    assert office.proposal().state is State.UNDER_REVIEW
    reviewer.say("tiếng việt").press("g:proposal:1").tap("Trả lại để bổ sung", "t:1", "Xong")
    assert "Ghi gì cho đơn vị" in reviewer.text
    reviewer.tap("Không ghi gì thêm")
    assert office.proposal().state is State.RETURNED
    assert len(office.proposal().flags) == 1
    assert office.proposal().words == ""


def test_what_is_ticked_changes_the_message_that_stands_there() -> None:
    _, _, reviewer = reviewed()
    reviewer.tap("Trả lại để bổ sung")
    first = reviewer.screen[-1].slot
    reviewer.tap("t:0", "t:1")
    assert "Đã chọn 2" in reviewer.text
    assert reviewer.screen[-1].slot == first
    reviewer.tap("Thôi", "Trả lại để bổ sung")
    assert reviewer.screen[-1].slot != first, "another time is another message"


def test_a_long_list_of_answers_goes_round() -> None:
    _, _, reviewer = reviewed()
    reviewer.tap("Trả lại để bổ sung")
    first = [one for one in reviewer.buttons if one.startswith("t:")]
    reviewer.tap("c:others")
    second = [one for one in reviewer.buttons if one.startswith("t:")]
    assert not set(first) & set(second)
    reviewer.tap("c:others")
    assert [one for one in reviewer.buttons if one.startswith("t:")] == first
    reviewer.press("t:99", reviewer.screen[-1].token).press("t:x", reviewer.screen[-1].token)
    assert [one for one in reviewer.buttons if one.startswith("t:")] == first


def test_it_is_accepted_and_decided_and_both_are_told() -> None:
    office, officer, reviewer = reviewed()
    reviewer.tap("Chấp nhận")
    assert "Đã chấp nhận" in reviewer.text
    reviewer.tap("Ghi quyết định").say("123/QĐ-UBND ngày 21/11/2026")
    reviewer.tap("Không kèm tệp")
    proposal = office.proposal()
    assert proposal.state is State.DECIDED
    assert (proposal.number, proposal.decided_on) == ("123/QĐ-UBND", date(2026, 11, 21))
    for account in (1, 2):
        assert "Đã có quyết định số 123/QĐ-UBND" in office.told(account)[-1]
    officer.press("g:proposal:1")
    assert "Quyết định số 123/QĐ-UBND thứ Bảy 21/11/2026" in officer.text
    assert "Chưa có hồ sơ nào" in officer.say("hồ sơ đã gửi").text


def test_the_decision_comes_with_its_file() -> None:
    office, officer, reviewer = reviewed()
    reviewer.tap("Chấp nhận", "Ghi quyết định").say("5/QĐ", "21/11/2026", "đây")
    assert "Tôi cần một tệp" in reviewer.text
    reviewer.send(files=(FILE,), attachment="file")
    assert office.proposal().file == FILE
    assert office.told(1)[-1].endswith("kèm tệp qd.pdf.")
    officer.press("g:decision:1")
    assert officer.screen[-1].file is not None, "as the button of the news asks for it"
    officer.press("g:proposal:1").tap("Tệp quyết định")
    download = officer.screen[-1].file
    assert download is not None
    assert download.kept == FILE


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("   ",), "Cần số quyết định"),
        (("x" * 61,), "61 ký tự"),
        (("5/QĐ", "bao giờ cũng được"), "Tôi cần một ngày"),
        (("5/QĐ", "25/12/2026"), "Tôi cần một ngày"),
        (("5/QĐ", "20/11/2026"), "không thể trước ngày đơn vị gửi"),
        (("5/QĐ ngày hôm nao",), "Tôi cần một ngày"),
    ],
)
def test_a_decision_without_number_or_day_is_refused(typed: tuple[str, ...], told: str) -> None:
    office, _, reviewer = reviewed()
    reviewer.tap("Chấp nhận", "Ghi quyết định").say(*typed)
    assert told in reviewer.text
    assert office.proposal().state is State.ACCEPTED
    reviewer.tap("c:cancel")
    assert "chờ quyết định" in reviewer.text


def test_a_case_that_is_late_is_accepted_only_with_a_reason() -> None:
    office = Office()
    officer, head, reviewer = office.officer(), office.head(), office.reviewer()
    office.draft(**{"achieved_on": "2026-11-01", "recognition": "none", "note.reason": "Mưa lũ"})
    officer.press("g:submit:1").tap("c:send")
    head.press("g:agree:1")
    reviewer.press("g:proposal:1").tap("Nhận xét hồ sơ", "Chấp nhận")
    assert "Vì sao vẫn chấp nhận" in reviewer.text
    reviewer.say("Lũ cô lập xã")
    assert office.proposal().words == "Lũ cô lập xã"
    assert "Lời kèm theo: Lũ cô lập xã" in officer.press("g:proposal:1").text


def test_it_is_declined_with_a_reason() -> None:
    office, officer, reviewer = reviewed()
    reviewer.tap("Từ chối").say("Đã khen ở đợt trước")
    assert office.proposal().state is State.DECLINED
    assert "từ chối: Đã khen ở đợt trước" in office.told(1)[-1]
    assert "Sở Nội vụ từ chối" in officer.press("g:proposal:1").text
    assert officer.buttons[-1] == "g:menu"


def test_the_unit_cannot_review_and_the_office_cannot_send() -> None:
    office, officer, reviewer = reviewed()
    for step in ("take", "return", "accept", "decline", "decide"):
        officer.press("g:proposal:1").press(f"c:do:{step}", officer.screen[-1].token)
        assert "đã sang bước khác" in officer.text
    for step in ("send", "confirm", "resend", "withdraw", "hand_back"):
        reviewer.press("g:proposal:1").press(f"c:do:{step}", reviewer.screen[-1].token)
    assert office.proposal().state is State.UNDER_REVIEW


def test_a_step_on_a_page_that_has_moved_on_is_told_so() -> None:
    office, _, reviewer = reviewed()
    other = office.reviewer("Mã Thị Hai", account=10)
    other.press("g:proposal:1").tap("Từ chối")
    reviewer.tap("Chấp nhận")
    other.say("Trùng")
    assert office.proposal().state is State.ACCEPTED
    assert "đã sang bước khác" in other.text


def test_a_page_of_help_in_between_leaves_the_question_open() -> None:
    office, _, reviewer = reviewed()
    reviewer.tap("Trả lại để bổ sung").say("trợ giúp")
    assert "t:0" in reviewer.buttons
    reviewer.tap("t:0", "Xong").say("trợ giúp")
    assert "Ghi gì cho đơn vị" in reviewer.text
    reviewer.tap("c:cancel", "Chấp nhận", "Ghi quyết định").say("trợ giúp")
    assert "Số quyết định của" in reviewer.text
    assert office.proposal().state is State.ACCEPTED


def test_the_head_finds_what_waits_for_them_and_the_officer_what_came_back() -> None:
    office = Office()
    officer, head = office.officer(), office.head()
    office.draft()
    officer.press("g:submit:1").tap("c:send")
    assert "chờ anh/chị: 1" in head.say("hồ sơ chờ xác nhận").text
    assert "chờ anh/chị: 0" in officer.say("menu", "hồ sơ đã gửi").text
    _, officer, _ = returned()
    assert "chờ anh/chị: 1" in officer.say("menu", "hồ sơ đã gửi").text


def test_what_is_said_of_several_alike_stands_once_and_remarks_are_no_answers() -> None:
    office = Office()
    officer, head, reviewer = office.officer(), office.head(), office.reviewer()
    second = {
        path.replace("[0]", "[1]"): value
        for path, value in RESCUE.items()
        if path.startswith("nominees[0]")
    }
    office.draft(
        **{**second, "nominees[1].name": "Dân quân thôn", "note.reason": "Đã nêu"},
        forces_approximate=False,
    )
    officer.press("g:submit:1").tap("c:send")
    head.press("g:agree:1")
    reviewer.press("g:proposal:1").tap("Nhận xét hồ sơ", "Danh mục kiểm tra")
    lines = reviewer.text.splitlines()
    assert len(lines) == len(set(lines))
    reviewer.say("quay lại").tap("Xem các câu trả lời")
    assert "Dân quân thôn" in reviewer.text
    offered = [path for path, _ in flaggable(office.proposal())]
    assert offered.count("note.reason") == 1
    assert "forces_approximate" not in offered


def test_where_nothing_is_left_to_people_nothing_is_to_be_marked() -> None:
    office, _, _ = reviewed()
    found = assessed(office.proposal(), date(2026, 11, 21), None)
    turn = checklist(office.proposal(), replace(found, not_checked=()), {})
    assert [choice.id for row in turn.replies[0].choices for choice in row] == ["c:back"]


@pytest.mark.parametrize(
    ("clause", "mark", "kept", "is_so"),
    [
        ("LS2022.2.b.1", "met", {}, True),
        ("LS2022.2.b.1", "perhaps", {}, False),
        ("LS2022.1.b.2", "met", {}, False),
        ("LS2022.1.b.2", "", {}, False),
        ("LS2022.1.b.2", "", {"LS2022.1.b.2": "met"}, True),
    ],
    ids=["on it", "no mark", "not on it", "nothing to take back", "an old one taken back"],
)
def test_what_the_checklist_does_not_hold_cannot_be_marked(
    clause: str, mark: str, *, kept: dict[str, str], is_so: bool
) -> None:
    office, _, _ = reviewed()
    proposal, day = replace(office.proposal(), marks=kept), date(2026, 11, 21)
    assert is_marked(proposal, Mark(1, clause, mark), day, None) is is_so
    long_ago = replace(office.proposal(), first_sent_on=date(2001, 1, 1))
    assert not is_marked(long_ago, Mark(1, clause, "met"), day, None), "a day without rules"


def test_a_day_without_rules_judges_nothing() -> None:
    office, officer, reviewer = reviewed()
    long_ago = replace(office.proposal(), first_sent_on=date(2001, 1, 1))
    office.storage.memory.registers.proposals[1] = long_ago
    reviewer.tap("Danh mục kiểm tra")
    assert "nằm ngoài thời gian tôi có quy định" in reviewer.text
    other = office.draft()
    officer.day = date(2001, 1, 1)
    assert "01/01/2001" in officer.press(f"g:submit:{other}").text


def test_the_same_person_for_the_same_deed_is_pointed_out() -> None:
    office, officer, reviewer = reviewed()
    again = office.draft(**{"nominees[0].name": "DÂN QUÂN  xã", "forces_total": 17})
    other = office.draft(achieved_on="2026-11-19")
    for draft in (again, other):
        officer.press(f"g:submit:{draft}").tap("c:send")
    told = "Cùng tên, cùng thành tích: DÂN QUÂN xã đã được Xã Thử đề nghị, đang xét"
    assert told.replace("  ", " ") in officer.press(f"g:proposal:{again}").text.replace("  ", " ")
    assert "Cùng tên" not in officer.press(f"g:proposal:{other}").text
    assert "Cùng tên" not in reviewer.press("g:proposal:1").text, "it is not the office's yet"


def test_overdue_is_counted_in_working_days() -> None:
    calendar = load_calendar()
    assert overdue_from(date(2026, 11, 20), calendar) == date(2026, 11, 6)
    far = date(2090, 1, 1)
    assert overdue_from(far, calendar) == far - timedelta(days=2 * WORKING_DAYS)


def test_what_lies_too_long_with_the_office_is_marked() -> None:
    _, _, _, reviewer = at_office()
    reviewer.day = date(2026, 12, 7)
    assert "quá 10" not in reviewer.say("hồ sơ chờ xét").text
    reviewer.day = date(2026, 12, 8)
    assert "(17 ngày, ⚠ quá 10 ngày làm việc)" in reviewer.say("hồ sơ chờ xét").text
