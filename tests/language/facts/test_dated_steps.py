"""A step with a day of its own behind it is told by that day, not by what is said of the next."""

from __future__ import annotations

from datetime import date

import pytest

from language.facts.whole import read_message
from language.fold import fold

TODAY = date(2026, 11, 21)
CASE = "phong trào nông thôn mới trình tỉnh khen 2 tập thể, {}"


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("said", "review", "guidance"),
    [
        ("tổng kết 10/12, hướng dẫn chưa có", "planned", "not_yet"),
        ("tổng kết ngày 10/12, hướng dẫn có rồi", "planned", "done"),
        ("tổng kết 10/12 mới làm, hướng dẫn chưa có", "planned", "not_yet"),
        ("tổng kết ngày 10/11, hướng dẫn chưa có", "done", "not_yet"),
        ("tổng kết, hướng dẫn chưa có", "not_yet", "not_yet"),
        ("tổng kết, hướng dẫn có rồi", "done", "done"),
    ],
)
def test_a_review_with_its_day_is_held_or_fixed(
    said: str, review: str, guidance: str, *, bare: bool
) -> None:
    text = CASE.format(said)
    facts = read_message(fold(text) if bare else text, TODAY).facts
    assert (facts["final_review"], facts["guidance"]) == (review, guidance)
