"""The page without a mouse, and without a network: keys, focus, a calendar, nothing lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import Site
from tests.web.test_browser import answer, tap, to_calendar

pytestmark = pytest.mark.browser
FOCUSED = "() => document.activeElement.dataset.choice ?? document.activeElement.id"


def focused(page: Any) -> str:
    found: str = page.evaluate(FOCUSED)
    return found


def test_a_whole_question_is_answered_by_keys_alone(desk: Any) -> None:
    assert focused(desk) == "input"
    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("Shift+Tab")
    assert focused(desk) == "surprise"
    desk.keyboard.press("Enter")
    desk.wait_for_function("() => document.activeElement.dataset.choice === 'rescue'")
    desk.keyboard.press("Space")
    desk.get_by_text("Bao nhiêu người").wait_for()
    desk.wait_for_function("() => document.activeElement.dataset.choice === 'unknown'")
    for _ in range(3):
        desk.keyboard.press("Tab")
    assert focused(desk) == "input"
    desk.keyboard.type("12")
    desk.keyboard.press("Enter")
    desk.get_by_text("Tổng số người").wait_for()
    assert focused(desk) == "input"


def test_the_first_tab_skips_to_the_input(phone: Any) -> None:
    phone.keyboard.press("Tab")
    assert phone.evaluate("() => document.activeElement.className") == "skip"
    assert phone.locator(".skip").bounding_box()["y"] >= 0
    phone.keyboard.press("Enter")
    assert focused(phone) == "input"


def test_the_calendar_is_one_tab_stop_and_moves_by_arrows(desk: Any) -> None:
    to_calendar(desk)
    assert desk.locator('.day[tabindex="0"]').count() == 1
    desk.locator('.day[tabindex="0"]').focus()
    assert focused(desk) == "day:2026-11-21"
    for key, day in (
        ("ArrowLeft", "20"), ("ArrowUp", "13"), ("ArrowRight", "14"), ("ArrowDown", "21"),
        ("ArrowRight", "21"), ("Home", "01"), ("End", "21"),
    ):  # fmt: skip
        desk.keyboard.press(key)
        assert focused(desk) == f"day:2026-11-{day}", key
    desk.keyboard.press("PageUp")
    desk.get_by_text("Tháng 10/2026").wait_for()
    desk.wait_for_function("() => document.activeElement.dataset.choice === 'day:2026-10-31'")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("Enter")
    desk.get_by_text("Ghi thứ Bảy 24/10/2026.").wait_for()


def test_the_calendar_names_its_days_and_their_state(desk: Any) -> None:
    to_calendar(desk)
    grid = desk.get_by_role("grid", name="Tháng 11/2026")
    assert grid.get_by_role("button", name="thứ Bảy 07/11/2026, ngày nghỉ").is_enabled()
    assert grid.get_by_role("button", name="Chủ nhật 22/11/2026, ngày nghỉ").is_disabled()
    assert grid.locator('[aria-current="date"]').get_attribute("aria-label") == (
        "thứ Bảy 21/11/2026, ngày nghỉ"
    )
    assert desk.get_by_role("button", name="Tháng sau").is_disabled()


def test_enter_that_ends_a_vietnamese_syllable_sends_nothing(desk: Any, site: Site) -> None:
    before = len(site.chat.taken)
    desk.locator("#input").fill("tiê")
    desk.locator("#input").dispatch_event(
        "keydown", {"key": "Enter", "isComposing": True, "bubbles": True}
    )
    assert desk.locator("#input").input_value() == "tiê"
    desk.keyboard.press("Shift+Enter")
    desk.keyboard.type("hai")
    assert desk.locator("#input").input_value() == "tiê\nhai"
    assert len(site.chat.taken) == before


def test_the_log_speaks_and_the_page_is_labelled(desk: Any) -> None:
    assert desk.get_by_role("log").get_attribute("aria-live") == "polite"
    assert desk.get_by_role("log").get_attribute("aria-label") == "Cuộc trò chuyện"
    assert desk.get_by_role("group", name="Trả lời nhanh").is_visible()
    assert desk.get_by_role("textbox", name="Câu trả lời của anh/chị").is_visible()
    assert desk.get_by_role("heading", level=1).inner_text() == "Kịp Thời"


def test_answers_given_without_a_network_are_kept_and_sent_once(phone: Any, site: Site) -> None:
    tap(phone, "Đề nghị khen đột xuất")
    tap(phone, "Cứu người, cứu tài sản")
    phone.get_by_text("Bao nhiêu người").wait_for()
    phone.context.set_offline(True)
    answer(phone, "12")
    phone.get_by_text("Mất kết nối").wait_for()
    assert phone.locator("#log .own.waiting").count() == 1
    answer(phone, "19")
    phone.context.set_offline(False)
    phone.locator("#log .card.bad").wait_for()
    assert phone.locator("#notice").inner_text() == ""
    assert phone.locator("#log .own.waiting").count() == 0
    assert [one.text for one in site.chat.taken if one.text] == ["/start", "12", "19"]


def test_a_turn_that_is_not_saved_is_sent_again_under_its_own_name(phone: Any, site: Site) -> None:
    names: list[str] = []
    phone.on(
        "request",
        lambda sent: sent.url.endswith("/api/say") and names.append(sent.post_data_json["update"]),
    )
    site.chat.failing = True
    answer(phone, "12")
    phone.get_by_text("Chưa lưu được").wait_for()
    site.chat.failing = False
    tap(phone, "Gửi lại ngay")
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert len(names) > 1
    assert len(set(names)) == 1
    assert [one.text for one in site.chat.taken] == ["/start", "12"]


def test_an_unsent_answer_survives_a_reload(phone: Any, site: Site) -> None:
    site.chat.failing = True
    answer(phone, "mười hai")
    phone.get_by_text("Chưa lưu được").wait_for()
    site.chat.failing = False
    phone.reload()
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert phone.get_by_text("mười hai", exact=True).count() == 1
    assert [one.text for one in site.chat.taken] == ["/start", "mười hai"]


def test_half_a_sentence_survives_a_reload(phone: Any) -> None:
    phone.locator("#input").fill("dân quân xã")
    phone.reload()
    phone.get_by_role("button", name="Hồ sơ của tôi").wait_for()
    assert phone.locator("#input").input_value() == "dân quân xã"


def test_a_clause_that_could_not_be_fetched_can_be_tried_again(phone: Any) -> None:
    to_calendar(phone)
    phone.context.set_offline(True)
    phone.locator("#log summary").first.click()
    again = phone.get_by_role("button", name="Thử lại")
    again.wait_for()
    phone.context.set_offline(False)
    again.click()
    phone.locator("#log mark").wait_for()


def test_a_lost_session_says_so_and_keeps_the_answer(phone: Any, site: Site) -> None:
    phone.context.clear_cookies()
    answer(phone, "12")
    phone.get_by_text("Phiên trò chuyện đã hết").wait_for()
    tap(phone, "Tải lại trang")
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert "12" in [one.text for one in site.chat.taken]


def test_what_is_typed_before_the_page_has_loaded_is_sent_after(phone: Any, site: Site) -> None:
    phone.route("**/api/lines", lambda route: route.abort())
    phone.reload()
    phone.get_by_text("Chưa mở được cuộc trò chuyện").wait_for()
    answer(phone, "mười hai")
    phone.unroute("**/api/lines")
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert phone.get_by_text("mười hai", exact=True).count() == 1
    assert [one.text for one in site.chat.taken] == ["/start", "mười hai"]


HIDE = """hidden => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def test_a_window_that_comes_back_shows_what_another_went_on_with(phone: Any, site: Site) -> None:
    other = phone.context.new_page()
    other.goto(site.url)
    other.get_by_role("button", name="Hồ sơ của tôi").wait_for()
    phone.evaluate(HIDE, arg=True)
    answer(other, "12")
    other.get_by_text("Tôi cần một con số").wait_for()
    assert phone.locator("#log .own").count() == 0
    phone.evaluate(HIDE, arg=False)
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert phone.locator("#log").inner_text() == other.locator("#log").inner_text()
