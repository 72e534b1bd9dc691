"""Several cases in one message, told in one breath."""

from __future__ import annotations

from datetime import date

import pytest

from language.facts.several import several
from language.fold import fold

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            (
                "Hôm qua anh Hải cứu 2 cháu đuối nước, khen đột xuất được không? Còn chị Hoa cứu"
                " cụ bà"
                " trong đám cháy hôm 15/11 thì sao?"
            ),
            ("Hôm qua anh Hải", "Còn chị Hoa"),
        ),
        (
            (
                "Ngày 12/11 anh Hải cứu 2 cháu bé đuối nước, đề nghị khen đột xuất. Ngoài ra"
                " ngày 15/11"
                " chị Hoa cứu người trong đám cháy."
            ),
            ("Ngày 12/11", "Ngoài ra"),
        ),
        (
            (
                "Ngày 10/11 anh Nông Văn Hải cứu cháu bé và ngày 14/11 chị Lý Thị Hoa cứu cụ bà"
                " trong"
                " đám cháy, khen đột xuất cả hai được không?"
            ),
            ("Ngày 10/11", "và ngày 14/11"),
        ),
        (
            "Anh Hải cứu 2 cháu bé hôm 12/11, chị Hoa cứu cụ bà hôm 15/11, khen đột xuất ạ",
            ("Anh Hải", "chị Hoa"),
        ),
        (
            (
                "ngay 10/11 anh Hai cuu chau be duoi nuoc, ngoai ra ngay 14/11 chi Hoa cuu ba cu"
                " trong"
                " dam chay, khen dot xuat duoc khong"
            ),
            ("ngay 10/11", "ngoai ra"),
        ),
        (
            (
                "Khen đột xuất cho tổ dân quân 12/18 người chữa cháy ngày 12/11. Còn hội phụ nữ"
                " xã thì"
                " khen chuyên đề tổng kết phong trào 5 năm được không?"
            ),
            ("Khen đột xuất", "Còn hội"),
        ),
        (
            (
                "Em hỏi khen đột xuất anh Hải cứu người đuối nước ngày 12/11 và khen chuyên đề"
                " tổng kết"
                " phong trào nông thôn mới cho Hội Phụ nữ"
            ),
            ("Em hỏi", "và khen chuyên đề"),
        ),
        (
            (
                "Hôm 12/11 anh Hải cứu 2 cháu bé. Hôm 14/11 chị Hoa cứu cụ bà khỏi đám cháy. Hôm"
                " 16/11"
                " anh Nam cứu người bị lũ cuốn. Khen đột xuất cả ba ạ?"
            ),
            ("Hôm 12/11", "Hôm 14/11", "Hôm 16/11"),
        ),
        (
            (
                "Ngày 12/11 anh Hải cứu cháu bé. Ngày 15/11 anh Hải lại cứu cụ bà trong đám"
                " cháy, khen"
                " đột xuất?"
            ),
            ("Ngày 12/11", "Ngày 15/11"),
        ),
        (
            (
                "Hôm qua anh Hải cứu 2 cháu, khen đột xuất được không? Còn ông Nam được bằng khen"
                " năm 2024 nay bị kỷ luật khiển trách thì có phải thu hồi không?"
            ),
            ("Hôm qua anh Hải", "Còn ông Nam"),
        ),
        (
            (
                "Hội Phụ nữ khen chuyên đề tổng kết phong trào nông thôn mới, còn Đoàn xã thì khen"
                " chuyên đề kỷ niệm ngày thành lập Đoàn, được không?"
            ),
            ("Hội Phụ nữ", "còn Đoàn xã"),
        ),
    ],
)
def test_cases_told_in_one_breath_are_apart(text: str, begins: tuple[str, ...]) -> None:
    pieces = several(text, TODAY)
    assert len(pieces) == len(begins)
    for piece, beginning in zip(pieces, begins, strict=True):
        assert piece.startswith(beginning)


def test_a_piece_is_still_of_the_award_that_is_named_of_all() -> None:
    pieces = several(
        "Ngày 12/11 anh Hải xông vào bế 2 cháu ra, còn ngày 14/11 chị Hoa cứu cụ bà, khen đột xuất",
        TODAY,
    )
    assert pieces[0] == "Ngày 12/11 anh Hải xông vào bế 2 cháu ra, khen đột xuất"


DEED = "hôm qua anh Nông Văn Hải nhảy suối cứu 1 cháu bé"
FILES = "còn hồ sơ tổng kết phong trào nông thôn mới thì trình tỉnh cần gì"


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (f"Có 2 việc: {DEED}; {FILES}", (DEED, FILES)),
        (
            (
                "Chào a, e hỏi 2 việc ạ. Hôm qua anh Hải cứu cháu bé đuối nước, và phong trào nông"
                " thôn mới tổng kết trình tỉnh khen 3 tập thể được không"
            ),
            (
                "Hôm qua anh Hải cứu cháu bé đuối nước",
                "và phong trào nông thôn mới tổng kết trình tỉnh khen 3 tập thể được không",
            ),
        ),
        (
            (
                "Có 3 việc: anh Hải cứu cháu bé hôm 12/11; chị Hoa cứu cụ bà hôm 15/11; hồ sơ"
                " tổng kết phong trào nông thôn mới trình tỉnh"
            ),
            (
                "anh Hải cứu cháu bé hôm 12/11",
                "chị Hoa cứu cụ bà hôm 15/11",
                "hồ sơ tổng kết phong trào nông thôn mới trình tỉnh",
            ),
        ),
        (
            "mấy việc nhé: dân quân xã cứu 3 hộ hôm 12/11. Dân quân xã cứu 2 cháu hôm 15/11",
            ("dân quân xã cứu 3 hộ hôm 12/11", "Dân quân xã cứu 2 cháu hôm 15/11"),
        ),
        (f"{DEED}, khen được không, {FILES}", (f"{DEED}, khen được không", FILES)),
    ],
)
def test_cases_that_are_announced_or_of_two_kinds_are_apart(
    text: str, pieces: tuple[str, ...], *, bare: bool
) -> None:
    text, pieces = (fold(text), tuple(map(fold, pieces))) if bare else (text, pieces)
    assert several(text, TODAY) == pieces


def test_announced_cases_may_stand_on_lines_of_their_own() -> None:
    assert several(f"Có 2 việc ạ:\n{DEED}\n{FILES}", TODAY) == (DEED, FILES)


@pytest.mark.parametrize(
    "text",
    [
        "Có 2 vụ cứu người hôm 12/11, anh Hải và chị Hoa cùng nhảy xuống cứu, khen đột xuất",
        "Có 2 việc: anh Hải cứu cháu bé đuối nước hôm qua; thời hạn trình là mấy ngày?",
        "Có 2 việc: anh Hải cứu cháu bé đuối nước hôm qua; anh Hải còn cứu cả cụ bà hôm qua",
        "Có 2 việc: anh Hải cứu cháu bé hôm qua; rồi ok",
        "Có 2 việc: em xin chào và cảm ơn các anh chị nhiều lắm; ok",
        "Có 2 việc: " + "anh Hải cứu cháu bé hôm 12/11; " * 100,
        f"{DEED}, còn hồ sơ thì đã có xác nhận của UBND xã, khen đột xuất được không?",
    ],
)
def test_what_is_announced_and_not_told_stays_one(text: str) -> None:
    assert several(text, TODAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Hôm qua anh Hải cứu 2 cháu đuối nước, còn chị Hoa gọi điện báo công an, khen đột xuất?",
        "Hôm qua anh Hải cứu 2 cháu bé đuối nước và chị Hoa cứu cụ bà, khen đột xuất được không?",
        "Ngày 12/11 anh Hải cứu 2 cháu bé, ngày 15/11 UBND xã công nhận, khen đột xuất được không?",
        "Ngày 12/11 anh Hải cứu 2 cháu bé đuối nước. Còn ngày 20/11 xã trình hồ sơ khen đột xuất",
        "Khen đột xuất hay khen chuyên đề? Ngày 12/11 anh Hải cứu 2 cháu bé đuối nước.",
        "Năm 2024 anh Hải đã được khen chuyên đề, ngày 12/11 anh cứu 2 cháu bé, khen đột xuất ạ?",
        (
            "Ngày 4/11 thầy Hưng cứu học sinh, khen đột xuất. Còn trao dịp kỷ niệm 20/11 thì có bị"
            " chuyển sang khen chuyên đề không?"
        ),
        "Đêm 10/11 đến 11/11 anh Hải cứu 2 cháu, chị Hoa cứu 1 cụ, khen đột xuất được không",
        "Cháy nhà 17/11, 8/10 anh em cứu 5 người. Nhưng cả thảy có 15 người cùng cứu, hơn 2/3?",
        "Anh Hải được khen đột xuất năm 2024 do cứu người, nay anh Hải bị kỷ luật, có thu hồi?",
        (
            "Hôm qua anh Hải cứu 2 cháu, khen đột xuất được không? Ngoài ra cho em hỏi hồ sơ"
            " chuyên đề tổng kết phải gửi trước lễ trao bao nhiêu ngày?"
        ),
        "Khen chuyên đề tổng kết phong trào, còn lễ trao thì khen chuyên đề tổng kết ngày 20/12",
        "Tổng kết phong trào nông thôn mới ngày 12/11, trao thưởng 20/12, khen chuyên đề",
    ],
)
def test_one_case_stays_one(text: str) -> None:
    assert several(text, TODAY) == ()
