"""Several corrections in one message, each with its fact and its value; and what is only one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.corrections import Correction
from language.fold import fold
from language.two_corrections import leads, read_corrections

SAID = {
    "sửa ngày thành 12/11 và 13 người chứ không phải 12": (
        Correction("achieved_on", "12/11"),
        Correction(None, "13 người", "12"),
    ),
    "sửa ngày thành 12/11, tổng số 19 người": (
        Correction("achieved_on", "12/11"),
        Correction("forces_total", "19 người"),
    ),
    "nhầm, 13 người, tổng số 19": (
        Correction(None, "13 người"),
        Correction("forces_total", "19"),
    ),
    "sửa số người 12 thành 13 và tổng số 18 thành 19": (
        Correction("participants", "13", "12"),
        Correction("forces_total", "19", "18"),
    ),
    "không phải 12 mà 13; ngày là 11/11; tổng số đúng là 20": (
        Correction(None, "13", "12"),
        Correction("achieved_on", "11/11"),
        Correction("forces_total", "20"),
    ),
}


@pytest.mark.parametrize(("text", "corrections"), SAID.items())
def test_each_of_several_corrections_is_told(
    text: str, corrections: tuple[Correction, ...]
) -> None:
    assert read_corrections(text) == corrections
    assert [one.target for one in read_corrections(fold(text))] == [c.target for c in corrections]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nhầm, 13 người",
        "sửa ngày thành 12/11",
        "12/11 và 13 người",
        "sửa hướng dẫn thành đủ, trừ thời gian",
        "sửa tên thành Nông Văn A và Lý Thị B",
        "nhầm, 12/11 chứ không phải 13/11",
        "sửa ngày thành 12/11, tổng số 19 được không?",
        "sửa ngày thành 12/11, " * 30,
    ],
)
def test_one_correction_or_none_is_no_several(text: str) -> None:
    assert read_corrections(text) == ()


@given(st.text(max_size=200))
def test_any_text_gives_several_or_nothing(text: str) -> None:
    assert len(read_corrections(text)) != 1


def test_a_text_is_cut_in_two_at_each_joint_the_longest_lead_first() -> None:
    assert [*leads("nhầm, 13 người và hôm kia")] == [
        ("nhầm, 13 người", "hôm kia"),
        ("nhầm", "13 người và hôm kia"),
    ]
    assert not [*leads("nhầm, 13 người?")]
    assert not [*leads("nhầm")]
