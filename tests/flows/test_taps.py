"""Taps are answered once to the eye, and a button of before knows what it answered."""

from __future__ import annotations

import pytest

from flows.state import from_json, to_json
from flows.turn import State
from tests.flows.officer import Officer

WON = ("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")


@pytest.mark.parametrize("button", ["g:surprise", "g:help", "g:check", "g:drafts"])
def test_the_same_button_twice_stands_in_one_place(button: str) -> None:
    officer = Officer().say("menu")
    token = officer.screen[-1].token
    first = [reply.slot for reply in officer.press(button, token).screen]
    officer.press(button, token)
    again = [reply.slot for reply in officer.screen]
    assert None not in first
    assert again == first


def test_the_same_button_after_something_else_is_answered_below() -> None:
    officer = Officer().say("menu").press("g:help", "1")
    first = officer.screen[-1].slot
    officer.say("khen đột xuất").press("g:help", "1")
    assert officer.screen[-1].slot != first


def test_an_answer_stands_in_a_place_of_its_own() -> None:
    officer = Officer().say("khen đột xuất", "cứu người").tap("a:individual")
    assert officer.screen[-1].slot is None


@pytest.mark.parametrize("kind", ["individual", "many"])
def test_for_whom_is_repeated_where_a_tap_leaves_no_bubble(kind: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người").tap(f"a:{kind}")
    echo = officer.screen[0].echo
    assert echo is not None
    assert echo.values["label"].key == f"choice.who.{kind}"  # type: ignore[union-attr]


def test_a_button_of_a_question_answered_says_the_answer() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    token = officer.screen[-1].token
    officer.say("13").press("c:unknown", token)
    assert "đã trả lời rồi (số người" in officer.text
    assert ": 13). Đang hỏi:" in officer.text
    assert officer.answers["nominees[0].participants"] == 13


def test_a_button_of_a_question_of_long_ago_says_no_more_than_that() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    token = officer.screen[-1].token
    officer.say("13").press("g:thematic").press("c:unknown", token)
    assert "đã trả lời rồi. Đang hỏi:" in officer.text


def test_the_sources_of_a_card_do_not_tell_the_card_again() -> None:
    officer = Officer().say(*WON)
    ways = officer.buttons
    officer.tap("c:cite")
    assert len(officer.screen) == 1
    assert officer.buttons[-len(ways) :] == ways
    officer.tap("c:dossier")
    assert officer.open == "nominees[0].name"


def test_the_sources_of_a_question_ask_it_again() -> None:
    officer = Officer().say(*WON[:3], "xem căn cứ")
    assert officer.screen[-1].expects == "choice"
    assert len(officer.screen) == 2


def test_a_clause_at_a_card_does_not_tell_the_card_again() -> None:
    officer = Officer().say(*WON).press("g:clause:LS2022.2.a")
    assert len(officer.screen) == 1
    assert "c:dossier" in officer.buttons
    assert "đủ điều kiện đề nghị" not in officer.text
    officer.tap("c:dossier")
    assert officer.open == "nominees[0].name"


def test_what_is_not_read_at_a_card_does_not_tell_the_card_again() -> None:
    officer = Officer().say(*WON, "abc xyz")
    assert len(officer.text.splitlines()) == 1
    assert "c:dossier" in officer.buttons


def test_the_memory_of_taps_survives_storage() -> None:
    state = State(asked={"3": "forces_total"}, tapped=("g:help", "1", "u"))
    assert from_json(to_json(state)) == state
