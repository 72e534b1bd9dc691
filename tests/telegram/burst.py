"""A burst of reminders while officers ask, played against the program itself.

The program is a process of its own; the emulator stands here, with Telegram's limits enforced
and 50 ms on the way. The bench and the tests play the same.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import insert, select

from bot.clock import SystemClock
from flows.model import Reply
from rules.message import say
from storage.replies import Answer, add_replies
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from storage.tables import conversations, identities
from tests.telegram.emulator import TOKEN, TelegramEmulator
from tests.telegram.floods import Enforced

LATENCY_S = 0.05
FIRST_CHAT = 100_000
OFFICERS = 20
WORDS = ("/dotxuat", "cứu người", "một tập thể", "12", "19", "vì sao hỏi?", "quay lại", "/menu")
MARK = "Tháng "
"""How a reminder of the burst begins: `telegram.month`, which takes any two words."""
STARTED_WITHIN_S = 60.0
ANSWERED_WITHIN_S = 60.0


@dataclass(slots=True)
class Played:
    """What Telegram saw. `waits` are seconds, `between` messages from question to answer."""

    sends: list[tuple[float, int, str]]
    enforced: Enforced
    waits: list[float] = field(default_factory=list)
    between: list[int] = field(default_factory=list)
    begun: float = 0.0
    ended: float = 0.0

    def numbers(self) -> dict[int, list[int]]:
        """The reminders each chat got, in order."""
        got: dict[int, list[int]] = defaultdict(list)
        for _, chat, text in self.sends:
            if text.startswith(MARK):
                got[chat].append(int(text.removeprefix(MARK).partition("/")[0]))
        return got

    @property
    def each_second(self) -> float:
        """Messages a second from the first to the last reminder, replies among them."""
        within = [at for at, _, _ in self.sends if self.begun <= at <= self.ended]
        return (len(within) - 1) / (self.ended - self.begun)


def telegram_settings(api: TelegramEmulator) -> dict[str, str]:
    return {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "KIPTHOI_DEMONSTRATION": "0"}


def queue_burst(url: str, *, messages: int, chats: int) -> None:
    """So many reminders, all due, for so many chats in turn; the nth of a chat says n."""
    migrate(url)
    storage = open_storage(url, SystemClock())
    numbers = _make_chats(storage, chats)
    now = datetime.now(UTC)
    with storage._sessions.writing() as connection:
        for number in range(messages):
            place = number % chats
            text = say("telegram.month", month=str(number // chats), year=str(place))
            answer = Answer(numbers[place], "telegram", update=None, lane=1)
            add_replies(connection, answer, replies=(Reply((text,)),), now=now)
    storage.close()


def _make_chats(storage: SqlStorage, chats: int) -> list[int]:
    with storage._sessions.writing() as connection:
        talks = [{"state": "{}", "serial": 0, "language": "vi"} for _ in range(chats)]
        connection.execute(insert(conversations), talks)
        known = connection.execute(select(conversations.c.id).order_by(conversations.c.id))
        connection.execute(
            insert(identities),
            [
                {
                    "channel": "telegram",
                    "external": str(FIRST_CHAT + place),
                    "conversation_id": talk,
                    "reachable": True,
                    "wrong_codes": 0,
                }
                for place, talk in enumerate(known.scalars().all())
            ],
        )
        made = connection.execute(select(identities.c.id).order_by(identities.c.id))
        return list(made.scalars())


async def watch_burst(api: TelegramEmulator, *, expected: int, seconds: float) -> Played:
    """One officer after another asks each second until all has come, or the time is over."""
    assert api.enforced is not None
    played = Played(api.shown, api.enforced)
    async with asyncio.timeout(STARTED_WITHIN_S):
        while not _reminders(api):
            await asyncio.sleep(0.01)
    played.begun = api.shown[0][0]
    loop = asyncio.get_running_loop()
    end = played.begun + seconds
    async with asyncio.TaskGroup() as asking:
        turn = 0
        while loop.time() < end and _reminders(api) < expected:
            asking.create_task(_ask(api, played, turn=turn))
            turn += 1
            await asyncio.sleep(max(0.0, played.begun + turn - loop.time()))
    played.ended = next(at for at, _, text in reversed(api.shown) if text.startswith(MARK))
    return played


async def _ask(api: TelegramEmulator, played: Played, *, turn: int) -> None:
    chat = FIRST_CHAT + turn % OFFICERS
    before, asked = len(api.shown), time.perf_counter()
    await api.say(chat, WORDS[turn // OFFICERS % len(WORDS)])
    async with asyncio.timeout(ANSWERED_WITHIN_S):
        while (answer := _answer(api, chat, before)) is None:
            await asyncio.sleep(0.002)
    played.waits.append(time.perf_counter() - asked)
    played.between.append(answer - before)


def _answer(api: TelegramEmulator, chat: int, before: int) -> int | None:
    for place in range(before, len(api.shown)):
        _, to, text = api.shown[place]
        if to == chat and not text.startswith(MARK):
            return place
    return None


def _reminders(api: TelegramEmulator) -> int:
    return sum(text.startswith(MARK) for _, _, text in api.shown)
