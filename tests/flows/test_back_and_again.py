"""A step back says what it took, and undo brings it back."""

from __future__ import annotations

from tests.flows.officer import Officer

SHARE = ("khen đột xuất", "cứu người", "tập thể", "12")


def test_a_step_back_says_which_answer_it_took() -> None:
    officer = Officer().say(*SHARE, "quay lại")
    assert "số người của tập thể tham gia: 12 →" in officer.text
    assert "«hoàn tác»" in officer.text


def test_undo_after_a_step_back_brings_that_answer_back() -> None:
    officer = Officer().say(*SHARE, "19", "quay lại", "hoàn tác")
    assert officer.answers["forces_total"] == 19
    assert officer.open == "card"


def test_several_steps_back_are_brought_back_one_by_one() -> None:
    officer = Officer().say(*SHARE, "18", "hôm qua")
    before = officer.answers
    officer.say("quay lại", "quay lại", "quay lại")
    assert officer.open == "nominees[0].participants"
    officer.say("hoàn tác", "hoàn tác", "hoàn tác")
    assert officer.answers == before
    officer.say("hoàn tác")
    assert "achieved_on" not in officer.answers


def test_an_answer_after_a_step_back_is_what_undo_takes() -> None:
    officer = Officer().say(*SHARE, "quay lại", "13", "hoàn tác")
    assert "nominees[0].participants" not in officer.answers


def test_the_only_nominee_taken_back_is_no_list() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "quay lại")
    assert "khen cho ai: Cá nhân 1" in officer.text
    assert officer.open == "who"
    officer.say("hoàn tác")
    assert officer.nominees[0]["type"] == "individual"
    officer.say("quay lại", "sửa")
    assert "(tất cả)" not in " ".join(map(str, officer.screen[-1].choices))
