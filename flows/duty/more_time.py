"""More time for a report: until which day, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from flows.ahead import ask_day, checked, month_asked, read_ahead
from flows.asking import AskTime
from flows.due.telling import title_of
from flows.given import Refused
from flows.model import Choice, Expects, Json, Reply, Role
from flows.turn import Said, Scene, Turn
from flows.ways import way
from language.fold import clean
from rules.message import Message, say

LONGEST = 500
BECAUSE = re.compile(
    r"(?P<day>.+?)[,;:]?\s+(?:vì|vi|bởi vì|do|because)\s+(?P<reason>.+)", re.IGNORECASE | re.DOTALL
)


def ask(scene: Scene, at: Mapping[str, Json]) -> Turn:
    """Until when; `at` names the task, its title and its last day."""
    return _ask_day(scene, {**at, "do": "time"})


def hear_day(scene: Scene, said: Said) -> Turn:
    month = month_asked(said, scene.today)
    if month is not None:
        return _ask_day(scene, scene.at, month=month)
    if said.command == "show":
        return _ask_day(scene, scene.at)
    reason = ""
    if said.day is not None:
        until = checked(said.day, scene.today)
    else:
        until, reason = _day_and_reason(said.text or "", scene.today)
    due = date.fromisoformat(scene.at["due"])
    if isinstance(until, date) and until <= due:
        until = Refused(say("task.time.earlier", due=due))
    if isinstance(until, Refused):
        return _ask_day(scene, scene.at, until.why, offered=until.choices)
    now = replace(scene, at={**scene.at, "do": "reason", "until": until.isoformat()})
    return hear_reason(now, Said(text=reason)) if reason else _ask_reason(now.at)


def _day_and_reason(text: str, today: date) -> tuple[date | Refused, str]:
    """The day, and the reason where the same words give one: `30/11 vì chờ số liệu`."""
    until = read_ahead(text, today)
    split = BECAUSE.fullmatch(text.strip())
    if split is None or isinstance(until, date):
        return until, ""
    day = read_ahead(split["day"], today)
    return (day, split["reason"]) if isinstance(day, date) else (until, "")


def _ask_day(
    scene: Scene,
    at: Mapping[str, Json],
    *note: Message,
    offered: tuple[Choice, ...] = (),
    month: date | None = None,
) -> Turn:
    first = max(date.fromisoformat(at["due"]), scene.today)
    calendar = month or (first + timedelta(days=1))
    reply = ask_day(
        scene,
        (*note, say("task.time.ask", title=title_of(at))),
        offered=[offered] if offered else (),
        ways=(way("cancel", role=Role.ASIDE),),
        month=calendar,
    )
    return Turn((reply,), at=at, open=f"time:{at['about']}")


def hear_reason(scene: Scene, said: Said) -> Turn:
    reason = clean(said.text or "")
    if said.command == "show":
        return _ask_reason(scene.at)
    if not reason:
        return _ask_reason(scene.at, say("task.reason.none"))
    if len(reason) > LONGEST:
        return _ask_reason(scene.at, say("refuse.long_text", length=len(reason), most=LONGEST))
    until = date.fromisoformat(scene.at["until"])
    return Turn(request=AskTime(int(scene.at["task"]), until, reason), at=scene.at)


def _ask_reason(at: Mapping[str, Json], *note: Message) -> Turn:
    asked = say("task.reason.ask", until=date.fromisoformat(at["until"]))
    leave = ((way("back", role=Role.ASIDE), way("cancel", role=Role.ASIDE)),)
    reply = Reply((*note, asked), choices=leave, expects=Expects.TEXT)
    return Turn((reply,), at=at, open=f"text:reason:{at['about']}")
