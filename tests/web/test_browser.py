"""The page in a real Chromium: the model conversations by thumb, its layout, its safety."""

from __future__ import annotations

from typing import Any

import pytest

from flows.model import Reply
from rules.message import say
from tests.web.conftest import Site

pytestmark = pytest.mark.browser

SMALL = """() => [...document.querySelectorAll('button, textarea, summary, a.choice')]
  .filter(e => e.offsetParent && e.getClientRects().length)
  .map(e => [e.textContent || e.id, e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
  .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""
OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth"


def tap(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def answer(page: Any, text: str) -> None:
    page.locator("#input").fill(text)
    page.get_by_role("button", name="Gửi", exact=True).click()


def to_calendar(page: Any) -> None:
    tap(page, "Đề nghị khen đột xuất")
    tap(page, "Cứu người, cứu tài sản")
    page.get_by_text("Bao nhiêu người").wait_for()
    answer(page, "12")
    page.get_by_text("Tổng số người").wait_for()
    answer(page, "19")
    page.locator("#log .card.bad").wait_for()
    answer(page, "nhầm, 13 người")
    page.get_by_role("grid").wait_for()


def assert_fits(page: Any) -> None:
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(SMALL) == []


def test_a_collective_of_twelve_of_nineteen_by_thumb(phone: Any) -> None:
    tap(phone, "Đề nghị khen đột xuất")
    phone.get_by_text("Thành tích thuộc loại nào?").wait_for()
    assert_fits(phone)
    tap(phone, "Cứu người, cứu tài sản")
    phone.get_by_text("Bao nhiêu người").wait_for()
    assert phone.locator("#input").get_attribute("inputmode") == "numeric"
    answer(phone, "12")
    phone.get_by_text("Tổng số người").wait_for()
    answer(phone, "19")
    card = phone.locator("#log .card.bad")
    card.wait_for()
    assert card.locator(".badge").inner_text() == "Chưa đạt"
    assert card.locator(".badge svg").is_visible()
    assert phone.locator("#progress progress").evaluate("e => e.value") == 80
    assert_fits(phone)
    card.locator("summary").click()
    mark = card.locator("mark")
    mark.wait_for()
    assert mark.inner_text() == "chiếm 2/3 trong tổng số các lực lượng tham gia"
    assert_fits(phone)
    answer(phone, "nhầm, 13 người")
    phone.get_by_role("grid").wait_for()
    assert_fits(phone)
    tap(phone, "thứ Năm 12/11/2026")
    phone.locator("#log .card.good").wait_for()
    assert phone.locator("#log .own").last.inner_text().endswith("thứ Năm 12/11/2026")
    assert_fits(phone)


def test_parts_of_a_guidance_are_toggled_in_place(phone: Any, site: Site) -> None:
    tap(phone, "Đề nghị khen chuyên đề, theo đợt")
    part = phone.get_by_role("button", name="hình thức", exact=True)
    part.wait_for()
    bubbles = phone.locator("#log .line").count()
    part.click()
    tap(phone, "số lượng")
    tap(phone, "phạm vi")
    for name, pressed in (("hình thức", True), ("số lượng", True), ("phạm vi", False)):
        phone.get_by_role("button", name=name, exact=True, pressed=pressed).wait_for()
    assert phone.locator("#log .line").count() == bubbles
    assert_fits(phone)
    tap(phone, "Xong")
    phone.locator("#log .card.more").wait_for()
    taken = [one.tap.choice for one in site.chat.taken if one.tap]
    assert taken == ["thematic", "t:form", "t:quantity", "t:scope", "done"]


def test_a_reload_finds_the_same_conversation_and_question(phone: Any) -> None:
    to_calendar(phone)
    said = phone.locator("#log").inner_text()
    phone.reload()
    phone.get_by_role("grid").wait_for()
    assert phone.locator("#log").inner_text() == said
    assert phone.locator("#progress").is_visible()


def test_only_the_newest_question_can_be_answered_by_tap(phone: Any) -> None:
    tap(phone, "Đề nghị khen đột xuất")
    phone.get_by_text("Thành tích thuộc loại nào?").wait_for()
    assert phone.get_by_role("button", name="Hồ sơ của tôi").count() == 0


def test_a_double_tap_is_one_answer(phone: Any, site: Site) -> None:
    site.chat.slow_s = 0.5
    twice = "() => { const b = document.querySelector('[data-choice=surprise]'); %s }"
    phone.evaluate(twice % "b.click(); b.click();")
    phone.get_by_text("Thành tích thuộc loại nào?").wait_for()
    phone.wait_for_timeout(900)  # a second answer would be on its way by now
    assert [one.tap.choice for one in site.chat.taken if one.tap] == ["surprise"]


def test_a_message_that_comes_by_itself_is_shown(phone: Any, site: Site) -> None:
    site.chat.put(site.chat.taken[0].sender, Reply((say("d.remind"),)))
    phone.get_by_text("Nhắc tôi khi đã bổ sung").wait_for()
    # a mere note leaves the open question's choices in place
    assert phone.get_by_role("button", name="Hồ sơ của tôi").is_enabled()


def test_five_thousand_characters_are_kept_and_the_limit_is_named(phone: Any, site: Site) -> None:
    before = len(site.chat.taken)
    answer(phone, "ộ" * 5000)
    assert "4.000" in phone.locator("#notice").inner_text()
    assert len(phone.locator("#input").input_value()) == 5000
    assert len(site.chat.taken) == before
    answer(phone, "ộ" * 4000)
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert phone.locator("#notice").inner_text() == ""


def test_a_change_of_language_turns_the_whole_page(phone: Any, site: Site) -> None:
    site.chat.language = "en"
    answer(phone, "English")
    phone.locator('html[lang="en"]').wait_for()
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert phone.get_by_label("Your answer").is_visible()


def test_a_turn_longer_than_the_screen_begins_at_its_beginning(phone: Any, site: Site) -> None:
    answer(phone, "dài")
    phone.get_by_text("Tôi cần một con số").wait_for()
    newer = phone.get_by_role("button", name="Xem tin mới")
    assert not newer.is_visible()
    for _ in range(3):
        site.chat.put(site.chat.taken[0].sender, Reply((say("d.due"),) * 3))
    newer.wait_for()
    assert phone.locator("#log .own").last.is_visible()
    assert phone.locator("#log .own").last.bounding_box()["y"] > 0
    newer.click()
    newer.wait_for(state="hidden")
    bottom = "() => { const s = document.getElementById('scroll');"
    bottom += " return s.scrollHeight - s.scrollTop - s.clientHeight; }"
    assert phone.evaluate(bottom) < 2


def test_a_reply_that_comes_twice_is_drawn_once(phone: Any, site: Site) -> None:
    site.chat.repeating = True
    answer(phone, "12")
    phone.get_by_text("Tôi cần một con số").wait_for()
    phone.wait_for_timeout(1500)  # a heartbeat of the stream, which brings all of it again
    assert phone.locator("#log .line").count() == 3


def test_a_slot_is_replaced_where_it_stands_until_the_officer_speaks(
    phone: Any, site: Site
) -> None:
    tap(phone, "Đề nghị khen chuyên đề, theo đợt")
    phone.get_by_text("Hướng dẫn khen thưởng đã nêu").wait_for()
    site.chat.put(site.chat.taken[0].sender, Reply((say("d.remind"),)))
    phone.get_by_text("Nhắc tôi khi đã bổ sung").wait_for()
    shown = phone.locator("#log").inner_text()
    rows = len(site.chat.rows)
    tap(phone, "hình thức")
    phone.wait_for_timeout(500)
    assert len(site.chat.rows) == rows + 1
    assert phone.locator("#log").inner_text() == shown
    answer(phone, "menu")
    phone.get_by_role("button", name="Đề nghị khen chuyên đề, theo đợt").click()
    phone.get_by_role("button", name="hình thức", exact=True).wait_for()
    assert "Hướng dẫn" in phone.locator("#log .line").last.inner_text()
    assert phone.get_by_text("Hướng dẫn khen thưởng đã nêu").count() == 1
