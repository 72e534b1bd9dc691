"""The deed's day beside other days; a watch in which nothing happened."""

from __future__ import annotations

from datetime import date

import pytest

from language.facts.whole import Told, read_message
from language.fold import fold

TODAY = date(2024, 9, 20)


def read(text: str) -> Told:
    return read_message(f"{text} Khen đột xuất được không?", TODAY, kind="surprise")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Anh Hoàng Văn Tú chèo bè cứu 2 người đi rẫy bị lũ cô lập hôm 12/9.", "2024-09-12"),
        ("Anh Hoàng Văn Tú cứu 3 người đi chợ bị nước cô lập ngày 13/9.", "2024-09-13"),
        ("Anh Hoàng Văn Tú cứu 4 hộ bị cô lập hôm 11/9.", "2024-09-11"),
    ],
)
def test_a_day_people_were_cut_off_is_no_day_of_sending(text: str, day: str) -> None:
    for spoken in (text, fold(text)):
        facts = read(spoken).facts
        assert (facts.get("achieved_on"), facts.get("submitted_on")) == (day, None), spoken


@pytest.mark.parametrize("where", ["vụ lở đất 22/8", "vụ sạt đất 22/8", "trận sụt đất 22/8"])
def test_a_landslide_has_its_day_beside_a_recognition(where: str) -> None:
    text = (
        f"Chị Hoàng Thị Lan cứu 2 người trong {where}, UBND huyện có văn bản công nhận thành tích "
        "ngày 3/9/2024. Sáng nay mới lập tờ trình."
    )
    for spoken in (text, fold(text)):
        facts = read(spoken).facts
        assert (facts.get("achieved_on"), facts.get("recognized_on")) == (
            "2024-08-22",
            "2024-09-03",
        ), spoken


@pytest.mark.parametrize(
    "text",
    [
        (
            "Tổ trực bão xã Gia Cát trực từ 8/9 đến 12/9 theo phương án đã duyệt, không có vụ nào "
            "phải cứu người hay cứu tài sản. Khen tổ 6 người."
        ),
        (
            "Tổ xung kích xã Gia Cát trực theo kế hoạch từ ngày 8/9 đến ngày 12/9, không xảy ra "
            "trường hợp nào cần cứu. Khen tổ 6 người."
        ),
    ],
)
def test_a_watch_by_plan_in_which_nothing_happened_is_none(text: str) -> None:
    for spoken in (text, fold(text)):
        told = read(spoken)
        assert told.nominees[0].get("ground") == "none", spoken
        assert told.facts.get("achieved_on") == "2024-09-12", spoken
