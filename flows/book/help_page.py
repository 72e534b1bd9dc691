"""What can be said and tapped, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flows.ahead import example_day
from flows.free_words import entered
from flows.model import Reply
from flows.other_language import after_unread
from flows.turn import Flow, Said, Scene, Turn
from flows.ways import go
from rules.message import say

PAGE = (
    "help.title",
    "help.ways",
    "help.words",
    "help.dates",
    "help.reminders",
    "help.sources",
    "help.limits",
)


@dataclass(frozen=True, slots=True)
class Help:
    id: str = "help"

    def step(self, scene: Scene, said: Said) -> Turn:
        told = entered(scene, said)
        if told is not None:
            return told
        reply = Reply(
            tuple(say(key, **_examples(key, scene.today)) for key in PAGE),
            choices=((go("surprise"), go("thematic")), (go("check"), go("menu"))),
        )
        if said.text is not None and said.command not in ("start", "show"):
            reply = after_unread(scene.person, said.text, say("menu.not_read"), reply=reply)
        return Turn((reply,), open="help")


def _examples(key: str, today: date) -> Mapping[str, date]:
    return {"day": example_day(today)} if key == "help.reminders" else {}


FLOW: Flow = Help()
