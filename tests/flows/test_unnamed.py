"""A line that stands for several counts as so many; that they have no names yet is told."""

from __future__ import annotations

from typing import Any

from flows.model import Draft
from flows.proposals.course import State
from flows.questions import words
from locales import catalog
from tests.flows.officer import Officer
from tests.flows.sent import Office
from tests.flows.test_tracing import three, trace

GROUP: dict[str, Any] = {
    "nominees[0].type": "individual",
    "nominees[0].name": "-",
    "nominees[0].count": 11,
    "nominees[0].participants": "-",
}
WARNED = "11 đối tượng chưa có tên"


def asked(path: str) -> str:
    answers = {"nominees[0].name": "Nguyễn Văn Ổn", "nominees[0].type": "individual"}
    group = {"nominees[1].type": "individual", "nominees[1].count": 11}
    last = {"nominees[2].name": "Lò Thị B", "nominees[2].type": "individual"}
    return catalog.text(words(Draft("thematic", {**answers, **group, **last}), path), "vi")


def group_sent() -> tuple[Office, Officer]:
    office = Office()
    officer = office.officer()
    office.draft(**GROUP)
    return office, officer.press("g:submit:1")


def test_a_question_of_all_counts_nominees_and_not_lines() -> None:
    assert "cả 13 đối tượng" in asked("nominees[*].initiative")
    assert "3 dòng" in asked("nominees[*].count"), "how many each line stands for"


def test_the_trace_counts_nominees_and_not_lines() -> None:
    told = trace(three("ông A", "bà B", "5 cá nhân").say("13/19"))
    assert any("Cả 7 đối tượng" in line for line in told)
    told = trace(three("tập thể X", "ông A", "ông B", "ông C", "ông D", "5 cá nhân").say("13/19"))
    assert any("ông C và 6 đối tượng khác" in line for line in told)


def test_who_sends_and_the_head_are_told_who_has_no_name_and_nothing_is_barred() -> None:
    office, officer = group_sent()
    head, reviewer = office.head(), office.reviewer()
    assert WARNED in officer.text
    assert "«danh sách»" in officer.text
    assert WARNED in officer.say("gửi cho ai").text, "shown anew, it says so anew"
    officer.tap("c:send")
    assert office.proposal().state is State.WITH_HEAD
    assert WARNED in office.told(2)[0]
    assert f"{WARNED}. Muốn ghi tên: trả lại người lập" in head.press("g:proposal:1").text
    head.press("g:agree:1")
    assert WARNED in office.told(9)[0]
    page = reviewer.press("g:proposal:1").text
    assert WARNED in page
    assert "Muốn ghi tên" not in page


def test_the_way_told_leads_to_the_list() -> None:
    _, officer = group_sent()
    assert "Đã ghi 1 dòng: 1. 11 cá nhân" in officer.tap("Thôi").say("danh sách").text


def test_where_all_have_names_nothing_is_told_of_it() -> None:
    office = Office()
    officer, head = office.officer(), office.head()
    office.draft()
    assert "chưa có tên" not in officer.press("g:submit:1").text
    officer.tap("c:send")
    assert "chưa có tên" not in office.told(2)[0]
    assert "chưa có tên" not in head.press("g:proposal:1").text


def test_of_what_was_declined_nobody_is_told_to_name_anyone() -> None:
    office, officer = group_sent()
    head, reviewer = office.head(), office.reviewer()
    officer.tap("c:send")
    head.press("g:agree:1")
    reviewer.press("g:proposal:1").tap("c:do:take").tap("c:do:decline")
    reviewer.say("Không đúng thành tích")
    assert office.proposal().state is State.DECLINED
    assert "chưa có tên" not in officer.press("g:proposal:1").text
