"""My deadlines: what is due when, and all that is done about being reminded of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from flows.due import again, feed, hand, hours, listing, pausing, sent, which
from flows.due.telling import done, guest
from flows.reminding import About
from flows.turn import Flow, Said, Scene, Turn
from rules.message import say

Step: TypeAlias = Callable[[Scene, Said], Turn]

BEGIN: Mapping[str, Step] = {
    "start": listing.begin,
    "back": listing.begin,
    "due": listing.begin_one,
    "again": again.begin,
    "hand": hand.begin,
    "sent": sent.begin,
    "unsent": sent.begin_undo,
    "pause": pausing.begin,
    "remind": pausing.remind,
    "hours": hours.begin,
    "feed": feed.begin,
}
OF: Mapping[str, Callable[[Scene, About], Turn]] = {
    "again": again.of,
    "hand": hand.of,
    "sent": sent.of,
}
HEAR: Mapping[str, Step] = {
    "due": listing.hear_one,
    "again": again.hear,
    "hand": hand.hear,
    "pause": pausing.hear,
    "hours": hours.hear,
    "feed": feed.hear,
}
FOUND: Mapping[str, Callable[[Scene], Turn]] = {
    "list": listing.found,
    "due": listing.found_one,
    "again": again.found,
    "hand": hand.found,
    "sent": sent.found,
    "unsent": sent.found_undo,
    "pause": pausing.found,
    "hours": hours.found,
    "feed": feed.found,
}


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Each page looks up what it needs, then asks or tells; where it stands is in `at`."""

    id: str = "deadlines"

    def step(self, scene: Scene, said: Said) -> Turn:
        if scene.person.unit is None:
            return guest()
        do = str(scene.at.get("do", ""))
        if scene.asked is not None:
            return _which(scene, do) if "which" in scene.at else FOUND[do](scene)
        begun = BEGIN.get(said.command or "")
        if begun is not None:
            return begun(scene, said)
        if said.command == "cancel":
            return done(say("note.left_as_it_was"))
        if "which" in scene.at:
            return _chosen(scene, said, do)
        return HEAR.get(do, listing.begin)(scene, said)


def _which(scene: Scene, do: str) -> Turn:
    """The answer to which matter is meant."""
    about = which.found(scene)
    if isinstance(about, Turn):
        return about
    turn = OF[do](scene, about)
    if turn.request != scene.asked:
        return turn
    # what it asks for was just looked up to find the one matter there is
    return FOUND[do](replace(scene, at=turn.at))


def _chosen(scene: Scene, said: Said, do: str) -> Turn:
    """One of several matters, tapped or named."""
    about = About.read(said.argument) if said.command == "of" else None
    if about is None:
        if do == "again" and again.is_moment(said.text or "", scene.today):
            # the moment is kept for the matter that is chosen next
            scene = replace(scene, at={**scene.at, "when": said.text})
        return which.again(scene)
    return OF[do](scene, about)


FLOW: Flow = Deadlines()
