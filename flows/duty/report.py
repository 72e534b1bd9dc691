"""A report handed in: its text and files, gathered until it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.asking import ReportTask
from flows.commands import UNFINISHED
from flows.due.telling import title_of
from flows.model import Choice, Expects, Json, Reply, Role
from flows.turn import Said, Scene, Turn
from flows.ways import way
from flows.wire import file_from_json, file_to_json, message_to_json
from language.fold import clean_lines
from language.phrases import without_courtesy
from rules.message import Message, say

LONGEST = 3000
MOST_FILES = 10
SEND = frozenset({"gui", "gui di", "gui bao cao", "nop", "nop di", "nop bao cao", "send"})


def ask(_scene: Scene, at: Mapping[str, Json]) -> Turn:
    """What is reported; `at` names the task, its title and its last day."""
    return _ask({**at, "do": "report"})


def hear(scene: Scene, said: Said) -> Turn:
    at = scene.at
    match said.command:
        case "show":
            return _ask(at)
        case "send" | "done":
            return _send(at)
        case "restart":
            return _ask({key: at[key] for key in at if key not in ("text", "files", UNFINISHED)})
    if not said.files and without_courtesy(said.text or "") in SEND:
        return _send(at)
    return _added(at, said)


def _added(at: Mapping[str, Json], said: Said) -> Turn:
    """What was gathered, with what was written or sent now."""
    text, files = "\n".join(_texts(at, said)), [*at.get("files", ()), *_files(said)]
    if not said.text and not said.files:
        return _ask(at, say("task.report.not_kept" if said.attachment else "task.report.empty"))
    if len(text) > LONGEST:
        return _ask(at, say("refuse.long_text", length=len(text), most=LONGEST))
    if len(files) > MOST_FILES:
        return _ask(at, say("task.report.files", most=MOST_FILES))
    called = message_to_json(say("unfinished.report", title=title_of(at)))
    return _ask({**at, "text": text, "files": files, UNFINISHED: called})


def _texts(at: Mapping[str, Json], said: Said) -> Sequence[str]:
    """What was written so far and now, a paragraph each."""
    written = (str(at.get("text", "")), clean_lines(said.text or ""))
    return [text for text in written if text]


def _files(said: Said) -> list[Json]:
    return [file_to_json(file) for file in said.files]


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
    found = [say("task.report", report=at["text"])] if at["text"] else []
    if at["files"]:
        found.append(say("task.files", names=[file["name"] for file in at["files"]]))
    return found


def _send(at: Mapping[str, Json]) -> Turn:
    if UNFINISHED not in at:
        return _ask(at, say("task.report.empty"))
    files = tuple(file_from_json(file) for file in at["files"])
    asked = ReportTask(int(at["task"]), str(at["text"]), files)
    return Turn(request=asked, at={key: at[key] for key in at if key != UNFINISHED})
