"""Days and counts said back: which of two days, and thousands apart."""

from __future__ import annotations

import pytest

from flows.consistency import contradiction
from flows.model import Draft, Person
from locales.catalog import text
from tests.flows.officer import Officer


def asked_for_people() -> Officer:
    return Officer().say("khen đột xuất").tap("Cứu người, cứu tài sản", "Một tập thể")


def test_a_span_where_one_day_is_asked_offers_both_its_days() -> None:
    officer = asked_for_people().say("12/18", "từ 10/11 đến 12/11")
    assert "hai ngày: 10/11/2026 và 12/11/2026" in officer.text
    assert "achieved_on" not in officer.answers
    officer.tap("T5 12/11")
    assert officer.answers["achieved_on"] == "2026-11-12"


def test_a_count_is_said_back_with_its_thousands_apart() -> None:
    officer = asked_for_people().say("12000")
    assert "Ghi 12.000." in officer.text
    officer.say("1000000")
    assert "12.000/1.000.000 = 1,2 %" in officer.text
    assert "Tối thiểu 666.667/1.000.000, thiếu 654.667 người" in officer.text


def test_a_bound_is_told_with_its_thousands_apart() -> None:
    officer = asked_for_people().say("12", "0")
    assert "từ 1 đến 1.000.000" in officer.text


def test_a_contradiction_repeats_the_counts_with_their_thousands_apart() -> None:
    assert "12.000 người tham gia" in asked_for_people().say("12000", "11").text


def test_a_contradiction_of_days_repeats_them_as_days() -> None:
    answers = {"achievement_from": "2026-03-02", "achievement_to": "2026-03-01"}
    clash = contradiction(Draft("thematic", answers), Person())
    assert clash is not None
    assert "01/03/2026" in text(clash)
    assert "02/03/2026" in text(clash)


@pytest.mark.parametrize("typed", ["12 of 18", "12 out of 18", "12 people out of 18"])
def test_an_english_pair_is_a_part_and_its_total(typed: str) -> None:
    officer = asked_for_people().say("english")
    officer.say(typed)
    assert officer.answers["nominees[0].participants"] == 12
    assert officer.answers["forces_total"] == 18
