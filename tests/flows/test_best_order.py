"""The interview needs hardly more questions than the best order there is."""

from __future__ import annotations

import sys
from fractions import Fraction
from random import Random
from statistics import median

import pytest

from flows.model import Draft
from tests.flows.best_order import BestOrder, Ends, at_a_fatal_answer, at_the_first_card
from tests.flows.interviews import Interviewer, began, given
from tests.flows.officer import CAO_LOC, ELSEWHERE, member

SPARE = {at_a_fatal_answer: 2, at_the_first_card: 3}
"""Bars are asked before requirements, which may cost the first amber card one question more."""
INTERVIEWS = 300
PEOPLE = {"bound": member(CAO_LOC), "not bound": member(ELSEWHERE)}


def asked_by_the_interview(interviewer: Interviewer, draft: Draft, ends: Ends) -> float:
    """The median number of its questions, each known answer being as likely as another."""
    random = Random(5)
    counts = []
    for _ in range(INTERVIEWS):
        now, count = draft, 0
        while not ends(interviewer.judged(now)):
            path = interviewer.asks(now)
            if path is None:
                break
            known = [a for a in interviewer.answers(now, path) if None not in a.values()]
            now = given(now, random.choice(known))
            count += 1
        counts.append(count)
    return median(counts)


@pytest.mark.slow
@pytest.mark.parametrize("ends", SPARE)
@pytest.mark.parametrize("level", ["province", "district"])
@pytest.mark.parametrize("occasion", ["movement", "anniversary", "programme_review"])
def test_a_thematic_interview_asks_at_most_two_more_than_the_best_order(
    occasion: str, level: str, ends: Ends
) -> None:
    opening = {"occasion": occasion, "award_level": level, "nominees[0].type": "collective"}
    draft = Draft("thematic", opening)
    interviewer = Interviewer(PEOPLE["bound"])
    best = BestOrder(interviewer, draft, ends).median()
    asked = asked_by_the_interview(interviewer, draft, ends)
    where = f"{occasion}, {level}, {ends.__name__}"
    sys.stdout.write(f"\n{where}: median {asked} after the opening three, at best {best}\n")
    assert asked <= best + SPARE[ends]


def weighted_median(interviewer: Interviewer, kind: str) -> tuple[int, int]:
    """Over every interview, each answer as likely as another: the median and the most."""
    chances: dict[int, Fraction] = {}
    waiting = [(began(kind), 0, Fraction(1))]
    while waiting:
        draft, count, chance = waiting.pop()
        path = interviewer.asks(draft)
        if path is None:
            chances[count] = chances.get(count, Fraction(0)) + chance
            continue
        answers = interviewer.answers(draft, path)
        each = chance / len(answers)
        waiting.extend((given(draft, answer), count + 1, each) for answer in answers)
    total = Fraction(0)
    for count in sorted(chances):
        total += chances[count]
        if total >= Fraction(1, 2):
            return count, max(chances)
    raise AssertionError("chances add up to one")


@pytest.mark.slow
@pytest.mark.parametrize("who", PEOPLE)
def test_a_surprise_interview_asks_five_questions_in_the_middle(who: str) -> None:
    middle, most = weighted_median(Interviewer(PEOPLE[who]), "surprise")
    sys.stdout.write(f"\nsurprise, {who}: median {middle}, at most {most}\n")
    assert middle <= 5
