"""Starts and kills players of a burst (burst_child.py), and reads what arrived at the far side."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert, text

from storage.reminder_tables import reminders
from storage.session import SqlStorage
from storage.tables import drafts
from tests.reminders.burst_child import NOW
from tests.reminders.days import at
from tests.reminders.year_people import settle

ROOT = Path(__file__).parents[2]
AT_THE_START = 0.2
A_LINE = 10
WORDS = '{"title":["title.named",{"name":"Dân quân xã"}]}'


@dataclass
class Launcher:
    """Starts one player at a time on one database."""

    process: subprocess.Popen[str]
    url: str
    far: Path
    chance: random.Random = field(default_factory=lambda: random.Random(11))

    def start(self, *, drain: bool = False) -> int:
        """A player, once it is connected; its process."""
        assert self.process.stdin is not None
        order = {"url": self.url, "far": str(self.far), "drain": drain}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        pid = int(self.line().split()[1])
        assert self.line() == "ready"
        return pid

    def kill_somewhere(self) -> None:
        """A player killed while it queues its first reminders, or at some place of the sending."""
        pid = self.start()
        if self.chance.random() < AT_THE_START:
            time.sleep(self.chance.random() * 0.1)
        else:
            self._wait_for(self.chance.randrange(1, 200))
        self.kill(pid)

    def _wait_for(self, lines: int) -> None:
        """Until the far side has so many lines more."""
        begun, last = self.far.stat().st_size, time.monotonic() + 10
        while self.far.stat().st_size < begun + lines * A_LINE and time.monotonic() < last:
            time.sleep(0.001)

    def kill(self, pid: int) -> None:
        os.kill(pid, signal.SIGKILL)
        assert self.line() == "end"
        with self.far.open("a") as file:
            file.write("k\n")

    def drain(self) -> None:
        """A player that works until nothing is left."""
        self.start(drain=True)
        assert self.line() == "done"
        assert self.line() == "end"

    def line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        assert line not in {"", "failed"}, "the player itself raised: see standard error"
        return line


@contextmanager
def launcher(url: str, far: Path) -> Iterator[Launcher]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.reminders.burst_child"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    far.touch()
    try:
        yield Launcher(process, url, far)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@dataclass
class Arrived:
    """What the far side knows: how often each message came, and by kill how many were in flight
    then and how many of these came again.
    """

    times: Counter[int] = field(default_factory=Counter)
    in_flight: list[int] = field(default_factory=list)
    twice: list[int] = field(default_factory=list)
    _flying: dict[int, str] = field(default_factory=dict)
    _cut_off: dict[int, int] = field(default_factory=dict)

    @classmethod
    def read(cls, far: Path) -> Arrived:
        found = cls()
        for line in far.read_text().splitlines():
            word, *rest = line.split()
            if word == "k":
                found._killed()
            elif word == "s":
                found._flying[int(rest[0])] = rest[1]
            elif word == "m":
                found._flying.pop(int(rest[0]), None)
            else:
                found._arrived(int(rest[0]))
        return found

    def _killed(self) -> None:
        chats = list(self._flying.values())
        assert len(chats) == len(set(chats)), "one in flight a chat"
        self._cut_off |= dict.fromkeys(self._flying, len(self.in_flight))
        self.in_flight.append(len(chats))
        self.twice.append(0)
        self._flying.clear()

    def _arrived(self, envelope: int) -> None:
        self.times[envelope] += 1
        if self.times[envelope] > 1:
            assert envelope in self._cut_off, "sent twice though no kill cut it off"
            self.twice[self._cut_off.pop(envelope)] += 1


def settle_people(storage: SqlStorage, people: int) -> None:
    """So many people with a chat and a draft each; accounts and drafts have the same numbers."""
    settle(storage, people // 2 - 1)
    draft = {"unit_id": 1, "kind": "surprise", "answers": "{}", "past": "[]", "version": 1}
    rows = [{**draft, "account_id": one, "changed_at": at(NOW)} for one in range(1, people + 1)]
    with storage._engine.begin() as connection:
        connection.execute(insert(drafts), rows)


def burst(
    storage: SqlStorage, people: int, number: int, *, when: str = NOW, rung: str = "day"
) -> None:
    """One more reminder for each of them, of another last day for each number."""
    row = {
        "kind": "window",
        "due": date(2026, 11, 22) + timedelta(days=number),
        "rung": rung,
        "on_day": date.fromisoformat(when[:10]),
        "at": at(when),
        "words": WORDS,
        "status": "planned",
    }
    rows = [{**row, "account_id": one, "draft_id": one} for one in range(1, people + 1)]
    with storage._engine.begin() as connection:
        connection.execute(insert(reminders), rows)


def left(storage: SqlStorage) -> int:
    """Reminders not sent yet, as far as the database knows."""
    query = (
        "SELECT count(*) FROM reminders LEFT JOIN outbox ON outbox.id = outbox_id "
        "WHERE outbox.id IS NULL OR outbox.status = 'queued'"
    )
    with storage._engine.connect() as connection:
        return int(connection.execute(text(query)).scalar_one())
