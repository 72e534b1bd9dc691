"""Both proposals on the terminal, in a process of its own; closed, and found again."""

from __future__ import annotations

from bot.clock import SystemClock
from tests.whole.officers import TerminalOfficer
from tests.whole.stories import file_surprise, file_thematic, find_both


async def test_both_proposals_are_filed_closed_and_found_again(database_url: str) -> None:
    officer = TerminalOfficer(database_url)
    await file_surprise(officer, SystemClock().today())
    await file_thematic(officer)
    officer.close()
    again = TerminalOfficer(database_url)
    await find_both(again)
    again.close()
