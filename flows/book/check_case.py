"""Check a case without filing it; a tap turns it into a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows import which_case
from flows.case_read import is_case
from flows.free_words import entered
from flows.interview import Interview
from flows.model import Choice, Expects, Reply
from flows.other_language import after_unread
from flows.own_words import TOLD, opened
from flows.turn import Flow, Said, Scene, Turn
from flows.ways import go
from language.options import choose
from rules.message import say

KINDS = ("surprise", "thematic", "revocation")
WISHED = "wished"
"""In `at`: the wish that was told before it is known of which award, read once that is."""


@dataclass(frozen=True, slots=True)
class CheckCase:
    """First of what kind, then the same interview as a proposal's, kept nowhere."""

    id: str = "check"

    def step(self, scene: Scene, said: Said) -> Turn:
        if scene.draft is not None:
            return Interview(self.id, scene.draft.kind, keeps=False).step(scene, said)
        if said.command == TOLD:
            return opened(scene, str(said.text))
        if "cases" in scene.at:
            return _one_of(scene, said)
        kind = said.option or (choose(said.text, _spellings()) if said.text else None)
        if kind in KINDS:
            return self._begun(scene, said, str(kind))
        told = entered(scene, said)
        if told is not None:
            return told
        reply = _ask_kind()
        wished = said.argument if said.command == "start" else scene.at.get(WISHED)
        if said.command not in ("start", "show"):
            reply = after_unread(scene.person, said.text, say("expect.choice"), reply=reply)
        return Turn((reply,), open="kind", at={WISHED: wished} if wished else {})

    def _begun(self, scene: Scene, said: Said, kind: str) -> Turn:
        """The interview of this award; what was told before it was known is read by it."""
        if scene.at.get(WISHED):
            return opened(scene, scene.at[WISHED], kind)
        begin = replace(said, command="start", option=None, text=None)
        return Interview(self.id, kind, keeps=False).step(scene, begin)


def _one_of(scene: Scene, said: Said) -> Turn:
    """Of several cases told at once the one that was chosen."""
    text = which_case.picked(scene, said)
    if text is None and said.command is None and is_case(said.text, scene):
        text = said.text
    if text is not None:
        # the list is left like a case: it waits, and is offered to come back to
        return Turn(goto=("check", Said(command=TOLD, text=text)))
    turn = which_case.which(scene.at["cases"])
    return turn if said.command == "show" else which_case.again(scene)


def _ask_kind() -> Reply:
    rows = tuple((Choice(f"a:{kind}", say(f"choice.kind.{kind}")),) for kind in KINDS)
    return Reply((say("ask.kind"),), choices=(*rows, (go("menu"),)), expects=Expects.CHOICE)


def _spellings() -> dict[str, tuple[str, ...]]:
    return {
        "surprise": ("đột xuất", "khen đột xuất", "surprise"),
        "thematic": ("chuyên đề", "khen chuyên đề", "theo đợt", "thematic"),
        "revocation": ("rà soát", "thu hồi", "hủy bỏ", "revocation"),
    }


FLOW: Flow = CheckCase()
