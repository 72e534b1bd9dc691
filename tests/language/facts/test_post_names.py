"""Names behind posts, companions by number, bodies that act: who is proposed."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from language.facts.whole import read_message
from language.fold import fold

TODAY: Final = date(2026, 11, 22)
DEED: Final = "ngày 17/11 lội suối cứu 12 người dân bị lũ cuốn"


def proposed(text: str) -> list[tuple[str | None, str | None, int]]:
    told = read_message(text, TODAY, kind="surprise")
    return [
        (n.get("type"), fold(n.get("name") or "") or None, n.get("count", 1)) for n in told.nominees
    ]


def person(name: str) -> tuple[str, str, int]:
    return ("individual", name, 1)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Phó Bí thư Đảng ủy xã Nông Văn Dũng", "nong van dung"),
        ("đồng chí Phó Bí thư Đảng ủy xã Lương Minh Tuấn", "luong minh tuan"),
        ("Trung tá, Phó trưởng Công an xã Vi Văn A", "vi van a"),
        ("Trung tá, Phó trưởng Công an xã Hoàng Minh Đức", "hoang minh duc"),
        ("Chủ tịch Hội Phụ nữ xã Lò Thị Mai", "lo thi mai"),
        ("Chỉ huy trưởng Ban Chỉ huy Quân sự xã Triệu Đức Long", "trieu duc long"),
        ("Bí thư Đoàn Thanh niên xã Nguyễn Thu Hà", "nguyen thu ha"),
        ("Trưởng thôn Lý Văn Páo", "ly van pao"),
        ("đ/c Lê Hồng Phúc, Bí thư Đảng ủy xã Thiện Thuật,", "le hong phuc"),
        ("ông Lê Hồng Phúc - Chủ tịch UBND phường Hoàng Văn Thụ -", "le hong phuc"),
    ],
)
def test_a_post_does_not_swallow_the_name(said: str, name: str, *, bare: bool) -> None:
    text = f"Đề nghị khen đột xuất {said} {DEED}."
    assert proposed(fold(text) if bare else text) == [person(name)]


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Ông Hà và 6 dân quân {DEED}. Đề nghị khen đột xuất ông Hà và 6 dân quân.",
            [person("ong ha"), ("individual", None, 6)],
        ),
        (
            f"Ngày 17/11 ông Hà cùng 6 đồng chí dân quân {DEED}. Khen đột xuất được không?",
            [person("ong ha"), ("individual", None, 6)],
        ),
        (
            f"Khen đột xuất 6 dân quân và ông Hà {DEED}",
            [("individual", None, 6), person("ong ha")],
        ),
        (f"Ông Hà và 6 dân quân {DEED}. Đề nghị khen đột xuất ông Hà.", [person("ong ha")]),
        (
            "Ngày 17/11 ông Hà cùng 2 cháu bé bị lũ cuốn, anh Páo cứu. Khen đột xuất anh Páo",
            [person("anh pao")],
        ),
    ],
)
def test_companions_told_by_number_are_proposed_with_him(
    text: str, expected: list[tuple[str, str | None, int]], *, bare: bool
) -> None:
    assert proposed(fold(text) if bare else text) == expected


@pytest.mark.parametrize(
    "place",
    ["o ban Nam Khao", "tại ban Nam Khao", "dân ban Nam Khao", "ở bản Nam Khao", "o thon Nam Khao"],
)
def test_a_village_is_nobody(place: str) -> None:
    text = f"Ngày 17/11 {place}, anh Lò Văn Tài nhảy xuống suối cứu 2 cháu bé. Khen đột xuất nhé?"
    assert proposed(text) == [person("lo van tai")]
    told = read_message(text, TODAY, kind="surprise")
    assert told.facts["achieved_on"] == "2026-11-17"


FIRE: Final = "12/11 tổ 6 người cùng 3 dân dập đám cháy cứu bà cụ, khen đột xuất cho"
THEME: Final = "tổng kết phong trào nông thôn mới trình tỉnh khen cho"


@pytest.mark.parametrize(
    "text",
    [
        *(f"{FIRE} {body} được không" for body in ("tập thể", "đội", "tổ")),
        *(f"{THEME} {body}" for body in ("tập thể", "tập thể và ông Hải", "tổ và ông Hải")),
    ],
)
def test_a_word_for_a_body_alone_is_no_name(text: str) -> None:
    (one,) = read_message(text, TODAY).nominees
    assert one["type"] == "collective"
    assert "name" not in one


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ngày 17/11 Trạm y tế xã đưa 5 sản phụ ra khỏi vùng lũ.", "tram y te xa"),
        ("hôm qua 12 dân quân trong 18 người cứu 2 cháu bé đuối nước", "dan quan"),
        ("Đội xung kích thôn Nà Lùng tối 17/11 cứu 3 người bị vùi.", "doi xung kich thon na lung"),
        ("Đêm qua công an xã Tân Thanh lội vào cứu 20 hộ dân bị ngập.", "cong an xa tan thanh"),
    ],
)
def test_the_body_that_acts_is_the_one_where_nobody_else_is_named(
    text: str, name: str, *, bare: bool
) -> None:
    said = f"{text} Khen đột xuất được không?"
    assert proposed(fold(said) if bare else said) == [("collective", name, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Trạm y tế xã xin khen đột xuất y sĩ Lý Thị Hoa: ngày 17/11 cứu 1 sản phụ bị ngập",
        "Công an xã đề nghị khen đột xuất anh Lý Văn Hoa ngày 17/11 cứu 2 cháu bé đuối nước",
        "Xã trình khen đột xuất chị Lý Thị Hoa ngày 17/11 cứu 2 cháu bé đuối nước",
    ],
)
def test_the_body_that_asks_is_not_proposed(text: str) -> None:
    assert [kind for kind, *_ in proposed(text)] == ["individual"]


def test_who_came_along_tells_no_act_of_the_one_named() -> None:
    """`với` is no `vội`: nothing is told that he did."""
    told = read_message("anh Hải với lại mấy người nữa", TODAY, kind="surprise")
    assert all("participation" not in one for one in told.nominees)


def test_what_is_told_of_a_body_is_no_part_of_its_name() -> None:
    told = read_message(f"{THEME} tập thể xã còn lỏng lẻo lắm, các điều kiện khác đủ", TODAY)
    assert [one["name"] for one in told.nominees] == ["tập thể xã"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HÔM QUA ANH NÔNG VĂN HẢI NHẢY XUỐNG SUỐI CỨU 2 CHÁU BÉ, KHEN ĐỘT XUẤT", "nong van hai"),
        ("tập thể Dân quân xã 12/14 người dập cháy cứu 3 hộ hôm 12/11", "tap the dan quan xa"),
    ],
)
def test_a_name_ends_where_the_deed_or_the_number_begins(text: str, name: str) -> None:
    assert [one[1] for one in proposed(text)] == [name]
