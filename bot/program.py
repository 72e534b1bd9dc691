"""The parts of a running process that outlive any one turn, fitted together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import SystemClock
from bot.settings import Settings
from documents.pictures import can_draw
from flows.book import all_flows
from flows.book.papers import Papers
from flows.conversation import Conversation
from flows.model import Incoming
from handlers.calendar_file import CalendarFiles
from handlers.invitations import CodeLinks
from handlers.turns import Turns
from handlers.web.measures import Measures
from handlers.web.shelf import Shelf
from reminders.catching_up import CatchingUp
from reminders.dispatch import Dispatcher
from reminders.plan import Plans
from rules.calendar import load_calendar
from storage.schema import is_current, migrate
from storage.session import SqlStorage, open_storage


class Welcomed:
    """Lets this machine's own chats speak for the demonstration unit before their first turn."""

    def __init__(self, storage: SqlStorage, conversation: Conversation, channel: str) -> None:
        self._storage = storage
        self._conversation = conversation
        self._channel = channel
        self._known: set[str] = set()

    def take(self, incoming: Incoming) -> bool:
        """A turn, in its worker thread."""
        if incoming.channel == self._channel and incoming.sender not in self._known:
            self._storage.people.bind_demonstration(incoming.channel, incoming.sender)
            self._known.add(incoming.sender)
        return self._conversation.take(incoming)


@dataclass(frozen=True, slots=True)
class Program:
    """Settings, clock, storage, the turn as one call, and who makes due reminders messages.

    `catching_up` plans what no turn has planned.
    """

    settings: Settings
    clock: SystemClock
    storage: SqlStorage
    take: Callable[[Incoming], bool]
    dispatcher: Dispatcher
    catching_up: CatchingUp
    calendars: CalendarFiles = field(default_factory=CalendarFiles)


def assemble(settings: Settings, *, demonstration_on: str | None) -> Program:
    """Storage (migrated) and conversation. Raises StorageUnavailable, ValueError."""
    clock = SystemClock(settings.timezone)
    if not is_current(settings.database_url):
        migrate(settings.database_url)
    calendar = load_calendar(settings.calendar_override)
    plans = Plans(calendar, settings.timezone)
    calendars = CalendarFiles(settings.site, calendar)
    storage = open_storage(settings.database_url, clock, planner=plans)
    conversation = Conversation(
        storage,
        clock,
        {**all_flows(), "papers": Papers(draws=can_draw())},
        calendar=calendar,
        planner=plans,
        calendars=calendars,
        invitations=CodeLinks(settings.site, settings.telegram_name),
        zone=settings.timezone,
    )
    take = conversation.take
    if demonstration_on is not None:
        take = Welcomed(storage, conversation, demonstration_on).take
    return Program(
        settings,
        clock,
        storage,
        take,
        Dispatcher(storage.reminders, plans, clock),
        CatchingUp(storage.drafts, storage.owed, plans, clock=clock),
        calendars,
    )


@dataclass(slots=True)
class Service:
    """A program being served: its turns, when to stop, and whom to wake after a commit.

    `measures` counts what it does, `shelf` keeps the files of its page.
    """

    program: Program
    turns: Turns
    stopping: asyncio.Event
    measures: Measures
    shelf: Shelf
    wakers: list[Callable[[], None]] = field(default_factory=list)

    def wake(self) -> None:
        """Something was committed. To be called in the event loop."""
        for wake in self.wakers:
            wake()
