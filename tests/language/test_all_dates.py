"""All dates of a text, with their places."""

from __future__ import annotations

from datetime import date

import pytest

from language.all_dates import find_dates

TODAY = date(2024, 5, 27)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("cứu người hôm 17/5, hôm nay 27/5 mới gửi", ["2024-05-17", "2024-05-27"]),
        ("hôm nay thứ hai 27/5 gửi", ["2024-05-27"]),
        ("ngày mai 28/5 sẽ gửi", ["2024-05-28"]),
        ("từ 9/5 đến 11/5/2024", ["2024-05-09", "2024-05-11"]),
        ("ngày 31/2 và ngày 3/5", ["2024-05-03"]),
        ("không có ngày nào", []),
    ],
)
def test_every_day_once_in_order(text: str, days: list[str]) -> None:
    assert [at.first.isoformat() for at in find_dates(text, TODAY)] == days


def test_a_date_has_its_place_and_says_that_it_goes_on() -> None:
    text = "lũ từ 9/5 đến 11/5"
    first, last = find_dates(text, TODAY)
    assert (text[first.start : first.end], first.to_next) == ("9/5", True)
    assert (text[last.start : last.end], last.to_next) == ("11/5", False)


def test_the_same_words_are_read_anew_for_another_day_and_the_other_way() -> None:
    text = "hôm qua và 12/11"
    first = [at.first.isoformat() for at in find_dates(text, TODAY)]
    next_day = [at.first.isoformat() for at in find_dates(text, TODAY.replace(day=28))]
    ahead = [at.first.isoformat() for at in find_dates(text, TODAY, ahead=True)]
    assert first == ["2024-05-26", "2023-11-12"]
    assert next_day == ["2024-05-27", "2023-11-12"]
    assert ahead == ["2024-05-26", "2024-11-12"]
