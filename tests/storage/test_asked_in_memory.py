"""The registers in memory, which the flows are tested with, answer as both databases do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeAlias

from flows import asking
from flows.model import Draft, Incoming, Person, Unit, UnitRole
from flows.reminding import About, DeadlineLine, Duty, File, Repeats, Task
from tests.fakes import MemoryStorage, StillClock
from tests.storage.office import DAY, PEOPLE, THREE, Office, plan_of

Ask: TypeAlias = Callable[[str, asking.Asked], Any]
UNITS = {"office": 1, "other office": 2, "unit": 3, "other unit": 4}
ACCOUNTS = {name: number for number, name in enumerate(PEOPLE, start=1)}
DUTY = Duty("Rà soát", "Theo mẫu", due=date(2026, 11, 27), units=(3, 4), repeats=Repeats.MONTHLY)
LATER = date(2026, 12, 4)
FILE = File("telegram", "x", "bc.docx")

SCRIPT: tuple[tuple[str, asking.Asked], ...] = (
    ("an", asking.ListDeadlines()),
    ("binh", asking.ListDeadlines()),
    ("an", asking.ListColleagues()),
    ("reviewer", asking.ListColleagues()),
    ("reviewer", asking.ListUnits()),
    ("foreign", asking.ListUnits()),
    ("an", asking.MakeDuty(DUTY)),
    ("reviewer", asking.MakeDuty(replace(DUTY, units=()))),
    ("reviewer", asking.MakeDuty(replace(DUTY, units=(2,)))),
    ("reviewer", asking.MakeDuty(replace(DUTY, due=date(2026, 11, 1)))),
    ("reviewer", asking.MakeDuty(DUTY)),
    ("reviewer", asking.ListDuties()),
    ("foreign", asking.ReadDuty(1)),
    ("administrator", asking.ReadDuty(1)),
    ("an", asking.ListTasks()),
    ("other", asking.ReadTask(1)),
    ("reviewer", asking.ReadTask(1)),
    ("reviewer", asking.ConfirmTask(1)),
    ("an", asking.ConfirmTask(1)),
    ("binh", asking.ListDeadlines()),
    ("an", asking.AskTime(1, DUTY.due, "Bận")),
    ("an", asking.AskTime(1, LATER, "Bận")),
    ("foreign", asking.AnswerTime(1, granted=True)),
    ("reviewer", asking.AnswerTime(1, granted=True)),
    ("reviewer", asking.AnswerTime(1, granted=True)),
    ("reviewer", asking.NudgeMissing(1)),
    ("an", asking.HandOver(About(task=1), ACCOUNTS["binh"])),
    ("an", asking.HandOver(About(task=1), ACCOUNTS["other"])),
    ("binh", asking.ReportTask(1, "Đã xong", (FILE,))),
    ("binh", asking.ConfirmTask(1)),
    ("binh", asking.RemindAgain(About(task=1), "hour")),
    ("reviewer", asking.ReadDuty(1)),
    ("reviewer", asking.NudgeMissing(1)),
    ("reviewer", asking.EndDuty(1)),
    ("reviewer", asking.EndDuty(1)),
    ("reviewer", asking.ListDuties()),
    ("reviewer", asking.NudgeMissing(1)),
    ("an", asking.ListTasks()),
    ("other", asking.ReportTask(2, "Muộn")),
    ("an", asking.RemindAgain(About(draft=1), date(2026, 11, 18))),
    ("binh", asking.RemindAgain(About(draft=1), "hour")),
    ("an", asking.RemindAgain(About(draft=9), "hour")),
    ("an", asking.HandOver(About(draft=1), ACCOUNTS["binh"])),
    ("an", asking.HandOver(About(draft=1), ACCOUNTS["binh"])),
    ("binh", asking.ListDeadlines()),
    ("an", asking.ListDeadlines()),
    ("an", asking.SetHours(600, 600)),
    ("an", asking.SetHours(480, 1020)),
    ("an", asking.PauseReminders(LATER)),
    ("an", asking.RevokeFeeds()),
    ("an", asking.MakeFeed()),
    ("an", asking.RevokeFeeds()),
    ("an", asking.LastReminded()),
    ("nobody", asking.ListDeadlines()),
    ("nobody", asking.MakeFeed()),
)


def told(found: Any) -> Any:
    """An answer without what a storage chooses itself: its times and secrets."""
    match found:
        case Task():
            return replace(found, changed_at=None, nudged_at=None)
        case asking.Nudged():
            return replace(found, before=tuple(unit for unit, _ in found.before))  # type: ignore[arg-type]
        case DeadlineLine():
            return found.about, found.matter, found.due
        case datetime() | str():
            return True
        case tuple():
            return tuple(told(one) for one in found)
    return found


def played(ask: Ask) -> list[tuple[str, str, Any]]:
    return [(who, type(asked).__name__, told(ask(who, asked))) for who, asked in SCRIPT]


def in_memory(now: date) -> list[tuple[str, str, Any]]:
    storage = MemoryStorage(clock=StillClock(now))
    memory = storage.memory
    levels = {"office": "department", "other office": "department"}
    units = {
        name: Unit(
            number,
            name,
            levels.get(name, "commune"),
            letters=frozenset(),
            receiving_office=None if name in levels else "office",
        )
        for name, number in UNITS.items()
    }
    for name, (unit, role) in PEOPLE.items():
        roles = frozenset({UnitRole(role)})
        memory.people["telegram", name] = Person(ACCOUNTS[name], name, units[unit], roles)
        memory.person(("telegram", name))
    # by name, as an office lists them
    memory.registers.reporting[1] = (units["other unit"], units["unit"])
    turns = iter(range(1, 1000))

    def turn(who: str, asked: asking.Asked | None = None) -> Any:
        with storage.turn() as open_turn:
            talk = open_turn.begin(Incoming("telegram", who, update=str(next(turns))))
            assert talk is not None
            draft, plan = (None, None) if asked else (Draft("surprise"), plan_of(THREE, DAY))
            found = open_turn.ask(talk, asked) if asked else None
            open_turn.save(talk, state={}, draft=draft, replies=(), events=(), plan=plan)
        return found

    turn("an")
    return played(turn)


def test_memory_and_databases_answer_alike(office: Office) -> None:
    assert office.units == UNITS
    assert office.accounts == ACCOUNTS
    office.keep("an", Draft("surprise"), plan_of(THREE, DAY))

    for stored, remembered in zip(played(office.ask), in_memory(date(2026, 11, 16)), strict=True):
        assert remembered == stored
