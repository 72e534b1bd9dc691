"""One step of a flow: what it may see, what was said to it, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta, timezone, tzinfo
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias

from flows.asking import Asked
from flows.model import Draft, Json, Person, Reply
from flows.reminding import File
from flows.table import Table
from language.questions import Shelf
from rules.calendar import Calendar
from rules.message import Message
from rules.verdict import Assessment

NOWHERE: Mapping[str, Json] = MappingProxyType({})
BACK = "back"
"""The name of no flow: where the person was before."""
Ways: TypeAlias = tuple[tuple[str, Message], ...]
"""Buttons that lead on: their ids and labels."""
Deserted: TypeAlias = tuple[str, Message, str]
"""A question left unanswered: its token, what its case is called, and the way back to that."""
VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message was taken for; an edit of it is understood by that.

    `case` is the number of the case it was said in. `values` are what it answered, by path,
    `told` as a whole case. Without any it changed nothing, and may be said anew while
    `question` is still the one asked.
    """

    message: str
    case: int
    question: int = 0
    values: Mapping[str, Json] = field(default_factory=lambda: NOWHERE)
    told: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What the officer said, with the channel gone.

    `command` is a word of the program (`back`, `why`, `edit` with its `argument`), `option` an
    answer taken from a list, `toggle` an element of a set, `day` and `month` taken from a
    calendar; `text` was typed, `attachment` came instead of text; `files`
    with or without text. `about` is the draft or the task on the screen (`d12`, `t7`).
    `message` names what was written for good; `edits` tells what it was taken for before.
    """

    command: str | None = None
    argument: str = ""
    option: str | None = None
    toggle: str | None = None
    day: date | None = None
    month: date | None = None
    text: str | None = None
    attachment: str | None = None
    files: tuple[File, ...] = ()
    about: str = ""
    message: str = ""
    edits: Heard | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class ListDrafts:
    """Query: the person's drafts."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """Query: one of the person's drafts."""

    id: int


@dataclass(frozen=True, slots=True)
class DeleteDraft:
    """Request: delete a draft of the person's."""

    id: int


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Request: speak this language from now on."""

    language: str


Request: TypeAlias = ListDrafts | OpenDraft | DeleteDraft | SetLanguage | Asked
Found: TypeAlias = Any
"""The answer to a request, of the type that the request names; None where there is none."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a flow may see: who, which day, the draft in hand, where the flow stands.

    `open` is what the newest reply asked.
    `stored` is the stored draft that was in hand last, `aside` a case that is not stored and
    was left in the middle, `older` one left before it, `unfinished` what else was,
    `left_question` the case of which a question was left last. `found` is
    the answer to the request the flow made, on its second call. `zone` is the officers'. `own`
    are the letters of the office's own, where words were typed that may ask for them.
    """

    person: Person
    today: date
    draft: Draft | None = None
    at: Mapping[str, Json] = field(default_factory=lambda: NOWHERE)
    open: str = ""
    calendar: Calendar | None = None
    stored: Draft | None = None
    aside: Draft | None = None
    older: Draft | None = None
    unfinished: Message | None = None
    left_question: Message | None = None
    zone: tzinfo = VIETNAM
    asked: Request | None = None
    found: Found = None
    own: Shelf | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What a step leads to.

    `open` names what the newest reply asks; its buttons stay good as long as that is open.
    `keep` says that the draft is to be stored (else it lives in the conversation only). With
    a `request` nothing else counts: it is answered and the flow is stepped again. `goto`
    hands over to another flow; to `BACK`, to where the person was before: what is replied
    goes ahead of the question left there.
    """

    replies: tuple[Reply, ...] = ()
    at: Mapping[str, Json] = field(default_factory=lambda: NOWHERE)
    open: str = ""
    draft: Draft | None = None
    keep: bool = False
    events: Sequence[tuple[str, Json]] = ()
    request: Request | None = None
    goto: tuple[str, Said] | None = None
    verdict: str | None = None
    last_day: date | None = None
    assessment: Assessment | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What a conversation remembers between turns; its answers are in the draft.

    `scratch` is a draft that is not stored, `kept` says that it is about the
    stored draft in hand. `left` is where a case was left for the menu or another page;
    `ways` are the buttons that the newest replies offered to lead on. `between` says that the
    flow came between a question and its answer, and leads back when it is done. `asked` tells
    which question a token stood for, `tapped` which tap came last, if it answered nothing;
    `heard` what each of the newest messages was taken for, and `case` the number of the case
    in hand, by which it is told that a message belongs to another. `deserted` are the newest
    questions left unanswered.
    """

    flow: str = "menu"
    at: Mapping[str, Json] = field(default_factory=lambda: NOWHERE)
    open: str = ""
    question: int = 0
    scratch: Draft | None = None
    kept: bool = False
    left: State | None = None
    ways: Ways = ()
    between: bool = False
    asked: Mapping[str, str] = field(default_factory=dict)
    tapped: tuple[str, str, str] | None = None
    heard: tuple[Heard, ...] = ()
    case: int = 0
    deserted: tuple[Deserted, ...] = ()

    @property
    def token(self) -> str:
        """What buttons of the open question carry."""
        return format(self.question, "x")


class Flow(Protocol):
    """A conversation of one purpose; one file of flows/book each."""

    @property
    def id(self) -> str: ...

    def step(self, scene: Scene, said: Said) -> Turn:
        """One step. `Said(command="start")` begins, `Said(command="show")` asks again."""
