"""A day to come, asked and read: from a calendar, or in an officer's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from flows.given import Refused
from flows.model import Choice, Expects, Reply, Role
from flows.month import MonthCalendar
from flows.questions import days_off
from flows.turn import Said, Scene, Turn
from flows.ways import way
from language.answers import DayAnswer, DayRefusal, read_day
from language.limits import read_until
from language.two_days import read_two_days
from rules.calendar import UnknownYear, load_calendar
from rules.message import Message, say

YEARS_AHEAD = 2
MOST_OFFERED = 3
WEEKS_AHEAD = timedelta(weeks=4)
FRIDAY = 4


def read_ahead(text: str, today: date) -> date | Refused:
    """The day the whole text names, today or later; or why it is none, and what may be meant."""
    found = read_day(text, today, ahead=True)
    match found.refusal:
        case DayRefusal.NOT_A_DATE:
            return _two_days(text, today)
        case DayRefusal.IMPOSSIBLE:
            return Refused(
                say("refuse.impossible_day.ahead", words=found.words, day=example_day(today))
            )
        case None:
            return _read(found, today)
    # without a year this year's day is meant, which is past; next year's is offered
    return _offer(say("refuse.past_day", day=_first(found)), found, today)


def _read(found: DayAnswer, today: date) -> date | Refused:
    if found.clash:
        return _offer(say("refuse.weekday_clash", day=_first(found)), found, today)
    if found.first != found.last:
        return Refused(say("refuse.span.ahead", words=found.words, day=example_day(today)))
    return checked(_first(found), today)


def read_first_after(text: str, today: date) -> date | Refused:
    """The first day after what the text names: `đến 25/12` is 25/12, `đến hết 25/12` is 26/12.

    A week or a month counts from its first day, with `hết` from the day after its last.
    """
    words, whole = read_until(text)
    found = read_day(words, today, ahead=True)
    if found.refusal is None and not found.clash and found.last is not None:
        end = found.last + timedelta(days=1)
        return checked(end if whole else _first(found), today)
    return read_ahead(words, today)


def checked(day: date, today: date) -> date | Refused:
    """A day taken or read, where it is neither past nor too far ahead."""
    if day < today:
        return Refused(say("refuse.past_day", day=day))
    if day > _latest(today):
        return Refused(say("refuse.far_day", day=day))
    return day


def _first(found: DayAnswer) -> date:
    assert found.first is not None  # only what is no date at all has none
    return found.first


def _two_days(text: str, today: date) -> Refused:
    days = read_two_days(text, today, ahead=True)
    if days is None:
        return Refused(say("expect.day_ahead", day=example_day(today)))
    choices = tuple(day_choice(day, today) for day in days)
    return Refused(say("refuse.two_days", first=days[0], last=days[1]), choices=choices)


def _offer(why: Message, found: DayAnswer, today: date) -> Refused:
    days = [day for day in found.alternatives if day >= today][:MOST_OFFERED]
    return Refused(why, choices=tuple(day_choice(day, today) for day in days))


def day_choice(day: date, today: date, label: str = "") -> Choice:
    """A day to tap; one of another year with its year."""
    key = label or ("choice.day" if day.year == today.year else "choice.day.other_year")
    return Choice(f"day:{day}", say(key, day=day))


def month_asked(said: Said, today: date) -> date | None:
    """The month that was opened or turned to."""
    return (said.month or today) if said.month or said.command == "calendar" else None


def example_day(today: date) -> date:
    """A Friday some weeks ahead, to show how a day is said."""
    day = today + WEEKS_AHEAD
    return day + timedelta(days=FRIDAY - day.weekday())


def hear_day(
    scene: Scene,
    said: Said,
    *,
    ask: Callable[..., Turn],
    taken: Callable[[Scene, Any], Turn],
    read: Callable[[str, date], Any],
) -> Turn:
    """What was said to a question for a day: a month turned, a day tapped, or words to `read`.

    What is read, or why it was not, is `taken`; else the question is `ask`ed once more.
    """
    month = month_asked(said, scene.today)
    if month is not None:
        return ask(scene, month=month)
    if said.command == "show":
        return ask(scene)
    if said.day is not None:
        return taken(scene, checked(said.day, scene.today))
    return taken(scene, read(said.option or said.text or "", scene.today))


def is_day_off(scene: Scene, day: date) -> bool:
    """Whether nobody is reminded on it; in a year without a calendar no day is known as off."""
    try:
        return not (scene.calendar or load_calendar()).is_working_day(day)
    except UnknownYear:
        return False


def ask_day(
    scene: Scene,
    text: Sequence[Message],
    *,
    offered: Sequence[tuple[Choice, ...]] = (),
    ways: Sequence[Choice] = (),
    month: date | None = None,
) -> Reply:
    """A question that a day answers, with its calendar once that is opened."""
    calendar = None if month is None else _calendar(scene, month)
    by_tap = () if calendar else ((way("calendar", role=Role.ANSWER),),)
    choices = (*offered, *by_tap, tuple(ways))
    slot = "day" if calendar else None
    return Reply(tuple(text), choices, Expects.DATE, calendar=calendar, slot=slot)


def _calendar(scene: Scene, month: date) -> MonthCalendar:
    first = month.replace(day=1)
    off = days_off(scene.calendar or load_calendar(), first)
    return MonthCalendar(first, scene.today, _latest(scene.today), off)


def _latest(today: date) -> date:
    return date(today.year + YEARS_AHEAD, 12, 31)
