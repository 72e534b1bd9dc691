"""An officer who plays the real conversation over a storage in memory."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from flows.book import all_flows
from flows.conversation import Conversation
from flows.desk import At, Desk
from flows.judging import judge
from flows.model import Choice, Draft, Incoming, Person, Reply, Tap, Unit, UnitRole
from flows.reminding import File
from flows.sheet import nominees
from flows.state import from_json
from flows.table import Table
from handlers.calendar_file import CalendarFiles
from handlers.invitations import CodeLinks
from locales import catalog
from reminders.plan import Plans
from rules.calendar import load_calendar
from rules.message import Message
from rules.verdict import Assessment
from tests.fakes import MemoryStorage, StillClock

SATURDAY = date(2026, 11, 21)
CAO_LOC = Unit(1, "Xã Thử", "commune", letters=frozenset({"LS2022", "CL2023"}))
ELSEWHERE = Unit(2, "Sở Thử", "department", letters=frozenset({"LS2022"}))


def member(unit: Unit = CAO_LOC, *roles: UnitRole, account: int = 1) -> Person:
    """A person of a unit, an officer unless said otherwise."""
    return Person(account, "Nông Văn Thử", unit, frozenset(roles or {UnitRole.OFFICER}))


@dataclass(slots=True)
class Officer:
    """One chat. `screen` is what the last turn answered; a `person` of None is unknown."""

    person: Person | None = field(default_factory=member)
    day: date = SATURDAY
    storage: MemoryStorage = field(default_factory=MemoryStorage)
    channel: str = "web"
    name: str = "officer"
    screen: list[Reply] = field(default_factory=list)
    updates: int = 0
    calendars: bool = True
    bot: str | None = None

    def __post_init__(self) -> None:
        if self.person is not None:
            self.storage.memory.people[self.chat] = self.person

    @property
    def chat(self) -> tuple[str, str]:
        return self.channel, self.name

    def say(self, *texts: str) -> Officer:
        """Type one message after the other."""
        for text in texts:
            self.send(text=text)
        return self

    def tap(self, *choices: str) -> Officer:
        """Tap one button after the other, each by its id or its label on the screen."""
        for choice in choices:
            reply, found = self._button(choice)
            self.send(tap=Tap(found.id, reply.token))
        return self

    def press(self, choice: str, token: str = "") -> Officer:
        """Press a button that need not be on the screen."""
        return self.send(tap=Tap(choice, token))

    def show(self, attachment: str) -> Officer:
        """Send a photo, a file or the like."""
        return self.send(attachment=attachment)

    def send(
        self,
        *,
        text: str | None = None,
        tap: Tap | None = None,
        attachment: str | None = None,
        files: tuple[File, ...] = (),
        update: str | None = None,
        message: str | None = None,
        edited: bool = False,
        table: Table | None = None,
        refused: Message | None = None,
    ) -> Officer:
        """One update; the same `update` twice is the same update delivered again."""
        self.updates += 1
        before = len(self.storage.memory.replies)
        name = update or f"{self.name} {self.updates}"
        incoming = Incoming(
            self.channel,
            self.name,
            name,
            text=text,
            tap=tap,
            attachment=attachment,
            files=files,
            message=message,
            edited=edited,
            table=table,
            refused=refused,
        )
        self.storage.clock = StillClock(self.day)
        self._conversation.take(incoming)
        replies = self.storage.memory.replies[before:]
        assert all(chat == self.chat for chat, _ in replies)
        self.screen = [reply for _, reply in replies]
        return self

    @property
    def _conversation(self) -> Conversation:
        plans = Plans(load_calendar(), ZoneInfo("Asia/Ho_Chi_Minh"))
        return Conversation(
            self.storage,
            self.storage.clock,
            all_flows(),
            planner=plans,
            calendars=CalendarFiles("http://page") if self.calendars else None,
            invitations=CodeLinks("http://page", self.bot) if self.calendars else None,
        )

    def _button(self, wanted: str) -> tuple[Reply, Choice]:
        for reply in reversed(self.screen):
            for choice in (choice for row in reply.choices for choice in row):
                if wanted in (choice.id, catalog.text(choice.label, self.language)):
                    return reply, choice
        msg = f"no button {wanted!r} among {self.buttons}"
        raise AssertionError(msg)

    @property
    def language(self) -> str:
        return self.storage.memory.conversation(self.chat).language

    @property
    def buttons(self) -> list[str]:
        """The ids of the choices on the screen."""
        return [choice.id for reply in self.screen for row in reply.choices for choice in row]

    @property
    def labels(self) -> list[str]:
        """What stands on the choices of the screen."""
        return [
            catalog.text(choice.label, self.language)
            for reply in self.screen
            for row in reply.choices
            for choice in row
        ]

    @property
    def text(self) -> str:
        """What the screen says, without its emphasis."""
        lines = [
            catalog.text(line, self.language)
            for reply in self.screen
            for line in (*reply.noted, *reply.text)
        ]
        return re.sub(r"\*\*(.+?)\*\*", r"\1", "\n".join(lines))

    @property
    def open(self) -> str:
        """What the newest reply asks, by its path; or the name of the card."""
        state = from_json(self.storage.memory.conversation(self.chat).state)
        return state.open.removeprefix("ask:")

    @property
    def flow(self) -> str:
        return from_json(self.storage.memory.conversation(self.chat).state).flow

    @property
    def draft(self) -> Draft | None:
        """The draft in hand as committed: the stored one, or the one only talked about."""
        conversation = self.storage.memory.conversation(self.chat)
        state = from_json(conversation.state)
        if state.scratch is not None:
            return state.scratch
        return self.storage.memory.drafts.get(conversation.in_hand or 0) if state.kept else None

    @property
    def answers(self) -> dict[str, object]:
        return dict(self.draft.answers) if self.draft else {}

    @property
    def nominees(self) -> list[dict[str, object]]:
        return nominees(self.draft) if self.draft else []

    @property
    def assessment(self) -> Assessment:
        assert self.draft is not None
        person = self.storage.memory.people.get(self.chat, Person())
        return judge(Desk(person, self.day, self.draft, At()))

    @property
    def verdict(self) -> str:
        return self.assessment.verdict.value

    @property
    def stored(self) -> dict[int, Draft]:
        return self.storage.memory.drafts
