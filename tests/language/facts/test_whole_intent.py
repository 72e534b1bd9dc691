"""A case put forward in few words is a case, a rule asked about is a question."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from language.facts.heard import Intent
from language.facts.whole import read_message
from language.fold import fold

TODAY: Final = date(2024, 11, 20)
PUT_FORWARD: Final = (
    "Trình huyện khen chuyên đề 3 thôn.",
    "Chi cục trình huyện khen chuyên đề 2 phòng, chưa họp Hội đồng.",
    "Huyện mở hội nghị gặp mặt doanh nghiệp, trình huyện khen theo chuyên đề 3 doanh nghiệp.",
    "Đại hội thi đua yêu nước huyện, trình tỉnh tặng bằng khen 2 tập thể thực sự tiêu biểu.",
    "Đề nghị huyện tặng giấy khen chuyên đề cho bà Hoàng Thị Lan.",
)
ASKED: Final = (
    "Trình huyện khen chuyên đề 3 thôn có cần họp Hội đồng không?",
    "Tập thể giống Ban Chỉ đạo như tổ công tác, ban điều hành có được tỉnh khen",
    "Sao tập thể Ban Chỉ đạo lại không được tỉnh khen",
    "Khen chuyên đề cần những gì?",
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("text", PUT_FORWARD)
def test_who_is_to_be_awarded_by_whom_is_a_case(text: str, *, bare: bool) -> None:
    assert read_message(fold(text) if bare else text, TODAY).intent is Intent.CASE


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("text", ASKED)
def test_what_asks_about_a_rule_is_a_question(text: str, *, bare: bool) -> None:
    assert read_message(fold(text) if bare else text, TODAY).intent is Intent.QUESTION
