"""The interview ends, asks nothing twice, and nothing that can no longer change anything."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random
from statistics import median

import pytest

from flows.model import Draft, Person
from tests.flows.interviews import (
    MIXED,
    ONE_EACH,
    Interviewer,
    Steps,
    began,
    is_settled,
    matters,
)
from tests.flows.officer import CAO_LOC, ELSEWHERE, member

PEOPLE = {"bound": member(CAO_LOC), "not bound": member(ELSEWHERE), "guest": Person()}
QUICK_WALKS = 2_000
LONG_WALKS = {"surprise": 40_000, "thematic": 60_000}


def check(
    interviewer: Interviewer, walks: Iterable[Steps], random: Random, *, each: bool = True
) -> Counter[int]:
    """Hold the walks against the property; how long they were.

    With `each` every question is tried for whether it matters, else one of each walk.
    """
    lengths: Counter[int] = Counter()
    before: Steps = ()
    for steps in walks:
        lengths[len(steps)] += 1
        paths = [path for _, path in steps]
        assert len(paths) == len(set(paths)), f"asked twice: {paths}"
        new = [step for step in steps if step not in before] if each else [random.choice(steps)]
        for draft, path in new:
            hold(interviewer, draft, path, random)
        before = steps
    return lengths


def hold(interviewer: Interviewer, draft: Draft, path: str, random: Random) -> None:
    told = f"{path} after {dict(draft.answers)}"
    assert matters(interviewer, draft, path, random), f"changes nothing: {told}"
    asked_on = interviewer.spot(draft).path is None
    assert asked_on or not is_settled(interviewer, draft, path, random), f"settled: {told}"


def told(name: str, lengths: Counter[int]) -> float:
    """Print how many questions the interviews took; the median."""
    middle = median(lengths.elements())
    count = lengths.total()
    most = max(lengths)
    sys.stdout.write(f"\n{name}: {count} interviews; questions: median {middle}, most {most}\n")
    return middle


def some(interviewer: Interviewer, kind: str, random: Random, *, least: int) -> Iterator[Steps]:
    """At least so many random walks."""
    count = 0
    while count < least:
        for steps in interviewer.walks(began(kind), random):
            count += 1
            yield steps


@pytest.mark.parametrize("kind", ["surprise", "thematic"])
def test_every_question_of_some_interviews_can_change_something(kind: str) -> None:
    random = Random(kind)
    lengths: Counter[int] = Counter()
    for person in PEOPLE.values():
        interviewer = Interviewer(person, who=MIXED)
        walks = some(interviewer, kind, random, least=QUICK_WALKS // 6)
        lengths += check(interviewer, walks, random, each=False)
    told(kind, lengths)
    assert lengths.total() >= QUICK_WALKS // 2 - 3


@pytest.mark.slow
@pytest.mark.parametrize("who", PEOPLE)
def test_every_surprise_interview_for_one_nominee_holds_the_property(who: str) -> None:
    interviewer = Interviewer(PEOPLE[who], who=ONE_EACH)
    lengths = check(interviewer, interviewer.every(began("surprise")), Random(1))
    told(f"surprise, {who}, every answer", lengths)


@pytest.mark.slow
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("kind", LONG_WALKS)
def test_a_hundred_thousand_interviews_hold_the_property(kind: str, who: str) -> None:
    """For each unit and kind its share of the hundred thousand, so that cores can share them."""
    random = Random(f"{kind} {who}")
    least = LONG_WALKS[kind] // len(PEOPLE) + 1
    interviewer = Interviewer(PEOPLE[who], who=MIXED)
    walks = some(interviewer, kind, random, least=least)
    lengths = check(interviewer, walks, random, each=False)
    told(f"{kind}, {who}", lengths)
    assert lengths.total() >= least
