"""Who signs and where is remembered of the unit, and offered as a tap when papers are written."""

from __future__ import annotations

from dataclasses import replace

from flows.model import UnitRole
from flows.papers.signing import SHOWN
from tests.flows.officer import Officer, member
from tests.flows.sent import UNIT, Office

TITLE, NAME, PLACE = "note.head_title", "note.head_name", "note.office_place"


def asked(officer: Officer, path: str, draft: int = 1) -> Officer:
    """The part is asked for, all before it passed over."""
    officer.press(f"g:write_papers:{draft}")
    for _ in range(20):
        if officer.open == f"text:papers:{path}":
            return officer
        officer.tap("c:unknown")
    raise AssertionError(path)


def test_what_was_typed_once_is_one_tap_the_next_time() -> None:
    office = Office()
    officer = office.officer()
    for draft in (office.draft(), office.draft()):
        assert draft
    asked(officer, TITLE)
    assert "c:offered" not in officer.buttons
    officer.say("TM. ỦY BAN NHÂN DÂN/Chủ tịch", "Lý Thị Hoa", "Cao Lâu")
    other = office.officer("Hoàng Văn Bính", account=3)
    office.storage.memory.registers.owners[2] = 3
    asked(other, TITLE, 2).tap("Như lần trước: TM. ỦY BAN NHÂN DÂN/Chủ tịch")
    assert other.open == f"text:papers:{NAME}"
    other.say("Nông Văn Mới")
    other.tap("Như lần trước: Cao Lâu")
    answers = office.stored(2).answers
    assert [answers[path] for path in (TITLE, NAME, PLACE)] == [
        "TM. ỦY BAN NHÂN DÂN/Chủ tịch",
        "Nông Văn Mới",
        "Cao Lâu",
    ]
    kept = office.storage.memory.registers.signs[UNIT.id]
    assert kept[NAME] == "Nông Văn Mới", "what is typed is what is offered from then on"


def test_another_unit_is_offered_nothing_of_it() -> None:
    office = Office()
    office.draft()
    asked(office.officer(), PLACE).say("Cao Lâu")
    elsewhere = member(replace(UNIT, id=7), account=8)
    other = Officer(elsewhere, storage=office.storage, name="other")
    asked(other, PLACE, office.draft(owner=8))
    assert "c:offered" not in other.buttons


def test_what_is_no_answer_is_not_remembered_nor_what_is_only_tried() -> None:
    office = Office()
    office.draft()
    officer = office.officer()
    asked(officer, PLACE).say("x" * 301)
    assert "301" in officer.text
    officer.tap("c:unknown")
    assert office.storage.memory.registers.signs == {}
    trial = member(replace(UNIT, id=9, is_demonstration=True), UnitRole.OFFICER, account=4)
    tried = asked(Officer(trial, storage=office.storage, name="trial"), NAME, office.draft(owner=4))
    tried.say("Lý Thị Hoa")
    assert office.storage.memory.registers.signs == {}


def test_a_long_one_is_shown_short_and_taken_whole() -> None:
    office = Office()
    office.draft()
    office.draft()
    officer = office.officer()
    long = "Phó Chủ tịch " * 10
    asked(officer, TITLE).say(long)
    asked(officer, TITLE, 2).tap(f"Như lần trước: {long[:SHOWN]}…")
    assert office.stored(2).answers[TITLE] == long.strip()


def test_a_tap_on_what_is_no_longer_remembered_asks_again() -> None:
    office = Office()
    office.draft()
    officer = office.officer()
    office.storage.memory.registers.signs[UNIT.id] = {PLACE: "Cao Lâu"}
    asked(officer, PLACE)
    office.storage.memory.registers.signs.clear()
    officer.tap("c:offered")
    assert officer.open == f"text:papers:{PLACE}"
    assert PLACE not in office.stored().answers
