"""Which language to speak, on every channel of this person."""

from __future__ import annotations

from dataclasses import dataclass

from flows.model import Choice, Reply
from flows.turn import BACK, Flow, Said, Scene, SetLanguage, Turn
from flows.ways import go
from language.fold import fold
from rules.message import say

LANGUAGES = ("vi", "en")
_SPELLINGS = {"tieng viet": "vi", "viet": "vi", "vi": "vi", "english": "en", "en": "en"}


@dataclass(frozen=True, slots=True)
class Language:
    id: str = "language"

    def step(self, scene: Scene, said: Said) -> Turn:
        if isinstance(scene.asked, SetLanguage):
            return Turn(goto=(BACK, Said(command="show")))
        wanted = said.argument or said.option or _SPELLINGS.get(fold(said.text or ""))
        if wanted in LANGUAGES:
            return Turn(request=SetLanguage(str(wanted)), open="language")
        buttons = tuple(Choice(f"a:{name}", say(f"choice.language.{name}")) for name in LANGUAGES)
        return Turn(
            (Reply((say("ask.language"),), choices=(buttons, (go("menu"),))),), open="language"
        )


FLOW: Flow = Language()
