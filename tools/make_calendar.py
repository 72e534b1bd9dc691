"""python -m tools.make_calendar: write the calendar from the `holidays` package and a patch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import holidays

TARGET = Path(__file__).parents[1] / "rules" / "calendar.yaml"
FIRST, LAST = 2022, 2027
SATURDAY = 5
CHECKED = date(2026, 11, 21)
TET = "Tết Nguyên Đán"
HEADER = """\
# Days off and worked weekends of the State's offices, a year at a time.
# Written by `python -m tools.make_calendar`; change that, or the owner's override file.
# status: official, or estimate where the year's days off are not announced yet.
# tet: the first day of the lunar year. checked: the day the year was last looked over.
"""


@dataclass(frozen=True, slots=True)
class Patch:
    """What the package does not know: days off with their names, worked weekend days, why."""

    days_off: Mapping[date, str]
    worked: tuple[date, ...]
    source: str


# 2026: the swap of 2 January for 10 January came too late for the package
PATCHES = {
    2026: Patch(
        {date(2026, 1, 2): "Ngày nghỉ (thay cho ngày 10/01/2026)"},
        (date(2026, 1, 10),),
        "12729/VPCP-KGVX, 25/12/2025 (hoán đổi 02/01 và 10/01)",
    ),
}
ESTIMATES = {2027: "ước tính; lịch nghỉ năm 2027 chưa công bố"}


def _package(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=year, language="vi")


def year_off(year: int) -> dict[date, str]:
    """The days off of a year by name, the patch included."""
    found = {day: str(name) for day, name in _package(year).items()}
    return dict(sorted((found | dict(_patch(year).days_off)).items()))


def year_worked(year: int) -> list[date]:
    """The weekend days worked in a year, the patch included."""
    calendar = _package(year)
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    worked = {
        d for d in days if d.year == year and d.weekday() >= SATURDAY and calendar.is_working_day(d)
    }
    return sorted(worked | set(_patch(year).worked))


def _patch(year: int) -> Patch:
    return PATCHES.get(year, Patch({}, (), ""))


def _source(year: int) -> str:
    parts = [f"holidays {version('holidays')}", _patch(year).source, ESTIMATES.get(year, "")]
    return "; ".join(part for part in parts if part)


def render() -> str:
    """The whole file as text."""
    lines = [HEADER]
    for year in range(FIRST, LAST + 1):
        off = year_off(year)
        tet = next(day for day, name in off.items() if name == TET)
        lines += [
            f"{year}:",
            f"  status: {'estimate' if year in ESTIMATES else 'official'}",
            f'  source: "{_source(year)}"',
            f"  checked: {CHECKED}",
            f"  tet: {tet}",
            "  days_off:",
            *(f'    {day}: "{name}"' for day, name in off.items()),
            "  worked_weekends:" + ("" if year_worked(year) else " []"),
            *(f"    - {day}" for day in year_worked(year)),
            "",
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
