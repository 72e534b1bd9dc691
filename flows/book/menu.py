"""The beginning: what the assistant does, and the ways in."""

from __future__ import annotations

from dataclasses import dataclass

from flows.free_words import entered
from flows.model import Reply
from flows.other_language import after_unread
from flows.people_asked import grants_of
from flows.proposals.sending import may_send
from flows.resuming import resuming
from flows.turn import Flow, Said, Scene, Turn
from flows.ways import go
from language.questions.of_case import Matter, asked_of_case
from rules.message import Message, say


@dataclass(frozen=True, slots=True)
class Menu:
    id: str = "menu"

    def step(self, scene: Scene, said: Said) -> Turn:
        told = entered(scene, said)
        if told is not None:
            return told
        reply = menu(scene)
        if said.command not in ("start", "show", "cancel", "back"):
            left = scene.left_question
            note = say("menu.question_left", title=left) if left else _note(said.text or "")
            reply = after_unread(scene.person, said.text, note, reply=reply)
        return Turn((reply,), open="menu")


def _note(text: str) -> Message:
    """What is said to words that tell nothing: a word back to thanks, else what can be told."""
    thanked = asked_of_case(text) is Matter.THANKS
    return say("of_case.thanks" if thanked else "menu.not_read")


def menu(scene: Scene) -> Reply:
    """Who one is here, and what can be begun."""
    unit = scene.person.unit
    text = (say("menu.known", unit=unit.name) if unit else say("menu.guest"),)
    rows = [(go("surprise"), go("thematic")), (go("check"),)]
    rows[:0] = [(one,) for one in resuming(scene)]
    if scene.person.may_store:
        sent = (go("proposals"),) if may_send(scene.person) else ()
        rows += [(go("drafts"), go("deadlines")), (go("tasks"), *sent)]
    elif unit:
        rows.append((go("deadlines"),))
    if scene.person.may_ask_reports:
        rows += [(go("proposals"),), (go("duties"), go("new_duty"))]
    if grants_of(scene.person):
        rows.append((go("team"), go("devices")))
    elif unit is None or unit.is_demonstration:
        rows.append((go("sign_in"),))
    else:
        rows.append((go("devices"),))
    rows.append((go("help"), go("language")))
    return Reply((say("menu.title"), *text), choices=tuple(rows))


FLOW: Flow = Menu()
