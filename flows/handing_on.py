"""An invitation as it is shown to who made it: the code, where it leads, and its picture."""

from __future__ import annotations

from datetime import tzinfo

from flows.model import Choice, Reply
from flows.people_asked import Invitation
from flows.ways import go
from rules.message import Message, say


def card(
    invitation: Invitation, title: Message, *, zone: tzinfo, ways: tuple[Choice, ...]
) -> Reply:
    """Each thing on a line of its own, so that it can be copied."""
    invited = invitation.invited
    until = invited.until.astimezone(zone)
    text = [title, say("invite.code", code=invited.code)]
    text.append(say("invite.until", day=until.date(), time=f"{until:%H:%M}"))
    text.append(say("invite.web", address=invitation.web))
    if invitation.telegram is not None:
        text.append(say("invite.telegram", address=invitation.telegram))
    text.append(say("invite.only_them"))
    return Reply(tuple(text), choices=((*ways, go("menu")),), file=invitation.picture)
