"""Reminded of it again: in an hour, this afternoon, tomorrow morning, or on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from flows.ahead import ask_day, hear_day, read_ahead
from flows.asking import ListDeadlines, RemindAgain
from flows.due import which
from flows.due.moved import When, why_moved
from flows.due.telling import about_of, at_time, done, no_such_matter, noted_of, of_matter, title_of
from flows.given import Refused
from flows.headings import title
from flows.model import Choice, Draft, Json, Role
from flows.reminding import About
from flows.turn import OpenDraft, Said, Scene, Turn
from flows.ways import way
from flows.wire import message_to_json
from language.limits import read_after
from language.reminding import read_moment, read_wait
from rules.message import Message, say

MOMENTS = ("hour", "afternoon", "tomorrow")


def begin(scene: Scene, said: Said) -> Turn:
    about = which.tapped(said)
    if about is None:
        # a button that names no matter brings no words either
        return which.find(said, "again", when=said.argument if said.text else "")
    at = {"when": said.argument.partition(":")[2]}
    return of(replace(scene, at=at), about)


def of(scene: Scene, about: About) -> Turn:
    """Its title and last day are looked up first: they are told."""
    at = {"do": "again", "about": str(about), "when": scene.at.get("when", "")}
    return Turn(request=ListDeadlines(), at=at)


def found(scene: Scene) -> Turn:
    if isinstance(scene.asked, RemindAgain):
        return _done(scene)
    about = about_of(scene.at)
    if isinstance(scene.asked, OpenDraft):
        titled = title(scene.found) if isinstance(scene.found, Draft) else say("due.matter")
        known: Mapping[str, Json] = {"title": message_to_json(titled)}
    else:
        lines = of_matter(scene.found, about)
        if not lines and about.draft is not None:
            # of a draft without a last day nothing is planned; it has a name all the same
            return Turn(request=OpenDraft(about.draft), at=scene.at)
        known = noted_of(lines, scene.today)
    words = str(scene.at["when"])
    now = replace(scene, at={"do": "again", "about": scene.at["about"], **known})
    return _taken(now, _read(words, scene.today)) if words else _ask(now)


def hear(scene: Scene, said: Said) -> Turn:
    return hear_day(scene, said, ask=_ask, taken=_taken, read=_read)


def _read(words: str, today: date) -> When | Refused:
    if words in MOMENTS:
        return words
    found: When | Refused | None = read_moment(words) or read_wait(words)
    found = found or read_ahead(read_after(words), today)
    unread = isinstance(found, Refused) and found.why.key == "expect.day_ahead"
    return Refused(say("again.not_read")) if unread else found


def is_moment(words: str, today: date) -> bool:
    """Whether the words say when, and nothing else."""
    return bool(words) and not isinstance(_read(words, today), Refused)


def _taken(scene: Scene, when: When | Refused) -> Turn:
    if isinstance(when, Refused):
        return _ask(scene, when.why, offered=when.choices)
    return Turn(request=RemindAgain(about_of(scene.at), when), at=scene.at)


def _ask(
    scene: Scene,
    *note: Message,
    offered: tuple[Choice, ...] = (),
    month: date | None = None,
) -> Turn:
    moments = tuple(Choice(f"a:{name}", say(f"choice.again.{name}")) for name in MOMENTS)
    reply = ask_day(
        scene,
        (*note, say("again.ask", title=title_of(scene.at))),
        offered=[offered, moments] if offered else [moments],
        ways=(way("cancel", role=Role.ASIDE),),
        month=month,
    )
    return Turn((reply,), at=scene.at, open=f"again:{scene.at['about']}")


def _done(scene: Scene) -> Turn:
    if scene.found is None:
        return no_such_matter()
    at, due = at_time(scene.found, scene), scene.at.get("due")
    told = say("again.done", title=title_of(scene.at), at=at)
    if due:
        day = date.fromisoformat(due)
        told = say("again.done.due", title=title_of(scene.at), at=at, due=day)
    assert isinstance(scene.asked, RemindAgain)
    moved = why_moved(scene, scene.asked.when, scene.found)
    warned = _warning(scene, scene.at, scene.found.astimezone(scene.zone).date())
    return done(told, *moved, *warned, about=str(scene.at["about"]))


def _warning(scene: Scene, at: Mapping[str, Json], day: date) -> tuple[Message, ...]:
    """After the last day: allowed, and said."""
    due = date.fromisoformat(at["due"]) if at.get("due") else None
    if due is None or day <= due:
        return ()
    return (say("again.overdue" if due < scene.today else "again.past", due=due),)
