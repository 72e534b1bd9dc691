"""Who is proposed, read from running text."""

from __future__ import annotations

from datetime import date

import pytest

from language.facts.passage import read_passage
from language.facts.people import nominees
from language.facts.whole import read_message
from language.fold import fold

ONE = [("individual", 1)]
BODY = [("collective", 1)]
ROWS = [
    ("Anh Hà Văn Tiệp cứu 2 cháu nhỏ. Khen đột xuất được không?", ONE),
    ("dc Nong Van Hai cong ba Lan ra ngoai. Truong hop nay khen dot xuat duoc khong", ONE),
    ("Huyện trình khen đột xuất cho đ/c Phó Chủ tịch. Có phù hợp không?", ONE),
    ("Đội tham gia đủ thì khen đột xuất cho tập thể được chưa?", BODY),
    ("làm hồ sơ khen đột xuất cho cả đoàn, ổn không?", BODY),
    ("muốn trình khen đột xuất cho 5 giáo viên dạy giỏi", [("individual", 5)]),
    ("Khen đột xuất hộ gia đình bà Phượng được không?", [("household", 1)]),
    ("khen đột xuất cả tập thể UBND xã và 2 anh", [*BODY, ("individual", 2)]),
    (
        "khen đột xuất tập thể Kho bạc, chị Thắm (trực tiếp vào lửa) và ông Lực phó giám đốc",
        [*BODY, *ONE, *ONE],
    ),
    ("Xã trình khen đột xuất 2 người: chị Thìn và anh Báo", [*ONE, *ONE]),
    ("khen đột xuất cả 2 tập thể công an xã và dân quân xã", [*BODY, *BODY]),
    ("Khen đột xuất anh Nam vì cứu tài sản của tập thể", ONE),
    ("Tập thể, cá nhân nào được khen đột xuất?", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
@pytest.mark.parametrize("bare", [False, True])
def test_kinds_and_counts_of_those_proposed(
    text: str, expected: list[tuple[str, int]], *, bare: bool
) -> None:
    found = nominees(read_passage(fold(text) if bare else text))
    assert [(one.type, one.count) for one in found] == expected


def test_a_name_is_kept_as_it_was_written() -> None:
    found = nominees(read_passage("Anh Bế Văn Lộc cứu cháu bé. Khen đột xuất anh Lộc được không?"))
    assert [one.name for one in found] == ["Bế Văn Lộc"]


def test_the_rescued_are_not_proposed() -> None:
    found = nominees(read_passage("Chị Hoa cứu bà Lan và đưa ông Tư ra. Khen đột xuất được không?"))
    assert [one.name for one in found] == ["Chị Hoa"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("anh luong van kien cuu 2 hoc sinh. co quan gui to trinh la van kip", ["luong van kien"]),
        ("co quan van muon dua ong vao danh sach khen dot xuat", []),
        ("co quan em du kien trao bang khen", []),
        ("khen dot xuat anh nong van chua cuu 2 be", ["nong van chua"]),
    ],
)
def test_what_a_sentence_goes_on_with_is_no_name(text: str, names: list[str]) -> None:
    found = read_message(text, date(2024, 10, 2)).nominees
    assert [dict(one).get("name") for one in found] == names
