"""Readers of one answer: understood whole, or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.answers import (
    CountRefusal,
    DayRefusal,
    ImpossibleReason,
    read_count,
    read_day,
    read_fraction,
    read_pair,
    read_yes_no,
)
from language.fold import fold
from language.numbers import words_to_int

TODAY = date(2026, 11, 21)


def test_a_plain_day_is_its_own_value() -> None:
    answer = read_day("dạ hôm qua ạ", TODAY)
    assert (answer.value, answer.precision, answer.words) == (
        date(2026, 11, 20),
        "day",
        "hôm qua",
    )


def test_a_month_keeps_both_ends_and_its_precision() -> None:
    answer = read_day("tháng trước", TODAY)
    assert (answer.value, answer.last, answer.precision) == (
        date(2026, 10, 1),
        date(2026, 10, 31),
        "month",
    )


@pytest.mark.parametrize("text", ["26/11/2026", "26/11", "thứ năm 26/11/2026"])
def test_a_day_that_has_not_come_is_refused_with_what_may_be_meant(text: str) -> None:
    answer = read_day(text, TODAY)
    assert answer.value is None
    assert answer.refusal is DayRefusal.FUTURE
    assert answer.first == date(2026, 11, 26)
    assert answer.alternatives == (date(2026, 10, 26), date(2025, 11, 26))


def test_a_far_year_may_have_meant_this_one() -> None:
    assert read_day("12/11/2062", TODAY).alternatives == (date(2026, 11, 12),)


@pytest.mark.parametrize("text", ["ngày mai", "tháng 12/2026"])
def test_tomorrow_and_a_coming_month_are_refused_without_a_guess(text: str) -> None:
    answer = read_day(text, TODAY)
    assert (answer.refusal, answer.alternatives) == (DayRefusal.FUTURE, ())


def test_what_lies_ahead_is_welcome_where_a_plan_is_asked() -> None:
    assert read_day("26/11", TODAY, ahead=True).value == date(2026, 11, 26)
    assert read_day("thứ hai tuần sau", TODAY, ahead=True).value == date(2026, 11, 23)
    assert read_day("5/1", TODAY, ahead=True).value == date(2027, 1, 5)
    assert read_day("1/9/2026", TODAY, ahead=True).value == date(2026, 9, 1)


def test_a_plan_just_past_asks_for_the_year() -> None:
    answer = read_day("12/11", TODAY, ahead=True)
    assert (answer.refusal, answer.alternatives) == (
        DayRefusal.YEAR_UNCLEAR,
        (date(2026, 11, 12), date(2027, 11, 12)),
    )


def test_a_day_of_last_december_is_taken_in_january() -> None:
    assert read_day("20/12", date(2027, 1, 5)).value == date(2026, 12, 20)


def test_a_weekday_that_does_not_fit_is_no_value_yet() -> None:
    answer = read_day("thứ ba 12/11", TODAY)
    assert answer.value is None
    assert answer.clash
    assert answer.alternatives == (date(2026, 11, 12), date(2026, 11, 10), date(2026, 11, 17))


def test_days_that_have_not_come_are_not_offered_for_a_deed() -> None:
    answer = read_day("thứ ba 19/11", TODAY)
    assert answer.clash
    assert answer.alternatives == (date(2026, 11, 19), date(2026, 11, 17))


def test_an_impossible_day_is_refused_with_its_words() -> None:
    answer = read_day("ngày 31/02", TODAY)
    assert (answer.refusal, answer.words, answer.impossible) == (
        DayRefusal.IMPOSSIBLE,
        "ngày 31/02",
        ImpossibleReason.NO_SUCH_DAY,
    )


@pytest.mark.parametrize(
    "text", ["hôm trước", "12/11 và 13/11", "12/11 anh Hải cứu người", "", "12", "x" * 5000]
)
def test_what_is_not_wholly_a_day_is_no_answer(text: str) -> None:
    assert read_day(text, TODAY).refusal is DayRefusal.NOT_A_DATE


COUNTS = {
    "12": 12,
    "12 người": 12,
    "12 đ/c": 12,
    "12 đồng chí tham gia": 12,
    "dạ có 12 người ạ": 12,
    "tổng số 19": 19,
    "mười hai": 12,
    "Mười hai người ạ": 12,
    "muoi hai dong chi": 12,
    "hai mươi mốt": 21,
    "hăm lăm": 25,
    "hai chục": 20,
    "2 chục": 20,
    "một trăm linh năm": 105,
    "một nghìn hai trăm": 1200,
    "12.000": 12000,
    "12 000": 12000,
    "12 (mười hai) người": 12,
    "１２": 12,
    "0": 0,
    "1000000": 1_000_000,
    "một triệu": 1_000_000,
}


@pytest.mark.parametrize(("text", "count"), COUNTS.items())
def test_a_count_is_read(text: str, count: int) -> None:
    answer = read_count(text)
    assert (answer.value, answer.approximate, answer.refusal) == (count, False, None)


@pytest.mark.parametrize(
    "text", ["khoảng 20", "hơn 20 người", "~20", "20 người trở lên", "gần hai mươi"]
)
def test_a_rough_count_says_so(text: str) -> None:
    answer = read_count(text)
    assert (answer.value, answer.approximate) == (20, True)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("-3", CountRefusal.NEGATIVE),
        ("âm ba", CountRefusal.NEGATIVE),
        ("12,5", CountRefusal.DECIMAL),
        ("12.5 người", CountRefusal.DECIMAL),
        ("1000001", CountRefusal.TOO_LARGE),
        ("9" * 60, CountRefusal.TOO_LARGE),
        ("hai triệu", CountRefusal.TOO_LARGE),
        ("12/19", CountRefusal.NOT_A_NUMBER),
        ("12-15", CountRefusal.NOT_A_NUMBER),
        ("bà", CountRefusal.NOT_A_NUMBER),
        ("từ", CountRefusal.NOT_A_NUMBER),
        ("trăm", CountRefusal.NOT_A_NUMBER),
        ("nhiều", CountRefusal.NOT_A_NUMBER),
        ("12 người và 3 xe", CountRefusal.NOT_A_NUMBER),
        ("hôm nay", CountRefusal.NOT_A_NUMBER),
        ("", CountRefusal.NOT_A_NUMBER),
        ("một hai ba", CountRefusal.NOT_A_NUMBER),
        ("1" * 5000, CountRefusal.NOT_A_NUMBER),
    ],
)
def test_what_is_no_count_is_refused_with_why(text: str, refusal: CountRefusal) -> None:
    answer = read_count(text)
    assert (answer.value, answer.refusal) == (None, refusal)


@given(st.integers(0, 1_000_000))
def test_any_count_is_read_back_with_or_without_points(count: int) -> None:
    assert read_count(str(count)).value == count
    assert read_count(f"{count:,}".replace(",", ".")).value == count
    assert read_count(f"{count} người").value == count


@pytest.mark.parametrize(
    ("text", "part", "total"),
    [
        ("12/19", 12, 19),
        ("12 / 19 người", 12, 19),
        ("12 trên 19", 12, 19),
        ("12 tren tong so 19", 12, 19),
        ("12 trong tổng số 19", 12, 19),
        ("12 người trong tổng số 19 người", 12, 19),
        ("12 đ/c trên 19 đ/c", 12, 19),
        ("mười hai trên mười chín", 12, 19),
        ("13/12", 13, 12),
    ],
)
def test_a_part_and_its_total_are_read_at_once(text: str, part: int, total: int) -> None:
    answer = read_pair(text)
    assert answer is not None
    assert (answer.part, answer.total, answer.approximate) == (part, total, False)


def test_a_rough_pair_says_so() -> None:
    answer = read_pair("khoảng 12 trên 20")
    assert answer is not None
    assert answer.approximate


@pytest.mark.parametrize("text", ["12", "/12", "12/", "12/19/20", "a trên b", "", "1/" * 3000])
def test_what_is_no_pair_is_none(text: str) -> None:
    assert read_pair(text) is None


@pytest.mark.parametrize(
    ("text", "fraction"),
    [
        ("2/3", Fraction(2, 3)),
        ("hai phần ba", Fraction(2, 3)),
        ("hai phan ba", Fraction(2, 3)),
        ("66,7 %", Fraction(667, 1000)),
        ("70 phần trăm", Fraction(7, 10)),
        ("một nửa", Fraction(1, 2)),
        ("1/0", None),
        ("hai phần không", None),
        ("phần lớn", None),
        ("x" * 3000, None),
    ],
)
def test_a_share_is_exact(text: str, fraction: Fraction | None) -> None:
    assert read_fraction(text) == fraction


@pytest.mark.parametrize(
    "text", ["có", "Có ạ", "dạ", "vâng ạ", "dạ có rồi ạ", "rồi", "đúng", "ok", "co", "đủ"]
)
def test_yes_is_heard(text: str) -> None:
    assert read_yes_no(text) is True


@pytest.mark.parametrize(
    "text", ["không", "Chưa", "dạ chưa ạ", "ko", "khong", "không có", "chưa có ạ"]
)
def test_no_is_heard(text: str) -> None:
    assert read_yes_no(text) is False


@pytest.mark.parametrize(
    "text", ["cô", "có lẽ", "", "không biết", "có kế hoạch rồi nhưng chưa ký", "có " * 2000]
)
def test_what_is_neither_is_none(text: str) -> None:
    assert read_yes_no(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ba mươi mốt", 31),
        ("hai mươi tư", 24),
        ("mười lăm", 15),
        ("hai trăm ba mươi lăm nghìn sáu trăm linh bảy", 235_607),
        ("một triệu", 1_000_000),
        ("nghìn", None),
        ("mốt", None),
        ("", None),
        ("thư", None),
    ],
)
def test_number_words(text: str, number: int | None) -> None:
    assert words_to_int(text) == number
    if number is not None:
        assert words_to_int(fold(text)) == number


@given(st.text(max_size=250))
def test_no_text_raises(text: str) -> None:
    for read in (read_count, read_pair, read_fraction, read_yes_no):
        read(text)  # type: ignore[operator]
    answer = read_day(text, TODAY)
    assert answer.value is None or answer.value <= TODAY


@pytest.mark.parametrize("read", [read_count, read_pair, read_fraction, read_yes_no])
def test_a_very_long_answer_is_none(read: Callable[[str], object]) -> None:
    for piece in ("12 ", "người ", "/", "khoảng ", "mười "):
        answer = read((piece * 5000)[:5000])
        assert getattr(answer, "value", answer) is None, piece
