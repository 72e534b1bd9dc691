"""A report handed in: its text and files, gathered until it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.asking import ReportTask
from flows.commands import UNFINISHED
from flows.due.telling import title_of
from flows.edits import GATHERED
from flows.model import Choice, Expects, Json, Reply, Role
from flows.turn import Said, Scene, Turn
from flows.ways import after, go, way
from flows.wire import file_from_json, file_to_json, message_to_json
from language.fold import clean_lines
from language.phrases import without_courtesy
from rules.message import Message, say

LONGEST = 3000
MOST_FILES = 10
MOST_SHOWN = 60
"""Letters of a part that are repeated when it was edited."""
SEND = frozenset({"gui", "gui di", "gui bao cao", "nop", "nop di", "nop bao cao", "send"})


def ask(scene: Scene, at: Mapping[str, Json]) -> Turn:
    """What is reported; `at` names the task, its title and its last day.

    Where the same report was begun and is kept, going on with that is offered first.
    """
    turn = _ask({**at, "do": "report"})
    called = say("unfinished.report", title=title_of(at))
    if scene.unfinished != called:
        return turn
    label = say("way.resume_unfinished", title=called)
    back = go("resume", argument="unfinished", label=label)
    (reply,) = turn.replies
    reply = replace(after(say("task.report.waits"), reply), choices=((back,), *reply.choices))
    return replace(turn, replies=(reply,))


def hear(scene: Scene, said: Said) -> Turn:
    at = scene.at
    match said.command:
        case "show":
            return _ask(at)
        case "send" | "done":
            return _send(at)
        case "restart":
            return _ask({key: at[key] for key in at if key not in (GATHERED, UNFINISHED)})
        case "edited":
            return _edited(at, said)
    if not said.files and without_courtesy(said.text or "") in SEND:
        return _send(at)
    return _added(at, said)


def _added(at: Mapping[str, Json], said: Said) -> Turn:
    """What was gathered, with what was written or sent now."""
    if not said.text and not said.files:
        return _ask(at, _not_kept(said))
    return _checked(at, [*at.get(GATHERED, ()), _part(said)])


def _edited(at: Mapping[str, Json], said: Said) -> Turn:
    """What was gathered, with what the edited message says in place of what it said."""
    if not said.text and not said.files:
        return _ask(at, _not_kept(said))
    now = _part(said)
    before = next(part for part in at[GATHERED] if part[0] == said.message)
    if before == now:
        return _ask(at, say("note.edit_same"))
    told = say("note.corrected", before=_short(before), after=_short(now))
    return _checked(at, [now if part is before else part for part in at[GATHERED]], told)


def _not_kept(said: Said) -> Message:
    return say("task.report.not_kept" if said.attachment else "task.report.empty")


def _checked(at: Mapping[str, Json], parts: list[Json], *note: Message) -> Turn:
    """The report in these parts; refused where it is too long, and nothing changes."""
    text, files = _text(parts), _files(parts)
    if len(text) > LONGEST:
        return _ask(at, say("refuse.long_text", length=len(text), most=LONGEST))
    if len(files) > MOST_FILES:
        return _ask(at, say("task.report.files", most=MOST_FILES))
    called = message_to_json(say("unfinished.report", title=title_of(at)))
    return _ask({**at, GATHERED: parts, UNFINISHED: called}, *note)


def _part(said: Said) -> Json:
    """What one message adds: its name, its text and its files."""
    files = [file_to_json(file) for file in said.files]
    return [said.message, clean_lines(said.text or ""), files]


def _short(part: Json) -> str:
    """A part in a line: how it begins, and the names of its files."""
    _, text, files = part
    begins = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
    return ", ".join([*([begins] if begins else []), *(file["name"] for file in files)])


def _text(parts: Sequence[Json]) -> str:
    """What was written, a paragraph each."""
    return "\n".join(text for _, text, _ in parts if text)


def _files(parts: Sequence[Json]) -> list[Json]:
    return [file for _, _, files in parts for file in files]


def _ask(at: Mapping[str, Json], *note: Message) -> Turn:
    text: tuple[Message, ...] = (*note, say("task.report.ask", title=title_of(at)))
    leave: tuple[Choice, ...] = (way("cancel", role=Role.ASIDE),)
    rows: tuple[tuple[Choice, ...], ...] = (leave,)
    if UNFINISHED in at:
        text = (*note, *_gathered(at), say("task.report.more"))
        rows = ((way("send", role=Role.ANSWER),), (way("restart", role=Role.ASIDE), *leave))
    reply = Reply(text, choices=rows, expects=Expects.FILES)
    return Turn((reply,), at=at, open=f"text:report:{at['about']}")


def _gathered(at: Mapping[str, Json]) -> Sequence[Message]:
    text, files = _text(at[GATHERED]), _files(at[GATHERED])
    found = [say("task.report", report=text)] if text else []
    if files:
        found.append(say("task.files", names=[file["name"] for file in files]))
    return found


def _send(at: Mapping[str, Json]) -> Turn:
    if UNFINISHED not in at:
        return _ask(at, say("task.report.empty"))
    parts = at[GATHERED]
    files = tuple(file_from_json(file) for file in _files(parts))
    asked = ReportTask(int(at["task"]), _text(parts), files)
    return Turn(request=asked, at={key: at[key] for key in at if key != UNFINISHED})
