"""Due reminders found among a million that are not, on both databases."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Date, bindparam, text

from bench.databases import postgresql, sqlite
from bench.figures import percentile, report
from bot.clock import SystemClock
from storage.columns import Instant
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from storage.tables import units

STEPS = (10_000, 1_000_000)
"""Reminders that are not due: with a hundred times as many, the figures stay the same."""
DUE = (0, 100, 10_000)
ACCOUNTS = 2_000
A_DRAFT = 5
AT_ONCE = 20
TIMES = 100
NOW = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
DAYS = 250
WORDS = '{"title":["title.named",{"name":"Dân quân xã Cao Lâu cứu người trong lũ"}]}'

NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)"
DAYS_TABLE = "CREATE TEMPORARY TABLE coming (k integer, day date, at timestamp with time zone)"
PEOPLE = "INSERT INTO accounts (name, language) %s SELECT 'Officer', 'vi' FROM n"
DRAFTS = """
INSERT INTO drafts (unit_id, account_id, kind, answers, past, version, changed_at)
%s SELECT 1, 1 + i %% :accounts, 'surprise', '{}', '[]', 1, :now FROM n
"""
PLANNED = """
INSERT INTO reminders (account_id, draft_id, kind, due, rung, on_day, at, words, status)
%s SELECT 1 + (:first + i) / :a_draft %% :accounts, 1 + (:first + i) / :a_draft, 'window',
    coming.day, 'day', coming.day, coming.at, :words, 'planned'
FROM n JOIN coming ON coming.k = i %% :days
"""


@dataclass(frozen=True, slots=True)
class Filling:
    """Rows put in by the thousand, each of SQL that both databases know."""

    connection: Connection

    def people(self, drafts: int) -> None:
        """A unit, its officers and their drafts; the mornings of the coming year."""
        self.connection.execute(units.insert(), {"name": "U", "level": "commune", "letters": "[]"})
        self._numbered(PEOPLE, count=ACCOUNTS)
        self._numbered(DRAFTS, count=drafts, accounts=ACCOUNTS, now=NOW)

    def reminders(self, first: int, count: int, *, since: datetime, days: int = DAYS) -> None:
        """So many reminders, shared by the mornings from a day on."""
        self.connection.execute(text("DROP TABLE IF EXISTS coming"))
        self.connection.execute(text(DAYS_TABLE))
        mornings = [since + timedelta(days=day) for day in range(days)]
        one = text("INSERT INTO coming VALUES (:k, :day, :at)").bindparams(
            bindparam("day", type_=Date), bindparam("at", type_=Instant)
        )
        rows = [{"k": k, "day": at.date(), "at": at} for k, at in enumerate(mornings)]
        self.connection.execute(one, rows)
        sizes = {"accounts": ACCOUNTS, "a_draft": A_DRAFT, "days": days}
        self._numbered(PLANNED, first=first, count=count, words=WORDS, **sizes)

    def _numbered(self, sql: str, **values: Any) -> None:
        statement = text(sql % NUMBERS)
        if "now" in values:
            statement = statement.bindparams(bindparam("now", type_=Instant))
        self.connection.execute(statement, values)


def measure() -> None:
    """Print how long it takes to find who is due, and when the next one is."""
    databases: Mapping[str, AbstractContextManager[str]] = {
        "SQLite": sqlite(),
        "PostgreSQL": postgresql(),
    }
    for name, database in databases.items():
        with database as url:
            migrate(url)
            storage = open_storage(url, SystemClock())
            _measure_on(name, storage)
            storage.close()


def _measure_on(name: str, storage: SqlStorage) -> None:
    with storage.reminders._sessions.writing() as connection:  # noqa: SLF001 - filled from below
        Filling(connection).people(drafts=(max(STEPS) + max(DUE)) // A_DRAFT + 1)
    first = 0
    for step in STEPS:
        _fill(storage, first, step - first, since=NOW + timedelta(days=1))
        first = step
        _report(f"{name}, {step:,} planned", storage)
    for due, more in pairwise(DUE):
        _fill(storage, first + due, more - due, since=NOW - timedelta(minutes=1), days=1)
        _report(f"{name}, {first:,}, {more:,} due", storage)


def _fill(
    storage: SqlStorage, first: int, count: int, *, since: datetime, days: int = DAYS
) -> None:
    with storage.reminders._sessions.writing() as connection:  # noqa: SLF001
        Filling(connection).reminders(first, count, since=since, days=days)
    with storage._engine.connect() as connection:  # noqa: SLF001
        # as PostgreSQL does by itself in time; SQLite never does
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM ANALYZE")


def _report(name: str, storage: SqlStorage) -> None:
    due: list[float] = []
    following: list[float] = []
    people = 0
    for _ in range(TIMES):
        # as the dispatcher asks; its commit is not counted
        with storage.reminders.dispatching() as dispatching:
            assert dispatching is not None
            start = time.perf_counter()
            people = len(dispatching.due(NOW, accounts=AT_ONCE))
            due.append(time.perf_counter() - start)
        start = time.perf_counter()
        storage.reminders.next_due()
        following.append(time.perf_counter() - start)
    report(f"{name}: {people} people found", _shown(due))
    report("    when the next one is", _shown(following))


def _shown(times: list[float]) -> str:
    p50, p99 = (1000 * percentile(times, share) for share in (0.50, 0.99))
    return f"p50 {p50:>6.1f} ms   p99 {p99:>6.1f} ms"


if __name__ == "__main__":
    measure()
