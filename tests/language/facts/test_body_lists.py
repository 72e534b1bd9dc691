"""Bodies proposed by number, and what is open, denied or only asked for in a surprise case."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from language.facts.heard import Told
from language.facts.whole import read_message
from language.fold import fold

TODAY: Final = date(2026, 11, 22)
BARE: Final = pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])


def told(text: str, *, bare: bool = False) -> Told:
    return read_message(fold(text) if bare else text, TODAY, kind="surprise")


def first(text: str, *, bare: bool = False) -> dict[str, Any]:
    found = told(text, bare=bare).nominees
    return dict(found[0]) if found else {}


@BARE
@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            (
                "Tất cả có 18 người cứu dân vùng lũ ngày 17/11: đội xung kích xã 12 người, Hạt giao"
                " thông 6 người. Khen đột xuất cả hai tập thể được không?"
            ),
            [12, 6],
        ),
        (
            (
                "Ngày 17/11 cứu 9 người bị lũ, gồm công an xã 8 đồng chí và dân quân 4 đồng chí"
                ". Khen đột xuất 2 tập thể nhé?"
            ),
            [8, 4],
        ),
    ],
)
def test_each_of_two_bodies_has_its_own_people(text: str, people: list[int], *, bare: bool) -> None:
    found = told(text, bare=bare).nominees
    assert [(one["type"], one.get("participants")) for one in found] == [
        ("collective", count) for count in people
    ]


@BARE
def test_bodies_nobody_tells_apart_are_so_many(*, bare: bool) -> None:
    text = "Ngày 17/11 18 người cứu dân vùng lũ. Khen đột xuất cả ba tập thể được không?"
    found = told(text, bare=bare).nominees
    assert [(one["type"], one.get("count"), one.get("participants")) for one in found] == [
        ("collective", 3, None)
    ]


@BARE
@pytest.mark.parametrize(
    "said",
    [
        "chưa rõ hôm đó anh đang làm theo lịch phân công hay tình cờ gặp",
        "không biết lúc đó anh trong ca trực hay ngoài giờ",
        "chưa xác định được đây là việc được giao hay tự nguyện",
    ],
)
def test_a_duty_nobody_is_sure_of_is_asked(said: str, *, bare: bool) -> None:
    text = f"Ngày 17/11 anh Tài phát hiện xe chở gỗ lậu và báo kiểm lâm, {said}. Khen đột xuất?"
    assert first(text, bare=bare)["ground"] is None


@BARE
@pytest.mark.parametrize(
    "said",
    [
        "không ngồi chỉ huy mà tự buộc dây lội suối cõng 4 người bị lũ cuốn",
        "không chỉ chỉ đạo mà còn nhảy xuống kéo 2 cháu bị lũ cuốn lên bờ",
        "không đứng nhìn mà lao xuống suối cứu 2 cháu bị lũ cuốn",
        "không ở nhà mà lao xuống suối cứu 2 cháu bị lũ cuốn",
    ],
)
def test_what_he_did_not_leave_it_at_takes_nothing_from_him(said: str, *, bare: bool) -> None:
    text = f"Ngày 17/11 anh Tài {said}. Khen đột xuất anh Tài được không?"
    assert first(text, bare=bare)["participation"] == "direct"


@BARE
@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("có 45 người tất cả các lực lượng tham gia, trong đó Đoàn xã là 30 người", 45),
        ("có 45 người của các lực lượng tham gia, Đoàn xã có 30 người", 45),
        ("cả đám cháy có 45 người, Đoàn xã 30 người", 45),
    ],
)
def test_all_forces_are_told_in_many_ways(said: str, total: int, *, bare: bool) -> None:
    text = f"Ngày 17/11 cháy chợ, {said}, cứu được 2 cháu bé. Khen đột xuất tập thể Đoàn xã?"
    found = told(text, bare=bare)
    assert found.facts["forces_total"] == total
    assert found.nominees[0]["participants"] == 30


@BARE
def test_own_people_nobody_counted_are_not_the_total(*, bare: bool) -> None:
    text = (
        "Ngày 17/11 cháy xưởng, tập thể Hội Phụ nữ xã có vào cứu 2 cháu nhưng em chưa biết mấy"
        " người, cả đám cháy có 25 người. Khen đột xuất tập thể Hội?"
    )
    found = told(text, bare=bare)
    assert found.facts["forces_total"] == 25
    assert found.nominees[0]["participants"] is None


@BARE
@pytest.mark.parametrize(
    "said",
    [
        "Xã đã gửi công văn xin huyện xác nhận từ tuần trước mà huyện chưa trả lời",
        "Xã đề nghị công an huyện công nhận hôm 20/11, huyện đang xem xét",
        "Đã nhờ công an xác nhận thành tích nhưng chưa thấy phản hồi",
    ],
)
def test_a_recognition_that_is_only_asked_for_is_pending(said: str, *, bare: bool) -> None:
    found = told(f"Ngày 17/11 anh Tài cứu 2 cháu bé. {said}. Khen đột xuất?", bare=bare).facts
    assert found["recognition"] == "pending"
    assert "recognized_on" not in found


@BARE
def test_a_meeting_that_only_held_it_up_does_not_take_the_day(*, bare: bool) -> None:
    text = (
        "Anh Tài cứu 2 cháu bé ngày 10/11, xã bận đại hội nên đến hôm nay, 22/11, mới ký tờ trình"
        " khen đột xuất."
    )
    found = told(text, bare=bare).facts
    assert found["achieved_on"] == "2026-11-10"
    assert found["submitted_on"] == "2026-11-22"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("khen đột xuất 4 hội viên làm kinh tế giỏi nhiều năm", "individual"),
        ("khen đột xuất 5 đoàn viên ngày 17/11 cứu 2 cháu bé", "individual"),
        ("khen đột xuất 2 hộ ngày 17/11 cứu 2 cháu bé", "household"),
    ],
)
def test_members_are_persons(text: str, kind: str) -> None:
    assert [one["type"] for one in told(text).nominees] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "em dinh thu hai 15/11 gui to trinh khen dot xuat anh Lo Van Tai cuu 2 chau be",
        "ngay 15/11 anh lo van tai cuu 2 chau be. d/c la lanh dao thi khen dot xuat duoc khong",
        "ngay 15/11 cuu 2 chau be. lam ho so khen dot xuat cho anh lo van tai thi duoc khong",
    ],
)
def test_words_that_go_on_a_sentence_are_no_names(text: str) -> None:
    assert [fold(one["name"]) for one in told(text).nominees] == ["lo van tai"]
