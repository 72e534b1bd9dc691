"""With nothing on its way, what is ended is listed, the latest first, in each one's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows.proposals.course import State
from tests.flows.sent import Office, at_office

TITLE = "1. Khen đột xuất · Dân quân xã · Xã Thử ·"


def test_a_reviewer_is_told_in_words_of_their_own() -> None:
    reviewer = Office().reviewer().say("menu").tap("Hồ sơ đã gửi")
    assert "Không có hồ sơ nào đang trên đường" in reviewer.text
    assert "Gửi thủ trưởng xác nhận" not in reviewer.text
    assert "đã xong" not in reviewer.text


def test_what_is_decided_is_listed_to_officer_and_reviewer_five_at_most() -> None:
    office, officer, _, reviewer = at_office()
    one = office.proposal()
    for draft in range(1, 8):
        day = date(2026, 12, draft)
        ended = replace(one, draft=draft, state=State.DECIDED, since=day, decided_on=day)
        office.storage.memory.registers.proposals[draft] = ended
    for who in (officer, reviewer):
        who.say("menu").tap("Hồ sơ đã gửi")
        assert "đang trên đường" in who.text
        assert f"{TITLE} đã quyết định thứ Hai 07/12/2026" in who.text
        assert "5. " in who.text
        assert "6. " not in who.text


def test_what_is_declined_is_listed_with_the_day_it_was_sent_and_opened() -> None:
    office, _, _, reviewer = at_office()
    declined = replace(office.proposal(), state=State.DECLINED)
    office.storage.memory.registers.proposals[1] = declined
    reviewer.say("menu").tap("Hồ sơ đã gửi")
    assert f"{TITLE} bị từ chối (gửi thứ Bảy 21/11/2026)" in reviewer.text
    assert reviewer.tap("Mở 1").open.startswith("proposal:1")
