"""How the page looks in a real Chromium: what is typed stays text, it fits, it can be read."""

from __future__ import annotations

from typing import Any

import pytest

from flows.model import Reply
from rules.message import say
from tests.web.conftest import Site
from tests.web.test_browser import answer, assert_fits, tap, to_calendar

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "**đậm** _x_ [a](b)"]
)
def test_what_is_typed_is_shown_as_typed_on_both_sides(phone: Any, text: str) -> None:
    answer(phone, text)
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert phone.locator("#log .own .bubble").last.inner_text() == text
    assert phone.get_by_text(f"Anh/chị viết: {text}").count() == 1
    assert phone.locator("#log img, #log script, #log a").count() == 0


def test_a_long_word_and_a_long_label_do_not_widen_the_page(phone: Any) -> None:
    answer(phone, "x" * 600)
    phone.get_by_text("Tôi cần một con số").wait_for()
    assert_fits(phone)


def test_only_the_conversation_scrolls_never_the_page(phone: Any, site: Site) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    to_calendar(phone)
    for _ in range(8):
        site.chat.put(site.chat.taken[0].sender, Reply((say("d.due"),) * 4))
    phone.wait_for_function("document.getElementById('scroll').scrollHeight > 1600")
    size = phone.evaluate(
        "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
    )
    assert size[0] <= 640
    assert size[1] <= 320


def test_a_desk_has_the_summary_beside_the_chat(desk: Any) -> None:
    summary = desk.get_by_role("complementary")
    assert "Chưa có hồ sơ" in summary.inner_text()
    to_calendar(desk)
    assert "Dân quân xã" in summary.inner_text()
    # the red card no longer holds once a question has opened the case again
    assert not summary.locator(".card").is_visible()
    tap(desk, "Hôm nay T7 21/11")
    desk.locator("#log .card.good").wait_for()
    assert "Đủ điều kiện đề nghị" in summary.inner_text()
    assert_fits(desk)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(desk: Any, scheme: str) -> None:
    desk.emulate_media(color_scheme=scheme)
    pairs = [
        ("text", "surface"), ("text", "ground"), ("quiet", "surface"), ("quiet", "ground"),
        ("own-text", "own"), ("act-text", "act"), ("act", "surface"), ("bad", "surface"),
        ("mark-text", "mark"), ("text", "press"), ("act", "press"),
    ]  # fmt: skip
    for tone in ("good", "more", "bad", "note"):
        pairs += [(tone, f"{tone}-ground"), ("text", f"{tone}-ground")]
    for front, ground in pairs:
        found = desk.evaluate(CONTRAST, [front, ground])
        assert found >= 4.5, (front, ground, found)


CONTRAST = """([front, ground]) => {
  const style = getComputedStyle(document.documentElement);
  const light = (name) => {
    const hex = style.getPropertyValue('--' + name).trim().slice(1);
    const [r, g, b] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [light(front), light(ground)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""
