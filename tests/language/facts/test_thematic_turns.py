"""Turns of phrase of a thematic case: who orders, who sits on the board, which day holds."""

from __future__ import annotations

from datetime import date

import pytest

from language.facts.passage import read_passage
from language.facts.thematic import read_thematic

TODAY = date(2024, 11, 5)


def _told(text: str, path: str) -> list[object]:
    return [h.value for h in read_thematic(read_passage(text), TODAY) if h.path == path and h.sure]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "UBND huyện có văn bản chỉ đạo số 12/UBND-NV giao xét khen thưởng tại hội nghị.",
            "written",
        ),
        (
            "Công văn số 45/UBND-NV của UBND huyện yêu cầu xét khen tại hội nghị điển hình.",
            "written",
        ),
        ("UBND huyện ban hành văn bản chỉ đạo khen thưởng trong hội nghị biểu dương.", "written"),
        ("Chủ tịch huyện chỉ đạo khen thưởng tại cuộc họp giao ban về hội nghị.", "oral"),
        ("Huyện không có văn bản, chỉ đạo khen tại cuộc họp về hội nghị thôi.", "oral"),
    ],
)
def test_a_paper_that_orders_an_award_at_a_conference_is_written(text: str, told: str) -> None:
    text = f"Em trình huyện khen 3 cá nhân phục vụ hội nghị biểu dương. {text}"
    assert _told(text, "directive") == [told]
