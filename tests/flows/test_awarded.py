"""Who was proposed for the same deed, or awarded before, is pointed out before a draft is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from flows.proposals.awarded import by_spelling, spellings, told
from flows.proposals.course import State
from flows.proposals.matter import Alike
from flows.proposals.sending import deed_of
from tests.flows.officer import Officer
from tests.flows.sent import Office, at_office

NUMBER = "123/QĐ-UBND"


def decided(office: Office, number: str = NUMBER, draft: int = 1) -> None:
    """The proposal of a draft is decided."""
    kept = office.storage.memory.registers.proposals
    day = date(2026, 11, 20)
    kept[draft] = replace(kept[draft], state=State.DECIDED, number=number, decided_on=day)


def another(office: Office, officer: Officer, name: str, achieved_on: str) -> Officer:
    answers: dict[str, Any] = {"nominees[0].name": name, "achieved_on": achieved_on}
    office.draft(**answers)
    return officer


@pytest.mark.parametrize("name", ["Dân quân xã", "tập thể DÂN QUÂN XÃ", "dan quan xa"])
def test_an_award_for_another_deed_is_told_before_it_is_sent(name: str) -> None:
    office, officer, *_ = at_office()
    decided(office)
    officer = another(office, officer, name, "2026-11-17").press("g:submit:2")
    assert officer.open == "to:2"
    expected = f"Đã được khen trước đây: {name}, bằng khen, quyết định {NUMBER}, 20/11/2026"
    assert expected in officer.text
    officer.tap("c:send")
    assert office.proposal(2).state is State.WITH_HEAD


def test_the_same_deed_already_awarded_is_a_warning() -> None:
    office, officer, *_ = at_office()
    decided(office)
    officer = another(office, officer, "Dân quân xã", "2026-11-18").press("g:submit:2")
    assert "⚠ Cùng tên, cùng thành tích: Dân quân xã đã được khen (bằng khen" in officer.text


def test_the_same_deed_in_progress_is_told_and_another_that_was_not_awarded_is_not() -> None:
    office, officer, *_ = at_office()
    officer = another(office, officer, "Dân quân xã", "2026-11-18").press("g:submit:2")
    assert "đã được Xã Thử đề nghị" in officer.text
    officer = another(office, officer, "Dân quân xã", "2026-11-17").press("g:submit:3")
    assert "Dân quân xã" not in officer.text


def test_the_head_and_the_reviewer_see_it_on_the_proposal() -> None:
    office, officer, head, reviewer = at_office()
    decided(office)
    another(office, officer, "Dân quân xã", "2026-11-17").press("g:submit:2").tap("c:send")
    assert "Đã được khen trước đây: Dân quân xã" in head.press("g:proposal:2").text
    head.press("g:agree:2")
    assert "Đã được khen trước đây: Dân quân xã" in reviewer.press("g:proposal:2").text


def test_who_asks_is_told_of_the_draft_in_hand_and_what_is_not_known() -> None:
    office, officer, *_ = at_office()
    decided(office)
    officer = another(office, officer, "Dân quân xã", "2026-11-17").press("g:open:2")
    officer.say("lịch sử khen thưởng")
    assert "Đã được khen trước đây: Dân quân xã" in officer.text
    assert "khen thưởng ngoài chương trình thì tôi không biết" in officer.text
    assert "g:open:2" in officer.buttons
    another(office, officer, "Thôn Nà Lầm", "2026-11-17")
    assert "chưa thấy ai" in officer.press("g:awards:3").text


def test_another_officers_draft_tells_nothing() -> None:
    office, *_ = at_office()
    decided(office)
    other = office.officer("Ai Khác", account=5)
    assert "Dân quân" not in other.press("g:awards:1").text
    assert "Dân quân" not in other.say("đã được khen chưa").text


def test_a_name_is_found_with_and_without_what_stands_before_it() -> None:
    assert "nguyen van a" in spellings("Ông Nguyễn Văn A")
    assert {"ba nguyen thi b", "nguyen thi b"} <= spellings("Nguyễn Thị B")
    assert by_spelling(("Hồ Văn A", "Văn A"))["van a"] == "Văn A"
    assert "nguyen van b" not in spellings("Nguyễn Văn A")


def test_the_same_deed_is_told_first_then_the_newest_award() -> None:
    one = Alike(1, "A", "Xã", State.DECIDED, date(2024, 1, 1), number="1", same=False)
    newer = replace(one, day=date(2025, 1, 1), number="2")
    same = replace(one, day=date(2020, 1, 1), number="3", same=True)
    assert [line.values["number"] for line in told((one, same, newer))] == ["3", "2", "1"]


def test_a_deed_without_a_day_is_never_the_same() -> None:
    assert deed_of({}) == deed_of({"occasion": "movement"}) == ""
    office, officer, *_ = at_office()
    kept = office.storage.memory.registers.proposals
    kept[1] = replace(kept[1], snapshot=replace(kept[1].snapshot, deed=""))
    office.draft(achieved_on="-")
    assert "chưa thấy ai" in officer.press("g:awards:2").text
