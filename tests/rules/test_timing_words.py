"""How the last day is told: how many days are left, that it is today, that it rolls."""

from __future__ import annotations

from datetime import date

import pytest

from locales.catalog import text
from rules.assessment import assess
from rules.case import Case
from rules.verdict import Timing


def timing(achieved_on: str, today: date) -> Timing:
    facts = {"achieved_on": achieved_on}
    return assess(Case.from_json({"kind": "surprise", "facts": facts}), today=today).timing


@pytest.mark.parametrize(
    ("achieved_on", "today", "words"),
    [
        ("2026-11-10", date(2026, 11, 18), "chậm nhất thứ Sáu 20/11/2026 (còn 2 ngày)."),
        ("2026-11-10", date(2026, 11, 20), "Hôm nay, thứ Sáu 20/11/2026, là ngày cuối để trình."),
        ("2026-11-11", date(2026, 11, 18), "(còn 3 ngày). Ngày cuối là ngày nghỉ;"),
        (
            "2026-11-11",
            date(2026, 11, 21),
            "Hôm nay, thứ Bảy 21/11/2026, là ngày cuối để trình. Ngày",
        ),
        ("2026-11-11", date(2026, 11, 23), "Đã qua hạn 10 ngày (thứ Bảy 21/11/2026)"),
        ("2026-11-10", date(2026, 11, 23), "Hạn tính từ ngày lập thành tích đã qua"),
    ],
)
def test_the_last_day_is_told_as_it_stands_today(achieved_on: str, today: date, words: str) -> None:
    assert words in text(timing(achieved_on, today).explanation)


def test_what_was_counted_is_told_apart() -> None:
    told = timing("2026-11-11", date(2026, 11, 18)).counting
    assert told is not None
    assert "Tính 10 ngày từ ngày lập thành tích 11/11/2026." in text(told)
