"""What a thematic award is for: a meeting that sums a movement up is a step of it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from language.facts.whole import read_message
from language.fold import fold

TODAY: Final = date(2024, 11, 20)
UNSURE: Final = None
OCCASIONS: Final = (
    ("Xã tổng kết chuyên đề làm đường, hội nghị tổng kết ngày 15/12. Trình 3 người.", "movement"),
    (
        "Phong trào chuyển đổi số đã tổ chức hội nghị tổng kết ngày 10/11, trình 3 người.",
        "movement",
    ),
    ("Chuyên đề bảo vệ rừng: xã đã mở hội nghị tổng kết, có biên bản hội nghị.", "movement"),
    ("Đợt cao điểm gom rác, hội nghị tổng kết diễn ra sáng 12/11, trình 2 thôn.", "movement"),
    ("Khen chuyên đề phòng cháy rừng, hội nghị tổng kết sẽ tổ chức ngày 5/12.", "movement"),
    ("Đợt thi đua 90 ngày đêm, có hội nghị phát động và hội nghị tổng kết rồi.", "movement"),
    ("Phong trào trồng cây, giấy khen trao tại hội nghị tổng kết. Trình 3 hộ.", "movement"),
    ("Tổng kết 5 năm phong trào bảo vệ an ninh, hội nghị dự kiến 20/12/2024.", "movement"),
    ("Trình huyện khen chuyên đề 4 người để trao tại hội nghị tổng kết ngày 5/12.", UNSURE),
    ("Phục vụ hội nghị tổng kết ngày 15/12, trình huyện khen chuyên đề 3 người.", "conference"),
    ("Nhân hội nghị tổng kết công tác năm, trình huyện khen chuyên đề 3 người.", "conference"),
    ("Hội nghị tổng kết năm học, trình huyện khen chuyên đề 6 giáo viên.", "conference"),
    ("Huyện mở hội nghị gặp mặt doanh nghiệp, khen chuyên đề 3 doanh nghiệp.", "conference"),
    ("Hội thảo khoa học về cây hồi ngày 15/12, trình huyện khen chuyên đề.", "conference"),
    ("Hội nghị tổng kết thi hành Luật Lâm nghiệp, trình huyện khen chuyên đề.", "legal_review"),
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(("text", "occasion"), OCCASIONS)
def test_the_occasion_is_what_is_praised_not_where_it_is_given(
    text: str, occasion: str | None, *, bare: bool
) -> None:
    told = read_message(fold(text) if bare else text, TODAY, kind="thematic")
    assert told.facts.get("occasion") == occasion
    if occasion is UNSURE:
        assert [u.value for u in told.unsure if u.fact == "occasion"] == ["movement"]
