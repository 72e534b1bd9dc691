"""What there is to be read of a proposal before anything is done: answers, checklist, decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.model import Download, Json, Reply, Tone
from flows.proposals import reviewing
from flows.proposals.asked import Mark, ReadProposal
from flows.proposals.course import State
from flows.proposals.matter import Proposal
from flows.proposals.moves import Part
from flows.proposals.pages import refused, shown
from flows.turn import Said, Scene, Turn
from flows.ways import go
from rules.case import CaseError
from rules.message import say
from rules.parameters import ParameterError

READ = frozenset({"answers", "check", "file"})
Begun = Mapping[str, Json]


def read(scene: Scene, proposal: Proposal, what: str) -> Turn:
    """Its answers, the checklist, or the file of its decision: nothing but to be looked at."""
    at: Begun = {"draft": proposal.draft, "do": what, "about": f"d{proposal.draft}"}
    back = ((go("proposal", argument=str(proposal.draft), label=say("proposal.back")),),)
    if what == "file" and proposal.file is not None:
        media = proposal.file.media or "application/octet-stream"
        sent = Download(proposal.file.name, media, kept=proposal.file)
        told = say("task.file", name=proposal.file.name)
        return Turn((Reply((told,), choices=back, file=sent),), at=at, open="proposal_file")
    reviews = Part.REVIEWER in proposal.parts_of(scene.person)
    if what == "check" and reviews and proposal.state is State.UNDER_REVIEW:
        try:
            found = reviewing.assessed(proposal, scene.today, scene.calendar)
        except (CaseError, ParameterError):
            return shown(scene, proposal, say("note.rules_missing", day=scene.today))
        return reviewing.checklist(proposal, found, at)
    text = (say("proposal.answers", title=proposal.snapshot.title),)
    # the steps stay as good as on its page
    page = shown(scene, proposal)
    rows = (*back, *page.replies[0].choices)
    answers = Reply((*text, *reviewing.answers_told(proposal)), choices=rows, tone=Tone.NOTE)
    return replace(page, replies=(answers,))


def hear_check(scene: Scene, said: Said) -> Turn:
    """A clause marked, or the list once more."""
    draft = int(scene.at["draft"])
    clause, _, mark = said.argument.partition("=")
    if said.command == "mark" and reviewing.is_mark(clause, mark):
        return Turn(request=Mark(draft, clause, mark), at=scene.at)
    return Turn(request=ReadProposal(draft), at={"draft": draft, "then": "check"})


def on_marked(scene: Scene) -> Turn:
    """The checklist with the mark in it."""
    return read(scene, scene.found, "check") if isinstance(scene.found, Proposal) else refused()
