"""A day said roughly is asked about; what the English help teaches works."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer


def asked_for_day() -> Officer:
    return Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp")


@pytest.mark.parametrize("typed", ["khoảng 20/11", "tầm 20/11", "hình như hôm qua", "chắc 20/11"])
def test_a_day_said_roughly_is_offered_and_not_written(typed: str) -> None:
    officer = asked_for_day().say(typed)
    assert "achieved_on" not in officer.answers
    assert "Chưa biết" in officer.text
    assert officer.tap("day:2026-11-20").answers["achieved_on"] == "2026-11-20"


@pytest.mark.parametrize("typed", ["đầu tháng", "cuối tháng 10", "đầu tháng 10", "đầu năm 2025"])
def test_a_part_of_a_month_or_year_is_a_span_and_no_month(typed: str) -> None:
    officer = asked_for_day().say(typed)
    assert "achieved_on" not in officer.answers
    assert "là một khoảng" in officer.text


@pytest.mark.parametrize(
    ("typed", "exact"), [("tháng 10", "month"), ("tháng 2/2026", "month"), ("năm 2025", "year")]
)
def test_a_whole_month_or_year_is_kept_as_that(typed: str, exact: str) -> None:
    assert asked_for_day().say(typed).answers["achieved_on_precision"] == exact


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("yesterday", "2026-11-20"),
        ("Today", "2026-11-21"),
        ("the day before yesterday", "2026-11-19"),
        ("last Friday", "2026-11-20"),
        ("on Thursday", "2026-11-19"),
        ("3 days ago", "2026-11-18"),
        ("a week ago", "2026-11-14"),
    ],
)
def test_days_in_english_are_read(typed: str, day: str) -> None:
    assert asked_for_day().say(typed).answers["achieved_on"] == day


@pytest.mark.parametrize("typed", ["not known", "don't know", "I don’t know", "unknown"])
def test_unknown_in_english_is_kept_as_unknown(typed: str) -> None:
    assert asked_for_day().say(typed).answers["achieved_on"] is None


def test_corrections_in_english_are_made() -> None:
    officer = Officer().say("surprise award", "rescue", "collective", "12", "19")
    officer.say("sorry, 11 people")
    assert officer.answers["nominees[0].participants"] == 11
    officer.say("change the number of people to 13", "yesterday", "change the date to 12/11")
    assert officer.answers["nominees[0].participants"] == 13
    assert officer.answers["achieved_on"] == "2026-11-12"
    officer.say("change the weather to rain")
    assert officer.answers["achieved_on"] == "2026-11-12"


@pytest.mark.parametrize(
    ("typed", "flow"), [("thematic", "thematic"), ("surprise", "surprise"), ("check", "check")]
)
def test_the_words_that_the_menu_names_begin_what_they_name(typed: str, flow: str) -> None:
    officer = Officer().say("menu").say(typed)
    assert officer.flow == flow


def test_the_sources_are_shown_at_a_question_in_english() -> None:
    officer = asked_for_day()
    assert officer.say("cite").text == officer.say("xem căn cứ").text
