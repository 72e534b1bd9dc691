"""Deeds still to be done are told from those that were."""

from __future__ import annotations

import pytest

from language.facts.to_come import is_to_come
from language.fold import fold

COMING = [
    "ngày mai sẽ đi cứu hộ vùng lũ, khen đột xuất được không?",
    "mai đoàn em đi cứu hộ, đề nghị khen trước được không",
    "Tuần tới đội dân quân sẽ diễn tập chữa cháy, có được khen đột xuất không?",
    "Ngày mai 12 dân quân trong 18 người sẽ đi cứu hộ, khen đột xuất được không?",
    "Ngày 30/11 anh Hải sẽ đi cứu hộ, khen đột xuất được không",
    "sắp tới xã em tham gia cứu hộ, cứu người, khen đột xuất được không ạ",
    "nếu mai anh em cứu được người thì khen đột xuất được không?",
    "dự kiến tuần sau đội xung kích đi chống lũ, làm hồ sơ khen đột xuất trước được không",
]


@pytest.mark.parametrize("text", COMING)
def test_a_deed_to_come_is_told_by_its_words(text: str) -> None:
    assert is_to_come(text)
    assert is_to_come(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ngày mai sẽ nộp hồ sơ khen đột xuất thì có kịp không?",
        "hôm qua anh Hải cứu 2 cháu, mai gửi hồ sơ khen đột xuất được không",
        "Chị Mai cứu 2 cháu bé hôm qua, khen đột xuất được không",
        "Mai cứu 2 cháu bé",
        "Hôm qua đội cứu 3 người. Ngày mai lại đi cứu hộ tiếp, khen đột xuất được không",
        "cứu người thì sẽ được khen đột xuất gì",
        "Trời sắp tối, anh Hải nhảy xuống cứu 2 cháu",
        "tháng sau tổng kết phong trào, khen chuyên đề được không",
        "ngày mai sẽ đi cứu hộ " * 30,
        "",
    ],
)
def test_what_was_done_or_is_no_deed_is_not_to_come(text: str) -> None:
    assert not is_to_come(text)
