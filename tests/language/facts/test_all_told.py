"""All who took part, told without a word for all, and so many of a force beside one named."""

from __future__ import annotations

from datetime import date

import pytest

from language.facts.whole import read_message
from language.fold import fold

TODAY = date(2024, 9, 20)
MILITIA = "Ngày 12/9 12 dân quân xã Yên Phúc"
ASKS = "Khen đột xuất tập thể dân quân xã được không?"
BESIDE = "Ngày 12/9 anh Hoàng Văn Ổn và chị Lý Thị Bình cùng 10 dân quân xã cứu 2 cháu bị lũ cuốn"


def counts(text: str) -> tuple[int | None, int | None]:
    told = read_message(text, TODAY, kind="surprise")
    (one,) = told.nominees
    return one.get("participants"), told.facts.get("forces_total")


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("text", "total"),
    [
        (f"{MILITIA} cứu 2 cháu bị lũ cuốn, có 18 người tham gia.", 18),
        (f"{MILITIA} cứu 2 cháu bị lũ cuốn. Có 18 người tham gia cứu hộ.", 18),
        (f"{MILITIA} cứu 2 cháu bị lũ cuốn, tổng cộng có 18 người tham gia cứu.", 18),
        (f"{MILITIA} và 5 công an cứu 2 cháu, có 18 người tham gia.", 18),
        ("Ngày 12/9 dân quân xã cứu 2 cháu, có 12 dân quân, có 18 người tham gia.", 18),
        (f"{MILITIA} cứu 2 cháu, còn có 18 người tham gia.", 30),
        (f"{MILITIA} cứu 2 cháu, 12 người tham gia.", None),
        (f"{MILITIA} cứu 2 cháu, có 12 người tham gia.", None),
        (f"{MILITIA} cứu 2 cháu, có 18 người tham gia hỗ trợ.", None),
        (f"{MILITIA} cứu 2 cháu, có 18 công an tham gia.", None),
        (f"{MILITIA} cứu 2 cháu, bà con hưởng ứng, có 18 người tham gia.", None),
        (f"{MILITIA} cứu 2 cháu, thanh niên cũng ra, có 18 người tham gia.", None),
        (f"{MILITIA} cứu 2 cháu, mũi hai vào sau, có 18 người tham gia.", None),
        (f"{MILITIA} cứu 2 cháu, có khoảng 18 người tham gia.", None),
    ],
)
def test_so_many_people_of_no_force_are_all_of_them(
    text: str, total: int | None, *, bare: bool
) -> None:
    said = f"{text} {ASKS}"
    assert counts(fold(said) if bare else said) == (12, total)


def test_those_alone_of_whom_it_is_told_are_not_all_of_them() -> None:
    text = f"Ngày 12/9 dân quân xã Yên Phúc cứu 2 cháu, có 18 người tham gia. {ASKS}"
    assert counts(text)[1] is None


def test_people_of_no_force_are_no_part_of_a_whole() -> None:
    text = f"Ngày 12/9 ở bến có 12 người, sóng to, có 18 người tham gia cứu. {ASKS}"
    assert counts(text)[1] is None


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("force", ["dân quân", "công an", "đoàn viên", "chiến sĩ"])
def test_so_many_of_a_force_beside_persons_are_asked_about(force: str, *, bare: bool) -> None:
    said = f"{BESIDE.replace('dân quân', force)}, khen đột xuất."
    found = read_message(fold(said) if bare else said, TODAY, kind="surprise").nominees
    assert [one.get("type") for one in found] == ["individual", "individual", None]
    assert fold(found[2]["name"]) == fold(force)
    assert "count" not in found[2]


def test_a_body_proposed_in_so_many_words_has_their_number() -> None:
    said = f"{BESIDE}, khen đột xuất tập thể dân quân xã."
    (one,) = read_message(said, TODAY, kind="surprise").nominees
    assert (one["type"], one["participants"]) == ("collective", 10)


def test_only_the_persons_are_proposed_where_it_is_said() -> None:
    said = f"{BESIDE}, đề nghị khen đột xuất anh Hoàng Văn Ổn, chị Lý Thị Bình."
    found = read_message(said, TODAY, kind="surprise").nominees
    assert [one["name"] for one in found] == ["Hoàng Văn Ổn", "Lý Thị Bình"]
