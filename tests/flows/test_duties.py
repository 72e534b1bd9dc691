"""Reports asked of units, made step by step; and what is refused."""

from __future__ import annotations

import re
from datetime import date

import pytest

from flows.model import Unit, UnitRole
from flows.reminding import Duty, Repeats
from tests.fakes import MemoryStorage
from tests.flows.officer import CAO_LOC, Officer, member
from tests.flows.reminded import OFFICE, made, reviewer

DAY = r"(\d\d)/(\d\d)/(\d{4})"
TITLE = "Gửi kết quả rà soát"


def making(*steps: str) -> Officer:
    return reviewer(MemoryStorage()).say("giao báo cáo", *steps)


def test_a_duty_is_made_step_by_step() -> None:
    office = making(TITLE, "Theo mẫu 1", "trước ngày 20/12").tap("Xã Thử", "Xã Ba", "Xong")
    office.tap("Hằng quý")
    for told in (TITLE, "Theo mẫu 1", "19/12/2026", "2 đơn vị: Xã Thử, Xã Ba", "Hằng quý"):
        assert told in office.text
    assert made(office) == []
    office.tap("Giao")
    due = date(2026, 12, 19)
    assert made(office) == [Duty(TITLE, "Theo mẫu 1", due, (1, 3), Repeats.QUARTERLY, id=1)]
    assert len(office.storage.memory.registers.tasks) == 2
    assert "2 đơn vị" in office.tap("Xem ai đã nộp").text or "2/2" in office.text


def test_the_last_day_may_stand_in_the_title() -> None:
    office = making("gửi kết quả rà soát trước ngày 20/12/2026")
    assert "Ngày cuối còn nhận: thứ Bảy 19/12/2026, là ngày nghỉ" in office.text
    office.say("không có", "tất cả", "một lần").tap("Giao")
    assert made(office)[0].due == date(2026, 12, 19)
    assert made(office)[0].title == TITLE


def test_all_may_be_said_in_one_message() -> None:
    office = reviewer(MemoryStorage()).say("giao báo cáo rà soát quý (hạn 30/12)")
    assert office.open == "text:make:instructions"
    assert "thứ Tư 30/12/2026" in office.text


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("trước ngày 23/12", date(2026, 12, 22)),
        ("chậm nhất ngày 22/12", date(2026, 12, 22)),
        ("đến hết ngày 22/12", date(2026, 12, 22)),
        ("hạn nộp: 22/12", date(2026, 12, 22)),
        ("truoc 23/12/2026", date(2026, 12, 22)),
        ("hôm nay", date(2026, 11, 21)),
    ],
)
def test_the_last_valid_day_is_read_from_words(typed: str, due: date) -> None:
    office = making(TITLE, "không", typed)
    assert f"Ngày cuối còn nhận: {'thứ Ba' if due.day == 22 else 'thứ Bảy'}" in office.text
    office.say("tất cả", "một lần").tap("Giao")
    assert made(office)[0].due == due


def test_a_day_without_a_word_may_mean_two_and_is_asked() -> None:
    office = making(TITLE, "không", "23/12")
    assert "còn nhận báo cáo không?" in office.text
    office.tap("day:2026-12-22")
    assert "thứ Ba 22/12/2026" in office.text


def test_the_last_day_is_taken_from_the_calendar() -> None:
    office = making(TITLE, "không").tap("Chọn ngày")
    office.press("month:2026-12", office.screen[-1].token)
    office.press("day:2026-12-22", office.screen[-1].token)
    assert office.open == "make:units"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("trước ngày 20/10/2023", "đã qua"),
        ("trước ngày 21/11/2026", "20/11/2026 đã qua"),
        ("chậm nhất hôm qua", "đã qua"),
        ("31/2", "không có trong lịch"),
        ("lúc nào cũng được", "một ngày sắp tới"),
        ("báo cáo trước ngày 20/12", "một ngày sắp tới"),
    ],
)
def test_a_day_that_is_past_or_unknown_is_refused(typed: str, told: str) -> None:
    office = making(TITLE, "không", typed)
    assert told in office.text
    assert office.open == "make:due"
    assert made(office) == []


@pytest.mark.parametrize(
    "title",
    ["Báo cáo trước khi sáp nhập", "đã trình", "Báo cáo năm", "Chuyên đề", "trước ngày 20/12"],
)
def test_a_title_may_be_any_words(title: str) -> None:
    office = making(title, "không")
    office.say("chậm nhất 22/12", "tất cả", "một lần").tap("Giao")
    assert made(office)[0].title.lower() == title.lower()


@pytest.mark.parametrize("title", ["x" * 121, "\u200b", f"{'x' * 121} trước ngày 20/12"])
def test_a_title_too_long_or_empty_is_refused(title: str) -> None:
    office = making(title)
    assert "từ 1 đến 120 ký tự" in office.text
    assert office.open == "text:make:title"


def test_instructions_may_be_none_but_not_endless() -> None:
    office = making(TITLE, "x" * 1001)
    assert "1001 ký tự" in office.text
    office.show("photo")
    assert "Không có" in office.text
    office.tap("Không có")
    assert office.open == "make:due"


def test_a_duty_without_units_is_refused() -> None:
    office = making(TITLE, "không", "chậm nhất 22/12").tap("Xong")
    assert "ít nhất một đơn vị" in office.text
    office.tap("Xã Thử", "Xã Thử", "Xong")
    assert "ít nhất một đơn vị" in office.text
    office.say("Xã Không Có")
    assert "không thấy đơn vị" in office.text
    office.press("t:77", office.screen[-1].token)
    assert "không thấy đơn vị" in office.text
    assert office.open == "make:units"


@pytest.mark.parametrize(
    ("typed", "units"),
    [("tất cả", (1, 2, 3)), ("xa thu, xa ba", (1, 3)), ("trừ sở thử", (1, 3)), ("Xã Ba", (3,))],
)
def test_units_are_named(typed: str, units: tuple[int, ...]) -> None:
    office = making(TITLE, "không", "chậm nhất 22/12", typed, "một lần").tap("Giao")
    assert made(office)[0].units == units


def test_an_office_to_which_no_unit_reports_asks_for_nothing() -> None:
    storage = MemoryStorage()
    alone = Officer(member(OFFICE, UnitRole.REVIEWER, account=9), storage=storage, name="office")
    alone.say("giao báo cáo", TITLE, "không", "chậm nhất 22/12")
    assert "Chưa có đơn vị nào" in alone.text
    assert made(alone) == []


def test_of_many_units_the_first_are_shown_and_any_is_named() -> None:
    storage = MemoryStorage()
    office = reviewer(storage)
    many = tuple(Unit(n, f"Xã Số {n}", "commune", frozenset()) for n in range(1, 61))
    storage.memory.registers.reporting[9] = many
    office.say("giao báo cáo", TITLE, "không", "chậm nhất 22/12")
    assert "Còn 20 đơn vị" in office.text
    office.say("Xã Số 60")
    assert office.open == "make:repeats"
    office.say("một lần").tap("Sửa đơn vị").say("trừ Xã Số 60")
    assert "59 đơn vị đã chọn" in office.text


@pytest.mark.parametrize(
    ("typed", "repeats"),
    [
        ("một lần", Repeats.ONCE),
        ("không", Repeats.ONCE),
        ("hang thang", Repeats.MONTHLY),
        ("quý", Repeats.QUARTERLY),
        ("every year", Repeats.YEARLY),
    ],
)
def test_repeating_is_said_in_words(typed: str, repeats: Repeats) -> None:
    office = making(TITLE, "không", "chậm nhất 22/12", "tất cả", typed).tap("Giao")
    assert made(office)[0].repeats is repeats


def test_an_unknown_repeating_is_asked_again() -> None:
    office = making(TITLE, "không", "chậm nhất 22/12", "tất cả", "hai tuần một lần")
    assert "một lần, hằng tháng" in office.text
    office.say("abc")
    assert office.open == "make:repeats"


@pytest.mark.parametrize(
    ("field", "typed", "now"),
    [
        ("Sửa tên", "Tên khác", "Tên khác"),
        ("Sửa hướng dẫn", "Theo mẫu 2", "Theo mẫu 2"),
        ("Sửa hạn", "chậm nhất 24/12", "24/12/2026"),
        ("Sửa đơn vị", "Xã Ba", "1 đơn vị: Xã Ba"),
        ("Sửa lặp lại", "hằng năm", "Hằng năm"),
    ],
)
def test_each_answer_is_mended_before_it_is_given(field: str, typed: str, now: str) -> None:
    office = making(TITLE, "không", "chậm nhất 22/12", "tất cả", "một lần")
    assert office.open == "make:confirm"
    office.tap(field).say(typed)
    assert office.open == "make:confirm"
    assert now in office.text


def test_back_leads_through_the_steps() -> None:
    office = making(TITLE, "không", "chậm nhất 22/12", "tất cả", "một lần")
    steps = []
    for _ in range(6):
        office.say("quay lại")
        steps.append(office.open.rpartition(":")[2])
    assert steps == ["repeats", "units", "due", "instructions", "title", "title"]
    assert "chưa có gì để lùi" in office.text
    office.say("Tên khác", "quay lại")
    assert office.open == "make:repeats"


def test_what_fits_nothing_where_it_is_confirmed_is_said() -> None:
    office = making(TITLE, "không", "chậm nhất 22/12", "tất cả", "một lần", "abc xyz")
    assert "chọn một nút" in office.text
    office.press("c:edit:nothing", office.screen[-1].token).press("a:x", "stale")
    assert office.open == "make:confirm"
    assert made(office) == []


def test_a_stale_button_asks_the_step_again() -> None:
    office = making(TITLE).press("a:x", "stale")
    assert office.open == "text:make:instructions"
    office.say("không", "chậm nhất 22/12").tap("Xã Thử").press("a:x", "stale")
    assert office.open == "make:units"
    assert [one.picked for row in office.screen[-1].choices for one in row][:2] == [True, False]


def test_left_half_way_nothing_is_given() -> None:
    office = making(TITLE, "không").tap("Thôi")
    assert "để nguyên" in office.text
    assert made(office) == []


def test_a_unit_that_left_the_office_meanwhile_is_not_asked() -> None:
    office = making(TITLE, "không", "chậm nhất 22/12", "tất cả", "một lần")
    office.storage.memory.registers.reporting[9] = (CAO_LOC,)
    office.tap("Giao")
    assert "Chưa giao được" in office.text
    assert made(office) == []


def test_given_twice_it_is_given_once() -> None:
    office = making(TITLE, "không", "chậm nhất 22/12", "tất cả", "một lần")
    token = office.screen[-1].token
    office.press("c:give", token).press("c:give", token)
    assert len(made(office)) == 1


def test_in_a_year_without_a_calendar_no_day_is_called_off() -> None:
    office = making(TITLE, "không", "chậm nhất 22/1/2028")
    assert "Ngày cuối còn nhận: thứ Bảy 22/01/2028." in office.text


@pytest.mark.parametrize("begun", ["giao báo cáo", "giao báo cáo: "])
def test_a_past_day_behind_the_title_costs_only_the_day(begun: str) -> None:
    words = "gửi kết quả rà soát trước ngày 20/10/2023"
    office = reviewer(MemoryStorage())
    office.say(f"{begun}{words}") if begun.endswith(" ") else office.say(begun, words)
    assert "19/10/2023 đã qua" in office.text or "20/10/2023 đã qua" in office.text
    assert f"Tên báo cáo: {TITLE}." in office.text
    assert office.open == "make:due"
    office.say("trước ngày 20/12", "Theo mẫu 1", "tất cả", "một lần").tap("Giao")
    assert [(one.title, one.instructions, one.due) for one in made(office)] == [
        (TITLE, "Theo mẫu 1", date(2026, 12, 19))
    ]


def test_before_a_day_that_is_past_offers_the_day_before_it_next_year() -> None:
    office = making(f"{TITLE} trước ngày 20/10").tap("day:2027-10-19")
    office.say("không", "tất cả", "một lần").tap("Giao")
    assert made(office)[0].due == date(2027, 10, 19)


def test_a_title_too_long_is_refused_whatever_its_day() -> None:
    office = making(f"{'rất ' * 40}dài trước ngày 20/10/2023")
    assert "1 đến 120 ký tự" in office.text
    assert office.open == "text:make:title"


@pytest.mark.parametrize("today", [date(2026, 11, 21), date(2026, 12, 27), date(2027, 2, 1)])
def test_the_days_shown_as_examples_are_to_come(today: date) -> None:
    office = reviewer(MemoryStorage())
    office.day = today
    told = office.say("trợ giúp").text + office.say("giao báo cáo").text
    told += office.say(TITLE, "không có").text + office.say("lúc nào cũng được").text
    days = [date(int(year), int(month), int(day)) for day, month, year in re.findall(DAY, told)]
    shown = [day for day in days if day != date(2026, 11, 12)]  # of days that are past
    assert len(shown) >= 5
    assert all(day > today and day.weekday() < 5 for day in shown)


@pytest.mark.parametrize(
    ("day", "due", "told"),
    [
        (date(2026, 11, 22), "23/11", "thứ Hai 23/11/2026, đúng ngày cuối"),
        (date(2026, 11, 21), "23/11", "thứ Hai 23/11/2026, đúng ngày cuối"),
        (date(2026, 11, 21), "22/11", "thứ Hai 23/11/2026, sau ngày cuối"),
        (date(2026, 11, 24), "25/11", "thứ Tư 25/11/2026, đúng ngày cuối"),
    ],
)
def test_given_on_a_day_off_it_is_said_before_and_after_when_the_units_hear_of_it_too_late(
    day: date, due: str, told: str
) -> None:
    office = reviewer(MemoryStorage())
    office.day = day
    office.say("giao báo cáo", TITLE, "không", f"chậm nhất {due}", "tất cả", "một lần")
    assert told in office.text
    assert told in office.tap("Giao").text
    assert len(made(office)) == 1


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 11, 22), "24/11"),
        (date(2026, 11, 20), "23/11"),
        (date(2026, 11, 20), "20/11"),
    ],
)
def test_where_the_units_hear_of_it_in_time_nothing_is_said(day: date, due: str) -> None:
    office = reviewer(MemoryStorage())
    office.day = day
    office.say("giao báo cáo", TITLE, "không", f"chậm nhất {due}", "tất cả", "một lần")
    assert "chỉ nhận được tin" not in office.text
