"""The next question follows from the rules: interviews end, and ask only what can matter."""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.case import KINDS
from rules.rule import rules_of
from rules.verdict import Outcome, Severity, Verdict

sys.path.insert(0, str(Path(__file__).parent))
from interview import could_change, fingerprint, judged, options, walk

SETTLED = {Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.REVOKE, Verdict.KEEP}


def every_walk(kind: str, answers: dict[str, Any], seen: set[str]) -> Iterator[tuple[Any, str]]:
    """Each state of an interview over the whole space of answers that decide the verdict."""
    found = judged(kind, answers)
    if found is None or found.next_question is None or repr(sorted(answers.items())) in seen:
        return
    seen.add(repr(sorted(answers.items())))
    path = found.next_question
    deciding = any(
        path in one.needs and one.severity is not Severity.ADVICE for one in found.findings
    )
    if not deciding and path not in {"recognition", "recognized_on"}:
        return
    yield dict(answers), path
    for value in options(path):
        yield from every_walk(kind, {**answers, path: value}, seen)


@pytest.mark.slow
def test_every_question_of_a_surprise_interview_could_matter() -> None:
    pick = random.Random(1).choice
    states = 0
    for answers, path in every_walk("surprise", {}, set()):
        states += 1
        assert could_change("surprise", answers, path, tries=150, pick=pick), (answers, path)
    assert states > 500


@pytest.mark.parametrize("kind", KINDS)
def test_questions_of_random_interviews_could_matter(kind: str) -> None:
    chance = random.Random(2)
    for _ in range(25):
        for answers, path, _found in walk(kind, chance.choice):
            assert could_change(kind, answers, path, tries=150, pick=chance.choice), (answers, path)


@pytest.mark.parametrize(("kind", "most"), [("surprise", 5), ("thematic", 20), ("revocation", 8)])
def test_few_questions_lead_to_a_verdict(kind: str, most: int) -> None:
    chance = random.Random(3)
    counts = []
    for _ in range(300):
        asked = 0
        for _answers, _path, found in walk(kind, chance.choice):
            if found.verdict in SETTLED:
                break
            asked += 1
        counts.append(asked)
    print(kind, "median", statistics.median(counts), "most", max(counts))  # noqa: T201
    assert statistics.median(counts) <= most


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_needs_only_facts_it_declares(kind: str) -> None:
    declared = {rule.id: set(rule.facts) for rule in rules_of(kind)}
    chance = random.Random(4)
    for _ in range(150):
        for _answers, _path, found in walk(kind, chance.choice):
            for finding in found.findings:
                names = {path.rpartition(".")[2] for path in finding.needs}
                assert names - {"unit_in_cao_loc"} <= declared[finding.rule], finding.rule


def test_a_lost_case_asks_nothing_more() -> None:
    found = judged("surprise", {"nominees[0].ground": "none"})
    assert found is not None
    assert found.verdict is Verdict.NOT_ELIGIBLE
    assert found.missing == ()


def test_two_different_answers_leave_two_fingerprints() -> None:
    one = judged("surprise", {"nominees[0].ground": "none"})
    other = judged("surprise", {"nominees[0].ground": "combat"})
    assert one is not None
    assert other is not None
    assert fingerprint(one) != fingerprint(other)
    assert one.findings[0].outcome in set(Outcome)
