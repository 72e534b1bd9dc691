"""`The other conditions are met` covers only what the message did not speak of."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from bot.asking import answered
from language.fold import fold

TODAY: Final = date(2024, 11, 20)
HAMLETS: Final = "Trình huyện Lộc Bình tặng giấy khen 4 thôn trong phong trào thi đua làm mương."
OFFICE: Final = (
    "Kỷ niệm ngày thành lập, trình Chủ tịch UBND tỉnh tặng bằng khen 2 cá nhân thực sự tiêu biểu,"
    " nổi bật."
)
REVIEW: Final = (
    "Tổng kết chương trình giảm nghèo nhiều ngành, toàn tỉnh, trình CT UBND tỉnh tặng bằng khen"
    " bà Lý Thị Mới làm ở cơ sở."
)
REST: Final = "Các điều kiện khác đủ. Trình được không ạ?"

SPOKEN: Final = (
    (HAMLETS, "Bản kế hoạch thì ông nào đó cất kỹ quá.", "plan"),
    (HAMLETS, "Riêng kế hoạch bà con nhớ mang máng là có.", "plan"),
    (HAMLETS, "Phát động thì làm kiểu truyền tay nhau.", "launch"),
    (HAMLETS, "Khoản tổng kết ai cũng ngán.", "final_review"),
    (HAMLETS, "Tổng kết thì thôi khỏi cho nhẹ người.", "final_review"),
    (HAMLETS, "Hướng dẫn khen thưởng bên em xài bản của đợt năm kia.", "guidance"),
    (HAMLETS, "Bản hướng dẫn khen thưởng văn phòng để lạc đâu mất.", "guidance"),
    (HAMLETS, "Hướng dẫn khen thưởng có mỗi dòng ghi phạm vi với hình thức.", "guidance_parts"),
    (HAMLETS, "Báo cáo thành tích toàn kể chuyện văn nghệ.", "report_in_theme"),
    (HAMLETS, "Hội đồng thi đua thì anh phó một mình gật.", "council_review"),
    (HAMLETS, "Biên bản họp Hội đồng đã có nhưng ký khống.", "council_review"),
    (HAMLETS, "Ông trưởng phòng quyết luôn danh sách ở quán nước.", "council_review"),
    (HAMLETS, "Có điều con dấu trên hướng dẫn khen thưởng là của cơ quan khác.", "guidance"),
    (HAMLETS, "Khổ nỗi cái khâu lấy ý kiến thì vắng tanh.", "others_met"),
    (HAMLETS, "Thú thực anh em cũng xuê xoa với nhau.", "others_met"),
    (OFFICE, "Sở Nội vụ thì em mới chào xã giao.", "home_affairs_criteria"),
    (
        OFFICE,
        "Tiêu chuẩn Sở Nội vụ thống nhất rồi, con số thì Sở bảo để xem.",
        "home_affairs_quantity",
    ),
    (
        REVIEW,
        "Kế hoạch tổng kết của tỉnh đang nằm trên bàn anh Phó Chủ tịch.",
        "provincial_review_plan",
    ),
    (REVIEW, "Hướng dẫn khen thưởng thì sở em tự nghĩ.", "joint_guidance"),
)


def asked(opening: str, told: str, *, bare: bool) -> dict[str, Any]:
    text = f"{opening} {told} {REST}"
    return answered(fold(text) if bare else text, TODAY)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(("opening", "told", "fact"), SPOKEN, ids=[row[1] for row in SPOKEN])
def test_a_topic_spoken_of_and_not_understood_is_asked_and_not_covered(
    opening: str, told: str, fact: str, *, bare: bool
) -> None:
    found = asked(opening, told, bare=bare)
    assert found["assessment"]["verdict"] == "needs_more"
    if not bare:
        assert found["facts"][fact] in (None, "not_yet")


ONE_THING: Final = (
    ("Bản kế hoạch thì ông nào đó cất kỹ quá.", ["plan", "plan_parts"]),
    ("Phát động thì làm kiểu truyền tay nhau.", ["launch"]),
    ("Bản hướng dẫn thì hơi vướng.", ["guidance", "guidance_parts"]),
    ("Tổng kết thì thôi khỏi cho nhẹ người.", ["final_review"]),
    ("Biên bản họp Hội đồng đã có nhưng ký khống.", ["council_review"]),
)


@pytest.mark.parametrize(("told", "open_facts"), ONE_THING, ids=[row[0] for row in ONE_THING])
def test_a_doubt_of_one_thing_leaves_the_rest_covered(told: str, open_facts: list[str]) -> None:
    found = asked(HAMLETS.replace("Lộc Bình", "Cao Lộc"), told, bare=False)
    assert found["facts"]["others_met"] is True
    assert found["facts"]["others_met_but"][: len(open_facts)] == open_facts
    missing = [p for p in found["assessment"]["missing"] if not p.startswith("nominees")]
    assert missing[0] == open_facts[0]
    assert set(missing) <= set(open_facts)


def test_a_number_in_doubt_leaves_open_what_fixes_it() -> None:
    found = asked(HAMLETS, "Số suất thì khống chế theo cụm.", bare=False)
    assert found["facts"]["others_met_but"] == ["guidance_parts"]
    assert found["assessment"]["verdict"] == "needs_more"


TOLD_WELL: Final = (
    (HAMLETS, "Kế hoạch ban hành từ tháng 2."),
    (HAMLETS, "Phát động từ hồi tháng 3."),
    (HAMLETS, "Tổng kết xong hôm 30/10."),
    (HAMLETS, "Hội đồng đã họp xét chọn, có biên bản."),
    (HAMLETS, "Báo cáo thành tích nêu rõ kết quả trong phong trào."),
    (HAMLETS, "Mọi việc làm theo đúng kế hoạch."),
    (HAMLETS, "Không ai bị kỷ luật, không có đơn thư."),
    (HAMLETS, "Trao tại hội nghị tổng kết ngày 25/12/2024."),
    (HAMLETS, "Hướng dẫn khen thưởng khống chế 5 thôn."),
    (HAMLETS, "Kế hoạch; phát động; tổng kết; hướng dẫn: đều có rồi."),
    (HAMLETS, "Đủ hết, từ kế hoạch, phát động tới tổng kết, họp Hội đồng."),
    (HAMLETS, "Đã sơ kết, tổng kết."),
    (HAMLETS, "Làm được thế là nhờ có kế hoạch tốt, hưởng ứng phát động của tỉnh."),
    (HAMLETS, "Hướng dẫn khen thưởng cho phép 6 thôn, bình xét còn 4 thôn."),
    (OFFICE, "Sở Nội vụ đã thống nhất tiêu chuẩn và số lượng."),
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(("opening", "told"), TOLD_WELL, ids=[row[1] for row in TOLD_WELL])
def test_a_topic_told_plainly_leaves_the_rest_to_the_officers_word(
    opening: str, told: str, *, bare: bool
) -> None:
    assert asked(opening, told, bare=bare)["assessment"]["verdict"] == "eligible"


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("Sáng kiến ươm giống của anh đã dùng để xét giấy khen.", "needs_more"),
        ("Anh năm ngoái đạt chiến sĩ thi đua cơ sở nhờ sáng kiến ươm giống.", "needs_more"),
        (
            "Sáng kiến ươm giống đã dùng để xét giấy khen, hồ sơ lần này chỉ vẻn vẹn sáng kiến đó.",
            "not_eligible",
        ),
        (
            "Sáng kiến ươm giống đã dùng để xét giấy khen nhưng đợt này không yêu cầu sáng kiến.",
            "eligible",
        ),
    ],
)
def test_an_initiative_that_served_is_asked_about_unless_it_is_told_what_it_is_for(
    told: str, verdict: str
) -> None:
    opening = "Phong trào thi đua trồng hồi, trình huyện Cao Lộc tặng giấy khen anh Lộc Văn Tới."
    assert asked(opening, told, bare=False)["assessment"]["verdict"] == verdict


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("Tổng kết định làm chung với hội nghị cuối năm.", "not_yet"),
        ("Tổng kết sẽ làm sau.", "not_yet"),
        ("Sẽ tổng kết cuối tháng này.", "not_yet"),
        ("Dự kiến tháng sau tổng kết, chưa chốt ngày.", "not_yet"),
        ("Tổng kết dự kiến ngày 20/12/2024.", "planned"),
        ("Đã lên lịch tổng kết vào thứ sáu tuần sau.", "planned"),
        ("Hội nghị tổng kết ấn định sáng 5/12.", "planned"),
    ],
)
def test_a_summing_up_still_to_come_counts_where_its_day_is_fixed(told: str, stands: str) -> None:
    found = asked(HAMLETS, told, bare=False)
    assert found["facts"]["final_review"] == stands
    assert found["assessment"]["verdict"] == ("eligible" if stands == "planned" else "needs_more")


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("opening", "told", "fact"),
    [
        (HAMLETS, "Hội đồng mới hẹn họp", "council_review"),
        (HAMLETS, "Phát động miệng thôi", "launch"),
        (HAMLETS, "Hướng dẫn mới chỉ có nháp", "guidance"),
        (REVIEW, "Kế hoạch tổng kết của UBND tỉnh còn lấn cấn", "provincial_review_plan"),
    ],
)
def test_what_is_barely_begun_is_not_done_by_the_list_behind_it(
    opening: str, told: str, fact: str, *, bare: bool
) -> None:
    text = f"{opening} {told}, các điều kiện khác đủ. Trình được không ạ?"
    found = answered(fold(text) if bare else text, TODAY)
    assert found["facts"].get(fact) != "done"
    assert found["assessment"]["verdict"] == "needs_more"
