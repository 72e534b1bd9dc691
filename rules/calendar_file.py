"""Reading calendar files: every year with its source and the day it was checked, or a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

REQUIRED: Final = ("status", "source", "checked")
KEYS: Final = frozenset((*REQUIRED, "tet", "days_off", "worked_weekends", "removed"))
STATUSES: Final = ("official", "estimate")
FIRST_YEAR, LAST_YEAR = 1945, 2100
SATURDAY: Final = 5


class CalendarError(ValueError):
    """A calendar file is not usable; says the file, the place in it and what is wrong."""

    def __init__(self, path: Path, place: str, problem: str) -> None:
        self.place = place
        super().__init__(f"{path.name}: {place}: {problem}")


@dataclass(frozen=True, slots=True)
class Year:
    """One year's days off by name and worked weekend days.

    `estimate`: not announced yet. `tet`: first day of the lunar year. `source`, `checked`:
    where the days come from and the day somebody last looked.
    """

    estimate: bool
    source: str
    checked: date
    tet: date | None
    days_off: Mapping[date, str]
    worked_weekends: frozenset[date]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One year of a file as read, its dates checked against its year."""

    path: Path
    year: int
    raw: Mapping[str, Any]

    def refuse(self, place: str, problem: str) -> CalendarError:
        return CalendarError(self.path, f"{self.year}.{place}", problem)

    def check(self) -> None:
        for key in self.raw:
            if key not in KEYS:
                raise self.refuse(str(key), f"unknown; allowed: {', '.join(sorted(KEYS))}")
        for key in REQUIRED:
            if not self.raw.get(key):
                raise self.refuse(key, "missing")
        if not isinstance(self.raw["source"], str):
            raise self.refuse("source", "must be a text")
        if type(self.raw["checked"]) is not date:
            raise self.refuse("checked", "must be a date, YYYY-MM-DD")
        if self.raw.get("status") not in STATUSES:
            raise self.refuse("status", f"must be one of: {', '.join(STATUSES)}")

    def day(self, place: str, raw: object) -> date:
        if type(raw) is not date:
            raise self.refuse(f"{place}.{raw}", "must be a date, YYYY-MM-DD")
        if raw.year != self.year:
            raise self.refuse(f"{place}.{raw}", f"is not in {self.year}")
        return raw

    def tet(self) -> date | None:
        raw = self.raw.get("tet")
        return None if raw is None else self.day("tet", raw)

    def days_off(self) -> dict[date, str]:
        found = self.raw.get("days_off") or {}
        if not isinstance(found, dict):
            raise self.refuse("days_off", "must map dates to names")
        for raw, name in found.items():
            self.day("days_off", raw)
            if not isinstance(name, str) or not name.strip():
                raise self.refuse(f"days_off.{raw}", "has no name")
        return found

    def days(self, place: str) -> frozenset[date]:
        found = self.raw.get(place) or []
        if not isinstance(found, list):
            raise self.refuse(place, "must be a list of dates")
        return frozenset(self.day(place, raw) for raw in found)

    def build(self, before: Year | None) -> Year:
        """The year, on top of what was known of it before."""
        self.check()
        removed, added, worked = self.days("removed"), self.days_off(), self.days("worked_weekends")
        for day in worked:
            if day.weekday() < SATURDAY:
                raise self.refuse(f"worked_weekends.{day}", "is no Saturday or Sunday")
        off = dict(before.days_off) if before else {}
        old = before.worked_weekends if before else frozenset()
        for day in removed - off.keys() - old:
            raise self.refuse(f"removed.{day}", "was neither a day off nor a worked weekend day")
        off = {day: name for day, name in off.items() if day not in removed | worked} | added
        clash = sorted(worked & added.keys())
        if clash:
            raise self.refuse(f"worked_weekends.{clash[0]}", "is a day off as well")
        return Year(
            estimate=self.raw["status"] == "estimate",
            source=self.raw["source"],
            checked=self.raw["checked"],
            tet=self.tet() or (before.tet if before else None),
            days_off=dict(sorted(off.items())),
            worked_weekends=(old - removed - added.keys()) | worked,
        )


class _Loader(yaml.SafeLoader):
    """YAML whose mappings may not name a key twice (the later would win in silence)."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - the library's own shape
        seen: list[object] = []  # a key that cannot be hashed is refused further on
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key} stands twice", key_node.start_mark
                )
            seen.append(key)
        return super().construct_mapping(node, deep=deep)


def _entries(path: Path) -> list[_Entry]:
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - safe loader
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise CalendarError(path, "whole file", str(error)) from error
    if not isinstance(raw, dict) or not raw:
        raise CalendarError(path, "whole file", "must map years to their days")
    for year, days in raw.items():
        if type(year) is not int or not FIRST_YEAR <= year <= LAST_YEAR:
            raise CalendarError(path, str(year), "is no year")
        if not isinstance(days, dict):
            raise CalendarError(path, str(year), "must hold source, checked, days_off, …")
    return [_Entry(path, year, days) for year, days in raw.items()]


def read_years(path: Path) -> dict[int, Year]:
    """The years of a calendar file. Raises CalendarError naming the file and the place."""
    return {entry.year: entry.build(None) for entry in _entries(path)}


def merge_years(known: Mapping[int, Year], override: Path) -> dict[int, Year]:
    """The known years with an owner's file on top: it adds days, or takes them away (`removed`).

    A year it does not know before is added. Raises CalendarError.
    """
    years = dict(known)
    for entry in _entries(override):
        years[entry.year] = entry.build(years.get(entry.year))
    return dict(sorted(years.items()))
