"""What the papers of one proposal say: plain values, each of them present or missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NomineeKind(StrEnum):
    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"


class AwardKind(StrEnum):
    SURPRISE = "surprise"
    THEMATIC = "thematic"


@dataclass(frozen=True, slots=True)
class Target:
    """A registered target and what came of it (CL2023.3.d); the comparison is worked out."""

    registered: str | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Nominee:
    """One proposed person, collective or household; None is what nobody has said."""

    kind: NomineeKind
    name: str | None = None
    birth_year: int | None = None
    position: str | None = None
    profile: str | None = None
    deed: str | None = None
    ground: str | None = None
    participants: int | None = None
    targets: tuple[Target, ...] = ()
    solutions: str | None = None
    earlier_awards: str | None = None
    votes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """The proposing unit as its papers name it, and who signs for it."""

    name: str | None = None
    parent: str | None = None
    place: str | None = None
    head_name: str | None = None
    head_title: str | None = None


@dataclass(frozen=True, slots=True)
class Council:
    """The Council's meeting, once it has been held: who was there of how many, and its opinion."""

    seats: tuple[int, int] | None = None
    opinion: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the papers are made of.

    `subject` ends the sentence "thành tích đột xuất trong …", or names the theme;
    A nominee's `votes` are those for, of those cast; `council` is None until it has met.
    `authority` is who decides, `receiving_office` who takes the dossier in. `is_bound` says
    that the province's letter binds the unit. `decided` takes the draft mark off.
    """

    kind: AwardKind
    nominees: tuple[Nominee, ...]
    office: Office = Office()
    award_form: str | None = None
    award_level: str | None = None
    authority: str | None = None
    receiving_office: str | None = None
    is_bound: bool = False
    decided: bool = False
    subject: str | None = None
    circumstances: str | None = None
    place: str | None = None
    result: str | None = None
    achieved_on: date | str | None = None
    forces_total: int | None = None
    recognition: str | None = None
    directive: str | None = None
    plan: str | None = None
    guidance: str | None = None
    period: tuple[date | None, date | None] = (None, None)
    outstanding_reason: str | None = None
    attachments: tuple[str, ...] = ()
    council: Council | None = None

    def of_kind(self, *kinds: NomineeKind) -> tuple[Nominee, ...]:
        """The nominees of these kinds, in the order given."""
        return tuple(one for one in self.nominees if one.kind in kinds)
