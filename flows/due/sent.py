"""«Đã trình»: said of a draft it is its answer; of a report it is time to hand it in."""

from __future__ import annotations

from flows.due import which
from flows.due.telling import no_such_matter
from flows.model import Draft
from flows.reminding import About
from flows.turn import OpenDraft, Said, Scene, Turn


def begin(scene: Scene, said: Said) -> Turn:
    about = which.tapped(said)
    return which.find(said, "sent") if about is None else of(scene, about)


def of(_scene: Scene, about: About) -> Turn:
    if about.draft is None:
        return Turn(goto=("tasks", Said(command="report", argument=str(about.task))))
    return Turn(request=OpenDraft(about.draft), at={"do": "sent"})


def found(scene: Scene) -> Turn:
    draft = scene.found
    if not isinstance(draft, Draft):
        return no_such_matter()
    return Turn(goto=(draft.kind, Said(command="sent")), draft=draft)
