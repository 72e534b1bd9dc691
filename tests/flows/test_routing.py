"""Which office a proposal goes to, and what who sends it sees before it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.proposals.course import State
from flows.proposals.routing import Route, route_of, routed
from locales import catalog
from tests.flows.officer import Officer
from tests.flows.sent import UNIT, Office

XA, HUYEN, TINH = 1, 2, 3
LINE = (XA, HUYEN, TINH)
TODAY = date(2026, 11, 21)


def rule(name: str, unit: int = XA, kind: str = "", level: str = "", **rest: object) -> Route:
    """To an office that is called so."""
    days = {"since": date(2026, 1, 1), **rest}
    return Route(unit, "Đơn vị", 90 + len(name), name, kind=kind, level=level, **days)  # type: ignore[arg-type]


ALL = rule("mọi loại")
RULES = {
    "the unit's own goes before that of one above": (
        (ALL, rule("huyện", HUYEN, "surprise", "province")),
        "mọi loại",
    ),
    "without one of its own the nearest above counts": (
        (rule("tỉnh", TINH), rule("huyện", HUYEN)),
        "huyện",
    ),
    "a rule for the level goes before one for the kind": (
        (rule("theo loại", kind="surprise"), rule("theo cấp", level="province"), ALL),
        "theo cấp",
    ),
    "one for both goes before either": (
        (rule("cả hai", kind="surprise", level="province"), rule("theo cấp", level="province")),
        "cả hai",
    ),
    "of two alike the newer counts": (
        (rule("mới", since=date(2026, 7, 1)), rule("cũ")),
        "mới",
    ),
    "one to come does not count yet": (
        (rule("sắp tới", since=date(2026, 11, 22)), rule("cũ")),
        "cũ",
    ),
    "its first day counts": ((rule("hôm nay", since=TODAY), rule("cũ")), "hôm nay"),
    "its last day counts": (
        (rule("đến hôm nay", since=date(2026, 7, 1), until=TODAY), rule("cũ")),
        "đến hôm nay",
    ),
    "one that has ended does not": (
        (rule("đã hết", since=date(2026, 7, 1), until=date(2026, 11, 20)), rule("cũ")),
        "cũ",
    ),
    "another kind, level or unit is no rule for it": (
        (
            rule("chuyên đề", kind="thematic"),
            rule("cấp xã", level="commune"),
            rule("xã khác", unit=7),
        ),
        None,
    ),
    "no unit sends to itself": (
        (replace(rule("chính mình"), office=XA), rule("huyện", HUYEN)),
        "huyện",
    ),
    "without rules there is none": ((), None),
}


@pytest.mark.parametrize("name", RULES)
def test_the_rule_that_counts(name: str) -> None:
    rules, wanted = RULES[name]
    for order in (rules, rules[::-1]):
        found = route_of(order, LINE, kind="surprise", level="province", on=TODAY)
        assert (found and found.office_name) == wanted


def test_why_is_told_with_the_day_and_the_paper_that_says_so() -> None:
    told = catalog.text(routed(rule("Sở Nội vụ", level="province", basis="QĐ 7/QĐ-UBND")).why)
    assert told == (
        "Vì Sở Nội vụ nhận mọi đề nghị khen thưởng, cấp tỉnh của Đơn vị và các đơn vị bên dưới"
        " từ thứ Năm 01/01/2026, theo QĐ 7/QĐ-UBND."
    )
    assert "theo" not in catalog.text(routed(rule("Sở Nội vụ", kind="surprise")).why)


def to_send() -> tuple[Office, Officer]:
    office = Office()
    officer = office.officer()
    office.head()
    office.draft()
    return office, officer


def test_the_officer_sees_where_it_goes_and_why_before_it_goes() -> None:
    office, officer = to_send()
    office.storage.memory.registers.routes.append(
        replace(rule("Phòng Văn hóa", UNIT.id, "surprise", "province"), unit_name="Xã Thử")
    )
    officer.press("g:submit:1")
    assert "Nơi nhận hồ sơ: Phòng Văn hóa" in officer.text
    assert "nhận đề nghị khen đột xuất, cấp tỉnh của Xã Thử" in officer.text
    assert office.storage.memory.registers.proposals == {}, "nothing is sent yet"
    assert "Nơi nhận hồ sơ" in officer.say("gì cơ").text
    officer.tap("Gửi đi")
    assert office.proposal().office_name == "Phòng Văn hóa"
    assert "xác nhận xong thì đến Phòng Văn hóa" in officer.text
    assert office.told(2)[-1].endswith("Nơi nhận: Phòng Văn hóa.")


def test_without_a_rule_it_is_said_that_it_is_the_units_one_office() -> None:
    _, officer = to_send()
    assert "cơ quan tiếp nhận của Xã Thử" in officer.press("g:submit:1").text


def test_thought_better_of_it_stays_a_draft() -> None:
    office, officer = to_send()
    for leave in ("Thôi", "quay lại"):
        officer.press("g:submit:1").say(leave)
        assert office.storage.memory.registers.proposals == {}
        assert officer.flow == "surprise", "the draft is open again"


def test_a_head_who_sends_is_told_that_it_leaves_at_once() -> None:
    office = Office()
    head = office.head()
    office.draft(owner=2)
    assert "tính là trình thứ Bảy 21/11/2026" in head.press("g:submit:1").text
    assert "Đã gửi Sở Nội vụ" in head.tap("Gửi đi").text


@pytest.mark.parametrize(("level", "told"), [("unit", "không gửi"), (None, "cần có: cấp")])
def test_a_heads_own_draft_lacks_what_an_officers_would(level: str | None, told: str) -> None:
    office = Office()
    head = office.head()
    office.draft(owner=2, award_level=level)
    assert told in head.press("g:submit:1").text
    assert office.storage.memory.registers.proposals == {}


def test_an_office_that_changed_since_it_was_seen_gets_nothing_unseen() -> None:
    office, officer = to_send()
    officer.press("g:submit:1")
    office.storage.memory.registers.routes.append(rule("Nơi mới", UNIT.id))
    officer.tap("Gửi đi")
    assert "Nơi nhận vừa đổi sang Nơi mới" in officer.text
    assert office.storage.memory.registers.proposals == {}
    officer.press("g:submit:1").tap("Gửi đi")
    assert office.proposal().office_name == "Nơi mới"


def test_an_office_that_is_gone_since_it_was_seen_loses_nothing() -> None:
    office, officer = to_send()
    officer.press("g:submit:1")
    office.storage.memory.registers.offices.clear()
    assert "Chưa có cơ quan tiếp nhận" in officer.tap("Gửi đi").text
    assert office.stored().course is None


def test_what_was_sent_stays_and_what_was_taken_back_goes_where_it_goes_now() -> None:
    office, officer = to_send()
    officer.press("g:submit:1").tap("Gửi đi")
    office.storage.memory.registers.routes.append(rule("Nơi mới", UNIT.id))
    assert "Sở Nội vụ" in officer.press("g:proposal:1").text
    officer.tap("Rút lại để sửa").press("g:submit:1").tap("Gửi đi")
    assert office.proposal().office_name == "Nơi mới"
    head = office.head("Trưởng", 2)
    head.press("g:agree:1")
    assert (office.proposal().state, office.proposal().office_name) == (State.SUBMITTED, "Nơi mới")
