"""Two days said where one is asked."""

from __future__ import annotations

from datetime import date

import pytest

from language.two_days import read_two_days

TODAY = date(2026, 11, 21)
BOTH = (date(2026, 11, 10), date(2026, 11, 12))


@pytest.mark.parametrize(
    "text",
    [
        "từ 10/11 đến 12/11",
        "tu ngay 10/11 den het ngay 12/11",
        "10/11 - 12/11/2026",
        "10-12/11",
        "từ 10 đến 12/11",
        "ngày 10 và 12/11",
        "10/11 hoặc 12/11",
        "from 10/11 to 12/11",
    ],
)
def test_from_one_day_to_another_is_two_days(text: str) -> None:
    assert read_two_days(text, TODAY) == BOTH


@pytest.mark.parametrize(
    "text",
    ["12/11", "từ 12/11", "12/11 đến 12/11", "tháng 10 đến 12/11", "x - y" * 50, "1/11-30/11"],
)
def test_one_day_a_month_or_a_day_to_come_makes_no_two(text: str) -> None:
    assert read_two_days(text, TODAY) is None


def test_days_to_come_are_two_days_where_the_future_is_meant() -> None:
    ahead = (date(2026, 11, 28), date(2026, 11, 30))
    assert read_two_days("28-30/11", TODAY, ahead=True) == ahead
