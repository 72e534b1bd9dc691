"""The interview of a proposal: asks what still matters, shows the verdict once it is settled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows import mending, sure
from flows.actions import ACTIONS
from flows.desk import At, Desk
from flows.model import Draft, Expects, Reply
from flows.questions import question
from flows.showing import show
from flows.taking import answer
from flows.turn import Said, Scene, Turn
from flows.ways import go
from rules.case import CaseError
from rules.message import say
from rules.parameters import ParameterError

NOT_NAMES = frozenset({"back", "undo", "unknown", "why", "show", "start"})
"""Where a name is asked, Huy and Lưu are names, but lưu is a word of the program."""


@dataclass(frozen=True, slots=True)
class Interview:
    """A flow over one kind of case. `keeps` stores the draft from its first answer on."""

    id: str
    kind: str
    keeps: bool

    def step(self, scene: Scene, said: Said) -> Turn:
        desk = self._desk(scene)
        away = mending.led_away(scene.draft, desk.at.stage, said)
        if away is not None:
            return away
        try:
            turn = self._step(desk, scene, said)
            return turn if mending.is_kept(desk, turn) else show(desk, mending.denied())
        except (CaseError, ParameterError):
            return _without_rules(desk)

    def _step(self, desk: Desk, scene: Scene, said: Said) -> Turn:
        if said.command == "start" and scene.draft is None:
            return show(desk, say(f"open.{self.id}" if desk.keeps else f"open.{self.id}.guest"))
        said = sure.heard(desk, said)
        command = "calendar" if said.month else _command(desk, said)
        action = ACTIONS.get(command or "")
        return action(desk, said) if action else answer(desk, replace(said, command=command))

    def _desk(self, scene: Scene) -> Desk:
        draft = scene.draft or Draft(self.kind)
        keeps = self.keeps and scene.person.may_store
        return Desk(
            scene.person,
            scene.today,
            draft,
            At.from_json(scene.at),
            keeps=keeps,
            open=scene.open,
            calendar=scene.calendar,
            own=scene.own,
        )


def _without_rules(desk: Desk) -> Turn:
    """No rules are known for the day: nothing is judged, and nothing of the draft changes."""
    reply = Reply((say("note.rules_missing", day=desk.today),), choices=((go("menu"),),))
    kept = desk.keeps and desk.draft.id is not None
    return Turn((reply,), at=desk.at.to_json(), open="no_rules", draft=desk.draft, keep=kept)


def _command(desk: Desk, said: Said) -> str | None:
    """The command said, unless it was typed where a text is asked and may be that text."""
    typed = said.text is not None and not said.text.startswith("/")
    asks_text = desk.asked is not None and question(desk.asked).expects is Expects.TEXT
    if typed and asks_text and said.command not in NOT_NAMES and not str(said.text).islower():
        return None
    return said.command
