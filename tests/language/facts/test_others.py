"""What is told of somebody else, or of another award, is not of the one proposed now."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from language.facts.whole import read_message
from language.fold import fold

TODAY: Final = date(2026, 11, 22)
DEED: Final = "Ngày 17/11 anh Lương Văn Tài lao vào lửa cứu 2 cháu"
ASKED: Final = "Đề nghị khen đột xuất anh Tài."


def first(text: str) -> dict[str, Any]:
    """The first of those proposed, as it is read."""
    told = read_message(text, TODAY, kind="surprise")
    return dict(told.nominees[0]) if told.nominees else {}


def facts(text: str) -> dict[str, Any]:
    return dict(read_message(text, TODAY, kind="surprise").facts)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    "other",
    [
        ". Anh trai của anh Tài thì không tham gia",
        ". Em trai anh Tài hôm đó đi vắng",
        ", vợ anh thì nghỉ ốm không có mặt",
        ". Người đi cùng anh chỉ đứng ngoài",
        ", hàng xóm không ai tham gia",
        ". Hàng xóm đứng xem, không tham gia",
        ", trưởng thôn hôm đó đi vắng",
        ". Chủ tịch xã không có mặt, chỉ gọi điện chỉ đạo",
        "; bố mẹ các cháu đi làm vắng nhà",
        ". Công an xã chưa có mặt, dân quân cũng chưa đến",
        ", những người xung quanh đứng xem",
    ],
)
def test_a_denial_belongs_to_its_own_subject(other: str, *, bare: bool) -> None:
    text = f"{DEED}{other}. {ASKED}"
    assert first(fold(text) if bare else text)["participation"] == "direct"


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    "text",
    [
        "Vụ cháy ngày 17/11 có 2 cháu được cứu. Anh Tài không tham gia, anh trai anh có vào",
        "Em trai anh Tài ngày 17/11 lao vào lửa cứu 2 cháu. Anh Tài hôm đó không có mặt",
        "Vợ anh Tài ngày 17/11 lao vào lửa cứu 2 cháu, anh Tài đi vắng",
        "Ngày 17/11 dân quân cứu 2 cháu. Anh Tài (trưởng thôn, không tham gia)",
    ],
)
def test_what_his_own_kin_did_is_not_his_part(text: str, *, bare: bool) -> None:
    said = f"{text}. {ASKED}"
    assert first(fold(said) if bare else said).get("participation") != "direct"


PAST: Final = (
    "Anh Tài đã có bằng khen tỉnh tháng 3 năm nay, ngày 17/11 lại lao vào lửa cứu 2 cháu",
    (
        "Anh Tài từng được tỉnh tặng bằng khen năm 2024 vì cứu người. Ngày 17/11 anh lao vào lửa bế"
        " 2 cháu ra"
    ),
    (
        "Anh Tài năm ngoái có bằng khen của tỉnh về phong trào thi đua. Ngày 17/11 anh lao vào lửa"
        " cứu 2 cháu"
    ),
    (
        "Ngày 10/5/2026 anh Tài nhận bằng khen của Chủ tịch tỉnh. Ngày 17/11 anh lao vào lửa cứu"
        " 2 cháu"
    ),
    "Trước đây anh Tài được tỉnh khen vì hiến đất; lần này, ngày 17/11, anh lao vào lửa cứu 2 cháu",
    "Ngày 17/11 anh Tài lao vào lửa cứu 2 cháu; hồi tháng 5 anh mới được tỉnh tặng bằng khen",
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("text", PAST)
def test_an_award_given_before_is_not_the_one_asked_for(text: str, *, bare: bool) -> None:
    said = f"{text}. {ASKED}"
    found = facts(fold(said) if bare else said)
    assert found["achieved_on"] == "2026-11-17"
    assert "award_form" not in found
    assert "award_level" not in found


@pytest.mark.parametrize("text", PAST)
def test_what_is_asked_for_now_stays_told(text: str) -> None:
    found = facts(f"{text}. Xin giấy khen đột xuất của Chủ tịch xã")
    assert (found["award_form"], found["award_level"]) == ("giay_khen", "commune")


def test_a_question_whether_he_was_praised_tells_of_no_award() -> None:
    found = facts(f"{DEED}, đã được khen chưa? Chưa thì trình tỉnh tặng bằng khen đột xuất nhé")
    assert (found["award_form"], found["award_level"]) == ("bang_khen", "province")


def test_a_deed_praised_before_is_no_ground_now() -> None:
    text = "Anh Tài năm ngoái được khen vì lao vào lửa cứu 2 cháu, nay khen đột xuất nữa được không"
    assert "ground" not in first(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("gồm anh Quyết và ông Trưởng thôn", ["anh Quyết", "ông Trưởng thôn"]),
        ("gồm anh Quyết, Chủ tịch Hội Nông dân xã", ["anh Quyết"]),
        ("cho anh Quyết và Trưởng thôn Lý Văn Páo", ["anh Quyết", "Lý Văn Páo"]),
    ],
)
def test_one_named_by_his_post_beside_another_is_proposed_too(text: str, names: list[str]) -> None:
    said = f"Vụ đuối nước 17/11 anh Quyết nhảy xuống cứu 2 cháu. Danh sách khen đột xuất {text}."
    told = read_message(said, TODAY, kind="surprise")
    assert [one.get("name") for one in told.nominees] == names


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    "text",
    [
        "Ngày 17/11 anh Tài suýt chết đuối, được dân quân vớt lên",
        "Ngày 17/11 anh Tài bị kẹt trong đám cháy, được chị Lan phá cửa kéo ra",
        "Ngày 17/11 mấy đồng chí công an vớt 2 cháu đuối nước; anh Tài ở nhà xem ti vi",
        "Ngày 17/11 anh Tài là nạn nhân được dân quân kéo lên khỏi hố sụt",
        "Con trâu nhà anh Tài rơi xuống hố ngày 17/11, anh Tài kéo được con trâu lên",
        "Ngày 17/11 anh Tài gây cháy rừng rồi tự dập được lửa",
        "Ngày 17/11 anh Tài lao vào cứu 2 cháu nhưng công an xác minh là không đúng",
        "Ngày 17/11 lũ lớn, xã phân công anh Tài chở 20 suất cơm cho dân vùng ngập theo phương án",
        "Ngày 17/11 bộ đội lội vào đưa 3 người ra, anh Tài va vào cột điện bị thương",
        "Ngày 17/11 anh Tài có ý định nhảy xuống cứu nhưng chưa kịp thì cháu bé đã được vớt lên",
        "Anh Tài kể ngày 17/11 anh cứu 2 cháu nhưng công an chưa xác minh được",
    ],
)
def test_who_was_saved_or_saved_only_his_own_is_no_rescuer(text: str, *, bare: bool) -> None:
    said = f"{text}. {ASKED}"
    one = first(fold(said) if bare else said)
    is_rescuer = one.get("ground") == "brave_rescue" and one.get("participation") == "direct"
    assert not is_rescuer


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("came", ["cảnh sát chữa cháy tỉnh cũng đến dập", "công an xã có ra cứu"])
def test_a_force_that_came_without_a_number_leaves_the_total_open(came: str, *, bare: bool) -> None:
    text = f"Ngày 17/11 cháy chợ, đội dân phòng 8/8 người dập lửa, {came}. Khen đột xuất cả đội?"
    assert facts(fold(text) if bare else text).get("forces_total") is None


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    "text",
    [
        "Ngày 17/11 anh Tài bị đuối nước, hai bạn cùng lớp bơi ra kéo bạn vào",
        "Ngày 17/11 anh Tài bị nước cuốn, anh Páo nhảy xuống, kéo được anh lên bờ",
        "Ngày 17/11 anh Tài mắc kẹt trong khói, lúc đó mấy anh dân quân phá cửa đưa ra",
    ],
)
def test_what_others_did_in_a_clause_of_their_own_is_theirs(text: str, *, bare: bool) -> None:
    said = f"{text}. {ASKED}"
    assert first(fold(said) if bare else said).get("participation") != "direct"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("hai em Đức, Thịnh", ["Đức", "Thịnh"]),
        ("3 thanh niên Tiến, Thuận và Thành", ["Tiến", "Thuận", "Thành"]),
        ("hai chị: Lò Thị Mai và Vi Thu Hà", ["Lò Thị Mai", "Vi Thu Hà"]),
    ],
)
def test_names_in_a_row_behind_a_number_are_each_proposed(said: str, names: list[str]) -> None:
    text = f"Ngày 17/11 thuyền lật, khen đột xuất {said} bơi ra cứu 4 người được không?"
    told = read_message(text, TODAY, kind="surprise")
    assert all(one["name"].endswith(name) for one, name in zip(told.nominees, names, strict=True))
    assert all(one["participation"] == "direct" for one in told.nominees)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    "night", ["đêm 17/11 rạng 18/11", "đêm 17/11 rạng sáng 18/11", "đêm 17/11 rạng ngày 18/11"]
)
def test_a_night_into_the_next_day_is_the_night_it_began(night: str, *, bare: bool) -> None:
    said = f"Anh Tài lao vào lửa cứu 2 cháu {night}. {ASKED}"
    assert facts(fold(said) if bare else said)["achieved_on"] == "2026-11-17"
