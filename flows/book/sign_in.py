"""Sign in by a code: one handed over on paper, or one sent to the chat that one has already."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows.due.telling import denied
from flows.free_words import entered
from flows.model import Expects, Person, Reply, Role
from flows.people_asked import MOST_NAME, SendSignIn
from flows.turn import Flow, Said, Scene, Turn
from flows.ways import after, go
from language.fold import clean
from rules.message import Message, say

MOST_WORDS = 6
"""Of a name."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """Asks for a code or a name. A code is read before any flow; what comes here is a name."""

    id: str = "sign_in"

    def step(self, scene: Scene, said: Said) -> Turn:
        if _is_known(scene.person):
            return denied(say("sign_in.known", name=scene.person.name or ""), go("devices"))
        if scene.asked is not None:
            return _ask(say("sign_in.sent"))
        if said.command in ("start", "show"):
            return _ask()
        name = " ".join(clean(said.text or "").split())
        told = None if _is_plain(name) else entered(scene, said)
        if told is not None:
            return told
        if not name or len(name) > MOST_NAME or not any(sign.isalpha() for sign in name):
            return _ask(say("sign_in.no_name"))
        return Turn(request=SendSignIn(name))


def _is_plain(name: str) -> bool:
    """A few words of letters alone: a name, whatever else they may mean elsewhere."""
    words = name.split()
    return len(words) <= MOST_WORDS and all(word.isalpha() for word in words)


def _is_known(person: Person) -> bool:
    """The demonstration is nobody's own account."""
    return person.unit is not None and not person.unit.is_demonstration


def _ask(*note: Message) -> Turn:
    leave = (replace(go("menu"), role=Role.ASIDE),)
    reply = Reply((say("sign_in.ask"),), choices=(leave,), expects=Expects.TEXT)
    for line in note:
        reply = after(line, reply)
    return Turn((reply,), open="text:sign_in")


FLOW: Flow = SignIn()
