"""What a person is told of the matters that are due: one reminder, or a numbered digest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from typing import Final
from zoneinfo import ZoneInfo

from flows.model import Choice, Reply, Tone
from flows.proposals.news import TO_ANSWER, TO_CONFIRM, TO_REVIEW, WITH_FILE
from flows.reminder_ports import Due
from flows.reminding import Hours, Matter, Rung
from flows.ways import go
from reminders.entries import Entry
from reminders.left import Left, Standing, left_of
from rules.calendar import Calendar
from rules.message import Message, say

NOON: Final = 11
EVENING: Final = 18
A_ROW: Final = 4
MOST_UNITS: Final = 8
SEVERAL: Final = 2
TO_SUBMIT: Final = frozenset({Matter.WINDOW, Matter.DOSSIER})
"""Matters that end when the draft is submitted."""
EVENTS: Final = frozenset({Matter.SUMMING_UP, Matter.MOVEMENT})
"""Matters whose last day is a day on which something takes place."""
_TAGGED: Final = frozenset({Rung.HEAD, Rung.AGAIN, Rung.NUDGE})


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes reminders as they stand at a moment, for a person with these hours."""

    calendar: Calendar
    zone: ZoneInfo
    now: datetime
    hours: Hours

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def write(self, entries: Sequence[Entry]) -> Reply:
        """One message for one entry or more."""
        if len(entries) == 1:
            return self._single(entries[0])
        return self._digest(entries)

    def _single(self, entry: Entry) -> Reply:
        due = entry.newest
        if due.rung is Rung.TOLD:
            told = (say("remind.told", title=due.words.title), *entry.news)
            return Reply((*told, *self._late(entry)), choices=_ways(entry), tone=Tone.NOTE)
        if due.matter is Matter.ASKED:
            asked = (say("remind.asked", title=due.words.title), *_tags(entry), *entry.news)
            text = (*asked, *due.words.missing, *self._late(entry))
            return Reply(text, choices=_ways(entry), tone=Tone.NOTE)
        left = self._left(due)
        text = (
            say("remind.single", head=_head(due, left), title=due.words.title),
            *_body(due, left),
            *_tags(entry),
            *entry.news,
            *(due.words.lines if len(entry.units) < SEVERAL else ()),
            *due.words.missing,
            *self._late(entry),
        )
        return Reply(text, choices=_ways(entry), tone=Tone.NOTE)

    def _digest(self, entries: Sequence[Entry]) -> Reply:
        hour = self.now.astimezone(self.zone).hour
        part = "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"
        head = say(f"digest.head.{part}", day=self.today, count=len(entries))
        lines = [self._line(number, entry) for number, entry in enumerate(entries, start=1)]
        opens = [
            _open(entry, say("digest.open", number=number))
            for number, entry in enumerate(entries, start=1)
        ]
        rows = [tuple(opens[at : at + A_ROW]) for at in range(0, len(opens), A_ROW)]
        return Reply(
            (head, *lines),
            choices=(*rows, (go("pause", label=say("digest.pause")),)),
            tone=Tone.NOTE,
        )

    def _line(self, number: int, entry: Entry) -> Message:
        due = entry.newest
        if due.rung is Rung.TOLD:
            rest = (*entry.news, *self._late(entry))
            return say("digest.told", number=number, title=due.words.title, rest=_joined(rest))
        if due.matter is Matter.ASKED:
            rest = (*_tags(entry), *entry.news, *self._late(entry))
            return say("digest.told", number=number, title=due.words.title, rest=_joined(rest))
        left = self._left(due)
        body = _body(due, left, in_short=True)
        rest = (*body, *_tags(entry), *entry.news, *self._late(entry))
        head = _head(due, left)
        return say(
            "digest.line", number=number, head=head, title=due.words.title, rest=_joined(rest)
        )

    def _left(self, due: Due) -> Left:
        return left_of(due, self.today, self.calendar)

    def _late(self, entry: Entry) -> Iterator[Message]:
        """When a late one was to come; one that was put off is told by the start of its day."""
        if not entry.is_late:
            return
        due = entry.newest
        at = due.at.astimezone(self.zone)
        minutes = self.hours.start if at.date() != due.on_day else at.hour * 60 + at.minute
        time = f"{minutes // 60:02}:{minutes % 60:02}"
        yield say("remind.late", time=time, day=due.on_day)


def _joined(sentences: Sequence[Message]) -> Message:
    return reduce(lambda first, second: say("remind.and", first=first, second=second), sentences)


def _head(due: Due, left: Left) -> Message:
    """How much time is left, in a few words."""
    if left.standing is Standing.AHEAD:
        ahead = say("remind.ahead.one")
        if left.working_days > 1:
            ahead = say("remind.ahead", left=left.working_days)
        return say("remind.between", head=ahead, days=left.between) if left.between else ahead
    if left.standing is Standing.ROLLING and due.words.rolled is not None:
        return say("remind.rolling", rolled=due.words.rolled)
    if due.matter in EVENTS and left.standing in (Standing.TODAY, Standing.PAST):
        return say(f"remind.{left.standing.value}.{due.matter.value}")
    return say(f"remind.{left.standing.value}")


def _body(due: Due, left: Left, *, in_short: bool = False) -> Iterator[Message]:
    """The last day itself, the raw one told apart from the one it rolls to."""
    is_past = left.standing is Standing.PAST and not in_short
    yield say(f"remind.{due.matter.value}.{'past' if is_past else 'until'}", due=due.due)
    if due.words.rolled is not None:
        key = "remind.rolls.in_short" if in_short else "remind.rolls"
        yield say(key, rolled=due.words.rolled)


def _tags(entry: Entry) -> Iterator[Message]:
    """Why the person hears of it, where it is not their own last day alone."""
    due = entry.newest
    if due.rung in _TAGGED:
        yield say(f"remind.why.{due.rung.value}")
    if entry.units:
        shown, rest = entry.units[:MOST_UNITS], len(entry.units) - MOST_UNITS
        key = "remind.units.more" if rest > 0 else "remind.units"
        yield say(key, units=shown, count=len(entry.units), rest=rest)
    if due.whose is not None and due.about.draft is not None:
        yield say("remind.whose", name=due.whose)


def _ways(entry: Entry) -> tuple[tuple[Choice, ...], ...]:
    """What can be done about one reminder; its buttons are good for ever."""
    due, about = entry.newest, str(entry.newest.about)
    first: tuple[Choice, ...] = (_open(entry, None),)
    if due.matter is Matter.PROPOSAL:
        return (*_answers(entry), first)
    if due.whose is not None and due.about.task is not None:
        return (first,)  # the report of others: there is nothing to put off or to hand on
    if due.matter in TO_SUBMIT:
        first = (*first, go("sent", argument=about, label=say("remind.sent")))
    again = go("again", argument=about, label=say("remind.again"))
    return (first, (again, go("hand", argument=about, label=say("remind.hand"))))


def _answers(entry: Entry) -> Iterator[tuple[Choice, ...]]:
    """What can be answered to the newest of them: a yes or no, a question, the decision's file."""
    key, draft = entry.news[-1].key, str(entry.newest.about.draft)
    if key == TO_CONFIRM:
        yield (go("agree", argument=draft), go("hand_back", argument=draft))
    if key in TO_REVIEW:
        yield (go("accept_it", argument=draft), go("return_it", argument=draft))
        yield (go("ask_unit", argument=draft),)
    if key == TO_ANSWER:
        yield (go("answer_office", argument=draft),)
    if key == WITH_FILE:
        yield (go("decision", argument=draft, label=say("proposal.read.file")),)


def _open(entry: Entry, label: Message | None) -> Choice:
    about = entry.newest.about
    if entry.newest.matter is Matter.PROPOSAL:
        label = label or say("remind.open.proposal")
        return go("proposal", argument=str(about.draft), label=label)
    if len(entry.units) >= SEVERAL:
        return go("duties", label=label or say("remind.open.duties"))
    if about.draft is not None:
        return go("open", argument=str(about.draft), label=label or say("remind.open"))
    return go("task", argument=str(about.task), label=label or say("remind.open.task"))
