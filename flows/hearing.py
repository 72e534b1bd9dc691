"""What was said, with the channel gone: a tap, a command, or the words of a button just shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from flows.model import Expects, Incoming, Reply, Role
from flows.turn import Said, Ways
from language.commands import read_command
from language.fold import fold
from locales import catalog
from rules.message import Message, say

FEWEST_WORDS = 3
GO_ON = "c:continue"
KEPT = "c:file"
MENDS = ("sua ", "sua: ")
"""What stands before the answer on a button to mend it."""
TAKEN_BACK = "g:unsent:"
MOST_WAYS = 24
"""As many buttons that lead on are remembered; no page of ours has more."""


def hear(incoming: Incoming, ways: Ways = ()) -> Said:
    """Turn a tap or a text into what was said; commands are heard in any spelling.

    `ways` are the buttons that led on from the newest reply: their words are as good as a tap.
    """
    if incoming.tap is not None:
        return tapped(incoming.tap.choice)
    text, message = (incoming.text or "").strip(), incoming.message or ""
    if not text:
        instead = incoming.attachment or "nothing"
        said = Said(attachment=instead, files=incoming.files, message=message)
        return replace(said, table=incoming.table)
    command, _, argument = (read_command(text) or "").partition(":")
    named = None if command or incoming.files else _named(text, ways)
    named = _taken_back(command, ways) or named
    if named:
        return tapped(named)
    said = Said(command=command or None, argument=argument, text=text, message=message)
    return replace(said, files=incoming.files, table=incoming.table)


def _taken_back(command: str, ways: Ways) -> str | None:
    """The way to take back what was done between a question and its answer: it came last."""
    if command != "undo":
        return None
    return next((choice for choice, _ in ways if choice.startswith(TAKEN_BACK)), None)


def ways_of(replies: Sequence[Reply]) -> Ways:
    """The buttons of these replies that lead on, the newest reply's first.

    Where a reply waits for no answer, all its buttons do; a command leads on everywhere.
    """
    leading = [
        (one.id, one.label)
        for reply in reversed(replies)
        for row in reply.choices
        for one in row
        if one.role is not Role.ANSWER
        or reply.expects is Expects.NOTHING
        or one.id.startswith("c:")
    ]
    return tuple(leading[:MOST_WAYS])


def tapped(choice: str) -> Said:
    """What the choice of this id says."""
    kind, _, value = choice.partition(":")
    match kind:
        case "a":
            return Said(option=value)
        case "t":
            return Said(toggle=value)
        case "day":
            return Said(day=_day(value))
        case "month":
            return Said(month=_day(f"{value}-01"))
    command, _, argument = value.partition(":")
    return Said(command=command or "show", argument=argument)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _named(text: str, ways: Ways) -> str | None:
    """The button whose label was typed, in any language, with or without diacritics.

    Of a longer label its first three words will do, where no other begins so.
    """
    wanted = fold(text)
    begun = set()
    for choice, label in ways:
        labels = _spellings(label)
        if wanted in labels or any(f"{mend}{wanted}" in labels for mend in MENDS):
            return choice
        if any(one.startswith(f"{wanted} ") for one in labels):
            begun.add(choice)
    if len(begun) == 1 and len(wanted.split()) >= FEWEST_WORDS:
        return begun.pop()
    return _led_on(wanted, ways)


def _led_on(wanted: str, ways: Ways) -> str | None:
    """`Lập hồ sơ` where the dossier is gone on with by `Hỏi tiếp`, or begun by keeping the case."""
    if wanted not in _spellings(say("way.dossier")):
        return None
    return next((choice for choice, _ in ways if choice in (GO_ON, KEPT)), None)


def _spellings(label: Message) -> tuple[str, ...]:
    """The label's words in every language, folded."""
    if not label.values:
        return _spellings_of(label.key)
    return tuple(fold(catalog.text(label, name)) for name in catalog.languages())


@cache
def _spellings_of(key: str) -> tuple[str, ...]:
    """Those of a label that names nothing, remembered: the catalogues never change."""
    return tuple(fold(catalog.text(say(key), name)) for name in catalog.languages())
