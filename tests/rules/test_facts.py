"""The vocabulary: kinds, bounds, and refusals that name the place and what is expected."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from locales.catalog import languages, text
from rules.facts import FactError, facts, facts_of, parse

REFUSED: list[tuple[str, Any]] = [
    ("award_level", "huyện"),
    ("award_level", 3),
    ("outstanding", "true"),
    ("outstanding", 1),
    ("forces_total", 0),
    ("forces_total", -4),
    ("forces_total", 1_000_001),
    ("forces_total", 12.0),
    ("forces_total", True),
    ("count", 10_001),
    ("achieved_on", "20226-01-01"),
    ("achieved_on", "2026-02-30"),
    ("achieved_on", "2200-01-01"),
    ("achieved_on", "1900-01-01"),
    ("achieved_on", 20260101),
    ("name", "x" * 2_001),
    ("name", "\ud800"),
    ("name", 5),
    ("guidance_parts", ["scope", "colour"]),
    ("guidance_parts", "scope"),
    ("guidance_parts", [1]),
    ("ceremony_holidays", ["2026-09-02", "x"]),
    ("ceremony_holidays", "2026-09-02"),
    ("ceremony_holidays", ["2026-09-02"] * 101),
]


@pytest.mark.parametrize(("name", "raw"), REFUSED)
def test_an_impossible_value_is_refused_with_what_is_expected(name: str, raw: Any) -> None:
    with pytest.raises(FactError) as refused:
        parse(facts()[name], raw, "here")
    assert refused.value.place == "here"
    for language in languages():
        assert text(refused.value.message, language)
    for option in facts()[name].options:
        assert option in refused.value.expected


def test_values_are_read_by_their_kind() -> None:
    assert parse(facts()["achieved_on"], "2026-11-12") == date(2026, 11, 12)
    assert parse(facts()["guidance_parts"], ["scope"]) == frozenset({"scope"})
    assert parse(facts()["ceremony_holidays"], ["2026-09-02"]) == (date(2026, 9, 2),)
    assert parse(facts()["forces_total"], 1_000_000) == 1_000_000
    assert parse(facts()["participants"], 0) == 0
    assert parse(facts()["plan"], None) is None


def test_facts_of_a_kind_come_in_the_order_of_their_ranks() -> None:
    ranks = [fact.rank for fact in facts_of("surprise")]
    assert ranks == sorted(ranks)
    assert {"ground", "unit_in_cao_loc"} <= {fact.id for fact in facts_of("surprise")}
    assert "plan" not in {fact.id for fact in facts_of("surprise")}
