"""A last day in words: what it is of, how much is left, and when a reminder comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from flows.model import Choice, Json, Reply
from flows.reminding import About, DeadlineLine, Matter
from flows.turn import BACK, Said, Scene, Turn
from flows.ways import go
from flows.wire import message_from_json, message_to_json
from rules.message import Message, say


def left(due: date, today: date) -> Message:
    """How many days there are up to a last day, or since."""
    days = (due - today).days
    if days == 0:
        return say("left.today")
    if abs(days) == 1:
        return say("left.one" if days == 1 else "left.past.one")
    return say("left.days", count=days) if days > 0 else say("left.past", count=-days)


def at_time(at: datetime, scene: Scene) -> Message:
    """A moment by the officers' clock."""
    local = at.astimezone(scene.zone)
    key = "time.today" if local.date() == scene.today else "time.on"
    return say(key, day=local.date(), time=local.strftime("%H:%M"))


def what(line: DeadlineLine) -> Message:
    """What the last day is of."""
    return say(f"matter.{line.matter.value}")


def last_day(line: DeadlineLine, today: date) -> Iterator[Message]:
    """What the last day is of, the day, how much is left, and where it rolls to."""
    if line.matter is Matter.ASKED:
        yield say("due.line.asked")
        return
    yield say("due.line", matter=what(line), due=line.due, left=left(line.due, today))
    if line.words.rolled is not None:
        yield say("due.rolled", rolled=line.words.rolled)


def of_matter(lines: Sequence[DeadlineLine] | None, about: About) -> list[DeadlineLine]:
    """The last days of one draft or task."""
    return [line for line in lines or () if line.about == about]


def noted_of(lines: Sequence[DeadlineLine], today: date) -> Mapping[str, Json]:
    """What is to be known of a matter for as long as it is talked about: title and last day.

    Of several last days the nearest that is not past.
    """
    if not lines:
        return {"title": message_to_json(say("due.matter"))}
    title = message_to_json(lines[0].words.title)
    days = [line.due for line in lines if line.matter is not Matter.ASKED]
    if not days:
        return {"title": title}
    due = min((day for day in days if day >= today), default=max(days))
    return {"title": title, "due": due.isoformat()}


def about_of(at: Mapping[str, Json]) -> About:
    """The matter that a page is about."""
    about = About.read(str(at["about"]))
    assert about is not None  # every page that says `about` was begun with one
    return about


def title_of(at: Mapping[str, Json]) -> Message:
    return message_from_json(at["title"])


def done(*text: Message, ways: Sequence[Choice] = (), about: str = "") -> Turn:
    """Something is done: back to the question it came between, else with the ways on.

    `about` is the matter that was talked about: the next word without one may mean it.
    """
    rows = (tuple(ways),) if ways else ()
    reply = Reply(text, choices=(*rows, (go("deadlines"), go("menu"))))
    at = {"about": about} if about else {}
    return Turn((reply,), at=at, open="done", goto=(BACK, Said(command="show")))


def guest() -> Turn:
    """Nobody's unit is known here: there is nothing to be reminded of."""
    return denied(say("deadlines.guest"), go("check"))


def denied(why: Message, way_on: Choice) -> Turn:
    """Not for this person; a question it came between is asked again."""
    reply = Reply((why,), choices=((way_on, go("menu")),))
    return Turn((reply,), open="denied", goto=(BACK, Said(command="show")))


def no_such_matter() -> Turn:
    """Not the person's own, or gone: the two look alike."""
    return done(say("note.no_such_matter"))
