"""Counts of those who took part, read from running text."""

from __future__ import annotations

import pytest

from language.facts.amounts import forces
from language.facts.passage import read_passage


@pytest.mark.parametrize(
    ("text", "own", "total"),
    [
        ("12 đc dân quân trong 18 người cứu được 2 cháu bé", 12, 18),
        ("13/20 người của các lực lượng xông vào cứu hàng", 13, 20),
        ("cả 9 cán bộ đội xuống cứu 3 người, cùng cứu còn có 5 người của công an", 9, 14),
        ("8 trong 12 cán bộ phòng lội lũ, cùng làm có thêm 20 người của xã", 8, 28),
        ("12 cán bộ cùng 8 người của đồn (tổng cộng 20 người) cứu 9 người", 12, 20),
        ("Đội 15 đ/c, công an 5 đ/c và thanh niên 2 đ/c cứu 30 người", 15, 22),
        ("Trong 30 người cứu dân thì hai phần ba là của đội", 20, 30),
        ("24 người vào cứu lái tàu, riêng đội chúng tôi chiếm 75 %", 18, 24),
        ("cả 7 đoàn viên tự ra đào đường, ngoài ra không có lực lượng nào khác", 7, 7),
        ("mười hai người trong tổng số mười tám người tham gia", 12, 18),
        ("Có 21 người tham gia cứu dân. Đội góp 14 người", 14, 21),
        ("10 dân quân cùng nhiều người dân cứu 3 người", 10, None),
        ("15/22 đồng chí của đội tham gia cứu hộ", 15, None),
        ("33 cán bộ xông vào, tổng các lực lượng là 50 người. Tính ra 66%, coi như 2/3", 33, 50),
        ("cứu được 3 người, đưa 12 hộ ra ngoài", None, None),
    ],
)
def test_own_people_and_all_forces(text: str, own: int | None, total: int | None) -> None:
    found = forces(read_passage(text), "doi")
    assert (found.own.value if found.own else None) == own
    assert (found.total.value if found.total else None) == total


def test_an_estimate_is_told_as_one() -> None:
    found = forces(read_passage("tổ có 13 người cứu 2 cụ, tổng số khoảng 20 người"), "to")
    assert found.total is not None
    assert found.total.is_about
    assert found.own is not None
    assert not found.own.is_about


def test_a_total_that_nobody_counted_is_not_known() -> None:
    found = forces(read_passage("đội có 7 người, không nhớ tổng các lực lượng là bao nhiêu"), "doi")
    assert found.total is not None
    assert found.total.value is None


def test_a_day_is_no_count() -> None:
    text = "Vụ cháy 8/9 anh Hưng cứu 3 em"
    assert forces(read_passage(text), dates=[(7, 10)]).own is None
