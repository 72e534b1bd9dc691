"""The verdict of a case told in part: no good one before it is known of what and for whom."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

PARTS = (
    (
        "Tháng trước đồng chí công an xã bắt được đối tượng trộm cắp tài sản,"
        " giờ mới đề nghị khen đột xuất có được không?"
    ),
    (
        "thang truoc dong chi cong an xa bat duoc doi tuong trom cap tai san,"
        " gio moi de nghi khen dot xuat co duoc khong"
    ),
)


@pytest.mark.parametrize("told", PARTS)
def test_a_case_of_no_known_kind_for_nobody_known_is_not_called_good(told: str) -> None:
    officer = Officer().say(told)
    assert "đủ điều kiện" not in officer.text
    assert "cần thêm thông tin" in officer.text
    assert "loại thành tích" in officer.text
    assert "việc công nhận thành tích" in officer.text


def test_heads_counted_are_told_as_long_as_no_card_says_their_share() -> None:
    officer = Officer().say(
        "khen đột xuất cho tập thể trạm y tế, 5/7 người tham gia cấp cứu vụ tai nạn xe khách"
        " ngày 17/11"
    )
    assert officer.answers["forces_total"] == 7
    assert "tổng số người của mọi lực lượng: 7" in officer.text.replace("**", "")
