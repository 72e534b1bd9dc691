"""Every fact, choice, verdict, rule and letter has its words: the f-strings of the code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from flows.book import all_flows
from locales.catalog import keys, languages
from rules.citations import clauses, letters
from rules.facts import Fact, Kind, facts, facts_of
from rules.rule import rules_of
from rules.verdict import Verdict

KINDS = ("surprise", "thematic", "revocation")


def of_fact(fact: Fact) -> Iterator[str]:
    """The keys of a fact: its name, its question and its answers."""
    yield f"fact.{fact.id}"
    options = ("yes", "no") if fact.kind is Kind.YES_NO else fact.options
    yield from (f"choice.{fact.id}.{option}" for option in options)
    if fact.asked:
        yield f"ask.{fact.id}"
    if fact.asked and fact.of_nominee:
        yield from (f"ask.{fact.id}.of", f"ask.{fact.id}.all")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("fact", facts().values(), ids=lambda fact: fact.id)
def test_a_fact_has_its_name_its_question_and_its_answers(fact: Fact, language: str) -> None:
    assert set(of_fact(fact)) <= keys(language)


@pytest.mark.parametrize("language", languages())
def test_the_families_of_the_law_are_whole(language: str) -> None:
    wanted = {f"letter.{name}" for name in letters()}
    wanted |= {f"letter.{name}.short" for name in letters()}
    wanted |= {f"rule.{rule.id}" for kind in KINDS for rule in rules_of(kind)}
    assert wanted - keys(language) == set()


@pytest.mark.parametrize("language", languages())
def test_every_verdict_a_chat_can_give_has_its_card(language: str) -> None:
    flows = all_flows()
    wanted = {f"card.{verdict}" for verdict in Verdict}
    wanted |= {f"kind.{kind}" for kind in KINDS if kind in flows}
    assert wanted - keys(language) == set()


def test_the_kinds_of_case_have_facts_and_the_letters_clauses() -> None:
    assert all(facts_of(kind) for kind in KINDS)
    assert len(clauses()) > 20
