"""Which language to speak, on every channel of this person."""

from __future__ import annotations

from dataclasses import dataclass

from flows.model import Choice, Reply
from flows.turn import BACK, Flow, Said, Scene, SetLanguage, Turn
from flows.ways import go
from language.fold import fold
from rules.message import say

LANGUAGES = ("vi", "en")
AWARD = "award"
"""In `at`: of which award the case is that is to be asked for next."""
_SPELLINGS = {"tieng viet": "vi", "viet": "vi", "vi": "vi", "english": "en", "en": "en"}


@dataclass(frozen=True, slots=True)
class Language:
    id: str = "language"

    def step(self, scene: Scene, said: Said) -> Turn:
        if isinstance(scene.asked, SetLanguage):
            return _gone_over(scene.at.get(AWARD))
        argument, _, award = said.argument.partition(":")
        wanted = argument or said.option or _SPELLINGS.get(fold(said.text or ""))
        if wanted in LANGUAGES:
            at = {AWARD: award} if award else {}
            return Turn(request=SetLanguage(str(wanted)), open="language", at=at)
        buttons = tuple(Choice(f"a:{name}", say(f"choice.language.{name}")) for name in LANGUAGES)
        return Turn(
            (Reply((say("ask.language"),), choices=(buttons, (go("menu"),))),), open="language"
        )


def _gone_over(award: str | None) -> Turn:
    """Where one was before; or asked by taps for the case that was told in that language."""
    if award is None:
        return Turn(goto=(BACK, Said(command="show")))
    return Turn(goto=("check", Said(command="start", option=award)))


FLOW: Flow = Language()
