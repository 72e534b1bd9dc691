"""A tick finds what it looks for by an index, however many reminders there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from flows import asking
from flows.model import Draft
from tests.storage.office import THREE, Office, plan_of

PARTS = ("due", "whose", "on_its_way", "failed")
"""Indexes that hold none of the reminders sent."""


@contextmanager
def overheard(office: Office) -> Iterator[list[tuple[str, Any]]]:
    """The statements about reminders, with their values."""
    heard: list[tuple[str, Any]] = []

    def hear(*told: Any) -> None:
        _, _, statement, values, _, many = told
        if " reminders" in statement and not statement.startswith("INSERT") and not many:
            heard.append((statement, values))

    engine = office.storage._engine
    event.listen(engine, "before_cursor_execute", hear)
    yield heard
    event.remove(engine, "before_cursor_execute", hear)


def plans(office: Office, heard: list[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    """Each statement with the database's own plan for it."""
    with office.storage._engine.connect() as connection:
        lite = connection.dialect.name == "sqlite"
        if not lite:
            # the tables are small here: a plan that could not use an index would still scan
            connection.exec_driver_sql("SET enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN " if lite else "EXPLAIN "
        for statement, values in heard:
            found = connection.exec_driver_sql(explain + statement, values)
            yield statement, "\n".join(str(row[-1]) for row in found)


def scans(plan: str) -> list[str]:
    """Lines that read all of the reminders."""
    whole = ("SCAN reminders", "SCAN other", "Seq Scan on reminders")
    lines = [line for line in plan.splitlines() if any(scan in line for scan in whole)]
    # an index of those planned, queued or failed alone holds no more than is looked for
    return [line for line in lines if not any(f"INDEX ix_reminders_{one}" in line for one in PARTS)]


def test_no_look_of_a_tick_or_a_turn_reads_all_reminders(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE))
    now = office.clock.now()
    with overheard(office) as heard:
        office.clock.pass_by(THREE.at - now)
        office.storage.reminders.next_due()
        office.storage.reminders.health(office.clock.now())
        messages = office.queue()
        office.sent(*messages)
        office.ask("an", asking.ListDeadlines())
        office.ask("an", asking.LastReminded())
        office.ask("an", asking.SetHours(480, 1020))
        office.keep("an", draft, plan_of(digest="2"))
    assert len(heard) > 10

    found = {statement: scans(plan) for statement, plan in plans(office, heard)}
    assert {statement: lines for statement, lines in found.items() if lines} == {}
