"""Papers and their ZIP, board pages of 10,000 proposals, and statistics of them."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench.databases import postgresql, sqlite
from bench.figures import percentile, report
from bot.keeping.workbook import workbook_of
from documents.bundle import Attachment, bundle
from documents.render import make
from storage.schema import migrate
from tests.access.places import Place, place
from tests.documents.dossiers import surprise
from tests.web.test_proposals import as_, crowd, shown

PROPOSALS = 10_000
TIMES = 20
ATTACHED = [Attachment("a.jpg", bytes(5_000_000))] * 4
PAGES = (
    "/board/proposals",
    "/board/proposals?state=submitted&kind=surprise",
    "/board/proposals?overdue=1&first=2000",
    "/board/proposals?q=nguyen+van+on",
    "/board/proposals?q=xa+kh%C3%B4ng+c%C3%B3",
    "/board/statistics?from=2026-01-01&to=2026-12-31",
)


def measure() -> None:
    """Print the figures; the proposals are on each database in turn."""
    dossier = surprise()
    made = make(dossier)
    _timed("the papers of a dossier", lambda: make(dossier))
    _timed("their ZIP, with four files of 5 MB", lambda: bundle(dossier, made, ATTACHED))
    for name, database in (("SQLite", sqlite()), ("PostgreSQL", postgresql())):
        report(f"{PROPOSALS} proposals on {name}", "")
        with database as url, tempfile.TemporaryDirectory() as folder:
            migrate(url)
            for here in place(url, Path(folder)):
                crowd(here, PROPOSALS)
                asyncio.run(_pages(here))
                _counted(here)


def _timed(name: str, work: Callable[[], object]) -> None:
    spent = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begun)
    _told(name, spent)


async def _pages(here: Place) -> None:
    async with as_("reviewer", here) as client:
        for path in (*PAGES, f"/board/proposals/{here.sent}"):
            spent = []
            for _ in range(TIMES):
                begun = time.perf_counter()
                await shown(client, path)
                spent.append(time.perf_counter() - begun)
            _told(path, spent)


def _counted(here: Place) -> None:
    begun = time.perf_counter()
    sent = here.storage.statistics.sent(date(2026, 1, 1), date(2026, 12, 31))
    workbook_of(sent)
    name = f"statistics of {len(sent)} proposals as a workbook"
    report(name, f"{time.perf_counter() - begun:>9.2f} s")


def _told(name: str, spent: list[float]) -> None:
    p50, p99 = (1000 * percentile(spent, share) for share in (0.50, 0.99))
    report(name, f"p50 {p50:>6.1f} ms   p99 {p99:>6.1f} ms")
