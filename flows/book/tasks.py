"""Reports asked of the unit: see, take on, ask for more time, hand in; the office answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.asking import AnswerTime, AskTime, ConfirmTask, ListTasks, ReadTask, ReportTask
from flows.due.telling import done, guest
from flows.duty import more_time, report
from flows.duty.telling import OPEN, may_report, opening, task_line, task_page
from flows.model import Download, Json, Reply
from flows.reminding import About, Task, is_number
from flows.turn import Flow, Request, Said, Scene, Turn
from flows.ways import after, go
from flows.wire import message_to_json
from rules.message import Message, say

MOST_LISTED = 12
TOLD: Mapping[type, str] = {
    ConfirmTask: "task.confirmed",
    AskTime: "task.time.asked",
    ReportTask: "task.reported",
}
STEPS: Mapping[str, Callable[[Scene, Said], Turn]] = {
    "time": more_time.hear_day,
    "reason": more_time.hear_reason,
    "report": report.hear,
}


@dataclass(frozen=True, slots=True)
class Tasks:
    """A list, then one report's page; what is done about it names it in `at`."""

    id: str = "tasks"

    def step(self, scene: Scene, said: Said) -> Turn:
        if scene.person.unit is None:
            return guest()
        if scene.asked is not None:
            return _found(scene)
        match said.command:
            case "start":
                return _list()
            case "task" | "report" | "report_file":
                return _named(said)
            case "cancel":
                return done(say("note.left_as_it_was"), ways=(go("tasks"),))
        return _heard(scene, said)


def _heard(scene: Scene, said: Said) -> Turn:
    """What was said to the step that is open; back leads one step back."""
    do = str(scene.at.get("do", ""))
    if said.command != "back":
        return STEPS[do](scene, said) if do in STEPS else _on_page(scene, said)
    if do == "reason":
        return more_time.ask(scene, scene.at)
    return _page(scene) if do else _list()


def _list(note: str = "") -> Turn:
    return Turn(request=ListTasks(), at={"note": note})


def _named(said: Said) -> Turn:
    """One report, by the number on its button."""
    number, _, place = said.argument.partition(":")
    about = About.read(f"t{number}")
    if about is None:
        return _list()
    at = {"about": str(about), "task": about.task, "then": said.command, "place": place}
    return Turn(request=ReadTask(int(number)), at=at)


def _page(scene: Scene, note: str = "") -> Turn:
    at = {"about": scene.at["about"], "task": scene.at["task"], "then": "task", "note": note}
    return Turn(request=ReadTask(int(scene.at["task"])), at=at)


def _on_page(scene: Scene, said: Said) -> Turn:
    """A button of a report's page; on the list there are none."""
    if "task" not in scene.at:
        return _list("" if said.command == "show" else "expect.button")
    task = int(scene.at["task"])
    if said.files and scene.at.get("mine"):
        return report.hear(replace(scene, at={**scene.at, "do": "report"}), said)
    requests: Mapping[str, Request] = {
        "confirm": ConfirmTask(task),
        "grant": AnswerTime(task, granted=True),
        "refuse": AnswerTime(task, granted=False),
    }
    if said.command == "more_time":
        return more_time.ask(scene, scene.at)
    if said.command in requests:
        return Turn(request=requests[str(said.command)], at=scene.at)
    return _page(scene, "" if said.command == "show" else "expect.button")


def _found(scene: Scene) -> Turn:
    if isinstance(scene.asked, ListTasks):
        return _listed(scene, scene.found or ())
    task = scene.found
    if not isinstance(task, Task):
        return done(say("note.no_such_task"), ways=(go("tasks"),))
    then = scene.at.get("then")
    if isinstance(scene.asked, ReadTask) and then == "report_file":
        return _file(scene, task)
    if isinstance(scene.asked, ReadTask) and then == "report" and may_report(task, scene.person):
        return report.ask(scene, _known(task))
    note = scene.at.get("note")
    told = (say(str(note)),) if note else _told(scene.asked, task)
    return _shown(scene, task, *told)


def _told(asked: Request | None, task: Task) -> tuple[Message, ...]:
    """What was just done."""
    if isinstance(asked, AnswerTime):
        return (say("task.granted" if asked.granted else "task.refused", unit=task.unit),)
    key = TOLD.get(type(asked))
    return (say(key, office=task.office),) if key else ()


def _known(task: Task) -> Mapping[str, Json]:
    title = message_to_json(say("title.named", name=task.duty.title))
    due = task.due.isoformat()
    return {"about": f"t{task.id}", "task": task.id, "title": title, "due": due}


def _shown(scene: Scene, task: Task, *note: Message) -> Turn:
    reply = task_page(task, scene.person, scene.today)
    for line in note:
        reply = after(line, reply)
    at = {**_known(task), "mine": may_report(task, scene.person)}
    return Turn((reply,), at=at, open=f"task:{task.id}:{task.state.value}")


def _listed(scene: Scene, tasks: Sequence[Task]) -> Turn:
    owed = sum(task.state in OPEN for task in tasks)
    shown = sorted(tasks, key=lambda task: task.state not in OPEN)[:MOST_LISTED]
    title = say("tasks.title", count=owed) if tasks else say("tasks.none")
    lines = (task_line(number, task, scene.today) for number, task in enumerate(shown, start=1))
    rows = (*opening("task", [task.id for task in shown]), (go("deadlines"), go("menu")))
    reply = Reply((title, *lines), choices=rows)
    if scene.at.get("note"):
        reply = after(say(str(scene.at["note"])), reply)
    return Turn((reply,), open="tasks")


def _file(scene: Scene, task: Task) -> Turn:
    """A file of the report, where its channel keeps it."""
    place = str(scene.at["place"])
    if not is_number(place) or int(place) >= len(task.files):
        return _shown(scene, task, say("task.no_such_file"))
    file = task.files[int(place)]
    media = file.media or "application/octet-stream"
    ways = ((go("task", argument=str(task.id), label=say("way.open_task")), go("menu")),)
    sent = Download(file.name, media, kept=file)
    reply = Reply((say("task.file", name=file.name),), choices=ways, file=sent)
    return Turn((reply,), at=_known(task), open=f"file:{task.id}")


FLOW: Flow = Tasks()
