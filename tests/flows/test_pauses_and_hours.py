"""No reminders until a day, reminders again, and between which hours; one's own calendar."""

from __future__ import annotations

from datetime import date

import pytest

from flows.reminding import Hours
from tests.flows.officer import Officer
from tests.flows.reminded import rescuer


def hours_of(officer: Officer) -> Hours:
    return officer.storage.memory.registers.hours.get(1, Hours())


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("dừng nhắc đến 25/12", date(2026, 12, 25)),
        ("dừng đến ngày 25/12", date(2026, 12, 25)),
        ("dung nhac den thu hai", date(2026, 11, 23)),
        ("dừng nhắc đến hết ngày 25/12/2026", date(2026, 12, 26)),
        ("dừng nhắc đến hết tuần sau", date(2026, 11, 30)),
        ("dừng nhắc đến tháng 12", date(2026, 12, 1)),
        ("dừng nhắc 3 ngày", date(2026, 11, 24)),
        ("tạm dừng nhắc đến mai", date(2026, 11, 22)),
    ],
)
def test_a_pause_is_said_in_words(typed: str, until: date) -> None:
    officer = Officer().say(typed)
    assert hours_of(officer).paused_until == until
    assert f"{until:%d/%m/%Y}" in officer.text


def test_a_pause_is_tapped_and_ended() -> None:
    officer = Officer().press("g:pause").tap("day:2026-11-23")
    assert hours_of(officer).paused_until == date(2026, 11, 23)
    officer.tap("Nhắc lại từ bây giờ")
    assert hours_of(officer).paused_until is None
    assert "nhắc lại bình thường" in officer.text


def test_on_a_sunday_tomorrow_is_offered_once() -> None:
    officer = Officer(day=date(2026, 11, 22)).press("g:pause")
    assert officer.buttons.count("day:2026-11-23") == 1


def test_a_day_is_chosen_from_the_calendar() -> None:
    officer = Officer().press("g:pause").tap("Chọn ngày")
    officer.press("month:2026-12", officer.screen[-1].token)
    officer.press("day:2026-12-25", officer.screen[-1].token)
    assert hours_of(officer).paused_until == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("dừng nhắc đến 31/2", "không có trong lịch"),
        ("dừng nhắc đến hôm qua", "đã qua"),
        ("dừng nhắc đến hôm nay", "sau hôm nay"),
        ("dừng nhắc đến khi nào xong", "một ngày sắp tới"),
        ("dừng nhắc đến 25/12/2040", "xa quá"),
        ("dừng nhắc đến hết thứ hai 24/11", "không khớp thứ"),
    ],
)
def test_a_pause_until_no_day_to_come_changes_nothing(typed: str, told: str) -> None:
    officer = Officer().say(typed)
    assert told in officer.text
    assert hours_of(officer) == Hours()
    officer.press("c:x", "stale")
    assert officer.open == "pause"
    officer.say("25/12")
    assert hours_of(officer).paused_until == date(2026, 12, 25)


def test_last_days_within_the_pause_are_named() -> None:
    officer = rescuer().say("dừng nhắc đến 25/12")
    assert "có 1 hạn: Chủ nhật 22/11/2026" in officer.text


def test_reminders_come_again_from_now_on() -> None:
    officer = Officer().say("dừng nhắc đến 25/12", "nhắc lại từ bây giờ")
    assert hours_of(officer).paused_until is None


def test_a_pause_while_one_lasts_offers_to_end_it() -> None:
    officer = Officer().say("dừng nhắc đến 25/12", "dừng nhắc")
    assert "g:remind" in officer.buttons


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("giờ nhắc 8h-17h", 480, 1020),
        ("nhắc tôi từ 7 giờ rưỡi đến 16h30", 450, 990),
        ("chỉ nhắc từ 8 giờ sáng đến 5 giờ chiều", 480, 1020),
    ],
)
def test_hours_are_said_in_words(typed: str, start: int, end: int) -> None:
    officer = Officer().say(typed)
    assert hours_of(officer) == Hours(start, end)


def test_hours_are_tapped_or_typed() -> None:
    officer = Officer().say("giờ nhắc")
    assert "07:00 đến 20:00" in officer.text
    officer.tap("08:00–17:00")
    assert hours_of(officer) == Hours(480, 1020)
    officer.press("g:hours").say("7:30 - 16:00")
    assert hours_of(officer) == Hours(450, 960)
    assert "từ 07:30 đến 16:00" in officer.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("17h-8h", "08:00 không sau 17:00"),
        ("8h-8h", "không sau"),
        ("8h đến 25h", "giờ đầu và giờ cuối"),
        ("8h75-9h", "giờ đầu và giờ cuối"),
        ("sáng sớm", "giờ đầu và giờ cuối"),
    ],
)
def test_hours_that_end_before_they_begin_change_nothing(typed: str, told: str) -> None:
    officer = Officer().press("g:hours").say(typed)
    assert told in officer.text
    assert hours_of(officer) == Hours()
    officer.press("a:420-1200", "stale")
    assert officer.open == "hours"
    officer.say("thôi")
    assert "để nguyên" in officer.text


def test_a_calendar_address_is_made_and_revoked() -> None:
    officer = Officer().say("lịch hạn").tap("Tạo địa chỉ lịch")
    assert "secret-1-1" in officer.text
    assert "đừng gửi cho người khác" in officer.text
    assert "trước đây" not in officer.text
    officer.tap("Thu hồi địa chỉ")
    assert "Đã thu hồi" in officer.text
    assert set(officer.storage.memory.registers.feeds.values()) == {0}


def test_nothing_to_revoke_is_said() -> None:
    assert "chưa có địa chỉ" in Officer().press("g:feed").tap("Thu hồi địa chỉ").text


def test_two_presses_of_one_button_make_one_address() -> None:
    officer = Officer().press("g:feed")
    token = officer.screen[-1].token
    officer.press("c:feed_make", token).press("c:feed_make", token)
    assert len(officer.storage.memory.registers.feeds) == 1
    officer.tap("Tạo địa chỉ lịch")
    assert len(officer.storage.memory.registers.feeds) == 2
    assert "Địa chỉ trước đây không còn dùng được." in officer.text


def test_what_fits_nothing_on_the_page_of_the_calendar_is_said() -> None:
    officer = Officer().press("g:feed").say("abc xyz")
    assert "chọn một nút" in officer.text
    officer.say("tải tệp lịch (.ics)")
    assert officer.screen[-1].file is not None


@pytest.mark.parametrize("button", ["Tải tệp lịch (.ics)", "Tạo địa chỉ lịch"])
def test_where_no_calendar_is_served_that_is_said(button: str) -> None:
    officer = Officer(calendars=False).press("g:feed").tap(button)
    assert "chưa có lịch" in officer.text


def test_last_days_come_as_a_calendar_file() -> None:
    officer = rescuer().press("g:feed").tap("Tải tệp lịch (.ics)")
    file = officer.screen[-1].file
    assert file is not None
    assert "20261122" in file.text


def test_a_last_day_in_the_calendar_says_once_what_it_is_of() -> None:
    officer = rescuer().say("lịch hạn").tap("Tải tệp lịch (.ics)")
    file = officer.screen[-1].file
    assert file is not None
    whole = file.text.replace("\r\n ", "")
    assert "SUMMARY:Hạn 10 ngày: Khen đột xuất · tập thể Dân quân xã\r\n" in whole


def test_the_alarms_of_the_file_ring_in_the_officers_hours() -> None:
    officer = rescuer().say("giờ nhắc 8h30-17h").press("g:feed").tap("Tải tệp lịch (.ics)")
    file = officer.screen[-1].file
    assert file is not None
    # the last day is a Sunday: on Friday, 39 hours and a half before its midnight begins
    assert "TRIGGER:-P1DT15H30M" in file.text
