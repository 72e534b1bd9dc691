"""An office, its units and their people, for the talk about last days and reports."""

from __future__ import annotations

from datetime import date

from flows.model import Person, Unit, UnitRole
from flows.reminding import About, Duty, File, Task, TaskState
from tests.fakes import MemoryStorage
from tests.flows.officer import CAO_LOC, ELSEWHERE, Officer, member

OFFICE = Unit(9, "Sở Nội vụ", "department", letters=frozenset({"LS2022"}))
BA = Unit(3, "Xã Ba", "commune", letters=frozenset())
CHRISTMAS = date(2026, 12, 25)
PAPER = File("web", "abc", "bao-cao.pdf", size=1000, media="application/pdf")
RESCUE = ("khen đột xuất", "cứu người", "tập thể Dân quân xã", "12", "18", "12/11")
"""A deed of which the last day is Sunday 22/11, tomorrow."""


def rescuer(storage: MemoryStorage | None = None) -> Officer:
    """An officer with one draft, whose last day is tomorrow."""
    officer = Officer(storage=storage or MemoryStorage()).say(*RESCUE, "menu")
    assert list(officer.stored) == [1]
    return officer


def mai(storage: MemoryStorage, *, unit: Unit = CAO_LOC, account: int = 2) -> Officer:
    """A colleague, known to the program; of another unit where one is given."""
    person = Person(account, "Hoàng Thị Mai", unit, frozenset({UnitRole.OFFICER}))
    return Officer(person, storage=storage, name=f"mai {account}").say("menu")


def reviewer(storage: MemoryStorage) -> Officer:
    """A reviewer of the office to which three units report."""
    storage.memory.registers.reporting[9] = (CAO_LOC, ELSEWHERE, BA)
    return Officer(member(OFFICE, UnitRole.REVIEWER, account=9), storage=storage, name="office")


def with_task(storage: MemoryStorage, due: date = CHRISTMAS) -> Task:
    """A report asked of the officer's unit by the office."""
    duty = Duty("Kết quả rà soát", "Theo mẫu 1", due, (CAO_LOC.id,), id=1)
    task = Task(1, duty, OFFICE.name, CAO_LOC.name, CAO_LOC.id, TaskState.OPEN, due)
    storage.memory.registers.duties[1] = (OFFICE.id, duty)
    storage.memory.registers.tasks[1] = task
    return task


def kept(officer: Officer) -> Task:
    """The report as committed."""
    return officer.storage.memory.registers.tasks[1]


def remind(officer: Officer, about: str, account: int = 1) -> None:
    """A reminder of this matter was sent to the person."""
    read = About.read(about)
    assert read is not None
    officer.storage.memory.registers.reminded.append((account, (read,)))


def digest(officer: Officer, *matters: str) -> None:
    """One message of several reminders was sent to the person."""
    read = tuple(about for matter in matters if (about := About.read(matter)))
    officer.storage.memory.registers.reminded.append((1, read))


def made(office: Officer) -> list[Duty]:
    """The duties as committed."""
    return [duty for _, duty in office.storage.memory.registers.duties.values()]
