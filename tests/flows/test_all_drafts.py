"""Every draft is found, page by page or by part of its name; its line tells the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from locales import catalog
from tests.flows.officer import Officer

BEGUN = ("khen đột xuất", "cứu người", "cá nhân")
WON = (*BEGUN, "trực tiếp")


def with_many(count: int = 30) -> Officer:
    """An officer with so many drafts, named by their numbers."""
    officer = Officer().say(*BEGUN)
    memory = officer.storage.memory
    stored, judged, owners = officer.stored, memory.judged, memory.registers.owners
    for number in range(1, count + 1):
        stored[number] = replace(stored[1], id=number, name=f"Lũ quét {number:02}")
        judged[number], owners[number] = judged[1], owners[1]
    return officer


def opens(officer: Officer) -> list[str]:
    return [one for one in officer.buttons if one.startswith("g:open:")]


def test_every_draft_is_on_some_page() -> None:
    officer = with_many().say("hồ sơ của tôi")
    seen = opens(officer)
    officer.tap("Xem thêm")
    seen += opens(officer)
    officer.tap("Xem thêm")
    seen += opens(officer)
    assert len(set(seen)) == len(seen) == 30
    assert "Xem thêm" not in officer.text
    officer.tap("Trang trước").tap("Trang trước")
    assert opens(officer) == seen[:12]


def test_a_draft_is_found_by_part_of_its_name() -> None:
    officer = with_many().say("hồ sơ của tôi")
    assert "Gõ một phần tên" in officer.text
    officer.say("lu quet 27")
    assert opens(officer) == ["g:open:27"]
    officer.tap("Tất cả hồ sơ")
    assert len(opens(officer)) == 12
    officer.say("không hề có")
    assert "Không có hồ sơ nào khớp" in officer.text
    assert len(opens(officer)) == 12


def test_a_page_beyond_the_last_is_the_first() -> None:
    officer = with_many(3).press("g:drafts:from90")
    assert len(opens(officer)) == 3
    officer.press("g:drafts:fromx")
    assert len(opens(officer)) == 3


def test_a_day_of_another_year_has_its_year_and_a_passed_one_says_so() -> None:
    officer = Officer().say(*WON, "5/5/2026").say("hồ sơ của tôi")
    assert "quá hạn 15/05/2026" in str(lines(officer))
    officer.day = date(2027, 1, 4)
    officer.say("hồ sơ của tôi")
    assert "05/05/2026 · quá hạn" in lines(officer)[0]
    late = Officer(day=date(2026, 12, 28)).say(*WON, "hôm qua", "hồ sơ của tôi")
    assert "hạn 06/01/2027" in lines(late)[0]


def lines(officer: Officer) -> list[str]:
    choices = [choice for row in officer.screen[-1].choices for choice in row]
    return [catalog.text(one.label) for one in choices if one.id.startswith("g:open:")]


def test_a_list_is_called_by_its_first_name_and_how_many_more() -> None:
    officer = Officer().say(*BEGUN[:2], "ông Lò Văn A\nbà B\n3 cá nhân", "xong", "hồ sơ của tôi")
    assert "ông Lò Văn A và 4 đối tượng nữa" in lines(officer)[0]


def test_a_copy_of_a_named_draft_has_a_name_and_ways_of_its_own() -> None:
    officer = Officer().say(*BEGUN).press("g:rename:1").say("Lũ Cao Lâu").press("g:copy:1")
    assert officer.stored[2].name == "Lũ Cao Lâu (2)"
    assert "Đây là bản sao: Lũ Cao Lâu (2)" in officer.text
    officer.say("xóa")
    assert officer.open == "delete:2"
    officer.tap("Xóa hẳn")
    assert list(officer.stored) == [1]


def test_drafts_that_read_alike_say_what_their_number_is() -> None:
    officer = Officer().say(*BEGUN).press("g:copy:1").say("hồ sơ của tôi")
    assert "số thứ tự lập" in officer.text
    officer.say("số 1")
    assert opens(officer) == ["g:open:1"]
