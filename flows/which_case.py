"""Several cases in one message: asks which to look at first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.commands import KINDS, UNFINISHED
from flows.model import Choice, Expects, Reply
from flows.turn import Said, Scene, Turn
from flows.ways import after, go
from flows.wire import message_to_json
from language.answers import read_count
from language.facts.whole import read_message
from language.fold import fold
from language.ordinals import LAST, read_ordinal
from language.phrases import without_courtesy
from rules.message import say

MOST_SHOWN = 60
FEWEST_LETTERS = 3


def which(texts: Sequence[str]) -> Turn:
    """The cases by their first words, one to be chosen; nothing of them is lost meanwhile."""
    rows = tuple(
        (Choice(f"a:{number}", say("told.case", number=number, words=_begins(text))),)
        for number, text in enumerate(texts, start=1)
    )
    reply = Reply(
        (say("told.several", count=len(texts)),),
        choices=(*rows, (go("menu"),)),
        expects=Expects.CHOICE,
    )
    waits = message_to_json(say("told.several.left", count=len(texts)))
    return Turn((reply,), at={"cases": list(texts), UNFINISHED: waits}, open="cases")


def again(scene: Scene) -> Turn:
    """The same question, after what was no answer to it."""
    turn = which(scene.at["cases"])
    return Turn((after(say("expect.case"), turn.replies[0]),), at=turn.at, open=turn.open)


def picked(scene: Scene, said: Said) -> str | None:
    """The text of the case that was chosen: by its button, its number, its award, its words."""
    texts: list[str] = scene.at.get("cases", [])
    if said.option is not None:
        return _at(texts, read_count(said.option).value)
    if said.text is None or said.command not in (None, *KINDS):
        return None
    number = read_ordinal(said.text)
    if number is not None:
        return texts[-1] if number == LAST else _at(texts, number)
    meant = [text for text in texts if _is_named(text, said, scene.today)]
    return meant[0] if len(meant) == 1 else None


def _at(texts: Sequence[str], number: int | None) -> str | None:
    return texts[number - 1] if number and number <= len(texts) else None


def _is_named(text: str, said: Said, today: date) -> bool:
    """Whether words name this case: its award, or words that stand in it."""
    if said.command in KINDS:
        return read_message(text, today).kind == said.command
    words = without_courtesy(str(said.text))
    return len(words) >= FEWEST_LETTERS and f" {words} " in f" {fold(text)} "


def _begins(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rsplit(' ', 1)[0]}…"
