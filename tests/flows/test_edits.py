"""A message edited after it was sent corrects what it answered, and nothing else."""

from __future__ import annotations

from flows.edits import REMEMBERED
from tests.flows.officer import Officer


def asked_for_heads() -> Officer:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể")
    return officer.send(text="12", message="m1").send(text="18", message="m2")


def test_an_edited_answer_corrects_the_answer_it_gave_and_not_the_open_question() -> None:
    officer = asked_for_heads()
    opened = officer.open
    officer.send(text="11", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 11
    assert officer.answers["forces_total"] == 18
    assert "12 → 11" in officer.text
    assert officer.verdict == "not_eligible"
    officer.send(text="13", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 13
    assert officer.open == opened


def test_an_edit_that_says_the_same_changes_nothing() -> None:
    officer = asked_for_heads().send(text="12 người", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 12
    assert "không có gì thay đổi" in officer.text


def test_an_edit_that_cannot_be_an_answer_is_refused_and_the_answer_stays() -> None:
    officer = asked_for_heads().send(text="nhiều lắm", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 12
    assert "Tôi cần một con số" in officer.text


def test_an_edit_of_what_was_not_understood_is_said_anew() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể")
    officer.send(text="mười hay", message="m1").send(text="12", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 12


def test_an_edit_of_a_message_long_past_says_how_to_correct_and_changes_nothing() -> None:
    officer = asked_for_heads()
    for number in range(REMEMBERED):
        officer.send(text=f"sửa tổng số thành {20 + number}", message=f"n{number}")
        officer.send(text=f"sửa tổng số thành {30 + number}", message=f"o{number}")
        officer.say("quay lại")
    before = officer.answers
    officer.send(text="5", message="m1", edited=True)
    assert officer.answers == before
    assert "sửa ngày thành 12/11" in officer.text


def test_an_edit_after_another_case_was_begun_does_not_touch_it() -> None:
    officer = asked_for_heads().say("khen chuyên đề")
    officer.send(text="11", message="m1", edited=True)
    assert "nominees[0].participants" not in officer.answers
