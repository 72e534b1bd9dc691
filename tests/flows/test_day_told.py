"""A day told alone, where something else is asked, is the day of the deed."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

BEFORE = (
    ("khen đột xuất",),
    ("khen đột xuất", "cứu người"),
    ("khen đột xuất", "cứu người", "cá nhân"),
)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("day", ["hôm 15/11", "ngày 15/11", "15/11", "hom 15/11", "15-11-2026"])
def test_a_day_alone_is_taken_and_the_same_is_asked_again(
    day: str, before: tuple[str, ...]
) -> None:
    officer = Officer().say(*before)
    asked = officer.open
    officer.say(day)
    assert officer.answers["achieved_on"] == "2026-11-15"
    assert "15/11/2026" in officer.text
    assert officer.open == asked


@pytest.mark.parametrize(
    "words", ["12", "12 11", "15 11 2026", "12/18", "ngày mai", "091234567", "trời đẹp"]
)
def test_what_is_no_day_of_a_deed_is_none(words: str) -> None:
    officer = Officer().say("khen đột xuất", words)
    assert "achieved_on" not in officer.answers


def test_a_day_told_before_is_not_told_anew_by_a_day_alone() -> None:
    officer = Officer().say("khen đột xuất", "15/11", "16/11")
    assert officer.answers["achieved_on"] == "2026-11-15"


def test_of_a_thematic_award_no_day_of_a_deed_is_told() -> None:
    officer = Officer().say("khen chuyên đề", "15/11")
    assert "achieved_on" not in officer.answers


def test_a_month_told_before_is_made_a_day() -> None:
    officer = Officer().say(
        "Tháng trước đồng chí công an xã bắt được đối tượng trộm cắp tài sản, giờ mới đề"
        " nghị khen đột xuất có được không?"
    )
    assert officer.answers["achieved_on_precision"] == "month"
    officer.say("ngày 20/10")
    assert officer.answers["achieved_on"] == "2026-10-20"
    assert officer.answers.get("achieved_on_precision") != "month"


@pytest.mark.parametrize("day", ["hôm qua", "12/11"])
def test_on_a_list_of_names_a_day_is_refused_with_the_reason(day: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người").tap("a:many").say(day)
    assert f"«{day}» là ngày tháng, không phải tên" in officer.text
    assert "achieved_on" not in officer.answers


@pytest.mark.parametrize("day", ["hôm qua", "12/11"])
def test_for_a_thematic_award_a_day_is_nobodys_name(day: str) -> None:
    officer = Officer().say("khen chuyên đề", "phong trào", "cấp tỉnh", day)
    assert f"«{day}» là ngày tháng, không phải tên" in officer.text
