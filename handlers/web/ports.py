"""What the page needs of the rest: turns, the outbox, clauses, words, time, the registers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Protocol

from flows.figures import FigureBoards
from flows.health import Health
from flows.model import Incoming
from flows.ports import Envelope, Line, Sent
from flows.proposals.board import ProposalBoards
from flows.reminder_ports import Boards, Feeds
from flows.tree import Units
from rules.message import Message


class Turns(Protocol):
    """Takes one update through one committed turn."""

    async def take(self, incoming: Incoming) -> None:
        """Return once the turn is committed; raise where it could not be."""


class Outbox(Protocol):
    """The part of flows.ports.Outbox that a browser's stream reads; synchronous."""

    def after(self, channel: str, address: str, last: int) -> tuple[Envelope, ...]: ...

    def transcript(self, channel: str, address: str, limit: int) -> tuple[Line, ...]: ...

    def mark_sent(self, sent: Sequence[Sent], *, now: datetime) -> None: ...


class Clock(Protocol):
    """The part of flows.ports.Clock that the page needs."""

    def now(self) -> datetime: ...

    def today(self) -> date: ...


class Words(Protocol):
    """A message's sentence in a language; locales.catalog.text in the product."""

    def __call__(self, message: Message, language: str, /) -> str: ...


class NoSuchClause(KeyError):  # noqa: N818 - named by what it says
    """No letter has a clause of this id."""


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause as it opens in place: its words, marked inside the paragraph they stand in.

    `label` cites it in short (letter and place), `place` is where in its letter it stands,
    `letter` the letter's full title;
    `before` and `behind` are the neighbouring paragraphs; `notes` say what its reader must
    know of the letter's standing (lapsed, issuer gone).
    """

    label: str
    letter: str
    quote: str
    paragraph: str
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    place: str = ""


class ClauseSource(Protocol):
    """The letters, by clause id."""

    def open(self, clause_id: str, /, *, language: str) -> ClauseText:
        """The clause in its context. Raises NoSuchClause."""


class Refusals(Protocol):
    """Where it is noted that somebody asked for what is another's; synchronous."""

    def note(self, channel: str, sender: str, *, asked: str, matter: Mapping[str, int]) -> bool:
        """Whether it was noted: a stranger's request is not, nor one for what there is not."""

    def note_guesses(self, asked: str, count: int) -> None:
        """So many secrets were guessed from one place."""


class Devices(Protocol):
    """Sessions of browsers; synchronous."""

    def renew(self, channel: str, external: str) -> bool:
        """Keep a browser signed in that is opened; False where its session has ended."""


@dataclass(frozen=True, slots=True)
class Registers:
    """What the board, the calendar feeds and the health pages read; all calls synchronous.

    `health` raises StorageUnavailable. `committed` is called in the event loop after a change,
    so that what is due is looked for. `zone` is the officers'. `refusals` and `devices`:
    where people are kept.
    """

    feeds: Feeds
    boards: Boards
    health: Callable[[], Health]
    zone: tzinfo
    committed: Callable[[], None] = lambda: None
    refusals: Refusals | None = None
    proposals: ProposalBoards | None = None
    devices: Devices | None = None
    units: Units | None = None
    figures: FigureBoards | None = None
