"""A proposal as those concerned see it: what was sent, where it is, and what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from flows import sheet
from flows.model import Draft, Person, UnitRole
from flows.proposals.course import Course, Flag, State
from flows.proposals.moves import Part, Step
from flows.reminding import Colleague, File
from language.fold import fold
from rules.message import Message

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The draft as it was sent, with what it was judged then.

    `timing` is the status of its day count, `explanation` says it; `names` are the nominees',
    as written; `deed` tells one deed from another: its day, or the occasion and its period.
    """

    kind: str
    answers: Mapping[str, Any]
    title: Message
    verdict: str
    timing: str
    explanation: Message
    rulebook: str
    names: tuple[str, ...] = ()
    deed: str = ""

    @property
    def unnamed(self) -> int:
        """How many nominees have no name yet."""
        return sheet.unnamed(Draft(self.kind, self.answers))


@dataclass(frozen=True, slots=True)
class Stepped:
    """One step taken: when (aware UTC), by whom, and the words said with it."""

    at: datetime
    who: str
    step: Step
    words: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What a step brings along: what is to be mended, words, the decision's number and day."""

    flags: tuple[Flag, ...] = ()
    words: str = ""
    number: str = ""
    day: date | None = None
    file: File | None = None
    marks: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Alike:
    """Another proposal of the same name; `day` it was decided or last moved.

    `same` for the same deed; of another deed it was awarded `form` by the decision `number`.
    """

    draft: int
    name: str
    unit_name: str
    state: State
    day: date
    number: str = ""
    form: str = ""
    same: bool = True


@dataclass(frozen=True, slots=True)
class Proposal:
    """One draft's way; it is named by the draft's number.

    `letters` are those that bind its unit; `since` is the day from which it waits where it is.
    `marks` are the reviewer's, by clause: `met` or `not_met`. `maker` is the account that made
    the draft, where it was given to its owner.
    """

    draft: int
    state: State
    unit: int
    unit_name: str
    office: int
    office_name: str
    owner: Colleague
    snapshot: Snapshot
    letters: frozenset[str] = frozenset()
    maker: int | None = None
    version: int = 0
    sender: Colleague | None = None
    head: Colleague | None = None
    reviewer: Colleague | None = None
    first_sent_on: date | None = None
    sent_on: date | None = None
    since: date | None = None
    flags: tuple[Flag, ...] = ()
    words: str = ""
    number: str = ""
    decided_on: date | None = None
    file: File | None = None
    marks: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    steps: tuple[Stepped, ...] = ()
    alike: tuple[Alike, ...] = ()

    @property
    def course(self) -> Course:
        """What the draft keeps of it."""
        returned = self.state is State.RETURNED
        words = self.words if returned or self.state is State.DRAFT else ""
        flags = self.flags if returned else ()
        return Course(self.state, flags, remark=words, first_sent_on=self.first_sent_on)

    def parts_of(self, person: Person) -> frozenset[Part]:
        """As what it concerns the person.

        Whoever had a hand in making it, or bears the name of a nominee, reviews it never.
        """
        if person.account is None or person.unit is None:
            return frozenset()
        found = set()
        if person.unit.id == self.unit:
            if person.may_store and person.account == self.owner.account:
                found.add(Part.OWNER)
            if UnitRole.HEAD in person.roles:
                found.add(Part.HEAD)
        if person.unit.id == self.office and UnitRole.REVIEWER in person.roles:
            hands = {one.account for one in (self.owner, self.sender, self.head) if one}
            if person.account not in {*hands, self.maker} and not self._names(person):
                found.add(Part.REVIEWER)
        return frozenset(found)

    def _names(self, person: Person) -> bool:
        """Whether the person, or a namesake, is proposed: another reviewer takes it up."""
        return fold(person.name or "") in {fold(name) for name in self.snapshot.names}

    def is_seen_by(self, person: Person) -> bool:
        """Its owner and their head, and the office once it was sent there."""
        if self.parts_of(person) & {Part.OWNER, Part.HEAD}:
            return True
        at_office = person.unit is not None and person.unit.id == self.office
        return at_office and person.may_ask_reports and self.first_sent_on is not None


@dataclass(frozen=True, slots=True)
class Line:
    """One proposal in a list."""

    draft: int
    state: State
    kind: str
    title: Message
    unit_name: str
    verdict: str
    timing: str
    since: date
    sent_on: date | None = None
    mine: bool = False
    decided_on: date | None = None

    @property
    def day(self) -> date:
        """Of one that is ended: of its decision, else when it was sent."""
        return self.decided_on or self.sent_on or self.since
