"""The Council's meeting is asked for the minutes: who was there, and the votes on each nominee."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.papers.council import COUNCIL, OPINION
from tests.flows.officer import Officer


def met(people: str = "3 cá nhân", review: str = "done", names: int = 3) -> Officer:
    """A thematic draft whose Council has met, its papers being written from the meeting on."""
    officer = Officer().say("khen chuyên đề", "kỷ niệm, đại hội", "cấp tỉnh", people, "xem lại")
    own = {f"nominees[{place}].type": "individual" for place in range(names)}
    called = {f"nominees[{place}].name": f"Lý Văn {'ABC'[place]}" for place in range(names)}
    kept = {p: v for p, v in officer.stored[1].answers.items() if not p.startswith("nominees[0]")}
    answers = {**kept, **own, **called, "council_review": review}
    officer.stored[1] = replace(officer.stored[1], answers=answers)
    officer.press("g:write_papers:1")
    while officer.open.startswith("text:") and officer.open != f"text:papers:{COUNCIL}":
        officer.tap("c:unknown")
    return officer


def answered(officer: Officer, *paths: str) -> list[object]:
    return [officer.stored[1].answers.get(path) for path in paths]


def votes(officer: Officer) -> list[object]:
    return answered(officer, *(f"nominees[{place}].votes" for place in range(3)))


def test_who_was_there_then_the_votes_on_each_then_the_conclusion() -> None:
    officer = met().say("7/9")
    assert officer.open == "text:papers:nominees[0].votes"
    officer.say("7/7", "6 đồng ý, 1 không đồng ý", "5/6")
    assert officer.open == f"text:papers:{OPINION}"
    officer.say("Thống nhất đề nghị.\nGiao Thường trực.")
    assert answered(officer, COUNCIL, OPINION) == ["7/9", "Thống nhất đề nghị.\nGiao Thường trực."]
    assert votes(officer) == ["7/7", "6/7", "5/6"]


def test_a_council_that_has_not_met_is_not_asked_about() -> None:
    for review in ("planned", "not_yet"):
        assert not met(review=review).open.startswith(f"text:papers:{COUNCIL}")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("7/9", "7/9"),
        ("bảy trên chín", "7/9"),
        ("có mặt 7, vắng 2", "7/9"),
        ("2 người vắng mặt, 7 người có mặt.", "7/9"),
        ("7 of 9", "7/9"),
        ("9", None),
        ("0/9", None),
        ("10/9", None),
        ("7/500", None),
        ("7/9 vắng 3", None),
        ("đủ cả", None),
    ],
)
def test_who_was_there_is_understood_whole_or_asked_again(said: str, kept: str | None) -> None:
    officer = met().say(said)
    assert answered(officer, COUNCIL) == [kept]
    assert (officer.open == f"text:papers:{COUNCIL}") is (kept is None)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("6/7 phiếu", "6/7"),
        ("1 không đồng ý, 6 đồng ý", "6/7"),
        ("đồng ý: 6; không: 1", "6/7"),
        ("nhất trí", "7/7"),
        ("100 %", "7/7"),
        ("0/7", "0/7"),
        ("7", None),
        ("8/8", None),
        ("6 đồng ý, 2 không", None),
        ("7/6", None),
        ("0/0", None),
        ("6/7 không đồng ý", None),
    ],
)
def test_votes_are_understood_whole_and_never_more_than_were_there(
    said: str, kept: str | None
) -> None:
    officer = met().say("7/9", said)
    assert votes(officer)[0] == kept
    assert (officer.open == "text:papers:nominees[0].votes") is (kept is None)


def test_more_votes_than_people_are_told_with_both_numbers() -> None:
    officer = met().say("7/9", "8/8")
    assert "8 phiếu nhiều hơn số người có mặt (7)" in officer.text


def test_fewer_people_than_votes_that_stand_are_refused() -> None:
    officer = met().say("7/9", "7/7").press("g:open:1").say("xem lại").tap("c:fix")
    officer.press(f"c:edit:{COUNCIL}", officer.screen[-1].token).say("5/9")
    assert "7 phiếu" in officer.text
    assert answered(officer, COUNCIL) == ["7/9"]


def test_the_same_votes_are_given_to_all_at_once() -> None:
    officer = met().say("7/9", "5/7", "tất cả 6/7")
    assert votes(officer) == ["5/7", "6/7", "6/7"]
    assert officer.open == f"text:papers:{OPINION}"


def test_one_tap_says_that_all_agreed_on_everybody() -> None:
    officer = met().say("7/9")
    officer.tap("c:unanimous")
    assert votes(officer) == ["7/7"] * 3
    assert officer.open == f"text:papers:{OPINION}"


def test_where_nobody_said_how_many_were_there_nothing_is_taken_for_all() -> None:
    officer = met().tap("c:unknown")
    assert "c:unanimous" not in officer.buttons
    officer.say("nhất trí")
    assert votes(officer)[0] is None
    officer.say("300/300")
    assert votes(officer)[0] is None
    officer.say("7/7")
    assert votes(officer)[0] == "7/7"


def test_several_alike_without_names_have_no_votes_of_their_own() -> None:
    officer = Officer().say(
        "khen chuyên đề", "kỷ niệm, đại hội", "cấp tỉnh", "9 cá nhân", "xem lại"
    )
    stored = officer.stored[1]
    officer.stored[1] = replace(stored, answers={**stored.answers, "council_review": "done"})
    officer.press("g:write_papers:1")
    asked = []
    while officer.open.startswith("text:"):
        asked.append(officer.open.removeprefix("text:papers:"))
        officer.tap("c:unknown")
    assert COUNCIL in asked
    assert not [path for path in asked if path.endswith(".votes")]
