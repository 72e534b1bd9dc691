"""The board as a page: each duty with who has reported and who has not, and how reminders do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from flows.asking import Nudged
from flows.duty.telling import how
from flows.health import Health
from flows.reminder_ports import Board
from flows.reminding import Duty, Task, TaskState
from handlers.web.board_frame import BoardFrame
from handlers.web.board_health import health_line
from handlers.web.elements import Element, Part, element, together
from rules.message import Message, say

FEW = 12
"""So many units are shown at once; more open with a tap."""


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The duties of an office, in their frame."""

    frame: BoardFrame

    def say(self, key: str, **values: str | int | date | Message) -> str:
        return self.frame.say(key, **values)

    def page(self, board: Board, health: Health | None) -> str:
        """The whole page."""
        office = board.person.unit.name if board.person.unit else ""
        duties = [self.duty(duty, tasks) for duty, tasks in board.duties]
        none = element("p", self.say("board.none"), class_="none")
        return self.frame.framed(
            element("h2", self.say("board.title"), " ", element("span", office, class_="office")),
            health_line(health, self.frame.said, now=self.frame.now, zone=self.frame.zone),
            element("div", duties, class_="duties") if duties else none,
        )

    def duty(self, duty: Duty, tasks: Sequence[Task]) -> Element:
        """One duty: its last day, how many have reported, the missing first."""
        missing = [task for task in tasks if task.state not in DONE]
        done = [task for task in tasks if task.state in DONE]
        share = self.say("board.share", done=len(done), all=len(tasks))
        return element(
            "article",
            element("h3", duty.title),
            self._last_day(duty.due, missing=len(missing)),
            element("div", self._bar(len(done), len(tasks), share), class_="bar"),
            self._nudge(duty, len(missing)),
            self._units("board.missing", missing, self.waiting),
            self._units("board.reported", done, self.reported, closed=True),
            self._instructions(duty),
            class_="duty",
            id=f"duty-{duty.id}",
        )

    def _bar(self, done: int, count: int, share: str) -> Element:
        bar = element("progress", max=max(count, 1), value=done, aria_label=share)
        return together((bar, element("span", share)))

    def _last_day(self, due: date, *, missing: int) -> Element:
        days = (due - self.frame.today).days
        tone = "good" if not missing else "bad" if days < 0 else "more" if not days else "plain"
        left = self.say("board.complete") if not missing else self.left(days)
        day = element("span", self.say("board.due", due=due))
        return element("p", day, " ", element("strong", left, class_=f"left {tone}"), class_="due")

    def left(self, days: int) -> str:
        """How far a last day is, in calendar days."""
        if not days:
            return self.say("board.left.today")
        kind = "left" if days > 0 else "over"
        count = "one" if abs(days) == 1 else "many"
        return self.say(f"board.{kind}.{count}", days=abs(days))

    def _nudge(self, duty: Duty, missing: int) -> Part:
        if not missing:
            return None
        label = self.say("board.nudge.one" if missing == 1 else "board.nudge", count=missing)
        button = element(
            "button", label, type="button", class_="choice nudge", data_duty=duty.id or 0
        )
        return element("p", button, element("span", role="status"), class_="row")

    def _instructions(self, duty: Duty) -> Part:
        if not duty.instructions.strip():
            return None
        told = element("p", duty.instructions, class_="said")
        return element("details", element("summary", self.say("board.instructions")), told)

    def _units(
        self,
        title: str,
        tasks: Sequence[Task],
        line: Callable[[Task], Element],
        *,
        closed: bool = False,
    ) -> Part:
        if not tasks:
            return None
        return element(
            "details",
            element("summary", self.say(title, count=len(tasks))),
            element("ul", [line(task) for task in tasks]),
            open=len(tasks) <= FEW and not closed,
        )

    def waiting(self, task: Task) -> Element:
        """A unit that has not reported: where it stands, and its own last day if it has one."""
        state = self.say("board.state.open")
        if task.state is TaskState.ASKED and task.asked_until:
            state = self.say("board.state.asked", until=task.asked_until, why=task.reason or "")
        elif task.responsible is not None:
            state = self.say("board.state.confirmed", name=task.responsible.name)
        if (at := self._nudged_at(task)) is not None:
            told = self.frame.said(say("board.state.nudged", at=at))
            state = f"{state} · {told}"
        own = None
        if task.due != task.duty.due:
            due = self.say("board.own_due", due=task.due)
            own = f" · {due} ({self.left((task.due - self.frame.today).days)})"
        return element("li", element("b", task.unit), element("span", state, own, class_="state"))

    def reported(self, task: Task) -> Element:
        """A unit that has: when, whether in time, its words, its files."""
        files = [
            element("a", file.name, href=f"/board/files/{task.id}/{number}", download=True)
            for number, file in enumerate(task.files)
        ]
        return element(
            "li",
            element("b", task.unit),
            element("span", self._delivered(task), class_="state"),
            element("p", task.report, class_="said") if task.report else None,
            element("p", files, class_="files") if files else None,
        )

    def _delivered(self, task: Task) -> str:
        """When it was handed in first, how late, and when anew."""
        when = task.changed_at.astimezone(self.frame.zone) if task.changed_at else None
        at = say("board.at", time=f"{when:%H:%M}", day=when.date()) if when else None
        day = task.reported_on
        if at is None or when is None or day is None:
            return self.frame.said(at) if at else ""
        key = "board.delivered" if when.date() == day else "board.delivered.again"
        return self.say(key, at=at, day=day, how=how(task.due, day))

    def _nudged_at(self, task: Task) -> Message | None:
        """When its unit was nudged last."""
        if task.nudged_at is None:
            return None
        at = task.nudged_at.astimezone(self.frame.zone)
        return say("board.at", time=f"{at:%H:%M}", day=at.date())


def nudged_lines(found: Nudged, zone: tzinfo) -> Iterator[Message]:
    """How many units are reminded now, and which had been today, at what time."""
    key = {0: "board.nudged.none", 1: "board.nudged.one"}.get(found.count, "board.nudged")
    if found.count or not found.before:
        yield say(key, count=found.count)
    if found.before:
        units = [
            say("board.nudged.at", unit=unit, time=f"{at.astimezone(zone):%H:%M}")
            for unit, at in found.before
        ]
        yield say("board.nudged.before", units=units)


DONE = frozenset({TaskState.REPORTED, TaskState.CLOSED})
