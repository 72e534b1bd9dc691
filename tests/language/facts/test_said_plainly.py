"""Plain words about the steps, the numbers and the persons: they are read, and put no doubt."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from bot.asking import answered
from language.fold import fold

TODAY: Final = date(2024, 11, 20)
OPENING: Final = "Trình huyện Lộc Bình tặng giấy khen 4 cá nhân trong phong trào thi đua làm mương."
REST: Final = "Các điều kiện khác đủ. Trình được không ạ?"
PLAIN: Final = (
    "Phát động tại sân ủy ban ngày 12/9.",
    "Phát động rộng rãi toàn xã từ ngày 3/2/2024.",
    "Kế hoạch số 15/KH-UBND, phát động ngày 2/10.",
    "Các bước kế hoạch phát động hướng dẫn báo cáo bình xét làm đúng hết rồi ạ.",
    "Em mới về làm việc này nên chưa rành.",
    "Hướng dẫn nêu đủ phạm vi đến số lượng là 4 cá nhân.",
    "Phát động ngày 4/3, tổng kết ngày 30/10.",
    "Phong trào do huyện phát động từ đầu năm.",
    "Hội đồng chi cục thống nhất danh sách 4 đồng chí.",
    "Các bước phát động, báo cáo đáp ứng đầy đủ.",
    "Báo cáo viết tay chứ không đánh máy, đúng chuyên đề.",
)
OPEN: Final = (
    "Phát động thì lùi mãi từ ngày 3/2/2024.",
    "Phát động định làm ngày 3/2 nhưng trời mưa.",
    "Hội đồng thống nhất danh sách 4 đồng chí bằng miệng, biên bản chưa làm.",
    "Phát động ngày 4/3.",
    "Kế hoạch chờ số 15 của huyện.",
    "Năm ngoái một người trong số đó bị kỷ luật khiển trách.",
    "Anh Toàn hồi đầu năm có bị cảnh cáo vì uống rượu.",
)


def asked(told: str, *, bare: bool, rest: str = REST) -> dict[str, Any]:
    text = f"{OPENING} {told} {rest}"
    return answered(fold(text) if bare else text, TODAY)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("told", PLAIN)
def test_what_is_told_plainly_puts_no_doubt(told: str, *, bare: bool) -> None:
    assert asked(told, bare=bare)["assessment"]["verdict"] == "eligible"


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("told", OPEN)
def test_what_stands_in_the_way_is_asked(told: str, *, bare: bool) -> None:
    assert asked(told, bare=bare)["assessment"]["verdict"] == "needs_more"


def test_a_discipline_of_the_past_is_asked_about_and_one_denied_is_not() -> None:
    past = asked(OPEN[-2], bare=False)
    assert past["nominees"][0]["under_discipline"] is None
    denied = asked("Không ai từng bị kỷ luật.", bare=False)
    assert denied["nominees"][0]["under_discipline"] is False
    assert denied["assessment"]["verdict"] == "eligible"


@pytest.mark.parametrize(
    ("told", "fact", "value"),
    [
        ("Báo cáo của từng người nói rõ chuyện làm mương.", "report_in_theme", "done"),
        ("Báo cáo không nói gì đến làm mương.", "report_in_theme", "not_yet"),
        ("Hội đồng chọn 4 người trong số 4 suất được phân bổ.", "quota_individuals", 4),
        ("Kế hoạch số 15/KH-UBND.", "plan", "done"),
    ],
)
def test_facts_told_plainly(told: str, fact: str, value: object) -> None:
    assert asked(told, bare=False)["facts"][fact] == value


_REQUIRED: Final = "Hướng dẫn bắt buộc phải có sáng kiến. Anh Bế Văn Tú"


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("told", "use", "verdict"),
    [
        (
            "nộp 1 sáng kiến nhưng em không rõ sáng kiến đó đã dùng xét danh hiệu hay chưa.",
            None,
            "needs_more",
        ),
        (
            (
                "có sáng kiến cũ đã xét CSTĐ nên nay dùng sáng kiến khác, được công nhận theo quyết"
                " định số 9 và chưa dùng xét gì lần nào."
            ),
            "unused",
            "eligible",
        ),
        ("dùng lại sáng kiến đã xét CSTĐ năm ngoái.", "used_for_title", "not_eligible"),
    ],
)
def test_an_initiative_of_which_it_is_not_known_whether_it_served(
    told: str, use: str | None, verdict: str, *, bare: bool
) -> None:
    text = f"{_REQUIRED} {told} Trình huyện Cao Lộc khen chuyên đề anh Tú. {REST}"
    found = answered(fold(text) if bare else text, TODAY)
    assert found["nominees"][0]["initiative"] == use
    assert found["assessment"]["verdict"] == verdict
