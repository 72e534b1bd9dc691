"""My deadlines: the list, one matter, put off, submitted, handed on; by taps and by words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from flows.reminding import About, Hours
from tests.fakes import MemoryStorage
from tests.flows.officer import ELSEWHERE, Officer, member
from tests.flows.reminded import BA, mai, remind, rescuer, with_task

DRAFT = About(draft=1)


def again_of(officer: Officer, about: About = DRAFT) -> datetime | None:
    return officer.storage.memory.registers.again.get((1, about))


def test_the_list_tells_the_day_and_how_many_days_are_left() -> None:
    officer = rescuer().say("hạn của tôi")
    assert "Chủ nhật 22/11 (còn 1 ngày)" in officer.text
    assert "tập thể Dân quân xã" in officer.text
    assert officer.buttons[0] == "g:due:d1"


@pytest.mark.parametrize(("day", "told"), [(22, "hôm nay"), (23, "quá 1 ngày")])
def test_on_the_day_and_after_it_the_list_says_so(day: int, told: str) -> None:
    officer = rescuer()
    officer.day = date(2026, 11, day)
    assert told in officer.say("han cua toi").text


def test_without_a_last_day_the_list_says_there_is_none() -> None:
    officer = Officer().say("/han")
    assert "không có hạn nào" in officer.text


def test_a_day_of_another_year_is_listed_with_its_year() -> None:
    storage = MemoryStorage()
    with_task(storage, date(2027, 1, 8))
    assert "08/01/2027" in Officer(storage=storage).say("hạn của tôi").text


def test_of_many_deadlines_the_nearest_are_shown_and_the_others_counted() -> None:
    storage = MemoryStorage()
    task = with_task(storage)
    for number in range(2, 16):
        storage.memory.registers.tasks[number] = replace(task, id=number)
    officer = Officer(storage=storage).say("hạn của tôi")
    assert "(15)" in officer.text
    assert "Còn 3 hạn xa hơn" in officer.text
    assert officer.buttons.count("g:due:t1") == 1
    officer.say("báo cáo")
    assert len([one for one in officer.buttons if one.startswith("g:task:")]) == 12


def test_a_matter_tells_how_its_day_was_counted_and_when_the_next_reminder_comes() -> None:
    officer = rescuer().say("hạn của tôi").tap("Mở 1")
    assert "Tính 10 ngày từ ngày lập thành tích 12/11/2026" in officer.text
    assert "nếu tính dời thì đến thứ Hai 23/11/2026" in officer.text
    assert "Tôi nhắc lần tới lúc 07:00 thứ Hai 23/11/2026" in officer.text
    assert officer.buttons[:4] == ["g:open:1", "g:sent:d1", "g:again:d1", "g:hand:d1"]


def test_a_matter_is_shown_again_and_what_fits_nothing_there_leads_to_the_list() -> None:
    officer = rescuer().press("g:due:d1")
    officer.press("c:none", "stale")
    assert "Tính 10 ngày" in officer.text
    officer.say("abc xyz")
    assert "chọn một nút" in officer.text
    assert officer.open == "deadlines"


@pytest.mark.parametrize("button", ["g:due:d99", "g:due:t99", "g:again:d99:hour"])
def test_a_matter_that_is_gone_is_said_to_be_gone(button: str) -> None:
    assert "không thấy việc nào như vậy" in rescuer().press(button).text


@pytest.mark.parametrize("button", ["g:due:x", "g:due:d", "g:due"])
def test_a_button_that_names_no_matter_leads_to_the_list(button: str) -> None:
    assert rescuer().press(button).open == "deadlines"


def test_the_list_opens_the_draft_and_the_report() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = rescuer(storage).press("g:due:d1").tap("Mở hồ sơ")
    assert officer.flow == "surprise"
    officer.press("g:due:t1").tap("Mở báo cáo")
    assert officer.flow == "tasks"


@pytest.mark.parametrize(
    ("tapped", "at"),
    [("1 giờ nữa", "11:00"), ("Chiều nay", "14:00"), ("Sáng mai", "22/11/2026")],
)
def test_a_reminder_is_put_off_by_two_taps(tapped: str, at: str) -> None:
    officer = rescuer().press("g:again:d1").tap(tapped)
    assert at in officer.text
    assert again_of(officer) is not None


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("nhắc lại sau 1 giờ", "11:00 hôm nay"),
        ("1 tiếng nữa nhắc lại", "11:00 hôm nay"),
        ("chieu nay nhac lai", "14:00 hôm nay"),
        ("mai nhắc lại", "Chủ nhật 22/11/2026"),
        ("nhắc lại ngày 22/11 nhé", "Chủ nhật 22/11/2026"),
    ],
)
def test_a_word_is_about_what_was_reminded_of_last(typed: str, at: str) -> None:
    officer = rescuer()
    remind(officer, "d1")
    officer.say(typed)
    assert at in officer.text
    assert again_of(officer) is not None


def test_the_time_is_told_by_the_officers_clock_and_asked_in_words() -> None:
    officer = rescuer().press("g:again:d1").say("sáng mai")
    assert "Chủ nhật 22/11/2026" in officer.text
    officer.press("g:again:d1").say("25/11")
    assert "thứ Tư 25/11/2026" in officer.text


def test_past_the_last_day_is_allowed_with_a_warning_that_names_it() -> None:
    officer = rescuer().press("g:again:d1").say("25/11")
    assert "đã quá ngày cuối, Chủ nhật 22/11/2026" in officer.text
    assert again_of(officer) is not None
    officer.day = date(2026, 11, 23)
    officer.press("g:again:d1:tomorrow")
    assert "việc này đã quá ngày cuối, Chủ nhật 22/11/2026" in officer.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("20/11", "đã qua"),
        ("31/2", "không có trong lịch"),
        ("sau 30 giờ", "sau 1 giờ, chiều nay, sáng mai"),
        ("khi nào rảnh", "sau 1 giờ, chiều nay, sáng mai"),
        ("tuần sau", "khoảng"),
        ("25/12/2035", "xa quá"),
        ("thứ hai 24/11", "không khớp thứ"),
        ("từ 24/11 đến 26/11", "hai ngày"),
        ("1/6", "đã qua"),
    ],
)
def test_an_unknown_or_past_day_changes_nothing(typed: str, told: str) -> None:
    officer = rescuer().press("g:again:d1").say(typed)
    assert told in officer.text
    assert again_of(officer) is None
    assert officer.open == "again:d1"


def test_a_day_of_this_year_that_is_past_may_be_next_years() -> None:
    officer = rescuer().press("g:again:d1").say("1/6").tap("day:2027-06-01")
    assert again_of(officer) is not None


def test_of_days_that_may_be_meant_one_is_tapped() -> None:
    officer = rescuer().press("g:again:d1").say("từ 24/11 đến 26/11").tap("day:2026-11-26")
    assert "thứ Năm 26/11/2026" in officer.text


def test_a_day_is_chosen_from_the_calendar() -> None:
    officer = rescuer().press("g:again:d1").tap("Chọn ngày")
    calendar = officer.screen[-1].calendar
    assert calendar is not None
    assert calendar.earliest == officer.day
    assert date(2026, 11, 24) in calendar.days_off
    token = officer.screen[-1].token
    officer.press("month:2026-12", token)
    officer.press("day:2026-12-01", officer.screen[-1].token)
    assert "thứ Ba 01/12/2026" in officer.text
    officer.press("g:again:d1")
    officer.press("day:2026-11-01", officer.screen[-1].token)
    assert "đã qua" in officer.text


def test_a_stale_button_puts_nothing_off() -> None:
    officer = rescuer().press("g:again:d1")
    token = officer.screen[-1].token
    officer.tap("Thôi").press("a:hour", token)
    assert again_of(officer) is None
    assert "để nguyên" not in officer.text


def test_asking_when_is_shown_again_after_a_stale_button() -> None:
    officer = rescuer().press("g:again:d1").press("a:hour", "stale")
    assert "lúc nào?" in officer.text
    assert again_of(officer) is None


@pytest.mark.parametrize("how", ["g:sent:d1", "đã trình"])
def test_submitted_is_the_answer_of_today_and_ends_the_reminders(how: str) -> None:
    officer = rescuer()
    remind(officer, "d1")
    officer.press(how) if how.startswith("g:") else officer.say(how)
    assert officer.stored[1].answers["submitted_on"] == "2026-11-21"
    assert officer.storage.memory.registers.plans[1].planned == ()
    assert "trình thứ Bảy 21/11/2026" in officer.text


def test_submitted_is_taken_back() -> None:
    officer = rescuer().press("g:sent:d1").tap("c:undo")
    assert "submitted_on" not in officer.stored[1].answers
    assert officer.storage.memory.registers.plans[1].planned


def test_submitted_twice_keeps_the_first_day() -> None:
    officer = rescuer().press("g:sent:d1")
    officer.day = date(2026, 11, 23)
    officer.press("g:sent:d1")
    assert officer.stored[1].answers["submitted_on"] == "2026-11-21"
    assert "trình thứ Bảy 21/11/2026" in officer.text


def test_submitted_said_of_a_report_asks_for_it() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage)
    remind(officer, "t1")
    assert officer.say("đã trình").open == "text:report:t1"


def test_submitted_is_refused_where_the_answers_forbid_it() -> None:
    officer = rescuer().say("khen chuyên đề", "kỷ niệm, đại hội", "menu")
    officer.press("g:sent:d99")
    assert "không thấy việc nào" in officer.text


def test_a_review_of_an_award_is_never_submitted() -> None:
    officer = Officer().press("g:revocation").say("menu")
    officer.press("g:sent:d1")
    assert all("submitted_on" not in draft.answers for draft in officer.stored.values())


def test_a_matter_is_handed_to_a_colleague_of_the_unit() -> None:
    officer = rescuer()
    colleague = mai(officer.storage)
    officer.press("g:hand:d1").tap("Hoàng Thị Mai")
    assert "Đã chuyển Khen đột xuất · tập thể Dân quân xã cho Hoàng Thị Mai" in officer.text
    assert officer.storage.memory.registers.owners[1] == 2
    assert "không có hạn nào" in officer.say("hạn của tôi").text
    assert "g:open:1" in colleague.say("hồ sơ của tôi").buttons
    officer.press("g:open:1")
    assert "Không còn hồ sơ này" in officer.text


@pytest.mark.parametrize("typed", ["Mai", "hoang thi mai", "Hoàng Thị Mai"])
def test_the_colleague_may_be_named(typed: str) -> None:
    officer = rescuer()
    mai(officer.storage)
    officer.press("g:hand:d1").say(typed)
    assert officer.storage.memory.registers.owners[1] == 2


def test_words_hand_over_what_was_reminded_of_last() -> None:
    officer = rescuer()
    mai(officer.storage)
    remind(officer, "d1")
    officer.say("chuyển cho đồng nghiệp")
    assert officer.open == "hand:d1"
    officer.say("chuyển cho đồng nghiệp Mai").tap("Hoàng Thị Mai")
    assert officer.storage.memory.registers.owners[1] == 2


@pytest.mark.parametrize("unit", [BA, ELSEWHERE])
def test_a_colleague_of_another_unit_is_refused(unit: object) -> None:
    officer = rescuer()
    mai(officer.storage)
    mai(officer.storage, unit=unit, account=3)  # type: ignore[arg-type]
    officer.press("g:hand:d1")
    assert "c:to:3" not in officer.buttons
    officer.press("c:to:3", officer.screen[-1].token)
    assert "phải cùng đơn vị" in officer.text
    assert officer.storage.memory.registers.owners[1] == 1


def test_a_name_that_is_nobodys_or_several_peoples_is_asked_again() -> None:
    officer = rescuer()
    mai(officer.storage)
    mai(officer.storage, account=4)
    officer.press("g:hand:d1").say("Trần Văn Không")
    assert "không có người tên này" in officer.text
    officer.say("Mai")
    assert "vài người" in officer.text
    officer.press(f"c:to:{'9' * 5000}", officer.screen[-1].token)
    assert "không có người tên này" in officer.text
    officer.show("photo").press("a:x", "stale")
    assert officer.open == "hand:d1"
    remind(officer, "d1")
    officer.say("chuyển cho đồng nghiệp Không")
    assert "không có người tên này" in officer.text
    assert officer.storage.memory.registers.owners[1] == 1


def test_alone_in_the_unit_nothing_can_be_handed_over() -> None:
    assert "chưa có cán bộ nào khác" in rescuer().press("g:hand:d1").text


def test_a_word_without_a_matter_asks_which() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = rescuer(storage).say("mai nhắc lại")
    assert "nói việc nào" in officer.text
    assert again_of(officer) is None
    officer.say("abc")
    assert "nói việc nào" in officer.text
    officer.tap("Kết quả rà soát")
    assert again_of(officer, About(task=1)) is not None
    assert again_of(officer) is None


def test_with_no_matter_at_all_a_word_finds_none() -> None:
    assert "không thấy việc nào" in Officer().say("mai nhắc lại").text


def test_what_is_on_the_screen_and_what_was_reminded_of_are_told_apart() -> None:
    storage = MemoryStorage()
    with_task(storage)
    officer = Officer(storage=storage).say(*("khen đột xuất", "cứu người", "cá nhân"))
    remind(officer, "t1")
    officer.say("chuyển cho đồng nghiệp")
    assert "nói việc nào" in officer.text
    officer.tap("c:of:t1")
    assert "chưa có cán bộ nào khác" in officer.text


def test_what_was_put_off_is_still_what_one_talks_of() -> None:
    officer = rescuer().press("g:again:d1:hour").say("đã trình")
    assert officer.stored[1].answers["submitted_on"] == "2026-11-21"


def test_a_pause_is_told_in_the_list() -> None:
    officer = rescuer()
    officer.storage.memory.registers.hours[1] = Hours(paused_until=date(2026, 12, 1))
    assert "tôi nhắc lại từ thứ Ba 01/12/2026" in officer.say("hạn của tôi").text
    assert "g:remind" in officer.buttons


@pytest.mark.parametrize(
    "typed",
    ["hạn của tôi", "mai nhắc lại", "đã trình", "dừng nhắc đến 25/12", "giờ nhắc", "lịch hạn"],
)
def test_who_belongs_to_no_unit_has_nothing_to_be_reminded_of(typed: str) -> None:
    officer = Officer(None).say(typed)
    assert "Cần thuộc một đơn vị" in officer.text
    assert not officer.stored


def test_a_reviewer_has_hours_and_a_list_of_their_own() -> None:
    officer = Officer(member(ELSEWHERE, account=5)).say("menu")
    assert "g:deadlines" in officer.buttons


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("đã trình", "Đã ghi"),
        ("mai nhắc lại", "Tôi sẽ nhắc lại"),
        ("chuyển cho đồng nghiệp", "cho ai?"),
    ],
)
def test_with_one_open_matter_it_is_not_asked_which(typed: str, told: str) -> None:
    officer = rescuer()
    mai(officer.storage)
    assert told in officer.say("menu", typed).text


def test_put_off_without_a_last_day_nothing_is_said_of_one() -> None:
    officer = Officer().say("khen đột xuất", "cứu người, cứu tài sản", "mai nhắc lại")
    assert "nhắc lại Khen đột xuất lúc" in officer.text
    assert "ngày cuối" not in officer.say("nhắc lại sau 3 ngày").text
    assert "Nhắc lại lúc 10:00 thứ Ba 24/11/2026" in officer.say("hạn của tôi").text
    assert "Chưa có ngày cuối" in officer.tap("Mở 1").text
    assert "có 1 hạn" not in officer.say("dừng nhắc đến 1/12").text
