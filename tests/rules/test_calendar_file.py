"""The owner's override file: what it changes, and what it may not hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rules.calendar import load_calendar
from rules.calendar_file import CalendarError, read_years

HEAD = "  status: official\n  source: Thông báo của cơ quan có thẩm quyền\n  checked: 2026-12-30\n"


def write(folder: Path, body: str) -> Path:
    path = folder / "nghi.yaml"
    path.write_text(body, encoding="utf-8")
    return path


def test_an_owner_adds_a_day_off_and_a_worked_saturday(tmp_path: Path) -> None:
    body = f"2027:\n{HEAD}  days_off:\n    2027-01-04: Nghỉ bù\n  worked_weekends: [2027-01-09]\n"
    calendar = load_calendar(write(tmp_path, body))
    assert calendar.why_off(date(2027, 1, 4)) == "Nghỉ bù"
    assert calendar.is_working_day(date(2027, 1, 9))
    assert calendar.why_off(date(2027, 2, 6)) == "Tết Nguyên Đán"
    assert not calendar.is_estimate(2027)
    assert calendar.tet(2027) == date(2027, 2, 6)
    assert load_calendar().is_working_day(date(2027, 1, 4))


def test_an_owner_takes_days_away(tmp_path: Path) -> None:
    body = f"2026:\n{HEAD}  removed: [2026-11-24, 2026-08-22]\n"
    calendar = load_calendar(write(tmp_path, body))
    assert calendar.is_working_day(date(2026, 11, 24))
    assert calendar.why_off(date(2026, 8, 22)) == "Thứ Bảy"


def test_a_holiday_at_a_weekend_may_be_worked_and_a_worked_saturday_may_be_off(
    tmp_path: Path,
) -> None:
    body = f"2026:\n{HEAD}  worked_weekends: [2026-04-26]\n  days_off:\n    2026-08-22: Nghỉ\n"
    calendar = load_calendar(write(tmp_path, body))
    assert calendar.is_working_day(date(2026, 4, 26))
    assert calendar.why_off(date(2026, 8, 22)) == "Nghỉ"


def test_an_owner_adds_a_year(tmp_path: Path) -> None:
    body = f"2028:\n{HEAD}  tet: 2028-01-26\n  days_off:\n    2028-01-26: Tết Nguyên Đán\n"
    calendar = load_calendar(write(tmp_path, body))
    assert calendar.tet(2028) == date(2028, 1, 26)
    assert max(calendar.years) == 2028


def test_an_estimate_stays_marked(tmp_path: Path) -> None:
    body = f"2027:\n{HEAD.replace('official', 'estimate')}"
    assert load_calendar(write(tmp_path, body)).is_estimate(2027)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("", "whole file"),
        ("- 2027\n", "whole file"),
        ("2027: [", "whole file"),
        (f"2027:\n{HEAD}2027:\n{HEAD}", "whole file"),
        (f"2027:\n{HEAD}  days_off:\n    2027-02-30: Nghỉ\n", "whole file"),
        (f"20226:\n{HEAD}", "20226"),
        (f"năm:\n{HEAD}", "năm"),
        ("2027: nghỉ\n", "2027"),
        ("2027:\n  status: official\n  checked: 2026-12-30\n", "2027.source"),
        ("2027:\n  status: official\n  source: ''\n  checked: 2026-12-30\n", "2027.source"),
        ("2027:\n  status: official\n  source: 5\n  checked: 2026-12-30\n", "2027.source"),
        ("2027:\n  status: official\n  source: Thông báo\n", "2027.checked"),
        ("2027:\n  status: official\n  source: a\n  checked: mai\n", "2027.checked"),
        ("2027:\n  source: Thông báo\n  checked: 2026-12-30\n", "2027.status"),
        (f"2027:\n{HEAD.replace('official', 'sure')}", "2027.status"),
        (f"2027:\n{HEAD}  day_off: []\n", "2027.day_off"),
        (f"2027:\n{HEAD}  days_off: [2027-01-04]\n", "2027.days_off"),
        (f"2027:\n{HEAD}  days_off:\n    2026-01-04: Nghỉ\n", "2027.days_off.2026-01-04"),
        (f"2027:\n{HEAD}  days_off:\n    hôm nay: Nghỉ\n", "2027.days_off.hôm nay"),
        (f"2027:\n{HEAD}  days_off:\n    2027-01-04: ' '\n", "2027.days_off.2027-01-04"),
        (f"2027:\n{HEAD}  days_off:\n    2027-01-04:\n", "2027.days_off.2027-01-04"),
        (f"2027:\n{HEAD}  worked_weekends: 2027-01-09\n", "2027.worked_weekends"),
        (f"2027:\n{HEAD}  worked_weekends: [2027-01-08]\n", "2027.worked_weekends.2027-01-08"),
        (
            f"2027:\n{HEAD}  worked_weekends: [2027-01-09]\n  days_off:\n    2027-01-09: Nghỉ\n",
            "2027.worked_weekends.2027-01-09",
        ),
        (f"2027:\n{HEAD}  removed: [2027-01-05]\n", "2027.removed.2027-01-05"),
        (f"2027:\n{HEAD}  tet: 2026-02-17\n", "2027.tet.2026-02-17"),
    ],
)
def test_a_file_with_a_gap_or_a_bad_day_refuses_to_load_and_names_the_place(
    tmp_path: Path, body: str, place: str
) -> None:
    with pytest.raises(CalendarError, match=r"nghi\.yaml") as raised:
        load_calendar(write(tmp_path, body))
    assert raised.value.place == place


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CalendarError, match=r"khong_co\.yaml"):
        load_calendar(tmp_path / "khong_co.yaml")


def test_a_file_read_alone_holds_only_its_own_days(tmp_path: Path) -> None:
    body = f"2028:\n{HEAD}  days_off:\n    2028-01-03: Nghỉ\n"
    years = read_years(write(tmp_path, body))
    assert list(years) == [2028]
    assert years[2028].tet is None
    assert years[2028].source.startswith("Thông báo")
