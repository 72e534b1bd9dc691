"""Whoever reviews accepts, returns or asks from the message that told them, by one tap."""

from __future__ import annotations

from dataclasses import replace

from flows.proposals.course import State
from tests.flows.sent import at_office


def test_what_has_arrived_is_accepted_by_one_tap() -> None:
    office, _, _, reviewer = at_office()
    reviewer.press("g:accept_it:1")
    assert office.proposal().state is State.ACCEPTED
    assert office.proposal().reviewer is not None
    assert "chấp nhận" in office.told(1)[-1]


def test_a_warning_still_asks_why_before_it_is_accepted() -> None:
    office, _, _, reviewer = at_office()
    kept = office.storage.memory.registers.proposals
    kept[1] = replace(kept[1], snapshot=replace(kept[1].snapshot, timing="late"))
    reviewer.press("g:accept_it:1")
    assert office.proposal().state is State.SUBMITTED
    reviewer.say("Đã có văn bản đồng ý")
    assert (office.proposal().state, office.proposal().words) == (
        State.ACCEPTED,
        "Đã có văn bản đồng ý",
    )


def test_what_has_arrived_is_returned_from_the_message() -> None:
    office, _, _, reviewer = at_office()
    reviewer.press("g:return_it:1").tap("t:0", "c:done")
    reviewer.say("Ghi rõ")
    assert office.proposal().state is State.RETURNED
    assert office.proposal().reviewer is not None


def test_a_question_keeps_it_under_review_and_its_answer_comes_back() -> None:
    office, officer, head, reviewer = at_office()
    day = office.proposal().since
    reviewer.press("g:ask_unit:1")
    assert "vẫn ở cơ quan" in reviewer.text
    reviewer.say("Ai xác nhận việc này?")
    assert office.proposal().state is State.UNDER_REVIEW
    assert str(office.proposal().reviewer).count("Lê Văn Xét") == 1
    assert office.told(1)[-1] == "Lê Văn Xét (Sở Nội vụ) hỏi: Ai xác nhận việc này?"
    assert "hỏi lại đơn vị: «Ai xác nhận việc này?»" in officer.press("g:proposal:1").text
    assert officer.text.count("Ai xác nhận việc này?") == 1
    officer.press("g:answer_office:1").say("Trưởng thôn Nà Lầm")
    assert office.told(9)[-1] == "Nông Văn An (Xã Thử) trả lời: Trưởng thôn Nà Lầm"
    assert office.told(2)[-1] == "Nông Văn An đã trả lời Sở Nội vụ: Trưởng thôn Nà Lầm"
    head.press("g:answer_office:1").say("Có giấy kèm theo")
    assert office.told(9)[-1] == "Lý Thị Hoa (Xã Thử) trả lời: Có giấy kèm theo"
    both = reviewer.press("g:proposal:1").text
    assert "«Ai xác nhận việc này?»" in both
    assert "trả lời người xét: «Có giấy kèm theo»" in both
    assert reviewer.buttons[:2] == ["c:do:return", "c:do:accept"]
    assert (office.proposal().state, office.proposal().since) == (State.UNDER_REVIEW, day)
    assert office.stored().answers == {
        **office.proposal().snapshot.answers,
        "submitted_on": "2026-11-21",
    }


def test_nobody_else_answers_by_these_buttons() -> None:
    office, officer, head, _ = at_office()
    for press in ("accept_it", "return_it", "ask_unit"):
        for who in (officer, head):
            who.press(f"g:{press}:1").say("x")
            assert office.proposal().state is State.SUBMITTED
    other = office.officer("Ai Khác", account=5)
    for press in ("accept_it", "answer_office"):
        other.press(f"g:{press}:1").say("x")
        assert office.proposal().state is State.SUBMITTED
        assert "Dân quân" not in other.text
