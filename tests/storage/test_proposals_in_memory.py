"""Proposals in memory, which the flows are tested with, go as they do in both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from flows import asking
from flows.model import Draft, Incoming, Person, Unit, UnitRole
from flows.proposals.asked import ListProposals, Mark, ReadProposal, Taken, TakeStep
from flows.proposals.course import Flag, State
from flows.proposals.matter import Details, Line, Proposal
from flows.proposals.moves import Step
from tests.fakes import MemoryStorage, StillClock
from tests.storage.office import PEOPLE, Office
from tests.storage.proposing import SNAPSHOT
from tests.storage.test_asked_in_memory import ACCOUNTS, UNITS

DAY = date(2026, 11, 16)
SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)
RETURNED = Details((Flag("forces_total", "Đếm lại"),), words="Sửa")
DECIDED = Details(number="5/QĐ", day=DAY)

SCRIPT: tuple[tuple[str, asking.Asked], ...] = (
    ("an", ReadProposal(1)),
    ("binh", TakeStep(1, Step.SEND, 1, snapshot=SNAPSHOT)),
    ("an", TakeStep(1, Step.SEND, 9, snapshot=SNAPSHOT)),
    ("an", TakeStep(1, Step.TAKE, 1)),
    ("an", TakeStep(1, Step.SEND, 1, snapshot=SNAPSHOT)),
    ("reviewer", ReadProposal(1)),
    ("head", ListProposals()),
    ("head", TakeStep(1, Step.HAND_BACK, 1)),
    ("head", TakeStep(1, Step.HAND_BACK, 1, Details(words="Thiếu tên"))),
    ("an", TakeStep(1, Step.SEND, 3, snapshot=SNAPSHOT)),
    ("an", TakeStep(1, Step.WITHDRAW, 3)),
    ("head", TakeStep(1, Step.CONFIRM, 5, snapshot=SNAPSHOT)),
    ("reviewer", ListProposals()),
    ("foreign", ReadProposal(1)),
    ("administrator", TakeStep(1, Step.TAKE, 5)),
    ("reviewer", Mark(1, "LS2022.2.b.1", "met")),
    ("reviewer", TakeStep(1, Step.TAKE, 5)),
    ("reviewer", Mark(1, "LS2022.2.b.1", "met")),
    ("reviewer", Mark(1, "LS2022.2.a", "met")),
    ("administrator", Mark(1, "LS2022.2.a", "not_met")),
    ("reviewer", TakeStep(1, Step.RETURN, 6)),
    ("reviewer", TakeStep(1, Step.RETURN, 6, RETURNED)),
    ("an", ReadProposal(1)),
    ("an", TakeStep(1, Step.RESEND, 7, snapshot=SNAPSHOT)),
    ("reviewer", TakeStep(1, Step.TAKE, 8)),
    ("reviewer", TakeStep(1, Step.ACCEPT, 9)),
    ("reviewer", TakeStep(1, Step.DECIDE, 10)),
    ("reviewer", TakeStep(1, Step.DECIDE, 10, DECIDED)),
    ("an", ListProposals()),
    ("an", ListProposals(ended=True)),
    ("reviewer", ListProposals(ended=True)),
    ("foreign", ListProposals(ended=True)),
    ("head", ReadProposal(1)),
)


def told(found: Any) -> Any:
    """An answer without the times that a storage notes itself."""
    match found:
        case Proposal():
            return replace(found, steps=tuple(replace(one, at=SOME_TIME) for one in found.steps))
        case Taken():
            return told(found.proposal), found.why_not
        case tuple():
            return [replace(one, mine=False) if isinstance(one, Line) else one for one in found]
    return found


def in_memory() -> list[tuple[str, str, Any]]:
    storage = MemoryStorage(clock=StillClock(DAY))
    memory = storage.memory
    offices = ("office", "other office")
    units = {
        name: Unit(
            number,
            name,
            "department" if name in offices else "commune",
            letters=frozenset(),
            receiving_office=None if name in offices else "office",
        )
        for name, number in UNITS.items()
    }
    for name, (unit, role) in PEOPLE.items():
        memory.people["telegram", name] = Person(
            ACCOUNTS[name], name, units[unit], frozenset({UnitRole(role)})
        )
        memory.person(("telegram", name))
    for name in ("unit", "other unit"):
        memory.registers.offices[UNITS[name]] = units["office"]
    turns = iter(range(1, 1000))

    def turn(who: str, asked: asking.Asked | None = None) -> Any:
        with storage.turn() as open_turn:
            talk = open_turn.begin(Incoming("telegram", who, update=str(next(turns))))
            assert talk is not None
            draft = None if asked else Draft("surprise", SNAPSHOT.answers)
            found = open_turn.ask(talk, asked) if asked else None
            open_turn.save(talk, state={}, draft=draft, replies=(), events=())
        return found

    turn("an")
    return [(who, type(asked).__name__, told(turn(who, asked))) for who, asked in SCRIPT]


def test_memory_and_databases_go_alike(office: Office) -> None:
    assert (office.units, office.accounts) == (UNITS, ACCOUNTS)
    office.keep("an", Draft("surprise", SNAPSHOT.answers))
    stored = [(who, type(asked).__name__, told(office.ask(who, asked))) for who, asked in SCRIPT]
    for one, other in zip(stored, in_memory(), strict=True):
        assert other == one
    assert stored[-1][2].state is State.DECIDED
