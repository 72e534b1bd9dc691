"""The ways on: in view, the main one marked, asides apart, clauses as links, nothing twice."""

from __future__ import annotations

from typing import Any

import pytest

from flows.model import Choice, Expects, Reply, Role, Tone
from rules.message import say
from tests.web.conftest import Site
from tests.web.test_browser import OVERFLOW, answer, tap, to_calendar

pytestmark = pytest.mark.browser
NEWER = "Xem tin mới"
BOTTOM = "e => e.getBoundingClientRect().bottom"
FOOT = "() => document.querySelector('.foot').getBoundingClientRect().top"
FILLED = "e => getComputedStyle(e).backgroundColor === getComputedStyle(e).borderColor"


def put(page: Any, site: Site, reply: Reply) -> None:
    """Answer a message with a reply that leads, and wait until its choices are shown."""
    site.chat.put(site.chat.taken[0].sender, reply)
    last = reply.choices[-1][-1].id
    page.locator(f'#tray [data-choice="{last}"]').wait_for()


def button(name: str, key: str, role: Role = Role.GO) -> Choice:
    return Choice(name, say(key), role)


GO = button("c:review", "d.next")
LATER = button("c:save", "d.later")
LONG = Reply((say("d.due"),) * 20, ((GO,), (LATER,)), token="long", tone=Tone.GOOD)


def test_the_ways_on_from_a_long_page_are_in_view_at_its_beginning(phone: Any, site: Site) -> None:
    answer(phone, "xem")
    phone.get_by_text("Tôi cần một con số").wait_for()
    put(phone, site, LONG)
    assert phone.locator("#log .own").last.bounding_box()["y"] > 0
    for choice in phone.locator("#tray .choice").all():
        assert choice.evaluate(BOTTOM) <= phone.evaluate(FOOT)
    assert phone.evaluate(OVERFLOW) == 0


def test_short_ways_share_a_row_and_the_first_is_the_main_one(phone: Any, site: Site) -> None:
    put(phone, site, LONG)
    boxes = [choice.bounding_box()["y"] for choice in phone.locator("#tray .choice").all()]
    assert len(set(boxes)) == 1
    main = [choice.evaluate(FILLED) for choice in phone.locator("#tray .choice").all()]
    assert main == [True, False]


def test_nothing_new_is_announced_where_the_newest_has_begun_in_view(
    phone: Any, site: Site
) -> None:
    answer(phone, "xem")
    phone.get_by_text("Tôi cần một con số").wait_for()
    put(phone, site, LONG)
    assert not phone.get_by_role("button", name=NEWER).is_visible()
    site.chat.put(site.chat.taken[0].sender, Reply((say("d.human"),)))
    phone.get_by_role("button", name=NEWER).wait_for()
    offer = phone.get_by_role("button", name=NEWER)
    assert offer.evaluate(BOTTOM) <= phone.locator("#tray .choice").first.bounding_box()["y"]


def test_what_ends_a_list_is_the_main_choice_and_what_undoes_it_stands_apart(
    phone: Any, site: Site
) -> None:
    drops = [(button(f"a:drop_{n}", "d.parts", Role.ASIDE),) for n in range(2)]
    end = (button("c:done", "d.done", Role.ANSWER), button("c:back", "d.back", Role.ASIDE))
    adding = (button("a:add", "d.person", Role.ANSWER),)
    put(phone, site, Reply((say("d.parts"),), (adding, *drops, end), Expects.TEXT, "list"))
    done, back = (phone.locator(f'[data-choice="c:{name}"]') for name in ("done", "back"))
    drop = phone.locator('[data-choice="a:drop_0"]')
    assert done.evaluate(FILLED)
    order = [one.bounding_box()["y"] for one in (done, drop, back)]
    assert order == sorted(set(order))


def test_a_desk_says_the_verdict_beside_the_talk_and_not_the_card_again(desk: Any) -> None:
    to_calendar(desk)
    tap(desk, "Hôm nay T7 21/11")
    desk.locator("#log .card.good").wait_for()
    beside = desk.locator("#summary .card").inner_text()
    assert "Đủ điều kiện đề nghị" in beside
    assert "Trình chậm nhất" not in beside


WIDEST = """() => Math.max(...[...document.querySelectorAll('body *:not(.unseen):not(.skip)')]
  .map(e => e.getBoundingClientRect().right))"""


def test_at_320_pixels_nothing_stands_beyond_the_edge(desk: Any) -> None:
    desk.set_viewport_size({"width": 320, "height": 640})
    assert desk.evaluate(WIDEST) <= 320
    to_calendar(desk)
    assert desk.evaluate(WIDEST) <= 320


def test_where_no_question_is_open_the_input_says_what_it_understands(phone: Any) -> None:
    assert phone.locator("#input").get_attribute("placeholder") == "Kể vụ việc, hoặc hỏi công văn"


def test_an_invitation_s_code_waits_in_the_input_to_be_sent(phone: Any, site: Site) -> None:
    taken = len(site.chat.taken)
    phone.goto(f"{site.url}#code=KH4P7WX2QA")
    phone.wait_for_function("() => document.querySelector('#input').value === '/start KH4P7WX2QA'")
    assert phone.evaluate("() => location.hash") == ""
    assert len(site.chat.taken) == taken, "nobody is signed in by opening a link"
    phone.locator("#input").press("Enter")
    phone.wait_for_function("() => document.querySelector('#input').value === ''")
    phone.get_by_text("/start KH4P7WX2QA", exact=True).wait_for()


def test_what_is_no_code_behind_the_address_is_let_be(phone: Any, site: Site) -> None:
    phone.goto(f"{site.url}#code=<script>")
    assert phone.locator("#input").input_value() == ""
