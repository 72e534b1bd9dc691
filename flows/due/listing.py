"""My deadlines: the list with the days left, and one matter with how its day was counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows.asking import ListDeadlines
from flows.due.telling import about_of, at_time, last_day, left, no_such_matter, of_matter, what
from flows.due.which import tapped
from flows.model import Choice, Reply
from flows.reminding import About, DeadlineLine, Matter
from flows.turn import Said, Scene, Turn
from flows.ways import after, go
from rules.message import Message, say

MOST_LISTED = 12
IN_A_ROW = 4


def begin(_scene: Scene, said: Said) -> Turn:
    """The list; with a note where what was said fits nothing here."""
    note = "" if said.command in ("start", "show", "back") else "expect.button"
    return Turn(request=ListDeadlines(), at={"do": "list", "note": note})


def begin_one(scene: Scene, said: Said) -> Turn:
    """One matter's page."""
    about = tapped(said)
    return begin(scene, said) if about is None else of(scene, about)


def hear_one(scene: Scene, said: Said) -> Turn:
    """The page again, where it is to be shown; else the list."""
    if said.command != "show":
        return begin(scene, said)
    return begin_one(scene, Said(argument=str(scene.at["about"])))


def of(_scene: Scene, about: About) -> Turn:
    return Turn(request=ListDeadlines(), at={"do": "due", "about": str(about)})


def found(scene: Scene) -> Turn:
    lines = scene.found or ()
    reply = Reply(tuple(_text(scene, lines)), choices=tuple(_ways(scene, lines)))
    if scene.at.get("note"):
        reply = after(say(str(scene.at["note"])), reply)
    return Turn((reply,), at={"do": "list"}, open="deadlines")


def _text(scene: Scene, lines: Sequence[DeadlineLine]) -> Iterator[Message]:
    yield say("deadlines.title", count=len(lines)) if lines else say("deadlines.none")
    for number, line in enumerate(lines[:MOST_LISTED], start=1):
        if line.matter is Matter.ASKED:
            at = at_time(line.next_at, scene) if line.next_at else say("due.line.asked")
            yield say("deadlines.line.asked", number=number, title=line.words.title, at=at)
            continue
        key = "deadlines.line" if line.due.year == scene.today.year else "deadlines.line.year"
        yield say(
            key,
            number=number,
            due=line.due,
            left=left(line.due, scene.today),
            title=line.words.title,
            matter=what(line),
        )
    if len(lines) > MOST_LISTED:
        yield say("deadlines.more", count=len(lines) - MOST_LISTED)
    paused = scene.person.hours.paused_until
    if paused is not None and paused > scene.today:
        yield say("deadlines.paused", until=paused)


def _ways(scene: Scene, lines: Sequence[DeadlineLine]) -> Iterator[tuple[Choice, ...]]:
    buttons = [
        go("due", argument=str(line.about), label=say("way.open_nth", number=number))
        for number, line in enumerate(lines[:MOST_LISTED], start=1)
    ]
    for start in range(0, len(buttons), IN_A_ROW):
        yield tuple(buttons[start : start + IN_A_ROW])
    paused = scene.person.hours.paused_until
    is_paused = paused is not None and paused > scene.today
    yield (go("remind") if is_paused else go("pause"), go("hours"))
    yield (go("feed"), go("menu"))


def found_one(scene: Scene) -> Turn:
    about = about_of(scene.at)
    lines = of_matter(scene.found, about)
    if not lines:
        return no_such_matter()
    reply = Reply(tuple(_page(scene, lines)), choices=ways_of(about))
    return Turn((reply,), at={"do": "due", "about": str(about)}, open=f"due:{about}")


def _page(scene: Scene, lines: Sequence[DeadlineLine]) -> Iterator[Message]:
    yield say("due.title", title=lines[0].words.title)
    told: list[Message] = []
    for line in lines:
        yield from last_day(line, scene.today)
        yield from (one for one in (*line.words.lines, *line.words.missing) if one not in told)
        told += (*line.words.lines, *line.words.missing)
    coming = [line.next_at for line in lines if line.next_at is not None]
    if coming:
        yield say("due.next", at=at_time(min(coming), scene))


def ways_of(about: About) -> tuple[tuple[Choice, ...], ...]:
    """What can be done about a matter that one is reminded of."""
    named = str(about)
    first: tuple[Choice, ...] = (go("task", argument=str(about.task), label=say("way.open_task")),)
    if about.draft is not None:
        opened = go("open", argument=str(about.draft), label=say("way.open_draft"))
        first = (opened, go("sent", argument=named))
    later = (go("again", argument=named), go("hand", argument=named))
    return first, later, (go("deadlines"), go("menu"))
