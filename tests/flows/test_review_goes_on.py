"""From the review one goes on to what is still open; a good verdict names what it rests on."""

from __future__ import annotations

from tests.flows.officer import Officer

ELIGIBLE = ("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")


def test_the_review_leads_on_to_the_open_questions_of_the_dossier() -> None:
    officer = Officer().say(*ELIGIBLE, "xem lại")
    assert officer.open == "review"
    officer.tap("c:continue")
    assert officer.open == "nominees[0].name"


def test_the_review_leads_on_to_the_open_questions_of_eligibility() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "xem lại")
    assert officer.open == "review"
    officer.tap("c:continue")
    assert officer.open == "nominees[0].participation"


def test_a_good_verdict_names_the_clauses_it_rests_on() -> None:
    officer = Officer().say(*ELIGIBLE)
    assert officer.verdict == "eligible"
    assert "mục 2, ý 1" in officer.text
    assert "LS2022.2.a" in officer.screen[-1].clauses
