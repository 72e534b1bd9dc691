from __future__ import annotations

from datetime import date

import pytest

from documents.words import compared, counted, day_in_words, number_in_words, split_honorific
from language.numbers import words_to_int

NUMBERS = {
    0: "không",
    1: "một",
    5: "năm",
    10: "mười",
    11: "mười một",
    15: "mười lăm",
    21: "hai mươi mốt",
    25: "hai mươi lăm",
    40: "bốn mươi",
    101: "một trăm linh một",
    110: "một trăm mười",
    115: "một trăm mười lăm",
    1005: "một nghìn không trăm linh năm",
    1000: "một nghìn",
    2_300_021: "hai triệu ba trăm nghìn không trăm hai mươi mốt",
}


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_in_words(number: int) -> None:
    assert number_in_words(number) == NUMBERS[number]


def test_the_reader_of_numbers_reads_them_back() -> None:
    assert [words_to_int(number_in_words(n)) for n in range(1000)] == list(range(1000))


def test_a_count_is_written_twice() -> None:
    assert counted(2) == "02 (hai)"
    assert counted(12) == "12 (mười hai)"


def test_a_number_below_nought_is_none() -> None:
    with pytest.raises(ValueError, match="-1"):
        number_in_words(-1)


def test_days_below_ten_and_the_first_two_months_bear_a_nought() -> None:
    assert day_in_words(date(2026, 2, 5)) == "ngày 05 tháng 02 năm 2026"
    assert day_in_words(date(2026, 6, 15)) == "ngày 15 tháng 6 năm 2026"


def test_an_honorific_is_told_from_the_name() -> None:
    assert split_honorific("bà Nguyễn Thị B") == ("Bà", "Nguyễn Thị B")
    assert split_honorific("Đồng chí Lý Minh") == ("Đồng chí", "Lý Minh")
    assert split_honorific("đ/c Lý Văn Minh") == ("Đồng chí", "Lý Văn Minh")
    assert split_honorific("ĐC Lý Minh") == ("Đồng chí", "Lý Minh")
    assert split_honorific("thiếu tá Nông Văn A") == ("Thiếu tá", "Nông Văn A")
    assert split_honorific("Đại úy Vi Văn B") == ("Đại úy", "Vi Văn B")
    assert split_honorific("cụ Hoàng Văn C") == ("Cụ", "Hoàng Văn C")
    assert split_honorific("Đại Văn A") == ("", "Đại Văn A")
    assert split_honorific("Bành Văn Anh") == ("", "Bành Văn Anh")
    assert split_honorific("Bà Triệu") == ("", "Bà Triệu")


def test_a_result_is_held_against_its_target() -> None:
    assert compared("Làm 5 km đường", "6 km") == "120 %"
    assert compared("Vận động 1.500 hộ", "1.600 hộ") == "106,7 %"


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("5 km", "6 hộ"),
        ("100% hộ", None),
        ("Từ 5 đến 6 km", "7 km"),
        ("Giữ vững an ninh", "Đạt"),
        ("0 vụ", "1 vụ"),
    ],
)
def test_what_cannot_be_compared_is_not(target: str, result: str | None) -> None:
    assert compared(target, result) is None
