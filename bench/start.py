"""Start-up beside the bare import of its libraries, and memory, with and without Telegram."""

from __future__ import annotations

import subprocess
import sys
import time

from bench.databases import sqlite
from bench.figures import report
from bench.processes import Process, free_port, running

LIBRARIES = (
    "aiohttp.web, babel.dates, babel.numbers, pydantic_settings, sqlalchemy, structlog, typer, yaml"
)
TRIES = 5
TELEGRAM_PATIENCE = 60.0
GROWTH = 20.0
"""MB that Telegram's libraries take at least."""
SETTLED = 1.0
"""MB in two seconds below which memory counts as at rest."""


def bare_import() -> float:
    """Seconds that Python needs to import the page's libraries and nothing else."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {LIBRARIES}"], check=True)
    return time.perf_counter() - start


def measure() -> None:
    """Print start-up times (the least of some tries) and memory at rest."""
    with sqlite() as url:
        with running(url) as first:
            report("page answers, first start (makes the database)", f"{first.answered:>9.2f} s")
        imports, starts = [], []
        for _ in range(TRIES):
            imports.append(bare_import())
            with running(url) as chat:
                starts.append(chat.answered)
                memory = chat.memory()
        ratio = min(starts) / min(imports)
        report("bare import of its libraries", f"{min(imports):>9.2f} s")
        report("page answers", f"{min(starts):>9.2f} s   {ratio:.2f} times")
        report("memory, web only", f"{memory:>9.0f} MB")
        _with_telegram(url)


def _with_telegram(url: str) -> None:
    """A token, and a server that refuses connections: the libraries are loaded all the same."""
    settings = {
        "TELEGRAM_TOKEN": "1:bench",
        "TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}",
    }
    starts = []
    for _ in range(TRIES):
        with running(url, **settings) as chat:
            at_answer = chat.memory()
            starts.append(chat.answered)
            grown = _at_rest(chat, at_answer) if len(starts) == TRIES else 0.0
    report("page answers, with a Telegram token", f"{min(starts):>9.2f} s")
    report("    memory at that moment: Telegram not imported", f"{at_answer:>9.0f} MB")
    report("memory, with Telegram", f"{grown:>9.0f} MB")


def _at_rest(chat: Process, at_answer: float) -> float:
    """Memory once Telegram's libraries are in and it grows no more."""
    start, before = time.perf_counter(), at_answer
    while time.perf_counter() - start < TELEGRAM_PATIENCE:
        time.sleep(2)
        now = chat.memory()
        if now > at_answer + GROWTH and now - before < SETTLED:
            break
        before = now
    return chat.memory()
