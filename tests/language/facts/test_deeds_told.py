"""Deeds as officers tell them: who saved, who looked on, how many there were, whose it is."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from bot.asking import answered
from language.facts.whole import Told, read_message
from language.fold import fold

TODAY: Final = date(2024, 9, 12)
ASKS: Final = "Xã đề nghị khen đột xuất được không?"


def read(text: str) -> Told:
    return read_message(text, TODAY)


def judged(text: str) -> Any:
    return answered(text, TODAY)["assessment"]["verdict"]


SAVED: Final = (
    "Trưa 10/9 chị Lý Thị Ghến thấy 2 đứa trẻ rớt xuống mương, chị chạy lại kéo cả hai lên bờ.",
    "Ngày 9/9 anh Trần Văn Cường thấy cháu bé bị xe tông, bế cháu chạy 2 cây số tới bệnh viện.",
    "Chiều 9/9 nước về ào ào, anh Lương Đình Phúc bơi qua đón 2 cụ già đang bám ngọn cây.",
    "Ngày 8/9 chị Bàn Thị Mùi thấy trâu của hợp tác xã bị lũ cuốn, lội ra dắt được 7 con vào bờ.",
    "Ngày 9/9 anh Mông Văn Lả thấy đá lăn chắn đường ray, chạy ngược vẫy cho tàu dừng lại kịp.",
)


@pytest.mark.parametrize("told", SAVED)
def test_more_ways_of_telling_a_rescue(told: str) -> None:
    assert judged(f"{told} {ASKS}") == "eligible"


def test_who_looked_on_and_did_not_help_took_no_part() -> None:
    told = (
        "Đêm 8/9 cháy quán ở thị trấn, anh Lưu Văn Bách đứng bên kia đường quay video phát trực"
        " tiếp, không vào chữa cháy cũng không cứu đồ giúp ai."
    )
    assert read(f"{told} {ASKS}").nominees[0]["participation"] == "none"


@pytest.mark.parametrize("sum_up", ["cộng lại", "gộp lại", "tính ra", "tổng cộng"])
def test_what_sums_up_the_forces_is_no_further_force(sum_up: str) -> None:
    told = (
        f"Hôm 8/9 sạt đất, 14 dân quân xã Châu Sơn cùng 7 anh em kiểm lâm, {sum_up} 21 người, đào"
        " bới cứu được 2 ông bà bị vùi."
    )
    for text in (told, fold(told)):
        assert read(f"{text} Khen đột xuất tập thể dân quân được không?").facts["forces_total"] == (
            21
        )


def test_the_herd_of_his_own_house_is_no_people_without_marks_either() -> None:
    told = "hộ ông Lâm Văn Sinh kéo được đàn bò 5 con của nhà mình ra khỏi chuồng cháy ngày 8/9."
    for text in (told, fold(told)):
        assert judged(f"{text} {ASKS}") != "eligible"


OFF_DUTY: Final = "ngoài giờ trực thấy kẻ gian giật túi nên đuổi theo khống chế giao công an."


def test_who_takes_on_a_wrongdoer_in_his_own_time_acts_beyond_his_duty() -> None:
    nominee = read(f"Sáng 9/9 anh Đinh Văn Lâm, bảo vệ chợ, {OFF_DUTY} {ASKS}").nominees[0]
    assert nominee["ground"] == "outside_duty"


def test_work_after_hours_alone_is_no_ground() -> None:
    told = "Anh Đinh Văn Lâm làm thêm ngoài giờ để quyết toán xong hôm 9/9."
    assert judged(f"{told} {ASKS}") != "eligible"


def test_words_typed_short_are_no_name() -> None:
    told = "toi 9/9 anh vi van quyet nhay xuong suoi cuu 2 chau be. xa de nghi khen dot xuat cho "
    for tail in ("anh dc ko a", "anh ok ko", "anh dk khong"):
        (nominee,) = read(told + tail).nominees
        assert nominee["name"] == "vi van quyet"


def test_a_rank_and_a_force_go_before_a_name() -> None:
    told = "Thượng úy Biên phòng Lê Hồng Sơn hôm 9/9 nhảy xuống suối cứu được 2 cháu bé."
    assert read(f"{told} {ASKS}").nominees[0]["name"] == "Lê Hồng Sơn"


TWO: Final = (
    "Chủ tịch xã không có mặt ở vụ cháy 9/9. Anh Hà Văn Tú trực tiếp lao vào cứu được bà Lan."
)


def test_where_both_are_asked_for_and_one_is_read_nothing_passes() -> None:
    assert judged(f"{TWO} Xã khen đột xuất cả hai được không?") == "needs_more"
    assert judged(f"{TWO} Xã khen đột xuất anh Tú được không?") == "eligible"


@pytest.mark.parametrize(
    "text",
    [
        "Khen đột xuất tập thể đội dân phòng, 30 người tham gia dập lửa ngày 8/9 cứu được 2 cụ.",
        "Đề nghị huyện khen tập thể thôn Nà Pò phong trào thi đua làm đường, 30 người tham gia.",
    ],
)
def test_those_who_took_part_are_not_proposed_beside_their_body(text: str) -> None:
    for spoken in (text, fold(text)):
        assert [one["type"] for one in read(spoken).nominees] == ["collective"]


def test_a_past_discipline_of_a_rescuer_is_asked() -> None:
    told = "Anh Hà Văn Tú năm ngoái bị kỷ luật, hôm 9/9 anh nhảy xuống suối cứu được 2 người."
    unsure = [one.fact for one in read(f"{told} {ASKS}").unsure]
    assert unsure == ["nominees[0].under_discipline"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Anh Hoàng Văn Tú chèo bè cứu 2 người đi rẫy bị lũ cô lập hôm 9/9.", "2024-09-09"),
        ("Anh Hoàng Văn Tú cứu 3 người đi chợ bị nước cô lập ngày 8/9.", "2024-09-08"),
        ("Chị Hoàng Thị Lan cứu 2 người trong vụ lở đất 28/8.", "2024-08-28"),
    ],
)
def test_a_day_beside_the_danger_is_the_deeds(text: str, day: str) -> None:
    for spoken in (f"{text} {ASKS}", fold(f"{text} {ASKS}")):
        facts = read(spoken).facts
        assert (facts.get("achieved_on"), facts.get("submitted_on")) == (day, None)


def test_a_watch_by_plan_in_which_nothing_happened_is_no_deed() -> None:
    text = (
        "Tổ xung kích xã Gia Cát trực theo kế hoạch từ ngày 5/9 đến ngày 8/9, không xảy ra trường"
        " hợp nào cần cứu. Khen đột xuất tổ 6 người được không?"
    )
    for spoken in (text, fold(text)):
        told = read(spoken)
        assert told.nominees[0]["ground"] == "none"
        assert "achieved_on" not in told.facts
