"""Replies come back from the outbox as they went in."""

from __future__ import annotations

import json

from flows.model import Choice, Reply, Role
from flows.wire import reply_from_json, reply_to_json
from rules.message import Message, say

LABELS = (say("way.back"), say("way.resume_draft", title="Hồ sơ A"), say("way.back"))


def again(reply: Reply) -> Reply:
    return reply_from_json(json.loads(json.dumps(reply_to_json(reply))))


def test_buttons_that_differ_in_one_thing_alone_stay_apart() -> None:
    buttons = tuple(
        Choice(name, label, role=role, picked=picked)
        for name in ("a:yes", "a:no")
        for label in LABELS
        for role in Role
        for picked in (False, True)
    )
    reply = Reply((say("ask.plan"),), choices=(buttons, buttons[::-1]))

    assert again(reply) == reply
    assert again(reply) == reply, "read a second time it is the same"


def test_the_role_of_a_button_that_was_read_is_a_role() -> None:
    reply = Reply((say("ask.plan"),), choices=((Choice("a:yes", say("yes")),),))

    assert [one.role for row in again(reply).choices for one in row] == [Role.ANSWER]
    assert isinstance(again(reply).choices[0][0].role, Role)


def test_a_message_names_what_it_named() -> None:
    told = (say("title.named", name="A"), say("title.named", name="B"), say("yes"), Message("no"))

    assert again(Reply(told)).text == told
