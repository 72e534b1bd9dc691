"""A deed that is only supposed, only said, or in which one proposed had no part is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from language.facts.whole import read_message
from language.fold import fold
from language.questions.leaning import Sort, lean, may_ask

TODAY = date(2024, 9, 20)
DEED = "Ngày 12/9 anh Hoàng Văn Tú và anh Hoàng Văn Sơn nhảy xuống sông cứu 2 người."


def nominees(text: str) -> list[dict[str, Any]]:
    told = read_message(f"{text} Khen đột xuất được không?", TODAY, kind="surprise")
    return [dict(one) for one in told.nominees]


@pytest.mark.parametrize(
    "text",
    [
        "Nếu ngày 12/9 anh Hoàng Văn Tú nhảy xuống sông cứu cháu bé thì sao ạ.",
        "Giả sử anh Hoàng Văn Tú cứu người đuối nước hôm 12/9.",
        "Ví như hôm 12/9 anh Hoàng Văn Tú lao vào lửa bế cháu bé ra.",
        "Ngày 12/9 anh Hoàng Văn Tú được cho là đã cứu một cháu bé.",
        "Ngày 12/9 anh Hoàng Văn Tú cứu một cháu bé, nhưng anh tự nhận chứ không ai chứng kiến.",
        "Ngày 12/9 anh Hoàng Văn Tú cứu một cháu bé, có người kể lại là người khác cứu.",
        "Ngày 12/9 anh Hoàng Văn Tú cứu một cháu bé, em nghe anh kể chứ chưa kiểm tra lại.",
        "Ngày 12/9 anh Hoàng Văn Tú cứu người, gia đình nạn nhân không xác nhận việc này.",
        "Ngày 12/9 anh Hoàng Văn Tú bơi ra cứu người rồi chính anh được bộ đội vớt lên.",
        "Ngày 12/9 anh Hoàng Văn Tú bơi ra cứu người, còn hai cháu là do bộ đội cứu.",
        "Ngày 12/9 anh Hoàng Văn Tú cứu người, sau anh ấy đính chính là không phải mình.",
        "Ngày 12/9 anh Hoàng Văn Tú cứu người, song có đơn tố cáo nói anh dàn dựng.",
        "Ngày 12/9 anh Hoàng Văn Tú kéo xe bị lật, cứu được lái xe, có lấy tiền công 500 nghìn.",
        "Anh Hoàng Văn Tú đi họp ở Hà Nội, ở nhà anh em cứu được 2 người hôm 12/9.",
        "Ngày 12/9 cứu 2 người, anh Hoàng Văn Tú bị công an tạm giữ từ sáng.",
    ],
)
def test_a_deed_supposed_or_only_said_is_not_his_for_sure(text: str) -> None:
    for spoken in (text, fold(text)):
        assert all(one.get("participation") != "direct" for one in nominees(spoken)), spoken


@pytest.mark.parametrize(
    "text",
    [
        "Anh Sơn bỏ về từ đầu.",
        "Riêng anh Sơn hôm ấy dự đám giỗ dưới Bắc Giang.",
        "Còn anh Sơn thì đến nơi mọi việc đã xong.",
        "Thực ra anh Sơn say rượu không dậy nổi.",
        "Nhưng anh Sơn hôm đó theo kế hoạch coi trạm bơm.",
        "Anh Sơn bị công an bắt vì đánh bạc từ sáng.",
        "Anh Sơn phải nằm viện từ tuần trước.",
        "Anh Sơn hôm đó đang nằm viện huyện.",
    ],
)
def test_of_two_the_one_told_apart_is_asked(text: str) -> None:
    first, second = nominees(f"{DEED} {text}")
    assert (first["ground"], first["participation"]) == ("brave_rescue", "direct")
    assert second.get("participation") != "direct"


@pytest.mark.parametrize(
    "text",
    [
        "Anh Sơn bị thương ở tay.",
        "Anh Sơn là công nhân điện lực.",
        "Anh Sơn còn bị rách tay.",
        "Anh Sơn sau đó phải nằm viện ba ngày.",
        "Anh Sơn còn phải khâu sáu mũi.",
        "Anh Sơn trực tiếp lặn xuống dòng nước xiết.",
        "Xã gửi cả anh Tú, anh Sơn trong cùng tờ trình.",
        "Anh Sơn không may qua đời.",
        "Anh Sơn quê ở xã Gia Cát.",
        "Thầy hiệu trưởng từng dặn nếu ai cứu được người thì khen.",
    ],
)
def test_who_he_is_and_what_befell_him_takes_nothing_away(text: str) -> None:
    assert [one["participation"] for one in nominees(f"{DEED} {text}")] == ["direct", "direct"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ôm ra được 11 bộ máy tính của trường", "brave_rescue"),
        ("bê ra ngoài được 60 bao thóc giống của trạm", "brave_rescue"),
        ("tóm được một cháu lôi lên khỏi cống", "brave_rescue"),
        ("dẫn 48 cháu chạy ra khỏi khu nhà", "brave_rescue"),
        ("đưa 2 bố con hàng xóm từ tầng hai xuống đất", "brave_rescue"),
    ],
)
def test_goods_and_people_brought_out_are_a_rescue(text: str, expected: str) -> None:
    (one,) = nominees(f"Đêm 12/9 cháy nhà kho, anh Hoàng Văn Tú bảo vệ {text}.")
    assert one["ground"] == expected


@pytest.mark.parametrize(
    "text", ["vượt dự toán 38%", "về đích trước 45 ngày", "đứng đầu huyện", "tăng 20% so với năm"]
)
def test_results_of_work_are_no_surprise(text: str) -> None:
    (one,) = nominees(f"Chị Hoàng Thị Tú thu ngân sách {text}.")
    assert one["ground"] == "none"


def test_so_many_told_again_are_the_same_people() -> None:
    text = (
        "Ngày 12/9 sạt đường, 7 cán bộ Đội thuế ra đào đất cứu xe bị vùi. Chỉ có 7 anh em đội "
        "thuế làm, không có lực lượng nào khác. Trình khen đột xuất tập thể Đội thuế?"
    )
    told = read_message(text, TODAY, kind="surprise")
    assert (told.facts["forces_total"], told.nominees[0]["participants"]) == (7, 7)


def test_a_sum_told_after_its_parts_is_all_of_them() -> None:
    text = (
        "Hôm 12/9 nước lên, Ban quản lý rừng có 11 người, cộng 9 người các nơi khác nữa là 20 "
        "người, vào cứu 12 hộ dân. Khen đột xuất tập thể Ban quản lý rừng?"
    )
    for spoken in (text, fold(text)):
        assert read_message(spoken, TODAY, kind="surprise").facts["forces_total"] == 20


@pytest.mark.parametrize(
    "text",
    [
        "Anh Hoàng Văn Tú nhảy xuống sông cứu 2 cháu bé ngày 12/9, khen đột xuất được không?",
        "Chúng tôi trình khen đột xuất anh Tú vì cứu người ngày 12/9.",
        "Khen đột xuất thì hạn bao nhiêu ngày, tính từ lúc nào?",
        "2/3 tính trên tổng số lực lượng hay biên chế?",
    ],
)
def test_what_is_soon_seen_to_be_no_question_is_none(text: str) -> None:
    for spoken in (text, fold(text)):
        assert may_ask(spoken) or lean(spoken).sort is not Sort.QUESTION
