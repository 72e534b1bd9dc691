"""Proposals on their way: sent, confirmed, reviewed; and the answer to where one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flows.due.telling import denied
from flows.proposals import deciding, going, pages, reading, steps, written
from flows.proposals.asked import FindAlike, FindOffice, ListProposals, Mark, ReadProposal, TakeStep
from flows.proposals.listing import listed
from flows.reminding import About, is_number
from flows.turn import Flow, OpenDraft, Said, Scene, Turn
from flows.ways import go
from rules.message import say

NAMED: Mapping[str, str] = {
    "proposal": "page",
    "submit": "send",
    "agree": "confirm",
    "hand_back": "hand_back",
    "mend": "mend",
    "accept_it": "accept",
    "return_it": "return",
    "ask_unit": "ask",
    "answer_office": "answer",
    "decision": "file",
}
"""Commands of buttons that name a draft, and the step each begins."""
OF_A_DRAFT = ("where", "awards")
HEAR: Mapping[str, Callable[[Scene, Said], Turn]] = {
    "words": steps.hear_words,
    "flags": steps.hear_flags,
    "check": reading.hear_check,
    "decide": deciding.hear,
    "to": going.hear,
}


@dataclass(frozen=True, slots=True)
class Proposals:
    """A list, then one proposal's page; the step that is being taken stands in `at`."""

    id: str = "proposals"

    def step(self, scene: Scene, said: Said) -> Turn:
        if scene.person.unit is None:
            return denied(say("proposals.guest"), go("check"))
        if scene.asked is not None:
            return _found(scene)
        if said.command in NAMED:
            return _named(said)
        if said.command in OF_A_DRAFT:
            return _of_a_draft(said)
        if said.command == "start":
            return pages.to_list()
        return _heard(scene, said)


def _named(said: Said) -> Turn:
    if not is_number(said.argument):
        return pages.to_list()
    return steps.begin(NAMED[str(said.command)], int(said.argument))


def _of_a_draft(said: Said) -> Turn:
    """Where the draft that is talked about is, or whom it names; all there are where none is."""
    about = About.read(said.about) if not said.argument else About.read(f"d{said.argument}")
    if about is None or about.draft is None:
        return pages.to_list()
    if said.command == "awards":
        return going.look_back(about.draft)
    return steps.begin("page", about.draft)


def _heard(scene: Scene, said: Said) -> Turn:
    """What was said to the page or the question that is open; back leads one step back."""
    if "draft" not in scene.at:
        return pages.to_list("" if said.command in ("show", "back") else "expect.button")
    hear = HEAR.get(str(scene.at.get("do", "")))
    if said.command == "cancel" or (hear is not None and said.command == "back"):
        return _left(scene)
    if hear is not None:
        return hear(scene, said)
    if said.command == "back":
        return pages.to_list()
    if said.command == "do":
        return steps.begin(said.argument, int(scene.at["draft"]))
    return pages.to_page(int(scene.at["draft"]), "" if said.command == "show" else "expect.button")


def _left(scene: Scene) -> Turn:
    """Thought better of: what was not sent yet is a draft, which has no page here."""
    draft = int(scene.at["draft"])
    if scene.at.get("do") == "to":
        return going.left(draft)
    return pages.to_page(draft, "note.left_as_it_was")


def _found(scene: Scene) -> Turn:
    match scene.asked:
        case ListProposals(ended=ended):
            return _listed(scene) if scene.found or ended else pages.to_ended(scene)
        case ReadProposal():
            return steps.on_page(scene)
        case OpenDraft():
            return written.on_draft(scene)
        case FindOffice() | FindAlike():
            return going.found(scene)
        case Mark():
            return reading.on_marked(scene)
    assert isinstance(scene.asked, TakeStep)
    return steps.on_taken(scene)


def _listed(scene: Scene) -> Turn:
    note = (say(str(scene.at["note"])),) if scene.at.get("note") else ()
    return listed(scene, scene.found or (), *note)


FLOW: Flow = Proposals()
