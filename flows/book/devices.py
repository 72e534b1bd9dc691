"""One's own chats: the browsers and Telegram one is signed in with, one more, or one less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.due.telling import denied
from flows.handing_on import card
from flows.model import Choice, Reply
from flows.people_asked import AddDevice, Device, EndDevice, Invitation, ListDevices, SignOut
from flows.reminding import is_number
from flows.turn import Flow, Said, Scene, Turn
from flows.ways import go, way
from rules.message import Message, say

MOST_LISTED = 12
WEB = "web"


@dataclass(frozen=True, slots=True)
class Devices:
    """A list; each chat but the one on the screen can be ended from it."""

    id: str = "devices"

    def step(self, scene: Scene, said: Said) -> Turn:
        if scene.person.unit is None:
            return denied(say("devices.guest"), go("sign_in"))
        if scene.asked is not None:
            return _found(scene)
        if said.command == "add_device":
            return Turn(request=AddDevice())
        if said.command == "sign_out" and is_number(said.argument):
            return Turn(request=SignOut(int(said.argument)))
        if said.command == "end_device" and is_number(said.argument):
            return Turn(request=EndDevice(int(said.argument)))
        is_asked = said.command in ("start", "show", "back", "cancel")
        return Turn(request=ListDevices(), at={} if is_asked else {"note": "expect.button"})


def _found(scene: Scene) -> Turn:
    match scene.asked:
        case AddDevice():
            return _added(scene)
        case SignOut():
            return _signed_out(scene)
        case EndDevice():
            told = "devices.ended" if scene.found else "devices.no_such"
            return Turn(request=ListDevices(), at={"note": told})
    note = (say(str(scene.at["note"])),) if scene.at.get("note") else ()
    return _listed(scene.found or (), *note)


def _listed(found: Sequence[Device], *note: Message) -> Turn:
    shown = found[:MOST_LISTED]
    lines = tuple(_line(number, one) for number, one in enumerate(shown, start=1))
    ends: tuple[tuple[Choice, ...], ...] = tuple(
        (_end(number, one),)
        for number, one in enumerate(shown, start=1)
        if not one.here or one.channel == WEB
    )
    text = (*note, say("devices.title", count=len(found)), *lines)
    reply = Reply(text, choices=((way("add_device"),), *ends, (go("menu"),)))
    return Turn((reply,), open=f"devices:{len(found)}")


def _end(number: int, device: Device) -> Choice:
    if device.here:
        return way("sign_out", argument=str(device.id))
    return way("end_device", argument=str(device.id), label=say("way.end_nth", number=number))


def _signed_out(scene: Scene) -> Turn:
    """Told while the page still shows it; a chat that is no browser cannot be left so."""
    key = "devices.signed_out" if scene.found else "devices.no_such"
    return Turn((Reply((say(key),), choices=((go("menu"),),)),), open="signed_out")


def _line(number: int, device: Device) -> Message:
    name = say(f"devices.channel.{'web' if device.channel == WEB else 'chat'}")
    key = "devices.line.here" if device.here else "devices.line"
    if device.until is None:
        return say(key, number=number, device=name)
    return say(f"{key}.until", number=number, device=name, day=device.until)


def _added(scene: Scene) -> Turn:
    invitation = scene.found
    ways = (go("devices"),)
    if not isinstance(invitation, Invitation):
        reply = Reply((say("devices.not_here"),), choices=((*ways, go("menu")),))
        return Turn((reply,), open="refused")
    reply = card(invitation, say("devices.add"), zone=scene.zone, ways=ways)
    return Turn((reply,), open="added", events=[("invited", {"do": "device"})])


FLOW: Flow = Devices()
