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


@pytest.mark.parametrize("anew", ["à mà hôm 13/11", "à nhầm ngày 13/11", "nhầm, 13/11 mới đúng"])
def test_a_day_said_anew_of_the_deed_is_asked(anew: str) -> None:
    told = read_message(f"hôm 12/11 anh Hải cứu 2 cháu đuối nước, {anew}, khen đột xuất", TODAY)
    assert "achieved_on" not in told.facts
    assert [side.value for side in told.conflicts[0].sides] == ["2026-11-12", "2026-11-13"]


def test_another_day_beside_the_deed_is_no_other_day_of_it() -> None:
    told = read_message("hôm 12/11 anh Hải cứu 2 cháu, 13/11 trình, khen đột xuất", TODAY)
    assert told.facts["achieved_on"] == "2026-11-12"
