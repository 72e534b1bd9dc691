"""The reader of dates on any day, any heap of words and any text."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates import DateFound, ImpossibleDate, find_date
from language.fold import fold

TODAY = date(2026, 11, 21)


def found(text: str, today: date = TODAY, *, ahead: bool = False) -> DateFound:
    result = find_date(text, today, ahead=ahead)
    assert result is not None, text
    return result


_NUMBERS = (
    (
        "không một hai ba bốn năm sáu bảy tám chín mười mười_một mười_hai mười_ba mười_bốn mười_lăm"
        " mười_sáu mười_bảy mười_tám mười_chín hai_mươi hai_mươi_mốt hai_mươi_hai hai_mươi_ba"
        " hai_mươi_tư hai_mươi_lăm hai_mươi_sáu hai_mươi_bảy hai_mươi_tám hai_mươi_chín ba_mươi"
        " ba_mươi_mốt"
    )
    .replace("_", "\N{NO-BREAK SPACE}")
    .split(" ")
)
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")


def forms(day: date) -> list[str]:
    """The day in each way that settles it whole."""
    d, m, y = day.day, day.month, day.year
    return [
        f"{d}/{m}/{y}",
        f"{d:02}-{m:02}-{y}",
        f"{d}.{m}.{y}",
        f"{d}/{m}/{y % 100:02}",
        day.isoformat(),
        f"ngày {d} tháng {m} năm {y}",
        f"{d} tháng {m}, {y}",
        f"ngày {d} tháng {m}/{y}",
        f"ngày {_NUMBERS[d]} tháng {_NUMBERS[m]} năm {y}",
        f"{_WEEKDAYS[day.weekday()]}, ngày {d}/{m}/{y}",
        f"lúc 15h30 ngày {d}/{m}/{y}",
        f"chiều {d}-{m}-{y}",
    ]


@given(st.dates(date(2000, 1, 1), date(2035, 12, 31)), st.booleans(), st.booleans())
def test_a_day_written_in_any_form_is_read_back(day: date, bare: bool, ahead: bool) -> None:  # noqa: FBT001
    for form in forms(day):
        text = fold(form) if bare else unicodedata.normalize("NFD", form)
        result = found(text, ahead=ahead)
        assert (result.first, result.last) == (day, day), text
        assert result.is_whole, text
        assert result.weekday_clash == (), text


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_today_and_its_neighbours_are_found_from_any_day(today: date) -> None:
    assert found("hôm nay", today).first == today
    assert found(f"{today.day}/{today.month}", today).first == today
    assert found(_WEEKDAYS[today.weekday()], today).first == today


_PIECES = st.sampled_from(
    [
        "ngày",
        "tháng",
        "năm",
        "12",
        "31",
        "/",
        "-",
        ".",
        "tuần",
        "trước",
        "thứ",
        "sáu",
        "T6",
        "mùng",
        "Tết",
        "quý",
        "I",
        "hôm",
        "qua",
        "cách",
        "đây",
        "2026",
        "20226",
        "ba",
        "mười",
        ",",
        "(",
        ")",
        "12/11",
        "31/02",
        "30",
        "nửa",
        "cuối",
        "chủ",
        "nhật",
        "đồng",
        "chí",
        "kia",
        "nữa",
        "sau",
        "sáu",
        "mai",
        "h",
        "15h",
    ]
)


@given(st.lists(_PIECES, max_size=12), st.dates(), st.booleans())
def test_any_heap_of_date_words_gives_days_in_order_or_the_documented_error(
    pieces: list[str],
    today: date,
    ahead: bool,  # noqa: FBT001
) -> None:
    text = " ".join(pieces)
    try:
        result = find_date(text, today, ahead=ahead)
    except ImpossibleDate as error:
        assert fold(error.words) in fold(text)  # noqa: PT017 - not every heap raises
        return
    if result is not None:
        assert result.first <= result.last
        assert fold(result.words) in fold(text)


@given(st.text(max_size=300))
def test_any_text_gives_a_day_none_or_the_documented_error(text: str) -> None:
    try:
        result = find_date(text, TODAY)
    except ImpossibleDate:
        return
    assert result is None or result.words


@pytest.mark.parametrize(
    "piece", ["12/11 ", "ngày ", "hai mươi ", "từ ngày ", "12.12.", "1", " ", "năm 2022 ", "sáng ("]
)
def test_five_thousand_characters_end_in_a_day_none_or_the_documented_error(piece: str) -> None:
    text = (piece * 5000)[:5000]
    try:
        result = find_date(text, TODAY)
    except ImpossibleDate:
        return
    assert result is None or len(result.words) < len(text)
