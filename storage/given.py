"""What a unit is told of a report as it is asked of it."""

from __future__ import annotations

from textwrap import shorten
from typing import Final

from flows.reminding import Task
from rules.message import Message, say

MOST_TOLD: Final = 300
"""Signs of the instructions; the whole of them stands on the report's page."""


def line_of(task: Task) -> Message:
    """What is asked, with as much of its instructions as a message holds."""
    how = shorten(task.duty.instructions, MOST_TOLD, placeholder="…")
    told = say("told.given", office=task.office, due=task.due)
    return say("told.given.how", given=told, instructions=how) if how else told
