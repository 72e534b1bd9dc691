"""When the units first hear of a report that is given on a day off: never too late unsaid."""

from __future__ import annotations

from datetime import date, timedelta

from flows.ahead import is_day_off
from flows.turn import Scene
from rules.message import Message, say

ONE_DAY = timedelta(days=1)


def first_heard(scene: Scene, due: date) -> tuple[Message, ...]:
    """A warning where that is the last day itself, or later; nothing where it is in time."""
    first = scene.today
    while is_day_off(scene, first):
        first += ONE_DAY
    if first == scene.today or first < due:
        return ()
    return (say("duty.heard_on" if first == due else "duty.heard_after", first=first, due=due),)
