"""Kills players (crash_child.py) and looks at what they left; for storage and conversation."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLAIN = "tests.storage.crash_child:note_number"


@dataclass(slots=True)
class Death:
    """How far a player came: the last turn begun, the last known to be committed."""

    begun: int = 0
    committed: int = 0
    finished: bool = False

    @property
    def inside_a_turn(self) -> bool:
        return self.begun > self.committed


@dataclass(slots=True)
class Launcher:
    """Starts one player at a time on one database."""

    process: subprocess.Popen[str]
    url: str
    play: str = PLAIN
    chance: random.Random = field(default_factory=lambda: random.Random(11))

    def die_at_statement(self, number: int, *, update: int) -> Death:
        """Play one update and die after its statement `number` (-1: before COMMIT)."""
        self._order(first=update, last=update, die_at=number)
        return self._follow()

    def die_any_time(self, *, first: int, last: int, within: float) -> Death:
        """Play on from `first` and be killed at a random moment, at most `within` seconds in."""
        self._order(first=first, last=last, die_at=None)
        pid = int(self._line().split()[1])
        begun = self._line()  # the first turn has begun: the imports are not counted
        time.sleep(self.chance.random() * within)
        os.kill(pid, signal.SIGKILL)
        return self._follow(begun)

    def _order(self, *, first: int, last: int, die_at: int | None) -> None:
        assert self.process.stdin is not None
        order = {"url": self.url, "play": self.play, "first": first, "last": last}
        self.process.stdin.write(json.dumps({**order, "die_at": die_at}) + "\n")
        self.process.stdin.flush()

    def _line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the launcher itself is gone"
        return line.strip()

    def _follow(self, line: str = "") -> Death:
        death = Death()
        while line != "end":
            assert line != "failed", "the player itself raised: see standard error"
            word, _, number = line.partition(" ")
            if word == "b":
                death.begun = int(number)
            elif word == "c":
                death.committed = int(number)
            elif word == "done":
                death.finished = True
            line = self._line()
        return death


@contextmanager
def launcher(url: str, *, play: str = PLAIN) -> Iterator[Launcher]:
    """A launcher for the migrated database at `url`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.crash_child"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield Launcher(process, url, play=play)
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # a player that a failed test left running, too
        process.communicate()
