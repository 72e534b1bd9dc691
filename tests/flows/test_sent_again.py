"""Sent again after it was mended: judged as of the day on which the unit sent it first."""

from __future__ import annotations

from datetime import date

from flows.proposals.course import State
from tests.flows.sent import at_office

MUCH_LATER = date(2026, 12, 11)
"""Three weeks behind the first sending, when ten days from the deed are long over."""


def test_mended_in_december_what_was_sent_in_time_is_in_time_still() -> None:
    office, officer, _, reviewer = at_office()
    reviewer.press("g:proposal:1").tap("Nhận xét hồ sơ", "Trả lại để bổ sung")
    reviewer.tap("tổng số người của mọi lực lượng", "Xong", "Không ghi gì thêm")
    assert office.proposal().first_sent_on == date(2026, 11, 21)
    officer.day = MUCH_LATER
    officer.press("g:mend:1").say("17")
    officer.press("g:submit:1")
    assert office.proposal().state is State.RESUBMITTED
    assert office.proposal().snapshot.timing == "in_time"
    assert office.proposal().sent_on == MUCH_LATER
    assert office.proposal().first_sent_on == date(2026, 11, 21)
    assert office.stored().answers["submitted_on"] == "2026-11-21"


def test_never_sent_the_same_case_is_late_by_then() -> None:
    office, officer, _, _ = at_office()
    draft = office.draft(achieved_on="2026-11-17")
    officer.day = MUCH_LATER
    officer.press(f"g:submit:{draft}")
    assert draft not in office.storage.memory.registers.proposals
    assert "lý do" in officer.text.lower() or "chưa" in officer.text.lower()
