"""Choices as numbered text, for channels without buttons."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from flows.model import Choice, Expects, Incoming, Reply, Tap
from rules.message import Message

_NUMBERS = re.compile(r"\d{1,2}([\s,;.]+\d{1,2})*[\s,;.]*\Z")
NUMBERED = frozenset({Expects.NOTHING, Expects.CHOICE, Expects.SET})
"""Where a bare number cannot be the answer itself, it may stand for a choice."""

Words = Callable[[Message], str]


def offered(replies: Sequence[Reply]) -> tuple[Choice, ...]:
    """The choices of the newest reply that has any, in the order shown."""
    for reply in reversed(replies):
        if reply.choices:
            return tuple(choice for row in reply.choices for choice in row)
    return ()


def lines(reply: Reply, words: Words, *, numbered: bool = True) -> list[str]:
    """`1. Cứu người`, …; where a number is an answer, the words to type instead.

    Of several replies at a time only the newest is `numbered`: a number has one meaning.
    """
    choices = [choice for row in reply.choices for choice in row]
    if not numbered or reply.expects not in NUMBERED:
        return [f"[{' · '.join(words(choice.label) for choice in choices)}]"] if choices else []
    return [
        f"{number}. {'✓ ' if choice.picked else ''}{words(choice.label)}"
        for number, choice in enumerate(choices, start=1)
    ]


def answer(
    incoming: Incoming, newest: Reply | None, words: Words, *, earlier: Sequence[Reply] = ()
) -> Incoming:
    """What a line means after this reply: a number, or a label word for word, is its choice.

    The labels of the `earlier` replies of the same turn are words to type as well.
    """
    text = (incoming.text or "").strip()
    if newest is None or not text:
        return incoming
    picked = _picked(text, newest)
    for reply in (newest, *reversed(earlier)):
        if not picked:
            newest, picked = reply, _named(text, reply, words)
    if len(picked) > 1 and newest.expects is not Expects.SET:
        picked = []
    if not picked:
        return incoming
    if len(picked) > 1:
        labels = ", ".join(words(choice.label) for choice in picked)
        return Incoming(incoming.channel, incoming.sender, incoming.update, text=labels)
    tap = Tap(picked[0].id, newest.token)
    return Incoming(incoming.channel, incoming.sender, incoming.update, text=text, tap=tap)


def _named(text: str, reply: Reply, words: Words) -> list[Choice]:
    choices = (choice for row in reply.choices for choice in row)
    return [choice for choice in choices if words(choice.label).lower() == text.lower()]


def _picked(text: str, newest: Reply) -> list[Choice]:
    choices = [choice for row in newest.choices for choice in row]
    if newest.expects not in NUMBERED or not _NUMBERS.match(text):
        return []
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    inside = [choices[n - 1] for n in numbers if 1 <= n <= len(choices)]
    return inside if len(inside) == len(numbers) else []
