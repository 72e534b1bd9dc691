"""One of several, named by its place."""

from __future__ import annotations

import pytest

from language.fold import fold
from language.ordinals import LAST, read_ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("việc đầu", 1),
        ("vụ đầu tiên trước", 1),
        ("xét việc thứ nhất đi em", 1),
        ("cái thứ hai", 2),
        ("vụ thứ 3", 3),
        ("hồ sơ số 2 đã", 2),
        ("the second one", 2),
        ("vụ cuối cùng", LAST),
        ("the last one", LAST),
        ("cả hai", None),
        ("hai cháu bé", None),
        ("", None),
        ("vụ cứu người", None),
    ],
)
def test_the_place_is_read_where_nothing_else_is_said(text: str, number: int | None) -> None:
    assert read_ordinal(text) == number
    assert read_ordinal(fold(text)) == number
