"""Days as officers say them: rows judged by hand, with and without marks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from language.dates import ImpossibleDate, find_date
from language.fold import fold

TODAY = "2026-11-21"
"""The day of the rows that name none. `expect` holds days all of which would be right."""
ROWS = tuple(
    map(json.loads, (Path(__file__).parent / "dates.jsonl").read_text("utf-8").splitlines())
)
# `nay` may be now, `toi` I or the evening, and a name may have no capital
ONLY_MARKED = ("25/12 này mới trao", "Mai họp rồi về", "ngày 15/12 tới xã tổ chức")


def is_right(text: str, row: dict[str, Any]) -> bool:
    today = date.fromisoformat(row.get("today", TODAY))
    try:
        found = find_date(text, today)
    except ImpossibleDate:
        return False
    if row["expect"] is None or found is None:
        return row["expect"] is None and found is None
    first, last = map(date.fromisoformat, row["expect"])
    return first <= found.first <= found.last <= last


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_day_is_read_as_it_is_said(row: dict[str, Any]) -> None:
    assert is_right(row["text"], row)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["text"] not in ONLY_MARKED], ids=lambda row: row["text"]
)
def test_a_day_is_read_without_marks_too(row: dict[str, Any]) -> None:
    assert is_right(fold(row["text"]), row)
