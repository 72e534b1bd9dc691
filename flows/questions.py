"""A fact to a question: its words, its choices, and what it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from flows import sheet
from flows.desk import Desk
from flows.judging import fact_at
from flows.model import Choice, Draft, Expects, Reply, Role
from flows.month import MonthCalendar
from flows.paths import DAYS_TO_COME, fact_of, is_shared, nominee_of
from flows.ways import go, way
from rules.calendar import Calendar, UnknownYear, load_calendar
from rules.facts import Kind
from rules.message import Message, say

EARLIEST = date(2014, 1, 1)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a draft: its path and what it waits for."""

    path: str
    expects: Expects
    options: tuple[str, ...] = ()
    ahead: bool = False

    @property
    def fact(self) -> str:
        return fact_of(self.path)


def question(path: str) -> Question:
    """The question for a path."""
    fact = fact_at(path)
    if path == "who":
        return Question(path, Expects.CHOICE, ("individual", "collective", "household", "many"))
    if path in DAYS_TO_COME:
        return Question(path, Expects.DATE, ahead=True)
    if fact is None:
        return Question(path, Expects.TEXT)
    options = fact.options or (("yes", "no") if fact.kind is Kind.YES_NO else ())
    return Question(path, _EXPECTS[fact.kind], tuple(options), fact.ahead)


_EXPECTS = {
    Kind.CHOICE: Expects.CHOICE,
    Kind.YES_NO: Expects.CHOICE,
    Kind.INTEGER: Expects.NUMBER,
    Kind.DATE: Expects.DATE,
    Kind.TEXT: Expects.TEXT,
    Kind.SET: Expects.SET,
    Kind.DATES: Expects.DATE,
}


def words(draft: Draft, path: str) -> Message:
    """What is asked: of the case, of one of several nominees by name, or of all at once."""
    fact = fact_of(path)
    if path.startswith("note."):
        return say(f"ask.{path.removeprefix('note.')}")
    count = len(sheet.own_answers(draft))
    fact += _fitting(draft, path) if fact != "name" or count == 1 else ""
    if is_shared(path) and count > 1:
        told = count if fact_of(path) in _OF_LINES else sheet.heads(sheet.own_answers(draft))
        return say(f"ask.{fact}.all", count=told)
    index = nominee_of(path)
    if index is not None and (count > 1 or _is_several(draft, index, fact)):
        return say(f"ask.{fact}.of", name=nominee_name(draft, index))
    return say(f"ask.{fact}")


_OF_LINES = frozenset({"name", "count"})
"""Facts asked of the lines of the list, of which one may stand for several."""


def _is_several(draft: Draft, index: int, fact: str) -> bool:
    """One line of the list that stands for several, asked about by what it is called."""
    return fact == "participation" and sheet.own_answers(draft)[index].get("count", 1) > 1


_FITTED = {
    "steering_member": frozenset({"collective", "household"}),
    "name": frozenset({"individual", "collective", "household"}),
}
"""Facts asked in words of their own of some kinds of nominees: a body is no person."""


def _fitting(draft: Draft, path: str) -> str:
    """The ending of the words for the kind of nominee asked about, where all are of that kind."""
    index = nominee_of(path)
    own = sheet.own_answers(draft)
    kinds = {one.get("type") for one in (own if index is None else own[index : index + 1])}
    fitting = kinds if len(kinds) == 1 and kinds <= _FITTED.get(fact_of(path), set()) else set()
    return "".join(f".{kind}" for kind in fitting)


def nominee_name(draft: Draft, index: int) -> Message | str:
    """The nominee's name, or its kind and number."""
    own = sheet.own_answers(draft)[index]
    if own.get("name"):
        return str(own["name"])
    if own.get("count", 1) > 1:
        return say(f"who.several.{own['type']}", count=own["count"])
    return say(f"nominee.{own.get('type') or 'somebody'}", number=index + 1)


def ask(desk: Desk, asked: Question, picked: Sequence[str] = ()) -> Reply:
    """The question as a reply, with the ways that every question offers."""
    rows = [*_answers(desk, asked, picked), _asides(asked)]
    month = desk.at.month
    return Reply(
        (words(desk.draft, asked.path),),
        choices=tuple(rows),
        expects=asked.expects,
        calendar=_calendar(desk, asked, month) if month else None,
        slot="question" if asked.expects is Expects.SET or month else None,
    )


def _answers(desk: Desk, asked: Question, picked: Sequence[str]) -> Iterable[tuple[Choice, ...]]:
    match asked.expects:
        case Expects.CHOICE:
            yield from _options(desk.draft, asked)
        case Expects.SET:
            for option in asked.options:
                label = say(f"choice.{asked.fact}.{option}")
                yield (Choice(f"t:{option}", label, picked=option in picked),)
            yield (way("all", role=Role.ANSWER), way("done", role=Role.ANSWER))
        case Expects.DATE:
            yield from _days(asked, desk)


def _options(draft: Draft, asked: Question) -> Iterable[tuple[Choice, ...]]:
    for option in asked.options:
        yield (Choice(f"a:{option}", say(f"choice.{asked.fact}.{option}")),)
    if is_shared(asked.path) and len(sheet.own_answers(draft)) > 1:
        yield (Choice("a:each", say("choice.each")),)


def _days(asked: Question, desk: Desk) -> Iterable[tuple[Choice, ...]]:
    if not asked.ahead:
        yesterday = desk.today - timedelta(days=1)
        yield (
            Choice(f"day:{desk.today}", say("choice.today", day=desk.today)),
            Choice(f"day:{yesterday}", say("choice.yesterday", day=yesterday)),
        )
    if desk.at.month is None:
        yield (way("calendar", role=Role.ANSWER),)


def _asides(asked: Question) -> tuple[Choice, ...]:
    ways = ["unknown", "why", "back"] if asked.path != "who" else ["why", "back"]
    asides = [way(name, role=Role.ASIDE) for name in ways]
    return (*asides, replace(go("menu"), role=Role.ASIDE))


def _calendar(desk: Desk, asked: Question, month: date) -> MonthCalendar:
    first = month.replace(day=1)
    off = days_off(desk.calendar or load_calendar(), first)
    return MonthCalendar(first, EARLIEST, latest_day(asked, desk.today), off)


def latest_day(asked: Question, today: date) -> date:
    """The last day an answer may name: today, or two years on for what is planned."""
    return date(today.year + 2, 12, 31) if asked.ahead else today


def days_off(calendar: Calendar, first: date) -> tuple[date, ...]:
    days = (first + timedelta(days=n) for n in range(31))
    try:
        return tuple(d for d in days if d.month == first.month and not calendar.is_working_day(d))
    except UnknownYear:
        return ()
