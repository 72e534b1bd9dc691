"""Several cases in one message: asks which to look at first."""

from __future__ import annotations

from collections.abc import Sequence

from flows.commands import UNFINISHED
from flows.model import Choice, Expects, Reply
from flows.turn import Said, Scene, Turn
from flows.ways import after, go
from flows.wire import message_to_json
from language.answers import read_count
from rules.message import say

MOST_SHOWN = 60


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
    return Turn((after(say("expect.choice"), turn.replies[0]),), at=turn.at, open=turn.open)


def picked(scene: Scene, said: Said) -> str | None:
    """The text of the case that was chosen, by its button or its number."""
    texts: list[str] = scene.at.get("cases", [])
    chosen = said.option or said.text or ""
    number = read_count(chosen).value if said.command is None else None
    return texts[number - 1] if number and number <= len(texts) else None


def _begins(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rsplit(' ', 1)[0]}…"
