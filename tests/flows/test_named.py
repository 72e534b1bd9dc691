"""How answers and drafts are called where a sentence names them."""

from __future__ import annotations

from datetime import UTC, datetime

from flows.consistency import contradiction
from flows.headings import line_name
from flows.labels import label
from flows.model import Draft, DraftLine, Person
from locales import catalog
from rules.message import Message

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def told(message: Message | str | None) -> str:
    assert isinstance(message, Message)
    return catalog.text(message)


def test_two_days_in_the_wrong_order_are_told_with_their_weekdays() -> None:
    answers = {"achievement_from": "2020-05-04", "achievement_to": "2020-01-06"}
    clash = contradiction(Draft("revocation", answers), Person())
    assert told(clash) == "Ngày cuối thứ Hai 06/01/2020 đứng trước ngày đầu thứ Hai 04/05/2020."


def test_a_draft_with_no_day_and_no_occasion_is_called_by_its_kind_and_nominee() -> None:
    line = DraftLine(1, "surprise", None, None, None, NOW, {"nominees[0].type": "household"})
    assert told(line_name(line, NOW.date())) == "Khen đột xuất · Hộ gia đình 1"


def test_an_answer_for_all_nominees_alike_is_said_to_be_of_all() -> None:
    types = {f"nominees[{n}].type": "individual" for n in range(2)}
    draft = Draft("surprise", {**types, "nominees[*].ground": "brave_rescue"})
    assert "tất cả" in told(label(draft, "nominees[*].ground"))


def test_an_answer_about_one_of_several_nominees_names_that_one() -> None:
    types = {f"nominees[{n}].type": "individual" for n in range(2)}
    draft = Draft("surprise", {**types, "nominees[1].name": "Nông Văn Thử"})
    assert "(Nông Văn Thử)" in told(label(draft, "nominees[1].ground"))
