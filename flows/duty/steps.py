"""The steps of asking units for a report: what each asks, and what it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from flows.ahead import ask_day, checked, example_day, is_day_off, month_asked, read_ahead
from flows.given import Refused
from flows.heard import heard
from flows.model import Choice, Expects, Json, Reply, Role
from flows.reminding import Repeats
from flows.turn import Said, Scene
from flows.ways import way
from language.fold import clean, clean_lines, fold
from language.limits import read_last_valid
from language.phrases import without_courtesy
from rules.message import Message, say

LONGEST_TITLE = 120
LONGEST_INSTRUCTIONS = 1000
REPEATS = tuple(one.value for one in Repeats)
NONE = frozenset({"khong", "khong co", "khong can", "none", "no"})
OTHER_SPANS = frozenset({"tuan", "ngay", "week", "weekly", "day", "daily"})
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Partly:
    """A title that was understood, and why the last day said with it was not taken."""

    title: str
    refused: Refused


Read: TypeAlias = Mapping[str, Json] | Refused
"""The values of a step, or why there are none."""


def ask(
    scene: Scene, at: Mapping[str, Json], refused: Refused | None, note: Message | None
) -> Reply:
    """The question of a step, after what was understood or why nothing was."""
    step = str(at["step"])
    ahead = (*((note,) if note else ()), *((refused.why,) if refused else ()))
    text = (*ahead, say(f"duty.ask.{step}", **_examples(step, scene.today)))
    offered = (refused.choices,) if refused and refused.choices else ()
    leave = (way("back", role=Role.ASIDE), way("cancel", role=Role.ASIDE))
    if step == "due":
        month = date.fromisoformat(at["month"]) if at.get("month") else None
        return ask_day(scene, text, offered=offered, ways=leave, month=month)
    if step == "repeats":
        rows = tuple((Choice(f"a:{one}", say(f"choice.repeats.{one}")),) for one in REPEATS)
        return Reply(text, choices=(*rows, leave), expects=Expects.CHOICE)
    skip = ((way("none", role=Role.ANSWER),),) if step == "instructions" else ()
    return Reply(text, choices=(*skip, leave), expects=Expects.TEXT)


def _examples(step: str, today: date) -> Mapping[str, date]:
    """A day to come, and the last valid day where that one is said with «trước»."""
    day = example_day(today)
    return {"title": {"day": day}, "due": {"day": day, "due": day - ONE_DAY}}.get(step, {})


def _title(scene: Scene, said: Said) -> Read | Partly:
    """The title; with its last day where that is said behind it."""
    text = clean(said.text or "")
    found = read_last_valid(text)
    if found is not None:
        title, words, before = found
        due = _due(words, scene.today, before=before)
        if isinstance(due, date) and title:
            return _checked_title(title) or {"title": _capital(title), "due": due.isoformat()}
        if isinstance(due, Refused) and due.why.key != "expect.day_ahead":
            too_long = _checked_title(title) if title else None
            return too_long or (Partly(_capital(title), due) if title else due)
    return _checked_title(text) or {"title": _capital(text)}


def _checked_title(text: str) -> Refused | None:
    if 0 < len(text) <= LONGEST_TITLE:
        return None
    return Refused(say("duty.title.length", most=LONGEST_TITLE))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _instructions(_scene: Scene, said: Said) -> Read:
    text = clean_lines(said.text or "")
    if said.command == "none" or without_courtesy(text) in NONE:
        return {"instructions": ""}
    if not text:
        return Refused(say("duty.instructions.none"))
    if len(text) > LONGEST_INSTRUCTIONS:
        return Refused(say("refuse.long_text", length=len(text), most=LONGEST_INSTRUCTIONS))
    return {"instructions": text}


def _last_day(scene: Scene, said: Said) -> Read:
    """`trước ngày 20/10` is 19/10; a day without a word may mean either, and is asked."""
    month = month_asked(said, scene.today)
    if month is not None:
        return {"month": month.isoformat()}
    due = _due_said(said, scene.today)
    return due if isinstance(due, Refused) else {"due": due.isoformat()}


def _due_said(said: Said, today: date) -> date | Refused:
    if said.day is not None:
        return checked(said.day, today)
    found = read_last_valid(said.text or "")
    if found is not None and not found[0]:
        return _due(found[1], today, before=found[2])
    day = read_ahead(said.text or "", today)
    if isinstance(day, Refused) or day == today:
        return day
    on = Choice(f"day:{day}", say("choice.on_day", due=day))
    return Refused(say("duty.which_day", day=day), choices=(_before(day), on))


def _due(words: str, today: date, *, before: bool) -> date | Refused:
    """The last valid day, today or later."""
    day = read_ahead(words, today)
    if isinstance(day, Refused):
        return replace(day, choices=tuple(map(_day_before, day.choices))) if before else day
    return checked(day - ONE_DAY, today) if before else day


def _day_before(offered: Choice) -> Choice:
    """Before the day offered: the last valid day is the one ahead of it."""
    day = date.fromisoformat(offered.id.removeprefix("day:"))
    return _before(day)


def _before(day: date) -> Choice:
    due = day - ONE_DAY
    return Choice(f"day:{due}", say("choice.before_day", day=day, due=due))


def _repeats(_scene: Scene, said: Said) -> Read:
    text = said.text or ""
    # two weeks a time is not once, and is not to be had
    other = OTHER_SPANS & set(fold(text).split())
    found = said.option or (None if other else heard("repeats", REPEATS, text))
    return {"repeats": found} if found in REPEATS else Refused(say("duty.repeats.not_read"))


READERS: Mapping[str, Callable[[Scene, Said], Read | Partly]] = {
    "title": _title,
    "instructions": _instructions,
    "due": _last_day,
    "repeats": _repeats,
}


def note_of(scene: Scene, values: Mapping[str, Json]) -> Message | None:
    """What was understood of a day, said back with its weekday; a day off is named as one."""
    if "due" not in values:
        return None
    due = date.fromisoformat(values["due"])
    return say("duty.due.off" if is_day_off(scene, due) else "duty.due", due=due)
