"""A case is read whole or refused with the place named."""

from __future__ import annotations

from typing import Any

import pytest

from locales.catalog import languages, text
from rules.case import Case, CaseError, contradictions, split_path

REFUSED: list[tuple[Any, str]] = [
    ([], "case"),
    ({"kind": "surprise", "colour": 1}, "colour"),
    ({"kind": "other"}, "kind"),
    ({"kind": ["surprise"]}, "kind"),
    ({}, "kind"),
    ({"kind": "surprise", "facts": []}, "facts"),
    ({"kind": "surprise", "facts": {"colour": 1}}, "colour"),
    ({"kind": "surprise", "facts": {"ground": "combat"}}, "ground"),
    ({"kind": "surprise", "facts": {"forces_total": 0}}, "forces_total"),
    ({"kind": "surprise", "nominees": {}}, "nominees"),
    ({"kind": "surprise", "nominees": [{}] * 1_001}, "nominees"),
    ({"kind": "surprise", "nominees": [{}, 4]}, "nominees[1]"),
    ({"kind": "surprise", "nominees": [{"plan": "done"}]}, "nominees[0].plan"),
    (
        {
            "kind": "surprise",
            "facts": {"forces_total": 12},
            "nominees": [{"participants": 13}],
        },
        "nominees[0].participants",
    ),
    (
        {
            "kind": "thematic",
            "facts": {"achievement_from": "2024-01-02", "achievement_to": "2024-01-01"},
        },
        "achievement_to",
    ),
]


@pytest.mark.parametrize(("row", "place"), REFUSED)
def test_what_cannot_be_is_refused_at_its_place(row: Any, place: str) -> None:
    with pytest.raises(CaseError) as refused:
        Case.from_json(row)
    assert refused.value.place == place
    assert refused.value.problem in str(refused.value)
    for language in languages():
        assert text(refused.value.message, language)


def test_thirteen_of_twelve_names_both_facts() -> None:
    row = {"kind": "surprise", "facts": {"forces_total": 12}, "nominees": [{"participants": 13}]}
    with pytest.raises(CaseError, match=r"participants: 13 .* forces_total 12"):
        Case.from_json(row)


def test_an_estimated_total_may_be_less_than_a_count() -> None:
    facts = {"forces_total": 12, "forces_approximate": True}
    case = Case("surprise", facts=facts, nominees=({"participants": 13},))
    assert not list(contradictions(case))


def test_three_states_are_kept_apart() -> None:
    case = Case.from_json({"kind": "surprise", "facts": {"forces_total": 3, "achieved_on": None}})
    assert case.facts == {"forces_total": 3, "achieved_on": None}


def test_a_case_is_built_from_answers_by_path() -> None:
    answers = {
        "nominees[1].ground": "combat",
        "achieved_on": "2026-11-12",
        "nominees[0].type": None,
    }
    case = Case.from_answers("surprise", answers, nominees=1)
    assert case.nominees == ({"type": None}, {"ground": "combat"})
    assert case.facts["achieved_on"].isoformat() == "2026-11-12"
    with pytest.raises(CaseError, match="colour"):
        Case.from_answers("surprise", {"colour": 1})


def test_a_path_is_split_into_fact_and_nominee() -> None:
    assert split_path("nominees[12].ground") == ("ground", 12)
    assert split_path("plan") == ("plan", None)
