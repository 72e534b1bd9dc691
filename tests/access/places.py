"""One unit, its office and somebody of each role, on the program's own parts."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from aiohttp import web
from sqlalchemy import text

from bot.app import page_of
from bot.program import Program, Service, assemble
from bot.settings import Settings
from flows.asking import ListTasks, MakeDuty, ReportTask
from flows.model import Draft, Incoming, Reply, Tap, UnitRole
from flows.proposals.asked import TakeStep
from flows.proposals.matter import Snapshot
from flows.proposals.moves import Step
from flows.reminding import Duty, File
from handlers.telegram.webhook import Webhook, WebhookDoor
from handlers.turns import Turns
from handlers.web.doorbell import Doorbell
from handlers.web.measures import Measures
from handlers.web.shelf import Shelf
from storage.session import SqlStorage
from tests.access.table import LEFT
from tests.storage.parts import incoming, rows
from tests.storage.proposing import SNAPSHOT

SECRET = "door-secret"
_numbers = itertools.count(1)


def address(role: str) -> str:
    """The session of a role's browser, of the form the page makes."""
    return hashlib.sha256(role.encode()).hexdigest()[:32]


@dataclass
class Place:
    """Everybody has a chat on the page; the unit has a draft and a report handed in with a file."""

    program: Program
    folder: Path
    accounts: dict[str, int] = field(default_factory=dict)
    unit: int = 0
    chat: int = 0
    draft: int = 0
    sent: int = 0
    duty: int = 0
    task: int = 0

    @property
    def storage(self) -> SqlStorage:
        return self.program.storage

    def settle(self, suffix: str = "") -> None:
        """Make the office, the unit, their people, and what is theirs."""
        people = self.storage.people
        office = people.add_unit(f"Sở Nội vụ{suffix}", level="department")
        letters = ("LS2022", "CL2023")
        unit = people.add_unit(f"UBND xã{suffix}", level="commune", letters=letters, office=office)
        for role in UnitRole:
            home = unit if role in (UnitRole.OFFICER, UnitRole.HEAD) else office
            self.accounts[role.value] = people.add_account(role.value, unit=home, role=role)
        self.accounts[LEFT] = people.add_account(LEFT, unit=unit, role=UnitRole.OFFICER)
        for role in (*UnitRole, LEFT):
            self._join(str(role), suffix)
        with self.storage._engine.begin() as connection:
            gone = text("DELETE FROM roles WHERE account_id = :one")
            connection.execute(gone, {"one": self.accounts[LEFT]})
        self.unit = unit
        chats = "SELECT id FROM identities WHERE account_id ="
        self.chat = int(rows(self.storage, f"{chats} {self.accounts['officer']}")[0][0])
        self._fill(unit, suffix)

    def _join(self, role: str, suffix: str) -> None:
        code = self.storage.people.add_code(self.accounts[role])
        said = incoming(
            f"join {next(_numbers)}", sender=address(role + suffix), said=f"/start {code}"
        )
        assert self.program.take(said)

    def _fill(self, unit: int, suffix: str) -> None:
        duty = Duty("Rà soát", "", due=date(2026, 12, 9), units=(unit,))
        self.duty = int(self.ask("reviewer" + suffix, MakeDuty(duty)).id)
        self.task = int(self.ask("officer" + suffix, ListTasks())[0].id)
        name = File("telegram", f"of {suffix}", "a.pdf", size=1, media="application/pdf")
        self.ask("officer" + suffix, ReportTask(self.task, "Xong", (name,)))
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(f"k{next(_numbers)}", sender=address("officer" + suffix)))
            assert talk is not None
            kept = turn.save(
                talk, state={}, draft=Draft("surprise", name=f"of {suffix}"), replies=(), events=()
            )
        assert kept is not None
        self.draft = int(kept.id or 0)
        self.send(suffix)

    def send(self, suffix: str = "", snapshot: Snapshot = SNAPSHOT) -> None:
        """Another draft of the officer's, sent by them and confirmed by the head."""
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(f"k{next(_numbers)}", sender=address("officer" + suffix)))
            assert talk is not None
            draft = Draft("surprise", snapshot.answers)
            kept = turn.save(talk, state={}, draft=draft, replies=(), events=())
        assert kept is not None
        self.sent = int(kept.id or 0)
        for role, step, version in (("officer", Step.SEND, 1), ("head", Step.CONFIRM, 2)):
            asked = TakeStep(self.sent, step, version, snapshot=snapshot)
            taken = self.ask(role + suffix, asked)
            assert taken is not None
            assert taken.why_not is None

    def ask(self, role: str, asked: Any) -> Any:
        """What a request of this person is answered, in a turn of its own."""
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(f"ask {next(_numbers)}", sender=address(role)))
            assert talk is not None
            found = turn.ask(talk, asked)
            turn.save(talk, state=talk.state, draft=None, replies=(), events=())
        return found

    def say(self, role: str, said: str) -> list[Reply]:
        """What is replied to a message of this person."""
        return self.take(Incoming("web", address(role), f"{next(_numbers)}", text=said))

    def tap(self, role: str, tap: Tap) -> list[Reply]:
        """What is replied to a tap of this person."""
        return self.take(Incoming("web", address(role), f"{next(_numbers)}", tap=tap))

    def take(self, said: Incoming) -> list[Reply]:
        last = rows(self.storage, "SELECT coalesce(max(id), 0) FROM outbox")[0][0]
        assert self.program.take(said)
        return [one.reply for one in self.storage.outbox.after("web", said.sender, last)]

    def show(self, role: str, *replies: Reply) -> int:
        """Have replies stand in a chat; the outbox id of the last."""
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(f"s{next(_numbers)}", sender=address(role)))
            assert talk is not None
            turn.save(talk, state=talk.state, draft=None, replies=replies, events=())
        return int(rows(self.storage, "SELECT max(id) FROM outbox")[0][0])

    def lose_the_database(self) -> None:
        """From now on it cannot be reached."""
        with self.storage._engine.begin() as connection:
            connection.execute(text("ALTER TABLE roles RENAME TO roles_gone"))

    def refusals(self) -> list[tuple[Any, ...]]:
        """(account, payload) of all that the trail says was refused."""
        query = "SELECT account_id, payload FROM audit WHERE event = 'refused' ORDER BY id"
        return rows(self.storage, query)


def place(database_url: str, folder: Path) -> Iterator[Place]:
    """The program's own parts over a migrated database; `make run` fits the same together."""
    settings = Settings(database_url=database_url, demonstration=False, files=folder / "files")
    made = Place(assemble(settings, demonstration_on=None), folder)
    made.settle()
    yield made
    made.storage.close()


@asynccontextmanager
async def page(made: Place) -> AsyncIterator[web.Application]:
    """The application that serves it, Telegram's door included."""
    turns = Turns(made.program.take, workers=1)
    shelf = Shelf(made.folder / "files", room_left=0)
    service = Service(made.program, turns, asyncio.Event(), measures=Measures(), shelf=shelf)
    door = WebhookDoor(Webhook("https://bot.example/telegram", SECRET))
    yield page_of(service, Doorbell(), door=door, last_tick=made.program.clock.now)
    turns.close()
