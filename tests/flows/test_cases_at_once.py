"""Two cases told in one message: which comes first is asked, by tap, number, award or words."""

from __future__ import annotations

import pytest

from language.fold import fold
from tests.flows.officer import Officer

TOLD = (
    "Có 2 việc: hôm qua anh Nông Văn Hải nhảy suối cứu 1 cháu bé; còn hồ sơ tổng kết phong trào"
    " nông thôn mới thì trình tỉnh cần gì"
)


@pytest.mark.parametrize("text", [TOLD, fold(TOLD)])
def test_two_cases_are_not_mixed(text: str) -> None:
    officer = Officer().say(text)
    assert "Trong tin có 2 trường hợp." in officer.text
    assert officer.draft is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        *((words, "surprise") for words in ("1", "việc đầu", "đột xuất", "cháu bé", "vụ thứ nhất")),
        *((words, "thematic") for words in ("2", "chuyên đề", "nông thôn mới", "vụ cuối")),
    ],
)
def test_the_case_meant_is_opened_and_the_other_waits(said: str, kind: str) -> None:
    officer = Officer().say(TOLD, said)
    assert officer.draft is not None
    assert officer.draft.kind == kind
    assert "g:resume:unfinished" in officer.buttons


def test_a_button_opens_its_case() -> None:
    officer = Officer().say(TOLD).tap("a:2")
    assert officer.draft is not None
    assert officer.draft.kind == "thematic"


@pytest.mark.parametrize("said", ["cả hai", "vụ thứ 3", "ok", "rà soát", "a", "quay lại"])
def test_what_names_no_one_of_them_is_asked_again(said: str) -> None:
    officer = Officer().say(TOLD, said)
    assert officer.draft is None
    assert "a:1" in officer.buttons
    assert "Tôi xét lần lượt từng trường hợp." in officer.text


def test_an_award_that_both_are_of_names_neither() -> None:
    two = "Có 2 việc: anh Hải cứu cháu bé hôm 12/11; chị Hoa cứu cụ bà hôm 15/11"
    assert Officer().say(two, "đột xuất").draft is None
