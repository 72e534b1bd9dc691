"""Which units are asked: all, or some picked from those that report to the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.given import Refused
from flows.model import Choice, Expects, Json, Reply, Role, Unit
from flows.turn import Said
from flows.ways import way
from language.options import choose_set
from rules.message import Message, say

MOST_LISTED = 40
MOST_NAMED = 12


def heard(said: Said) -> Json:
    """What was said, kept while the units are looked up."""
    return {"toggle": said.toggle, "command": said.command, "text": said.text}


def read(at: Mapping[str, Json], units: Sequence[Unit]) -> Mapping[str, Json] | Refused:
    """The units meant (`units`), or those ticked so far (`picked`)."""
    said, known = at["heard"], [unit.id for unit in units]
    picked = [unit for unit in at.get("picked", at.get("units", ())) if unit in known]
    if said["toggle"] in {str(unit) for unit in known}:
        chosen = {*picked} ^ {int(said["toggle"])}
        return {"picked": [unit for unit in known if unit in chosen]}
    if said["command"] == "all":
        return {"units": known}
    if said["command"] == "done":
        return {"units": picked} if picked else Refused(say("duty.units.none_picked"))
    if said["command"] == "show":
        return {"picked": picked}
    found = choose_set(said["text"] or "", {str(unit.id): (unit.name,) for unit in units})
    if not found:
        return Refused(say("duty.units.not_read"))
    return {"units": [unit for unit in known if str(unit) in found]}


def ask(at: Mapping[str, Json], units: Sequence[Unit], *note: Message) -> Reply:
    """The units to tick; of a great many the first, and any by name."""
    picked = at.get("picked", at.get("units", ()))
    shown = units[:MOST_LISTED]
    rows = [
        (Choice(f"t:{unit.id}", say("duty.unit", name=unit.name), picked=unit.id in picked),)
        for unit in shown
    ]
    text = [*note, say("duty.ask.units", count=len(units))]
    if len(units) > len(shown):
        text.append(say("duty.units.more", count=len(units) - len(shown)))
    ready = (
        way("all", role=Role.ANSWER, label=say("way.all_units", count=len(units))),
        way("done", role=Role.ANSWER),
    )
    leave = (way("back", role=Role.ASIDE), way("cancel", role=Role.ASIDE))
    return Reply(tuple(text), choices=(*rows, ready, leave), expects=Expects.SET, slot="units")


def named(chosen: Sequence[int], units: Sequence[Unit]) -> Message:
    """The units by name, or how many there are."""
    names = [unit.name for unit in units if unit.id in chosen]
    if len(names) == len(units):
        return say("duty.units.all", count=len(names))
    if len(names) > MOST_NAMED:
        return say("duty.units.some", count=len(names))
    return say("duty.units", count=len(names), names=names)
