"""How a reply looks on Telegram, whatever officers have typed into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.model import Choice, Progress, Reply, Tap, Tone
from flows.month import MonthCalendar
from handlers.telegram.buttons import SPACER, DataTooLong, data_of, tap_of
from handlers.telegram.render import MOST_PARTS, MOST_UNITS, Rendered, render
from handlers.telegram.styled import marked, parts, units
from rules.message import Message, say
from tests.telegram.emulator import plain_of


def shown(*text: Message, language: str = "vi", **rest: object) -> Rendered:
    return render(replace(Reply(text, token="1f"), **rest), language)  # type: ignore[arg-type]


def html_of(*text: Message, **rest: object) -> str:
    (part,) = shown(*text, **rest).parts  # type: ignore[arg-type]
    return part.html


def labels(rendered: Rendered) -> list[list[str]]:
    return [[button.label for button in row] for row in rendered.rows]


def test_bold_of_the_catalogue_is_bold_and_stars_of_an_officer_are_stars() -> None:
    assert html_of(say("test.bold", text="12")) == "Đã ghi <b>12</b>."
    assert html_of(say("test.bold", text="**A** <i>&")) == "Đã ghi <b>**A** &lt;i&gt;&amp;</b>."
    nested = say("test.bold", text=say("test.line", text="a*b"))
    assert html_of(nested) == "Đã ghi <b>a*b</b>."
    assert html_of(say("test.line", text=("**x", "y**"))) == "**x, y**"


def test_a_lone_mark_stays() -> None:
    assert marked("2 ** 3").html() == "2 ** 3"
    assert marked("**a** ** b").html() == "<b>a</b> ** b"


@pytest.mark.parametrize(
    ("tone", "sign"),
    [(Tone.GOOD, "🟢 "), (Tone.MORE, "🟡 "), (Tone.BAD, "🔴 "), (Tone.NOTE, ""), (Tone.PLAIN, "")],
)
def test_a_card_begins_with_the_sign_of_its_tone(tone: Tone, sign: str) -> None:
    assert html_of(say("test.line", text="Đủ"), tone=tone) == f"{sign}Đủ"


def test_a_sign_already_in_the_text_is_not_doubled() -> None:
    assert html_of(say("test.line", text="🟢 Đủ"), tone=Tone.GOOD) == "🟢 Đủ"


def test_progress_is_one_quiet_line_above() -> None:
    progress = Progress(
        say("test.line", text="Khen <đột xuất>"),
        say("test.line", text="điều kiện"),
        percent=40,
        last_day=date(2026, 11, 30),
    )
    html = html_of(say("test.line", text="12?"), progress=progress)
    assert html == "<i>Khen &lt;đột xuất&gt; · điều kiện · 40 % · hạn T2 30/11</i>\n12?"


def test_a_reply_without_words_still_says_something() -> None:
    assert html_of() == "Anh/chị chọn một mục:"
    assert html_of(say("test.line", text="  "), language="en") == "Please choose:"


def test_choices_stand_in_the_rows_given_and_a_picked_one_is_ticked() -> None:
    picked = Choice("set.scope", say("test.line", text="phạm vi"), picked=True)
    other = Choice("set.quota", say("test.line", text="số  **lượng**\n"))
    rendered = shown(say("test.line", text="?"), choices=((picked, other), (other,)))
    assert labels(rendered) == [["✓ phạm vi", "số **lượng**"], ["số **lượng**"]]
    assert rendered.rows[0][0].data == "1f|set.scope"


def test_a_row_too_wide_for_telegram_is_broken_and_at_most_a_hundred_buttons_go() -> None:
    row = tuple(Choice(f"c{n}", say("test.line", text=str(n))) for n in range(150))
    rendered = shown(say("test.line", text="?"), choices=(row,))
    assert max(len(row) for row in rendered.rows) == 8
    assert sum(len(row) for row in rendered.rows) <= 100
    assert rendered.rows[-1][-1].label == "149"


def test_data_carries_question_and_choice_in_sixty_four_bytes() -> None:
    longest = "c" * 40
    assert tap_of(data_of("t" * 23, longest)) == Tap(longest, "t" * 23)
    with pytest.raises(DataTooLong):
        data_of("t" * 24, longest)
    assert tap_of(SPACER) is None
    assert tap_of("menu") == Tap("menu", "")
    assert tap_of("a|day:2026-11-12") == Tap("day:2026-11-12", "a")


def test_a_month_has_seven_columns_and_offers_only_days_within_bounds() -> None:
    asked = MonthCalendar(
        date(2026, 11, 1),
        earliest=date(2026, 11, 3),
        latest=date(2026, 11, 21),
        days_off=(date(2026, 11, 8),),
    )
    rows = shown(say("test.line", text="Ngày nào?"), calendar=asked).rows
    assert [button.label for button in rows[0]] == [" ", "Tháng 11/2026", " "]
    assert [button.label for button in rows[1]] == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
    assert {len(row) for row in rows[1:]} == {7}
    offered = {
        button.label: button.data for row in rows[2:] for button in row if "|" in button.data
    }
    assert len(offered) == 19
    assert offered["3"] == "1f|day:2026-11-03"
    assert offered["8°"] == "1f|day:2026-11-08"
    assert rows[2][6].label == "·"  # Sunday 1 November
    assert rows[2][0].label == " "


def test_a_month_leads_to_its_neighbours() -> None:
    rows = shown(say("test.line", text="?"), calendar=MonthCalendar(date(2026, 12, 1))).rows
    assert [button.data for button in rows[0]] == ["1f|month:2026-11", "-", "1f|month:2027-01"]


@given(st.text(max_size=6000), st.text(max_size=40))
def test_whatever_is_typed_telegram_can_read_it_and_nothing_is_lost(text: str, name: str) -> None:
    message = say("test.bold", text=f"{text}{name}")
    rendered = shown(message)
    assert all(units(plain_of(part.html)) <= MOST_UNITS for part in rendered.parts)
    assert all(plain_of(part.html).strip() for part in rendered.parts)
    kept = "".join("".join(part.plain.split()) for part in rendered.parts)
    if not {"\ue000", "\ue001"} & set(text + name) and "\r" not in text + name:
        assert kept == "".join(f"Đã ghi {text}{name}.".split())


@given(st.text(alphabet="a😀 \n", max_size=300), st.integers(2, 40), st.integers(1, 5))
def test_parts_fit_and_are_few(text: str, limit: int, most: int) -> None:
    cut = parts(marked(text), limit, most=most)
    assert len(cut) <= most
    assert all(units(part.text) <= limit for part in cut)


def test_what_no_four_messages_hold_is_cut_kindly() -> None:
    rendered = shown(say("test.line", text="từ " * 10_000))
    assert len(rendered.parts) == MOST_PARTS
    assert rendered.parts[-1].plain.endswith("…")


def test_a_broken_character_does_not_hinder_sending() -> None:
    assert html_of(say("test.line", text="a\ud800b")) == "a?b"
