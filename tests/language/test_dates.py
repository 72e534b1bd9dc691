"""The reader of dates on the shared rows, on others like them, and on what is no date."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from language.dates import DateFound, ImpossibleDate, ImpossibleReason, find_date
from language.fold import fold

ROWS = Path(__file__).parents[3] / "shared" / "cases" / "dates.jsonl"
TODAY = date(2026, 11, 21)


def found(text: str, today: date = TODAY, *, ahead: bool = False) -> DateFound:
    result = find_date(text, today, ahead=ahead)
    assert result is not None, text
    return result


def span(text: str, *, ahead: bool = False) -> tuple[str, str] | None:
    result = find_date(text, TODAY, ahead=ahead)
    return (result.first.isoformat(), result.last.isoformat()) if result else None


@pytest.mark.skipif(not ROWS.exists(), reason="the shared rows are not beside the repository")
def test_every_shared_row_is_read_with_and_without_marks_composed_or_not_in_any_case() -> None:
    wrong = []
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        today = date.fromisoformat(row["today"])
        text = row["text"]
        for form in (text, fold(text), unicodedata.normalize("NFD", text), text.upper()):
            result = find_date(form, today)
            got = [result.first.isoformat(), result.last.isoformat()] if result else None
            if got != row["expect"]:
                wrong.append((form, got, row["expect"]))
    assert wrong == []


DAYS = {
    "12.11": "2026-11-12",
    "12.11.26": "2026-11-12",
    "12-11": "2026-11-12",
    "12–11–2026": "2026-11-12",
    "12 / 11 / 2026": "2026-11-12",
    "12112026": "2026-11-12",
    "12 11 2026": "2026-11-12",
    "12/11/98": "1998-11-12",
    "ngày12/11": "2026-11-12",
    "ngày 12 tháng 11 năm ngoái": "2025-11-12",
    "12 tháng 11/2025": "2025-11-12",
    "12/11 năm 2025": "2025-11-12",
    "ngày 12": "2026-11-12",
    "hôm 30": "2026-10-30",
    "mùng 5": "2026-11-05",
    "mồng mười": "2026-11-10",
    "2026-11-12": "2026-11-12",
    "2026/11/12": "2026-11-12",
    "ngày mười hai tháng mười một": "2026-11-12",
    "ngày hai mươi mốt tháng tư năm 2025": "2025-04-21",
    "ngày mười tháng mười năm 2025": "2025-10-10",
    "ngày ba mươi mốt tháng năm": "2026-05-31",
    "mùng 4 Tết": "2026-02-20",
    "mùng 4 tết năm ngoái": "2025-02-01",
    "mùng một Tết 2027": "2027-02-06",
    "30 Tết": "2026-02-16",
    "giao thừa Tết năm nay": "2026-02-16",
    "14h ngày 15/8": "2026-08-15",
    "chiều 2-6": "2026-06-02",
    "rạng sáng 5/11": "2026-11-05",
    "dem 12/10 bo doi bien phong": "2026-10-12",
    "tối qua": "2026-11-20",
    "đêm hôm kia": "2026-11-19",
    "hôm kìa": "2026-11-18",
    "mai": "2026-11-22",
    "sáng mai": "2026-11-22",
    "ngày mốt": "2026-11-23",
    "hqua": "2026-11-20",
    "thứ 6": "2026-11-20",
    "T6": "2026-11-20",
    "hôm thứ năm": "2026-11-19",
    "chủ nhật": "2026-11-15",
    "thứ bảy": "2026-11-21",
    "thứ sáu vừa rồi": "2026-11-20",
    "thứ bảy vừa rồi": "2026-11-14",
    "thứ hai tới": "2026-11-23",
    "thứ năm tuần trước nữa": "2026-11-05",
    "lần thứ ba tuần trước": "2026-11-10",
    "Báo cáo anh, thứ sáu em dẫn đoàn đi": "2026-11-20",
    "năm ngày trước": "2026-11-16",
    "3 hôm trước": "2026-11-18",
    "CÁCH ĐÂY BA NGÀY": "2026-11-18",
    "cách đây khoảng 2 tuần": "2026-11-07",
    "2 tuần nữa": "2026-12-05",
    "một tháng trước": "2026-10-21",
    "nửa tháng trước": "2026-11-06",
    "từ 12/11 đến 15/11/2025": "2025-11-12",
    "từ ngày 28/12 đến 5/1/2026": "2025-12-28",
    "ngày 12 và 13/10": "2026-10-12",
    "ngày 12-14/10": "2026-10-12",
    "12/11-15/11": "2026-11-12",
    "5/7 đồng chí Nam đã cứu": "2026-07-05",
    "hom qua 2/3 chay nha": "2026-03-02",
    "trình 2/3": "2026-03-02",
    "tham du 2/3": "2026-03-02",
    "được nộp 5/11": "2026-11-05",
    "Quyết định số 651/QĐ-UBND ngày 12/11/2026": "2026-11-12",
    "ngaỳ 12 thang 11": "2026-11-12",
    "ngay mai toi di": "2026-11-22",
}


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_is_read(text: str, day: str) -> None:
    assert span(text) == (day, day)


SPANS = {
    "tuần trước": ("2026-11-09", "2026-11-15"),
    "cuối tuần trước": ("2026-11-13", "2026-11-15"),
    "tháng này": ("2026-11-01", "2026-11-30"),
    "tháng sau": ("2026-12-01", "2026-12-31"),
    "tháng sáu": ("2026-06-01", "2026-06-30"),
    "thang sau": ("2026-06-01", "2026-06-30"),
    "tháng năm năm 2024": ("2024-05-01", "2024-05-31"),
    "tháng 12": ("2025-12-01", "2025-12-31"),
    "tháng 5/2024": ("2024-05-01", "2024-05-31"),
    "5/2024": ("2024-05-01", "2024-05-31"),
    "T10/2026": ("2026-10-01", "2026-10-31"),
    "tháng 10 năm ngoái": ("2025-10-01", "2025-10-31"),
    "đầu tháng 11": ("2026-11-01", "2026-11-10"),
    "giữa tháng trước": ("2026-10-11", "2026-10-20"),
    "hạ tuần tháng 2 năm 2024": ("2024-02-21", "2024-02-29"),
    "cuối tháng": ("2026-11-21", "2026-11-30"),
    "quý I": ("2026-01-01", "2026-03-31"),
    "quý 3/2025": ("2025-07-01", "2025-09-30"),
    "quý IV": ("2026-10-01", "2026-12-31"),
    "6 tháng đầu năm": ("2026-01-01", "2026-06-30"),
    "6 tháng cuối năm 2025": ("2025-07-01", "2025-12-31"),
    "năm 2024": ("2024-01-01", "2024-12-31"),
    "2024": ("2024-01-01", "2024-12-31"),
    "năm ngoái": ("2025-01-01", "2025-12-31"),
    "đầu năm 2026": ("2026-01-01", "2026-04-30"),
    "3 năm trước": ("2023-01-01", "2023-12-31"),
}


@pytest.mark.parametrize(("text", "days"), SPANS.items())
def test_a_span_is_read_with_both_its_ends(text: str, days: tuple[str, str]) -> None:
    assert span(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "hôm trước",
        "vài ngày trước",
        "15 ngày trước lễ",
        "3 ngày trước khi nộp",
        "bà ngày trước",
        "thắng 5 trận",
        "lần thứ hai",
        "Thứ hai, đơn vị chưa có hướng dẫn",
        "CN Nguyễn Văn A",
        "mỗi ngày 12 người",
        "ngày 3 người",
        "ngày một tăng",
        "đạt 12/12 tiêu chí",
        "5/7 đồng chí tham gia",
        "tới 2/3 lực lượng",
        "tập thể dân quân xã thì đủ 2/3 chưa ạ?",
        "tap the dan quan xa thi du 2/3 chua a?",
        "chưa tới 2/3",
        "chua toi 2/3",
        "vậy được 2/3 chưa",
        "quy định 2/3 tính thế nào",
        "vượt 5/9 rồi",
        "tăng từ 12/19 lên 13/19",
        "số 12/11",
        "tổ 12/3",
        "Luật Thi đua, khen thưởng năm 2022",
        "0912.345.678",
        "12.000",
        "1.5 triệu",
        "12.11.345",
        "tôi qua đó",
        "99112026",
        "3 tháng 10 ngày",
        "giai đoạn 2021-2025",
        "",
        "năm",
        "tháng",
        "mùng 44 Tết",
        "mùng 4 Tết 1999",
        "ngày 10 tháng 3 âm lịch",
        "10/3 (âm lịch)",
        "ngày 12 tháng giêng",
    ],
)
def test_what_is_no_date_is_read_as_none(text: str) -> None:
    assert find_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("31/02", "31/02", ImpossibleReason.NO_SUCH_DAY),
        ("29/2", "29/2", ImpossibleReason.NO_SUCH_DAY),
        ("cháy nhà ngày 31/4/2026", "ngày 31/4/2026", ImpossibleReason.NO_SUCH_DAY),
        ("cứu người 31/02 tại suối", "31/02", ImpossibleReason.NO_SUCH_DAY),
        ("ngày 32", "ngày 32", ImpossibleReason.NO_SUCH_DAY),
        ("ngày 31 tháng 2", "ngày 31 tháng 2", ImpossibleReason.NO_SUCH_DAY),
        ("32/13", "32/13", ImpossibleReason.NO_SUCH_MONTH),
        ("11/25/2026", "11/25/2026", ImpossibleReason.NO_SUCH_MONTH),
        ("tháng 13", "tháng 13", ImpossibleReason.NO_SUCH_MONTH),
        ("12/11/20226", "12/11/20226", ImpossibleReason.NO_SUCH_YEAR),
        ("12/11/0026", "12/11/0026", ImpossibleReason.NO_SUCH_YEAR),
        ("tháng 5/20226", "tháng 5/20226", ImpossibleReason.NO_SUCH_YEAR),
        ("quý 2/20226", "quý 2/20226", ImpossibleReason.NO_SUCH_YEAR),
        ("năm 20226", "năm 20226", ImpossibleReason.NO_SUCH_YEAR),
        ("thứ ba 31/02", "thứ ba 31/02", ImpossibleReason.NO_SUCH_DAY),
    ],
)
def test_an_impossible_date_is_told_with_its_words(
    text: str, words: str, reason: ImpossibleReason
) -> None:
    with pytest.raises(ImpossibleDate) as raised:
        find_date(text, TODAY)
    assert (raised.value.words, raised.value.reason) == (words, reason)


def test_a_day_without_year_lies_behind_or_ahead_as_is_meant() -> None:
    assert found("26/11").first == date(2025, 11, 26)
    assert found("26/11", ahead=True).first == date(2026, 11, 26)
    assert found("12/11", ahead=True).first == date(2027, 11, 12)
    assert found("21/11").first == found("21/11", ahead=True).first == TODAY
    assert not found("26/11").has_year
    assert found("26/11/2026").has_year
    assert found("29/2", date(2025, 1, 5)).first == date(2024, 2, 29)


def test_ahead_turns_bare_weekdays_months_and_days_of_the_month_forward() -> None:
    assert span("thứ sáu", ahead=True) == ("2026-11-27", "2026-11-27")
    assert span("ngày 12", ahead=True) == ("2026-12-12", "2026-12-12")
    assert span("tháng 10", ahead=True) == ("2027-10-01", "2027-10-31")
    assert span("thang sau", ahead=True) == ("2026-12-01", "2026-12-31")
    assert span("mùng 4 Tết", ahead=True) == ("2027-02-09", "2027-02-09")


@pytest.mark.parametrize(
    "text",
    ["thứ ba 12/11", "Thứ ba, ngày 12/11/2026", "T3 12/11", "12/11 (thứ ba)", "thu 3 ngay 12-11"],
)
def test_a_weekday_that_does_not_fit_is_pointed_out_with_the_days_that_do(text: str) -> None:
    result = found(text)
    assert result.first == date(2026, 11, 12)
    assert result.weekday_clash == (date(2026, 11, 12), date(2026, 11, 10), date(2026, 11, 17))
    assert result.words == text
    assert result.is_whole


@pytest.mark.parametrize(
    "text", ["thứ năm 12/11", "T5, 12/11/2026", "hôm qua 20/11", "thứ sáu tuần trước, ngày 13/11"]
)
def test_a_weekday_that_fits_is_no_clash(text: str) -> None:
    assert found(text).weekday_clash == ()


def test_yesterday_beside_another_day_is_a_clash() -> None:
    assert found("hôm qua 12/11").weekday_clash == (date(2026, 11, 12), date(2026, 11, 20))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("12/11", "day"),
        ("cuối tháng 10", "month"),
        ("tuần trước", "month"),
        ("2 tháng trước", "month"),
        ("quý I", "year"),
        ("năm 2024", "year"),
    ],
)
def test_precision_says_how_exactly_the_day_is_known(text: str, precision: str) -> None:
    assert found(text).precision == precision


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("dạ ngày 12/11 ạ", True),
        ("khoảng 15h30 ngày 18/11", True),
        ("12/11/26 14:30", True),
        ("12/11 vừa rồi nhé", True),
        ("12/11 hoặc 13/11", False),
        ("12/11 cứu 2 cháu bé", False),
        ("từ ngày 12 đến ngày 14/11", False),
    ],
)
def test_a_date_is_whole_when_nothing_else_of_meaning_stands_beside_it(
    text: str, *, whole: bool
) -> None:
    assert found(text).is_whole is whole
