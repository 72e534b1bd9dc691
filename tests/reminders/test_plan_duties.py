"""From a duty to its plan: each unit's part in it, until it is reported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.reminding import Colleague, Duty, Matter, Plan, Task, TaskState
from locales import catalog
from tests.reminders.days import PLANS, USUAL, at, on, told

TASK = Task(
    7,
    Duty("Kết quả rà soát khen thưởng", "Theo mẫu", on("2023-10-19"), (1, 2)),
    office="Phòng Nội vụ",
    unit="Xã Thử",
    unit_id=1,
    state=TaskState.OPEN,
    due=on("2023-10-19"),
)


def of_task(task: Task, now: str = "2023-10-02 09:00") -> Plan:
    return PLANS.of_task(task, hours=USUAL, now=at(now))


def said(found: Plan) -> list[str]:
    words = found.words[Matter.DUTY]
    return [catalog.text(line) for line in (words.title, *words.lines)]


def test_a_report_is_planned_by_the_last_valid_day_of_its_unit() -> None:
    found = of_task(TASK)
    assert [last.due for last in found.last_days] == [on("2023-10-19")]
    assert list(told(found.planned)) == ["five", "three", "one", "day", "after", "head", "office"]
    more_time = of_task(replace(TASK, due=on("2023-10-27")))
    assert [last.due for last in more_time.last_days] == [on("2023-10-27")]
    assert more_time.digest != found.digest


def test_a_report_says_who_asked_whom_and_who_has_taken_it_on() -> None:
    assert said(of_task(TASK)) == [
        "Kết quả rà soát khen thưởng",
        "Phòng Nội vụ giao Xã Thử.",
        "Chưa ai nhận việc này.",
    ]
    taken = replace(TASK, state=TaskState.ASKED, responsible=Colleague(3, "Hoàng Thị Mai"))
    lines = said(of_task(replace(taken, asked_until=on("2023-10-27"))))
    assert "Người nhận: Hoàng Thị Mai." in lines
    assert "Đã xin lùi đến thứ Sáu 27/10/2023." in lines


@pytest.mark.parametrize("state", list(TaskState))
def test_reported_or_closed_nothing_is_planned(state: TaskState) -> None:
    found = of_task(replace(TASK, state=state))
    assert bool(found.planned) is (state not in {TaskState.REPORTED, TaskState.CLOSED})
