"""Days as officers write them to a date answer, said back with their weekday."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from flows.desk import Desk
from flows.given import Given, Refused
from flows.model import Choice, Json
from flows.questions import EARLIEST, Question, latest_day
from flows.turn import Said
from flows.values import day_shown
from language.answers import DayAnswer, DayRefusal, read_day
from language.two_days import read_two_days
from language.unsure import is_rough
from rules.facts import facts
from rules.message import say

MOST_OFFERED = 3


def read_day_answer(desk: Desk, asked: Question, said: Said) -> Given | Refused | None:
    """A day tapped or typed; a month or a year where the fact can be that inexact."""
    if said.day is not None:
        return _checked(desk, asked, said.day)
    if not said.text:
        return None
    found = read_day(said.text, desk.today, ahead=asked.ahead)
    if found.refusal is DayRefusal.NOT_A_DATE:
        return _two_days(desk, asked, said.text)
    if found.refusal is not None:
        return _refused(desk, found)
    if found.clash:
        days = _offered(desk, found)
        return Refused(say("refuse.weekday_clash", day=_known(found)), choices=days)
    return _spelled(desk, asked, found, rough=is_rough(said.text))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _known(found: DayAnswer) -> date:
    assert found.first is not None  # what is refused or clashes was read first
    return found.first


def _two_days(desk: Desk, asked: Question, text: str) -> Refused | None:
    """Two days where one is asked: which of them."""
    days = read_two_days(text, desk.today, ahead=asked.ahead)
    if days is None:
        return None
    choices = tuple(_offer(day, desk.today) for day in days)
    return Refused(say("refuse.two_days", first=days[0], last=days[1]), choices=choices)


def _refused(desk: Desk, found: DayAnswer) -> Refused:
    if found.refusal is DayRefusal.IMPOSSIBLE:
        return Refused(say("refuse.impossible_day", words=found.words))
    offered = _offered(desk, found)
    if found.refusal is DayRefusal.FUTURE:
        return Refused(say("refuse.future_day", day=_known(found)), choices=offered)
    return Refused(say("refuse.year_unclear", words=found.words), choices=offered)


def _spelled(desk: Desk, asked: Question, found: DayAnswer, *, rough: bool) -> Given | Refused:
    first = _known(found)
    if found.first == found.last and rough:
        why = say("refuse.rough_day", words=found.words)
        return Refused(why, choices=(_offer(first, desk.today),))
    if found.first == found.last:
        return _checked(desk, asked, first)
    whole = first.day == 1 and found.last in (_month_end(first), first.replace(month=12, day=31))
    if whole and f"{asked.fact}_precision" in facts():
        return _checked(desk, asked, first, precision=found.precision)
    return Refused(say("refuse.span", words=found.words))


def _checked(desk: Desk, asked: Question, day: date, *, precision: str = "day") -> Given | Refused:
    if day > desk.today and not asked.ahead:
        return Refused(say("refuse.future_day", day=day))
    if day < EARLIEST and desk.draft.kind != "revocation":
        return Refused(say("refuse.early_day", day=day))
    if day > latest_day(asked, desk.today):
        return Refused(say("refuse.far_day", day=day))
    values: dict[str, Json] = {asked.path: day.isoformat()}
    if precision != "day" or f"{asked.path}_precision" in desk.draft.answers:
        values[f"{asked.path}_precision"] = precision
    return Given(values, notes=(say("note.noted", value=day_shown(day, precision)),))


def _offered(desk: Desk, found: DayAnswer) -> tuple[Choice, ...]:
    return tuple(_offer(day, desk.today) for day in found.alternatives[:MOST_OFFERED])


def _offer(day: date, today: date) -> Choice:
    key = "choice.day" if day.year == today.year else "choice.day.other_year"
    return Choice(f"day:{day}", say(key, day=day))
