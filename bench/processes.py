"""The chat as a process of its own, watched from outside: when it answers, how much it holds."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

PATIENCE = 60.0
PLACE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Process:
    """A running chat; `answered` is the seconds from its start to the page's first answer."""

    process: subprocess.Popen[bytes]
    port: int
    answered: float

    def memory(self) -> float:
        """Resident memory, with children, in MB."""
        one = psutil.Process(self.process.pid)
        held = [one, *one.children(recursive=True)]
        return float(sum(process.memory_info().rss for process in held)) / 1e6


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind((PLACE, 0))
        return int(listening.getsockname()[1])


@contextmanager
def running(database: str, **settings: str) -> Iterator[Process]:
    """`kipthoi run` on a free port, stopped when the block ends. Raises TimeoutError."""
    port = free_port()
    environment = {"DATABASE_URL": database, "KIPTHOI_PORT": str(port), "PYTHONUTF8": "1"}
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=environment | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _until_answer(process, port, start=start)
        yield Process(process, port, time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _until_answer(process: subprocess.Popen[bytes], port: int, *, start: float) -> None:
    while not _answers(port):
        if process.poll() is not None:
            raise RuntimeError(f"the chat ended with exit {process.returncode}")
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError
        time.sleep(0.002)


def _answers(port: int) -> bool:
    """Whether the page comes; by hand, for a client library would cost what is measured."""
    try:
        with socket.create_connection((PLACE, port), timeout=PATIENCE) as connection:
            connection.sendall(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
            return b" 200 " in connection.recv(64)
    except OSError:
        return False
