"""A past award told in words: its days, what was done, and what is not known."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from language.facts.whole import read_message
from language.fold import fold

TODAY = date(2023, 10, 10)
BEGINS = "Ông Nông Văn A ở Cao Lộc được giấy khen ngày 15/01/2020, thành tích năm 2019. "


def facts(text: str) -> dict[str, Any]:
    return dict(read_message(text, TODAY, kind="revocation").facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("được tặng bằng khen 20/3/2021", {"decided_on": "2021-03-20"}),
        ("giấy khen cấp tháng 7/2018", {"decided_on": "2018-07-01"}),
        ("được khen năm 2017", {"decided_on": "2017-01-01", "decided_on_precision": "year"}),
        ("hủy giấy khen 2018", {"decided_on": "2018-01-01"}),
        (
            "thành tích 2016-2020",
            {"achievement_from": "2016-01-01", "achievement_to": "2020-12-31"},
        ),
        (
            "thành tích từ 2010 đến 2013",
            {"achievement_from": "2010-01-01", "achievement_to": "2013-12-31"},
        ),
        (
            "tính thành tích từ 01/9/2017 đến 31/5/2018",
            {"achievement_from": "2017-09-01", "achievement_to": "2018-05-31"},
        ),
        ("vi phạm pháp luật tháng 8/2020", {"violated_on": "2020-08-01"}),
        ("năm 2018 ông đánh bạc", {"violated_on": "2018-01-01"}),
        ("bị khiển trách ngày 12/9/2020", {"handled_on": "2020-09-12"}),
        (
            "tháng 6/2019 bị kỷ luật do vi phạm cũng trong năm đó",
            {"handled_on": "2019-06-01", "violated_on": "2019-01-01"},
        ),
    ],
)
def test_a_day_is_of_what_stands_nearest_to_it(text: str, expected: dict[str, str]) -> None:
    for typed in (text, f"Ông Nông Văn A {text}."):
        found = facts(typed)
        assert expected.items() <= found.items()
        days = {name for name in found if name.endswith(("_on", "_from", "_to"))}
        assert days == {name for name in expected if not name.endswith("_precision")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Không rõ bị kỷ luật năm nào.", {"handled_on"}),
        ("Hồ sơ không ghi vi phạm lúc nào, kỷ luật ngày nào.", {"violated_on", "handled_on"}),
        ("Chưa rõ thành tích tính từ bao giờ.", {"achievement_from", "achievement_to"}),
    ],
)
def test_what_is_said_to_be_not_known_is_not_known(text: str, expected: set[str]) -> None:
    found = facts(text)
    assert {name for name, value in found.items() if value is None} == expected


@pytest.mark.parametrize(
    ("text", "handling"),
    [
        ("Ông bị kỷ luật cảnh cáo.", "discipline"),
        ("Ông bị tòa án huyện tuyên phạt 9 tháng tù.", "criminal"),
        ("Ông bị tòa xử án treo và bị khai trừ đảng.", "criminal"),
        ("Ông chỉ bị phạt tiền hành chính 400 nghìn, không bị kỷ luật.", "administrative"),
        ("Công an đang điều tra, chưa có kết luận.", "pending"),
        ("Ông chỉ bị phê bình, rút kinh nghiệm.", "none"),
        ("Ông không bị xử lý gì.", "none"),
    ],
)
def test_the_gravest_that_was_done_counts_and_what_was_not_does_not(
    text: str, handling: str
) -> None:
    assert facts(text)["handling"] == handling


@pytest.mark.parametrize(
    ("text", "annulled"),
    [
        ("Giấy khen chưa ai hủy.", False),
        ("Giấy khen vẫn còn nguyên.", False),
        ("Năm 2021 huyện đã có quyết định hủy bỏ giấy khen.", True),
        ("Giấy khen bị thu hồi rồi.", True),
        ("Có phải hủy giấy khen không?", None),
        ("Giấy khen đã hủy chưa?", None),
    ],
)
def test_whether_the_award_stands_is_taken_where_it_is_said_not_asked(
    text: str,
    annulled: bool | None,  # noqa: FBT001 - a column of the table
) -> None:
    assert facts(text).get("already_annulled") is annulled


def test_one_of_its_members_handled_is_not_the_collective() -> None:
    told = read_message(
        "Tập thể Trạm Y tế xã Cao Lâu được giấy khen ngày 28/02/2021. Năm 2020 một nhân viên của"
        " trạm bị kỷ luật. Có phải hủy không?",
        TODAY,
    )
    assert told.kind == "revocation"
    assert told.nominees[0] == {"type": "collective", "name": "Tập thể Trạm Y tế xã Cao Lâu"}
    assert told.facts["holder_is_nominee"] is False


def test_two_days_of_one_decision_are_asked_not_chosen() -> None:
    found = read_message(
        "Ông A được giấy khen ngày 15/01/2020. Giấy khen ngày 20/3/2021 của ông có hủy không?",
        TODAY,
        kind="revocation",
    )
    assert "decided_on" not in found.facts
    assert "decided_on" in {one.fact for one in found.unsure}


@pytest.mark.parametrize("bare", [False, True])
def test_the_whole_story_is_read_with_and_without_marks(
    bare: bool,  # noqa: FBT001 - a column of the table
) -> None:
    text = BEGINS + (
        "Tháng 10/2019 ông vi phạm, ngày 02/12/2019 bị kỷ luật khiển trách; giấy khen chưa hủy."
    )
    if bare:
        from language.fold import fold  # noqa: PLC0415 - only here

        text = fold(text)
    assert facts(text) == {
        "unit_in_cao_loc": True,
        "decided_on": "2020-01-15",
        "achievement_from": "2019-01-01",
        "achievement_to": "2019-12-31",
        "violated_on": "2019-10-01",
        "violated_on_precision": "month",
        "handled_on": "2019-12-02",
        "handling": "discipline",
        "holder_is_nominee": True,
        "already_annulled": False,
    }


AWARD: Final = "Ông A ở Cao Lộc được giấy khen ngày 15/01/2020 cho thành tích năm 2019"


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rà soát thấy ngày 3/4/2019 ông làm sai quy định, 9/9/2019 bị cảnh cáo",
            {"violated_on": "2019-04-03", "handled_on": "2019-09-09"},
        ),
        (
            "Qua rà soát phát hiện ngày 3/4/2019 ông đánh bạc rồi bị khai trừ ngày 9/9/2019",
            {"violated_on": "2019-04-03", "handled_on": "2019-09-09"},
        ),
        (
            "Ông vi phạm pháp luật về thu phí ngày 3/4/2019 và bị xử lý kỷ luật ngày 9/9/2019",
            {"violated_on": "2019-04-03", "handled_on": "2019-09-09"},
        ),
        (
            "Tháng 4/2019 ông vi phạm luật đất đai, đến tháng 9/2019 bị kỷ luật khiển trách",
            {"violated_on": "2019-04-01", "handled_on": "2019-09-01"},
        ),
        (
            "Ngày 3/4/2019 ông lập khống chứng từ, đến ngày 9/9/2019 thì bị cách chức",
            {"violated_on": "2019-04-03", "handled_on": "2019-09-09"},
        ),
        ("Ngày 3/4/2019 ông vượt đèn đỏ bị phạt hành chính", {"violated_on": "2019-04-03"}),
    ],
)
def test_an_act_and_what_came_of_it_have_each_their_day(
    text: str, expected: dict[str, str], *, bare: bool
) -> None:
    said = f"{AWARD}. {text}. Thu hồi không?"
    found = facts(fold(said) if bare else said)
    assert expected.items() <= found.items()
    assert found["decided_on"] == "2020-01-15"
    assert (found["achievement_from"], found["achievement_to"]) == ("2019-01-01", "2019-12-31")


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    "text",
    [
        "vụ việc đang được xem xét kỷ luật, chưa có quyết định xử lý",
        "huyện đang họp xét kỷ luật, chưa kết luận",
        "đang chờ xử lý kỷ luật",
        "ông bị cơ quan công an khởi tố",
    ],
)
def test_what_is_only_being_looked_into_is_pending(text: str, *, bare: bool) -> None:
    said = f"{AWARD}. Ngày 3/4/2019 ông vi phạm, {text}. Thu hồi không?"
    assert facts(fold(said) if bare else said)["handling"] == "pending"


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
def test_no_violation_at_another_time_denies_none(*, bare: bool) -> None:
    said = f"{AWARD}. Ngày 3/4/2019 ông vi phạm, bị kỷ luật; trước đó không vi phạm gì. Thu hồi?"
    assert "violation_established" not in facts(fold(said) if bare else said)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trường em ở Cao Lộc có thầy S bị kỷ luật, thầy được giấy khen năm 2019", "individual"),
        ("Trạm em có bác sĩ Nông Văn K được bằng khen năm 2019, bị kỷ luật", "individual"),
        ("Trường em được giấy khen năm 2019, có một thầy giáo bị kỷ luật", "collective"),
        ("Trường em có giấy khen năm 2019, có một thầy giáo bị kỷ luật", "collective"),
    ],
)
def test_a_body_that_only_has_him_is_no_holder(text: str, kind: str, *, bare: bool) -> None:
    said = f"{text}. Thu hồi giấy khen không?"
    told = read_message(fold(said) if bare else said, TODAY, kind="revocation")
    assert told.nominees[0]["type"] == kind


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
def test_one_whom_the_district_disciplined_is_the_holder(*, bare: bool) -> None:
    said = f"{AWARD}. Tháng 3/2019 ông để xảy ra mất quỹ, tháng 9/2019 huyện khiển trách ông. Hủy?"
    assert facts(fold(said) if bare else said)["holder_is_nominee"] is True
