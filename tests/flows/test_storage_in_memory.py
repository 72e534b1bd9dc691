"""The storage in memory answers a whole talk as the real one does."""

from __future__ import annotations

from datetime import UTC, datetime

from flows.book import all_flows
from flows.conversation import Conversation
from flows.model import Incoming, Person, Reply, Tap, Unit, UnitRole
from storage.schema import migrate
from storage.session import open_storage
from tests.databases import HandClock
from tests.fakes import MemoryStorage, StillClock

TALK = (
    "menu",
    "khen đột xuất",
    "cứu người",
    "tập thể",
    "12",
    "19",
    "nhầm, 13 người",
    "hôm qua",
    "lưu",
    "bỏ thay đổi",
    "khen chuyên đề",
    "kỷ niệm, đại hội",
    "hồ sơ của tôi",
    "g:rename:1",
    "Cứu hộ suối",
    "g:copy:1",
    "g:ask_delete:1",
    "c:delete:1",
    "g:open:1",
    "ngôn ngữ",
    "English",
    "hỏi thử",
    "đột xuất",
)


def update(said: str, number: int, newest: Reply | None) -> Incoming:
    """A line of the talk: typed, or tapped on the newest reply."""
    is_tap = said.startswith(("g:", "c:"))
    tap = Tap(said, newest.token if newest else "") if is_tap else None
    return Incoming("web", "one", str(number), text=None if is_tap else said, tap=tap)


def keys(replies: list[Reply]) -> list[list[str]]:
    """What was said, by the keys of its sentences and the ids of its choices."""
    return [
        [line.key for line in (*reply.noted, *reply.text)]
        + [choice.id for row in reply.choices for choice in row]
        for reply in replies
    ]


def in_memory() -> list[list[str]]:
    storage = MemoryStorage()
    letters = frozenset({"LS2022", "CL2023"})
    unit = Unit(1, "Đơn vị", "commune", letters, is_demonstration=True)
    roles = frozenset({UnitRole.OFFICER})
    storage.memory.people["web", "one"] = Person(1, "Người", unit, roles)
    conversation = Conversation(storage, StillClock(), all_flows())
    for number, said in enumerate(TALK):
        replies = storage.memory.replies
        newest = replies[-1][1] if replies else None
        conversation.take(update(said, number, newest))
    return keys([reply for _, reply in storage.memory.replies])


def in_the_database(url: str) -> list[list[str]]:
    migrate(url)
    clock = HandClock(datetime(2026, 11, 21, 3, tzinfo=UTC))
    storage = open_storage(url, clock)
    storage.people.bind_demonstration("web", "one")
    conversation = Conversation(storage, clock, all_flows())
    for number, said in enumerate(TALK):
        sent = storage.outbox.after("web", "one", 0)
        conversation.take(update(said, number, sent[-1].reply if sent else None))
    found = keys([envelope.reply for envelope in storage.outbox.after("web", "one", 0)])
    storage.close()
    return found


def test_a_talk_in_memory_is_the_talk_in_the_database(sqlite_url: str) -> None:
    told = in_memory()
    assert told == in_the_database(sqlite_url)
    assert len(told) >= len(TALK)
