"""What a process does in passing, and how often: plans, addresses, old rows, files left behind."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.program import Program
from handlers.web.shelf import Shelf
from reminders.chores import Chore, Chores

BETWEEN_PASSES: Final = timedelta(hours=1)


def chores_of(program: Program, shelf: Shelf) -> Chores:
    """All of them, over the storage of the program and the files of its page."""
    settings, upkeep = program.settings, program.storage.upkeep
    keep, files = timedelta(days=settings.keep_days), timedelta(days=settings.files_days)

    def plan(_: datetime) -> bool:
        return program.catching_up.work() > 0

    def link(_: datetime) -> bool:
        return program.storage.audit.link()

    def prune(now: datetime) -> bool:
        return upkeep.prune(now, keep=keep)

    def forget(now: datetime) -> bool:
        return upkeep.forget_strangers(now, keep=timedelta(days=settings.strangers_days))

    def erase(now: datetime) -> bool:
        days = settings.audit_days
        return days is not None and program.storage.audit.erase_old(now, keep=timedelta(days=days))

    def sweep(now: datetime) -> bool:
        shelf.sweep(now - files, upkeep.files_in_use)
        return False

    return Chores(
        (
            Chore("planning", plan),
            Chore("linking the audit", link),
            Chore("hiding addresses", upkeep.hide_addresses),
            Chore("ending sessions", program.storage.devices.expire, rest=BETWEEN_PASSES),
            Chore("deleting old rows", prune, rest=BETWEEN_PASSES),
            Chore("forgetting strangers", forget, rest=BETWEEN_PASSES),
            Chore("erasing old events' values", erase, rest=BETWEEN_PASSES),
            Chore("sweeping files", sweep, rest=BETWEEN_PASSES),
        ),
        program.clock,
    )
