"""Choices as numbered lines, and what a typed line means after them."""

from __future__ import annotations

import pytest

from flows.model import Choice, Expects, Incoming, Reply, Tap
from handlers import choices
from locales import catalog
from rules.message import Message, say

SET = Reply(
    (say("menu.title"),),
    choices=(
        (Choice("t:scope", say("choice.guidance_parts.scope"), picked=True),),
        (Choice("t:subjects", say("choice.guidance_parts.subjects")),),
        (Choice("c:done", say("way.done")),),
    ),
    expects=Expects.SET,
    token="7",
)
NUMBER = Reply((say("menu.title"),), choices=((Choice("c:unknown", say("way.unknown")),),),
               expects=Expects.NUMBER, token="8")  # fmt: skip
MENU = Reply((say("menu.title"),), choices=((Choice("g:drafts", say("way.drafts")),
             Choice("g:help", say("way.help"))),), token="9")  # fmt: skip


def words(message: Message) -> str:
    return catalog.text(message, "vi")


def typed(text: str | None) -> Incoming:
    return Incoming("terminal", "me", "1", text=text)


def test_choices_are_numbered_and_the_picked_one_is_ticked() -> None:
    assert choices.lines(SET, words) == ["1. ✓ phạm vi", "2. đối tượng", "3. Xong"]


def test_where_a_number_is_the_answer_choices_are_words() -> None:
    assert choices.lines(NUMBER, words) == ["[Chưa biết]"]
    assert choices.lines(Reply((), expects=Expects.NUMBER), words) == []


@pytest.mark.parametrize(
    ("text", "reply", "tap"),
    [
        ("2", MENU, Tap("g:help", "9")),
        (" 1. ", MENU, Tap("g:drafts", "9")),
        ("hồ sơ của tôi", MENU, Tap("g:drafts", "9")),
        ("chưa biết", NUMBER, Tap("c:unknown", "8")),
        ("3", SET, Tap("c:done", "7")),
        ("1", NUMBER, None),
        ("9", MENU, None),
        ("1 2", MENU, None),
        ("12/11", MENU, None),
        ("", MENU, None),
        ("1", None, None),
    ],
)
def test_a_line_is_the_choice_it_names(text: str, reply: Reply | None, tap: Tap | None) -> None:
    assert choices.answer(typed(text), reply, words).tap == tap


def test_several_numbers_are_the_parts_of_a_set() -> None:
    heard = choices.answer(typed("1, 2"), SET, words)
    assert heard.tap is None
    assert heard.text == "phạm vi, đối tượng"


def test_a_photo_stays_a_photo() -> None:
    assert choices.answer(typed(None), MENU, words) == typed(None)


def test_the_newest_choices_are_offered() -> None:
    plain = Reply((say("menu.title"),))
    assert [choice.id for choice in choices.offered([NUMBER, MENU, plain])] == [
        "g:drafts",
        "g:help",
    ]
    assert choices.offered([plain]) == ()
