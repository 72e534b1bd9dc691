"""The planned days of a movement: asked for the reminders alone, as days."""

from __future__ import annotations

from tests.flows.officer import Officer


def movement(final_review: str = "a:planned") -> Officer:
    """A movement, asked about its dossier; whatever else is asked is not known."""
    officer = Officer().say("khen chuyên đề").tap("a:movement").say("cấp tỉnh", "cá nhân")
    while officer.open != "card":
        officer.tap(final_review if officer.open == "final_review" else "c:unknown")
    return officer.tap("c:dossier")


def until(officer: Officer, path: str) -> Officer:
    while officer.open not in {path, "review"}:
        officer.tap("c:unknown")
    return officer


def test_a_planned_summing_up_and_the_end_of_the_movement_are_asked_as_days() -> None:
    officer = until(movement(), "note.final_review_on")
    assert officer.open == "note.final_review_on"
    assert "tổng kết" in officer.text
    assert "c:calendar" in officer.buttons
    assert f"day:{officer.day}" not in officer.buttons
    officer.say("15/12/2026")
    assert officer.answers["note.final_review_on"] == "2026-12-15"
    assert "thứ Ba 15/12/2026" in officer.text
    assert officer.open == "note.movement_ends_on"
    officer.tap("c:calendar")
    officer.press("day:2026-12-10", officer.screen[-1].token)
    assert officer.answers["note.movement_ends_on"] == "2026-12-10"
    assert "thứ Năm 10/12/2026" in until(officer, "review").text


def test_a_weekday_that_does_not_fit_is_asked_back() -> None:
    officer = until(movement(), "note.final_review_on").say("thứ Hai 15/12/2026")
    assert officer.open == "note.final_review_on"
    assert "note.final_review_on" not in officer.answers
    assert "day:2026-12-15" in officer.buttons


def test_why_it_is_asked_names_the_reminder_and_no_clause() -> None:
    officer = until(movement(), "note.final_review_on").tap("c:why")
    assert "nhắc" in officer.text
    assert not any(button.startswith("g:clause") for button in officer.buttons)


def test_they_are_corrected_by_name() -> None:
    officer = until(movement(), "note.final_review_on").say("15/12/2026", "10/12/2026")
    officer.say("sửa ngày tổng kết thành 18/12/2026")
    assert officer.answers["note.final_review_on"] == "2026-12-18"
    officer.say("sửa ngày kết thúc phong trào thành 11/12/2026")
    assert officer.answers["note.movement_ends_on"] == "2026-12-11"


def test_once_summed_up_the_days_ahead_fall_away_and_undo_brings_them_back() -> None:
    officer = until(movement(), "note.final_review_on").say("15/12/2026", "10/12/2026")
    officer.say("xem lại", "sửa tổng kết thành đã tổng kết")
    assert "note.final_review_on" not in officer.answers
    assert "note.movement_ends_on" not in officer.answers
    assert "ngày tổng kết" in officer.text
    officer.say("hoàn tác")
    assert officer.answers["note.final_review_on"] == "2026-12-15"


def test_what_is_over_or_no_movement_is_not_asked_for_days() -> None:
    officer = movement("a:done")
    asked = []
    while officer.open != "review":
        asked.append(officer.open)
        officer.tap("c:unknown")
    assert not any(path.startswith("note.") and path.endswith("_on") for path in asked)


def test_a_day_not_known_yet_is_left_open() -> None:
    officer = until(movement(), "note.final_review_on").tap("c:unknown")
    assert officer.answers["note.final_review_on"] is None
    assert officer.open == "note.movement_ends_on"
