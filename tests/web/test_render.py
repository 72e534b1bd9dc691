"""A reply as the page gets it: text that is never markup, words in the officer's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.model import Choice, Expects, Progress, Reply, Tone
from flows.month import MonthCalendar
from flows.ports import Line
from flows.sources import clause_rows, grounds
from flows.ways import way
from handlers.web.clauses import LetterClauses
from handlers.web.markup import plain, spans
from handlers.web.page import FILLED, words
from handlers.web.ports import ClauseText, NoSuchClause
from handlers.web.render import Renderer
from locales import catalog
from rules.citations import clauses
from rules.message import Message, say
from tests.web.fake_chat import FixedClock, Letters, demo_words

TODAY = date(2026, 11, 21)
RENDERER = Renderer(words=demo_words, clauses=Letters())


def shown(reply: Reply, language: str = "vi") -> dict[str, object]:
    return RENDERER.reply(reply, language, today=TODAY)


def echo(text: str) -> str:
    reply = shown(Reply((say("d.echo", text=text),)))
    paragraphs = reply["paragraphs"]
    assert isinstance(paragraphs, list)
    assert not any(span["strong"] for span in paragraphs[0])
    return "".join(span["text"] for span in paragraphs[0])


def test_bold_of_the_catalogue_is_a_strong_run() -> None:
    assert spans("Tổng của **mọi** lực lượng") == [
        {"text": "Tổng của ", "strong": False},
        {"text": "mọi", "strong": True},
        {"text": " lực lượng", "strong": False},
    ]


def test_a_lone_pair_of_stars_is_shown_as_it_stands() -> None:
    assert plain("a ** b") == "a ** b"
    assert plain("**a** và ** b") == "a và ** b"


@pytest.mark.parametrize(
    "name",
    ["**Lan**", "<script>alert(1)</script>", "*", "***", "[x](javascript:1)", "{text}", "a\n**b"],
)
def test_what_an_officer_wrote_is_shown_as_written(name: str) -> None:
    assert echo(name) == f"Anh/chị viết: {name}"


def test_a_name_inside_bold_cannot_end_it() -> None:
    reply = shown(Reply((say("d.noted", day="** <b>x"),)))
    paragraphs = reply["paragraphs"]
    assert isinstance(paragraphs, list)
    assert paragraphs[0][1] == {"text": "** <b>x", "strong": True}


def test_a_name_cannot_turn_the_sentence_around() -> None:
    assert echo("Lan\u202egnad\u2066") == "Anh/chị viết: Langnad"


def test_names_inside_messages_and_lists_are_shielded_too() -> None:
    inner = say("d.echo", text="**a**")
    reply = shown(Reply((say("d.echo", text=inner),)))
    paragraphs = reply["paragraphs"]
    assert isinstance(paragraphs, list)
    assert not any(span["strong"] for span in paragraphs[0])


def test_a_missing_text_shows_its_key_and_closes_nothing() -> None:
    reply = shown(Reply((Message("no.such.key"), say("d.participants"))))
    paragraphs = reply["paragraphs"]
    assert isinstance(paragraphs, list)
    assert [paragraph[0]["text"] for paragraph in paragraphs] == [
        "no.such.key",
        "Bao nhiêu người của tập thể đã tham gia?",
    ]


def test_where_a_verdict_ends_the_way_no_share_is_shown() -> None:
    where = Progress(say("d.title.surprise"), say("d.stage"), None)
    assert shown(Reply((), progress=where))["progress"]["percent"] is None


def test_progress_stays_between_0_and_100_and_names_its_day() -> None:
    where = Progress(say("d.title.surprise"), say("d.stage"), 140, date(2026, 11, 22))
    found = shown(Reply((), progress=where))["progress"]
    assert found == {
        "title": "Dân quân xã, cứu người 12/11",
        "stage": "điều kiện",
        "percent": 100,
        "lastDay": "Chủ nhật 22/11/2026",
    }


def test_an_unknown_clause_is_left_out() -> None:
    found = shown(Reply((), clauses=("LS2022.2.b.2", "X"), tone=Tone.BAD))["clauses"]
    label = "Công văn UBND tỉnh 5/2022, mục 2, ý 2"
    assert found == [{"id": "LS2022.2.b.2", "label": label, "short": label}]


LETTERS = Renderer(words=catalog.text, clauses=LetterClauses(FixedClock()))


def test_each_place_is_one_link_and_each_letter_is_named_by_its_first() -> None:
    names = ("LS2022.1.a.1", "LS2022.1.a.5", "LS2022.2.d", "CL2023.4")
    found = LETTERS.reply(Reply((), clauses=names), "vi", today=TODAY)["clauses"]
    assert [one["short"] for one in found] == [
        "Công văn UBND tỉnh 5/2022, mục 1, ý 1",
        "mục 2, ý 4",
        "Công văn UBND huyện Cao Lộc 10/2023, mục 4",
    ]


def test_a_clause_that_is_a_link_has_no_button_and_is_not_named_in_the_text_again() -> None:
    told = trace_of("LS2022.2.a", "LS2022.2.d")
    found = LETTERS.reply(told, "vi", today=TODAY)
    assert [[one["id"] for one in row] for row in found["rows"]] == [["c:fix"]]
    said = ["".join(span["text"] for span in line) for line in found["paragraphs"]]
    assert said == ["Xem lại trước khi lưu", "Căn cứ:"]


def trace_of(*names: str) -> Reply:
    """A page that rests on clauses, with a button for each, and a way on."""
    text = (grounds(names), say("review.title"))
    return Reply(text, (*clause_rows(names), (way("fix"),)), clauses=names)


def test_a_quotation_its_paragraph_lacks_stands_alone() -> None:
    class Odd(Letters):
        def open(self, clause_id: str, /, *, language: str) -> ClauseText:
            return replace(super().open(clause_id, language=language), quote="khác")

    found = Renderer(words=demo_words, clauses=Odd()).clause("LS2022.1.a.5", "vi")
    assert found["paragraph"] == ["", "khác", ""]


@pytest.mark.parametrize("language", catalog.languages())
def test_every_clause_of_both_letters_opens_in_its_paragraph(language: str) -> None:
    renderer = Renderer(words=catalog.text, clauses=LetterClauses(FixedClock()))
    assert len(clauses()) > 40
    for name, clause in clauses().items():
        found = renderer.clause(name, language)
        assert "".join(found["paragraph"]) == clause.text
        assert found["paragraph"][1] == clause.quote
        assert found["letter"]
    with pytest.raises(NoSuchClause):
        renderer.clause("LS2022.9", language)


def test_a_month_is_weeks_from_monday_with_days_off_and_bounds() -> None:
    month = MonthCalendar(
        date(2026, 11, 1), date(2026, 11, 5), date(2026, 12, 4), (date(2026, 11, 7),)
    )
    found = shown(Reply((), calendar=month))["calendar"]
    assert isinstance(found, dict)
    assert found["weekdays"] == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
    assert (found["earlier"], found["later"]) == (None, "2026-12")
    cells = [cell for week in found["weeks"] for cell in week if cell]
    assert [week.index(found["weeks"][0][6]) for week in found["weeks"][:1]] == [6]
    assert len(cells) == 30
    assert [cell["day"] for cell in cells if not cell["open"]] == [
        f"2026-11-0{day}" for day in (1, 2, 3, 4)
    ]
    off = next(cell for cell in cells if cell["off"])
    assert off["spoken"] == "thứ Bảy 07/11/2026, ngày nghỉ"
    assert [cell["day"] for cell in cells if cell["today"]] == ["2026-11-21"]


@pytest.mark.parametrize("month", [date(2026, 1, 1), date(2026, 12, 1), date(2028, 2, 1)])
def test_an_unbounded_month_has_both_neighbours(month: date) -> None:
    found = shown(Reply((), calendar=MonthCalendar(month)))["calendar"]
    assert isinstance(found, dict)
    assert found["earlier"] < found["month"] < found["later"]


def test_toggles_are_told_apart_and_stay_out_of_the_transcript() -> None:
    toggle = Choice("t:scope", say("d.t:scope"))
    done = Choice("w:done", say("d.done"))
    asked = Reply((say("d.parts"),), ((toggle,), (done,)), Expects.SET)
    at = FixedClock().now()
    lines = (
        Line(1, at, reply=asked),
        Line(1, at, took=toggle.label),
        Line(2, at, reply=asked),
        Line(2, at, took=done.label),
    )
    found = RENDERER.lines(lines, "vi", today=TODAY)
    assert [line.get("said") for line in found] == [None, None, "Xong"]
    assert [row[0]["toggle"] for row in found[0]["rows"]] == [True, False]


def test_the_pages_words_are_the_same_keys_in_both_languages() -> None:
    assert words("vi").keys() == words("en").keys()
    assert all(key in catalog.keys("vi") for key in FILLED)
    assert not any("{" in text for language in ("vi", "en") for text in words(language).values())
