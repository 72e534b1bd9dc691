"""The pages of proposals: the list looked up, one shown, one that there is not."""

from __future__ import annotations

from flows.model import Reply
from flows.proposals.asked import ListProposals, ReadProposal
from flows.proposals.matter import Proposal
from flows.proposals.telling import page
from flows.turn import Scene, Turn
from flows.ways import after, go
from rules.message import Message, say


def to_list(note: str = "") -> Turn:
    return Turn(request=ListProposals(), at={"note": note})


def to_ended(scene: Scene) -> Turn:
    """Nothing is on its way: what is ended is looked up."""
    return Turn(request=ListProposals(ended=True), at=scene.at)


def to_page(draft: int, note: str = "") -> Turn:
    return Turn(request=ReadProposal(draft), at={"draft": draft, "note": note})


def shown(scene: Scene, proposal: Proposal, *note: Message) -> Turn:
    reply = page(proposal, scene.person, scene.today, scene.zone)
    for one in note:
        reply = after(one, reply)
    about = f"d{proposal.draft}"
    at = {"draft": proposal.draft, "version": proposal.version, "about": about}
    return Turn((reply,), at=at, open=f"proposal:{proposal.draft}:{proposal.version}")


def refused() -> Turn:
    """Not the person's, or not there: the two look alike."""
    reply = Reply((say("proposal.none"),), choices=((go("proposals"), go("menu")),))
    return Turn((reply,), open="denied")
