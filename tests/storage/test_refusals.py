"""What the page refuses is noted of who is known, and only where somebody's right was touched."""

from __future__ import annotations

import json
from typing import Any

import pytest

from flows.model import Draft, Reply
from rules.message import say
from tests.storage.office import Office
from tests.storage.parts import incoming, rows
from tests.storage.proposing import draft_of, send

REPLY = Reply((say("menu.title"),))


def shown(office: Office, who: str) -> int:
    """The envelope of a reply in this person's chat."""
    office.come(who)
    with office.storage.turn() as turn:
        talk = turn.begin(incoming(f"show {who}", channel="telegram", sender=who))
        assert talk is not None
        turn.save(talk, state={}, draft=None, replies=(REPLY,), events=())
    return int(rows(office.storage, "SELECT max(id) FROM outbox")[0][0])


def refusals(office: Office) -> list[tuple[Any, Any]]:
    found = "SELECT account_id, payload FROM audit WHERE event = 'refused' ORDER BY id"
    return [(account, json.loads(told)) for account, told in rows(office.storage, found)]


@pytest.mark.parametrize(
    ("who", "matter", "is_noted"),
    [
        ("an", {}, True),
        ("other", "draft", True),
        ("an", "draft", False),
        ("head", "draft", False),
        ("an", {"draft": 999}, False),
        ("other", "task", True),
        ("an", "task", False),
        ("reviewer", "task", False),
        ("foreign", "duty", True),
        ("reviewer", "duty", False),
        ("other", {"task": 999, "duty": 999}, False),
        ("other", "envelope", True),
        ("an", "envelope", False),
        ("other", {"envelope": 999}, False),
        ("nobody", {}, False),
        ("nobody", "draft", False),
        ("an", "sent", True),
        ("head", "sent", True),
        ("administrator", "sent", True),
        ("foreign", "sent", True),
    ],
)
def test_what_is_noted_of_whom(
    office: Office, who: str, matter: str | dict[str, int], *, is_noted: bool
) -> None:
    office.come("an", "head", "other", "reviewer", "administrator", "foreign")
    sent = draft_of(office)
    send(office, sent)
    kept = office.keep("an", Draft("surprise"))
    duty = office.give()
    there = {
        "draft": kept.id or 0,
        "task": office.task().id,
        "duty": duty.id or 0,
        "envelope": shown(office, "an"),
    }
    if isinstance(matter, str):
        matter = {"draft": sent} if matter == "sent" else {matter: there[matter]}

    noted = office.storage.refusals.note("telegram", who, asked="page", matter=matter)

    assert noted is is_noted
    told = [(office.accounts[who], {"asked": "page", **matter})] if is_noted else []
    assert refusals(office) == told


def test_guesses_are_noted_of_nobody(office: Office) -> None:
    office.storage.refusals.note_guesses("calendar", 20)
    assert refusals(office) == [(None, {"asked": "calendar", "guesses": 20})]
