"""A draft is sent by its officer, confirmed by the head, and lies with the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.model import Person
from flows.proposals.course import State
from tests.flows.officer import Officer
from tests.flows.sent import UNIT, Office, at_office

NO_OFFICE = replace(UNIT, receiving_office=None)
DEMONSTRATION = replace(NO_OFFICE, is_demonstration=True)


def test_the_officer_sends_and_the_head_is_told_with_the_case_in_short() -> None:
    office = Office()
    officer, head = office.officer(), office.head()
    office.draft()
    officer.press("g:submit:1").tap("c:send")
    assert office.proposal().state is State.WITH_HEAD
    assert "Đã gửi thủ trưởng" in officer.text
    assert "Chờ thủ trưởng Xã Thử xác nhận" in officer.text
    (told,) = office.told(2)
    assert told.startswith("Nông Văn An gửi thủ trưởng xác nhận. 🟢")
    assert "28/11/2026" in told or "còn" in told
    assert head.press("g:proposal:1").buttons[:2] == ["c:do:confirm", "c:do:hand_back"]


def test_the_head_confirms_and_the_day_of_sending_ends_the_reminders() -> None:
    office, officer, head, _ = at_office()
    assert office.proposal().state is State.SUBMITTED
    assert office.stored().answers["submitted_on"] == "2026-11-21"
    assert office.stored().course is not None
    assert office.storage.memory.registers.plans[1].planned == ()
    assert "Đã gửi Sở Nội vụ, tính là trình thứ Bảy 21/11/2026" in head.text
    assert office.told(1) == ["Thủ trưởng Lý Thị Hoa đã xác nhận và gửi Sở Nội vụ."]
    assert office.told(9)[0].startswith("Xã Thử gửi hồ sơ đề nghị. 🟢")
    assert officer.day == date(2026, 11, 21)


def test_a_head_who_sends_confirms_at_once() -> None:
    office = Office()
    head = office.head()
    office.draft(owner=2)
    head.press("g:submit:1").tap("c:send")
    assert office.proposal().state is State.SUBMITTED
    assert office.proposal().sender == office.proposal().head


def test_until_the_head_confirms_the_officer_may_take_it_back() -> None:
    office = Office()
    officer, head = office.officer(), office.head()
    office.draft()
    officer.press("g:submit:1").tap("c:send").tap("Rút lại để sửa")
    assert office.proposal().state is State.DRAFT
    assert "rút lại" in office.told(2)[-1]
    head.press("g:agree:1").tap("Gửi đi")
    assert office.proposal().state is State.SUBMITTED, "a head may send what lies in the unit"


def test_the_head_hands_it_back_with_a_word() -> None:
    office = Office()
    officer, head = office.officer(), office.head()
    office.draft()
    officer.press("g:submit:1").tap("c:send")
    head.press("g:hand_back:1")
    assert "Cần sửa gì?" in head.text
    assert "Cần nêu lý do" in head.show("photo").text
    assert "1001 ký tự" in head.say("x" * 1001).text
    head.say("Ghi rõ tên các đồng chí")
    assert office.proposal().state is State.DRAFT
    assert office.told(1) == ["Thủ trưởng Lý Thị Hoa trả lại: Ghi rõ tên các đồng chí"]
    assert "Ghi rõ tên" in officer.say("hồ sơ đang ở đâu").press("g:proposal:1").text
    assert officer.tap("Mở hồ sơ").flow == "surprise"


def test_handing_back_may_be_thought_better_of() -> None:
    office = Office()
    officer, head = office.officer(), office.head()
    office.draft()
    officer.press("g:submit:1").tap("c:send")
    head.press("g:hand_back:1").tap("c:cancel")
    assert office.proposal().state is State.WITH_HEAD
    assert "c:do:confirm" in head.buttons
    head.tap("Trả lại người lập").say("quay lại")
    assert office.proposal().state is State.WITH_HEAD


def test_where_is_it_is_answered_in_words() -> None:
    _, officer, _, _ = at_office()
    officer.say("menu", "hồ sơ của tôi đang ở đâu")
    assert "Hồ sơ đã gửi: 1" in officer.text
    assert "chờ người xét (hôm nay)" in officer.text
    officer.tap("Mở 1")
    assert "Đã đến Sở Nội vụ" in officer.text
    officer.say("hồ sơ đang ở đâu")
    assert "Đã đến Sở Nội vụ" in officer.text, "that of the screen is meant"
    assert "Lý Thị Hoa: xác nhận" in officer.text


def test_the_days_it_waits_are_told() -> None:
    _, officer, _, _ = at_office()
    officer.day = date(2026, 11, 22)
    assert "(1 ngày)" in officer.press("g:proposal:1").text
    officer.day = date(2026, 11, 25)
    assert "(4 ngày)" in officer.press("g:proposal:1").text


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"nominees[0].name": "-"}, "Trước khi gửi cần có: tên"),
        ({"award_level": None}, "cấp"),
        ({"achieved_on": "2026-11-01", "recognition": "none"}, "lý do"),
        ({"forces_total": 20}, "chưa đủ điều kiện"),
        ({"forces_total": "-"}, "Chưa đủ dữ kiện"),
        ({"award_level": "unit"}, "không gửi cơ quan tiếp nhận"),
    ],
)
def test_what_lacks_something_is_not_sent(answers: dict[str, object], told: str) -> None:
    office = Office()
    officer = office.officer()
    office.head()
    office.draft(**answers)
    officer.press("g:submit:1")
    assert told.lower() in officer.text.lower()
    assert 1 not in office.storage.memory.registers.proposals
    assert officer.tap("Mở hồ sơ").flow == "surprise"


def test_without_a_head_nobody_could_confirm() -> None:
    office = Office()
    officer = office.officer()
    office.draft()
    assert "chưa có thủ trưởng" in officer.press("g:submit:1").tap("c:send").text


def test_a_unit_without_an_office_is_told_what_to_do_and_loses_nothing() -> None:
    office = Office()
    officer, _ = office.officer(), office.head()
    office.storage.memory.registers.offices.clear()
    office.draft()
    before = office.stored()
    officer.press("g:submit:1")
    assert "Chưa có cơ quan tiếp nhận" in officer.text
    assert officer.buttons == ["g:make_papers:1", "g:sent:d1", "g:open:1", "g:menu"]
    assert (office.stored(), office.storage.memory.registers.proposals) == (before, {})


def test_what_was_sent_cannot_be_changed_renamed_or_deleted() -> None:
    office, officer, _, _ = at_office()
    answers = dict(office.stored().answers)
    for press in ("g:open:1", "g:sent:d1"):
        assert "Đã đến Sở Nội vụ" in officer.press(press).text
    for press in ("g:rename:1", "g:ask_delete:1"):
        assert "không xóa và không đổi tên" in officer.press(press).text
    copy = officer.press("g:copy:1").stored[2]
    assert (copy.course, "submitted_on" in copy.answers) == (None, False)
    assert dict(office.stored().answers) == answers


def test_an_answer_typed_into_a_draft_just_sent_changes_nothing() -> None:
    office = Office()
    officer, head = office.officer(), office.head()
    office.draft(**{"nominees[0].name": "-"})
    officer.press("g:open:1").tap("c:continue")
    assert officer.open == "nominees[0].name"
    office.storage.memory.drafts[1] = office.stored()
    head.press("g:open:1").say("menu")
    officer.say("Dân quân xã").press("g:submit:1").tap("c:send")
    head.press("g:agree:1")
    officer.say("sửa số người thành 15")
    assert office.stored().answers["nominees[0].participants"] == 12


def test_the_button_is_on_the_review_but_where_things_are_only_tried() -> None:
    office = Office()
    office.head()
    office.draft()
    units = {"A": (UNIT, True), "B": (NO_OFFICE, True), "C": (DEMONSTRATION, False)}
    for name, (unit, sends) in units.items():
        officer = office.officer(name)
        person = replace(officer.person or Person(), unit=unit)
        officer.storage.memory.people[officer.chat] = person
        officer.press("g:open:1").say("xem lại")
        assert ("g:submit:1" in officer.buttons) is sends


def test_a_button_pressed_twice_sends_once() -> None:
    office = Office()
    officer = office.officer()
    office.head()
    office.draft()
    officer.press("g:submit:1").tap("c:send").press("g:submit:1")
    assert office.proposal().version == 1
    assert "đã sang bước khác" in officer.text


def test_strangers_and_forged_numbers_are_refused() -> None:
    office, _, _, _ = at_office()
    assert "Chỉ người của đơn vị" in Officer(None).press("g:proposal:1").text
    other = office.officer("Ai Khác", account=5)
    for press in ("g:proposal:1", "g:agree:1", "g:hand_back:1"):
        assert "Không có hồ sơ này" in other.press(press).text
    assert "Chưa có hồ sơ nào" in other.press("g:proposal:x").text
    assert "Chưa có hồ sơ nào" in other.say("hồ sơ đã gửi").text
    assert office.proposal().state is State.SUBMITTED


def test_words_on_the_page_and_the_list_are_told_to_tap() -> None:
    _, officer, _, _ = at_office()
    officer.press("g:proposal:1").say("xin chào")
    assert "Đã đến Sở Nội vụ" in officer.text
    officer.say("quay lại")
    assert "Hồ sơ đã gửi: 1" in officer.text
    officer.say("vâng vâng")
    assert "Hồ sơ đã gửi: 1" in officer.text
