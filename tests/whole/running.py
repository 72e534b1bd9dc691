"""The program itself as a process of its own, as `make run` starts it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTED_WITHIN_S = 60.0
CLOSED = re.compile(r"^(DATABASE_URL|KIPTHOI_|TELEGRAM_)")


def surroundings(database_url: str, **more: str) -> dict[str, str]:
    """This machine's environment with no setting of Kịp Thời but these."""
    kept = {name: value for name, value in os.environ.items() if not CLOSED.match(name)}
    return {**kept, "DATABASE_URL": database_url, "PYTHONUTF8": "1", **more}


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def kipthoi(database_url: str, *words: str) -> str:
    """Run one command to its end; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT, env=surroundings(database_url), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


@dataclass
class Running:
    """A served program; `url` is its page."""

    database_url: str
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Return once the page answers."""
        env = surroundings(self.database_url, KIPTHOI_PORT=str(self.port), **self.settings)
        command = [sys.executable, "-m", "bot", "run"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + STARTED_WITHIN_S
        while not self._answers():
            assert self.process.poll() is None, "the program ended while it started"
            assert time.monotonic() < deadline, "the page did not answer"
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}healthz", timeout=1):
                return True
        except OSError:
            return False

    def stop(self) -> int:
        """Ask it to stop; its exit code."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(30)

    def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(30)


@contextmanager
def running(database_url: str, **settings: str) -> Iterator[Running]:
    port = settings.pop("KIPTHOI_PORT", None)
    program = Running(database_url, settings, int(port) if port else free_port())
    program.start()
    try:
        yield program
    finally:
        if program.process is not None and program.process.poll() is None:
            program.kill()
