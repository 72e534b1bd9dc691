"""The people of one's unit: who is there, and an invitation for somebody new or not yet joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.due.telling import denied
from flows.handing_on import card
from flows.model import Choice, Expects, Json, Reply, Role, UnitRole
from flows.people_asked import (
    MOST_NAME,
    Invitation,
    Invite,
    InviteAgain,
    ListTeam,
    Mate,
    grants_of,
)
from flows.reminding import is_number
from flows.turn import Flow, Said, Scene, Turn
from flows.ways import go, way
from language.fold import clean, fold
from rules.message import Message, say

MOST_LISTED = 40
MOST_BUTTONS = 8
FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Team:
    """A list; to invite: a name, then the role where there is a choice, then the code."""

    id: str = "team"

    def step(self, scene: Scene, said: Said) -> Turn:
        if not grants_of(scene.person):
            is_guest = scene.person.unit is None
            return denied(say("team.guest" if is_guest else "team.denied"), go("menu"))
        if scene.asked is not None:
            return _found(scene)
        match said.command:
            case "invite":
                return _ask_name({})
            case "invite_again" if is_number(said.argument):
                return Turn(request=InviteAgain(int(said.argument)), at={"do": "again"})
            case "start" | "back" | "cancel":
                return Turn(request=ListTeam(), at={})
        return _heard(scene, said)


def _heard(scene: Scene, said: Said) -> Turn:
    """The answer to what is asked: a name, or a role."""
    at = scene.at
    if at.get("do") == "role":
        return _role(scene, said)
    if at.get("do") == "name":
        return _name(at, said)
    return Turn(request=ListTeam(), at={} if said.command == "show" else {"note": "expect.button"})


def _ask_name(at: Mapping[str, Json], *note: Message) -> Turn:
    leave: tuple[Choice, ...] = (way("cancel", role=Role.ASIDE),)
    reply = Reply((*note, say("team.ask.name")), choices=(leave,), expects=Expects.TEXT)
    return Turn((reply,), at={**at, "do": "name"}, open="text:team:name")


def _name(at: Mapping[str, Json], said: Said) -> Turn:
    name = " ".join(clean(said.text or "").split())
    if said.command == "show":
        return _ask_name(at)
    if len(name.split()) < FEWEST_WORDS or len(name) > MOST_NAME or not _is_name(name):
        return _ask_name(at, say("team.no_name", most=MOST_NAME))
    return Turn(request=ListTeam(), at={"do": "named", "name": name})


def _is_name(name: str) -> bool:
    return all(sign.isalpha() or sign in " '.-" for sign in name)


def _role(scene: Scene, said: Said) -> Turn:
    grants = grants_of(scene.person)
    wanted = said.option
    if wanted not in {role.value for role in grants}:
        note = () if said.command == "show" else (say("expect.button"),)
        return _ask_role(scene.at, grants, *note)
    return Turn(request=Invite(str(scene.at["name"]), UnitRole(wanted)), at=scene.at)


def _ask_role(at: Mapping[str, Json], grants: Sequence[UnitRole], *note: Message) -> Turn:
    buttons = tuple(Choice(f"a:{role.value}", say(f"role.{role.value}")) for role in grants)
    leave: tuple[Choice, ...] = (way("cancel", role=Role.ASIDE),)
    text = (*note, say("team.ask.role", name=str(at["name"])))
    reply = Reply(text, choices=(buttons, leave), expects=Expects.CHOICE)
    return Turn((reply,), at={"do": "role", "name": at["name"]}, open="team:role")


def _found(scene: Scene) -> Turn:
    if not isinstance(scene.asked, ListTeam):
        return _made(scene)
    mates: tuple[Mate, ...] = scene.found or ()
    if scene.at.get("do") != "named":
        return _listed(mates, scene.at)
    same = [one for one in mates if fold(one.name) == fold(str(scene.at["name"]))]
    if same:
        return _listed(mates, {"note": "team.there"})
    grants = grants_of(scene.person)
    if len(grants) > 1:
        return _ask_role(scene.at, grants)
    return Turn(request=Invite(str(scene.at["name"]), grants[0]), at=scene.at)


def _listed(mates: Sequence[Mate], at: Mapping[str, Json]) -> Turn:
    note = (say(str(at["note"])),) if at.get("note") else ()
    lines = tuple(_line(number, one) for number, one in enumerate(mates[:MOST_LISTED], start=1))
    waiting = [one for one in mates if not one.joined][:MOST_BUTTONS]
    again = tuple(
        (go("invite_again", argument=str(one.account), label=say("team.again", name=one.name)),)
        for one in waiting
    )
    text = (*note, say("team.title", count=len(mates)), *lines)
    reply = Reply(text, choices=((go("invite"),), *again, (go("menu"),)))
    return Turn((reply,), open="team")


def _line(number: int, mate: Mate) -> Message:
    roles = [say(f"role.{role.value}") for role in UnitRole if role in mate.roles]
    key = "team.line" if mate.joined else "team.line.waits"
    return say(key, number=number, name=mate.name, roles=roles)


def _made(scene: Scene) -> Turn:
    invitation = scene.found
    ways = (go("team"),)
    if not isinstance(invitation, Invitation):
        return Turn(
            (Reply((say("team.refused"),), choices=((*ways, go("menu")),)),), open="refused"
        )
    title = say("invite.title", name=invitation.invited.name)
    events = [("invited", {"do": str(scene.at["do"])})]
    reply = card(invitation, title, zone=scene.zone, ways=ways)
    return Turn((reply,), open="invited", events=events)


FLOW: Flow = Team()
