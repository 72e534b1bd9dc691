"""Turns of phrase of a thematic case: who orders, who sits on the board, which day holds."""

from __future__ import annotations

from datetime import date

import pytest

from language.facts.passage import read_passage
from language.facts.thematic import read_thematic
from language.fold import fold

TODAY = date(2024, 11, 5)


def _told(text: str, path: str) -> list[object]:
    return [h.value for h in read_thematic(read_passage(text), TODAY) if h.path == path and h.sure]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "UBND huyện có văn bản chỉ đạo số 12/UBND-NV giao xét khen thưởng tại hội nghị.",
            "written",
        ),
        (
            "Công văn số 45/UBND-NV của UBND huyện yêu cầu xét khen tại hội nghị điển hình.",
            "written",
        ),
        ("UBND huyện ban hành văn bản chỉ đạo khen thưởng trong hội nghị biểu dương.", "written"),
        ("Chủ tịch huyện chỉ đạo khen thưởng tại cuộc họp giao ban về hội nghị.", "oral"),
        ("Huyện không có văn bản, chỉ đạo khen tại cuộc họp về hội nghị thôi.", "oral"),
    ],
)
def test_a_paper_that_orders_an_award_at_a_conference_is_written(text: str, told: str) -> None:
    text = f"Em trình huyện khen 3 cá nhân phục vụ hội nghị biểu dương. {text}"
    assert _told(text, "directive") == [told]


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("không ai là thành viên Ban Chỉ đạo", [False]),
        ("không có ai trong Ban Chỉ đạo", [False]),
        ("cả 4 người đều không thuộc BCĐ", [False]),
        ("không đồng chí nào là ủy viên của Ban Chỉ đạo", [False]),
        ("2 người không thuộc BCĐ, 2 người kia thuộc BCĐ", []),
        ("không ai là thành viên Ban Chỉ đạo trừ ông trưởng thôn", []),
        ("3 người không thuộc Ban Chỉ đạo", []),
        ("đều là thành viên Ban Chỉ đạo", [True]),
        ("không biết ai là thành viên Ban Chỉ đạo", [True]),
        ("không phải ai cũng là thành viên Ban Chỉ đạo", [True]),
    ],
)
def test_nobody_on_the_board_is_told_of_all(text: str, told: list[bool], *, bare: bool) -> None:
    text = f"Tổng kết đề án toàn tỉnh, trình UBND tỉnh khen 4 cá nhân, {text}."
    assert _told(fold(text) if bare else text, "nominees[0].steering_member") == told


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    "text",
    [
        "Lúc đầu định trao ngày 20/11 nhưng vừa lùi lễ trao bằng khen sang thứ Năm 28/11/2024.",
        "Ban đầu lễ trao là ngày 20/11/2024, nay chốt trao ngày 28/11/2024.",
        "Tỉnh dời lễ trao bằng khen chuyên đề sang 28/11/2024.",
        "Hoãn lễ trao ngày 20/11/2024, chuyển sang ngày 28/11/2024.",
        "Trước đây tính trao ngày 20/11/2024, giờ trao ngày 28/11/2024.",
    ],
)
def test_the_newer_day_of_the_ceremony_holds(text: str, *, bare: bool) -> None:
    text = f"Phong trào thi đua, trình tỉnh khen 3 cá nhân. {text}"
    assert _told(fold(text) if bare else text, "ceremony_on") == ["2024-11-28"]


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hội đồng xét thấy chỉ 8 người xứng đáng nên trình 8.", ["done"]),
        ("Hội đồng họp chọn ra 8 cá nhân.", ["done"]),
        ("HĐ TĐKT xã đã xét chọn 8 người.", ["done"]),
        ("Hội đồng bỏ phiếu chọn được 8 cá nhân tiêu biểu.", ["done"]),
        ("Chờ Hội đồng chọn ra 8 cá nhân.", []),
        ("Sẽ nhờ Hội đồng xét chọn 8 người.", []),
    ],
)
def test_a_council_that_chose_so_many_has_met(text: str, told: list[str], *, bare: bool) -> None:
    text = f"Phong trào thi đua, trình huyện khen 8 cá nhân. {text}"
    found = _told(fold(text) if bare else text, "council_review")
    assert [v for v in found if v == "done"] == told


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    "text",
    [
        "sáng kiến của anh Kiên mới, chưa dùng, còn sáng kiến của chị Hoa đã dùng để xét bằng khen",
        "sáng kiến của chị Hoa đã dùng để xét bằng khen, sáng kiến của anh Kiên thì chưa dùng",
        "chị Hoa có sáng kiến đã dùng xét giấy khen, anh Kiên có sáng kiến chưa từng dùng",
    ],
)
def test_each_has_an_initiative_of_his_own(text: str, *, bare: bool) -> None:
    text = (
        "Hướng dẫn bắt buộc mỗi người 1 sáng kiến. Trình huyện khen chị Ngô Thị Hoa và anh Lâm Văn"
        f" Kiên; {text}."
    )
    text = fold(text) if bare else text
    assert _told(text, "nominees[0].initiative") == ["used_for_award"]
    assert _told(text, "nominees[1].initiative") == ["unused"]
    assert _told(text, "nominees[1].initiative_required") == [True]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("không lấy cho đủ 10", True),
        ("không trình hết 10", True),
        ("không đề nghị đủ 10", True),
        ("không họp xét", False),
    ],
)
def test_fewer_than_are_allowed_is_no_trouble(text: str, *, sure: bool) -> None:
    text = (
        "Phong trào thi đua, hướng dẫn khen thưởng ghi số lượng tối đa 10 cá nhân. Hội đồng xét"
        f" thấy chỉ 8 người xứng đáng nên trình huyện khen 8, {text}. Các điều kiện khác đã đủ."
    )
    assert bool(_told(text, "others_met")) == sure
