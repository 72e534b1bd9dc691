"""The best order of questions there is, found by trying every order, to hold the interview against.

A case falls into blocks of questions that touch nothing outside their own block. Each block is
tried out on the rules once; the search then plays every order of every block's questions, each
answer being as likely as another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from random import Random
from typing import TypeAlias

from flows.model import Draft
from flows.spots import is_amber, open_paths
from rules.verdict import Assessment, Verdict
from tests.flows.interviews import Answer, Interviewer, given

Ends: TypeAlias = Callable[[Assessment], bool]
"""Whether an assessment ends the interview."""
Option: TypeAlias = tuple[tuple[Fraction, int | None], ...]
"""What a question can lead to: each with its chance, None for the end."""
WALKS = 300


def at_a_fatal_answer(assessment: Assessment) -> bool:
    return assessment.verdict is Verdict.NOT_ELIGIBLE


def at_the_first_card(assessment: Assessment) -> bool:
    return at_a_fatal_answer(assessment) or is_amber(assessment)


@dataclass(slots=True)
class BestOrder:
    """The search for one case; states of blocks that play alike are one state."""

    interviewer: Interviewer
    draft: Draft
    ends: Ends
    states: dict[frozenset[Option], int] = field(default_factory=dict)
    options: list[frozenset[Option]] = field(default_factory=list)

    def median(self) -> int:
        """The least number of questions within which an order ends in half of all cases."""
        start = tuple(sorted(self._state_of(block, self.draft) for block in self._blocks()))
        best = lru_cache(maxsize=None)(self._best)
        within = 0
        while best(best, start, within) < Fraction(1, 2):
            within += 1
        return within

    def _best(
        self, best: Callable[..., Fraction], blocks: tuple[int, ...], within: int
    ) -> Fraction:
        """The best chance to end within so many questions."""
        if not any(self.options[state] for state in blocks):
            return Fraction(1)
        if not within:
            return Fraction(0)
        found = Fraction(0)
        for place, state in enumerate(blocks):
            if state in blocks[:place]:
                continue
            others = blocks[:place] + blocks[place + 1 :]
            for option in self.options[state]:
                chance = Fraction(0)
                for share, following in option:
                    if following is None:
                        chance += share
                    else:
                        left = tuple(sorted((*others, following)))
                        chance += share * best(best, left, within - 1)
                found = max(found, chance)
        return found

    def _open(self, draft: Draft) -> frozenset[str]:
        paths = open_paths(self.interviewer.judged(draft))
        return frozenset(path for path in paths if path not in draft.answers)

    def _answers(self, draft: Draft, path: str) -> list[Answer]:
        every = self.interviewer.answers(draft, path)
        return [answer for answer in every if None not in answer.values()]

    def _blocks(self) -> Iterator[frozenset[str]]:
        """The questions open at first, put together where one opens or closes another."""
        together: dict[str, set[str]] = defaultdict(set)
        random = Random(1)
        for _ in range(WALKS):
            for path, touched in self._touched(random):
                joined = together[path].union(*(together[other] or {other} for other in touched))
                joined |= {path} | touched
                for member in joined:
                    together[member] = joined
        first = self._open(self.draft)
        yield from {frozenset(together[path] or {path}) for path in first}

    def _touched(self, random: Random) -> Iterator[tuple[str, set[str]]]:
        draft = self.draft
        open_now = self._open(draft)
        while open_now:
            path = random.choice(sorted(open_now))
            answer = random.choice(self._answers(draft, path))
            draft = given(draft, answer)
            if at_a_fatal_answer(self.interviewer.judged(draft)):
                return
            after = self._open(draft)
            yield path, set((open_now ^ after) - {path})
            open_now = after

    def _state_of(self, block: frozenset[str], draft: Draft) -> int:
        """The number of the state that a block is in; the same for all that play alike."""
        options = frozenset(self._option(block, draft, path) for path in self._open(draft) & block)
        if options not in self.states:
            self.states[options] = len(self.options)
            self.options.append(options)
        return self.states[options]

    def _option(self, block: frozenset[str], draft: Draft, path: str) -> Option:
        answers = self._answers(draft, path)
        chances: Mapping[int | None, Fraction] = defaultdict(Fraction)
        before = self.ends(self.interviewer.judged(draft))
        for answer in answers:
            after = given(draft, answer)
            ended = not before and self.ends(self.interviewer.judged(after))
            state = None if ended else self._state_of(block, after)
            chances[state] += Fraction(1, len(answers))  # type: ignore[index]
        return tuple(sorted(((share, state) for state, share in chances.items()), key=str))
