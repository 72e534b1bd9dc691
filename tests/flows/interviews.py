"""Walks an interview at the engine's level, over the possible answers of each question."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import TypeAlias

from flows import consistency, sheet
from flows.desk import At, Desk
from flows.model import Draft, Json, Person
from flows.paths import EACH, fact_of, is_shared
from flows.spots import Spot, find_spot, open_paths
from rules.facts import Kind, facts
from rules.verdict import Assessment, Severity
from tests.flows.officer import SATURDAY

Nominees: TypeAlias = Sequence[Mapping[str, Json]]
Steps: TypeAlias = tuple[tuple[Draft, str], ...]
"""An interview: each question with the draft it was asked of."""
Answer: TypeAlias = Mapping[str, Json]
"""What one answer writes; for the question for whom, `who` holds the nominees."""

ONE_EACH: tuple[Nominees, ...] = (
    [{"type": "individual"}],
    [{"type": "collective"}],
    [{"type": "household"}],
)
MIXED: tuple[Nominees, ...] = (
    *ONE_EACH,
    [{"type": "individual"}, {"type": "collective"}],
    [{"type": "collective"}, {"type": "collective"}, {"type": "individual"}],
    [{"type": "individual", "count": 5}],
    [{"type": "household"}, {"type": "individual", "count": 2}],
)


def possible(draft: Draft, path: str, who: Sequence[Nominees] = ONE_EACH) -> Iterator[Answer]:
    """Every answer to a question: each option, numbers and days at and around what decides."""
    if path == "who":
        yield from ({"who": nominees} for nominees in who)
        return
    fact = facts()[fact_of(path)]
    match fact.kind:
        case Kind.CHOICE:
            yield from ({path: option} for option in fact.options)
        case Kind.YES_NO:
            yield from ({path: value} for value in (True, False))
        case Kind.INTEGER:
            yield from _numbers(draft, path)
        case Kind.DATE:
            yield from _days(path)
        case Kind.SET:
            options = fact.options
            parts = (options, options[1:], options[:-1], ())
            yield from ({path: list(part)} for part in parts)
    if is_shared(path) and sheet.own_answers(draft):
        yield {path: EACH}
    yield {path: None}


def _numbers(draft: Draft, path: str) -> Iterator[Answer]:
    answers = draft.answers
    if fact_of(path) == "participants":
        total = answers.get("forces_total")
        least = -(-2 * total // 3) if total else 12
        near = {0, least - 1, least, total or 13}
    elif path == "forces_total":
        heads = max((answers[p] or 0 for p in answers if p.endswith("participants")), default=0)
        near = {max(heads, 1), 3 * heads // 2, 3 * heads // 2 + 1}
        yield {path: 3 * heads // 2 + 2, "forces_approximate": True}
        yield {path: 3 * heads // 2 or 1, "forces_approximate": True}
    else:
        proposed = sum(own.get("count", 1) for own in sheet.own_answers(draft))
        near = {0, proposed - 1, proposed}
    yield from (
        {path: number} for number in sorted(near) if number >= facts()[fact_of(path)].minimum
    )


def _days(path: str, today: date = SATURDAY) -> Iterator[Answer]:
    fact = facts()[fact_of(path)]
    ago = [0, 10, 13, 60]
    if fact.ahead:
        ago += [-5, -40]
    for days in ago:
        yield {path: (today - timedelta(days=days)).isoformat()}
    if path == "achieved_on":
        yield {path: today.replace(day=1).isoformat(), "achieved_on_precision": "month"}
        yield {path: today.replace(month=1, day=1).isoformat(), "achieved_on_precision": "year"}


def given(draft: Draft, answer: Answer) -> Draft:
    """The draft with an answer written as the interview writes it."""
    if "who" in answer:
        return sheet.add_nominees(draft, answer["who"])
    return sheet.amend(draft, answer)


@dataclass(slots=True)
class Interviewer:
    """Asks one person; what was judged once is remembered.

    `goes_on` tells whether the officer asks on past a card that is not final.
    """

    person: Person
    who: Sequence[Nominees] = ONE_EACH
    goes_on: bool = True
    today: date = SATURDAY
    spots: dict[str, Spot] = field(default_factory=dict)

    def spot(self, draft: Draft, *, go_on: bool = False) -> Spot:
        """Where the interview stands, from the answers alone."""
        key = json.dumps([draft.kind, go_on, sorted(draft.answers.items(), key=str)], default=str)
        if key not in self.spots:
            if len(self.spots) > REMEMBERED:
                self.spots.clear()
            desk = Desk(self.person, self.today, draft, At(go_on=go_on))
            self.spots[key] = find_spot(desk)
        return self.spots[key]

    def asks(self, draft: Draft) -> str | None:
        """The path asked next; None once the verdict stands and nobody asks on."""
        spot = self.spot(draft)
        if spot.path is None and self.goes_on and open_paths(spot.assessment):
            spot = self.spot(draft, go_on=True)
        return spot.path

    def answers(self, draft: Draft, path: str) -> list[Answer]:
        """The answers that contradict nothing said before."""
        every = list(possible(draft, path, self.who))
        if path == "who" or facts()[fact_of(path)].kind not in {Kind.INTEGER, Kind.DATE}:
            return every
        clash = consistency.contradiction
        return [answer for answer in every if clash(given(draft, answer), self.person) is None]

    def judged(self, draft: Draft) -> Assessment:
        return self.spot(draft).assessment

    def walks(self, draft: Draft, random: Random) -> Iterator[Steps]:
        """Random walks that part at a few questions taken by chance."""
        partings = random.sample(range(MOST_PARTED), PARTINGS)

        def pick(depth: int, answers: list[Answer]) -> list[Answer]:
            return random.sample(answers, min(2 if depth in partings else 1, len(answers)))

        yield from self._walks(draft, (), pick)

    def every(self, draft: Draft) -> Iterator[Steps]:
        """Every interview there is."""
        yield from self._walks(draft, (), lambda _depth, answers: answers)

    def _walks(
        self, draft: Draft, steps: Steps, pick: Callable[[int, list[Answer]], list[Answer]]
    ) -> Iterator[Steps]:
        path = self.asks(draft)
        if path is None:
            yield steps
            return
        assert len(steps) < LONGEST, f"an interview that does not end: {steps[-1]}"
        for answer in pick(len(steps), self.answers(draft, path)):
            yield from self._walks(given(draft, answer), (*steps, (draft, path)), pick)


def matters(interviewer: Interviewer, draft: Draft, path: str, random: Random) -> bool:
    """Whether two answers to the question can lead to different ends.

    Each answer is tried by itself, then with the same completions of what else is open;
    how the interview found the question plays no part.
    """
    answers = _known(interviewer.answers(draft, path))
    for filled in chain([draft], _completions(interviewer, draft, path, random)):
        ends = (effect(interviewer.judged(given(filled, one))) for one in answers)
        first = next(ends)
        if any(end != first for end in ends):
            return True
    return False


def is_settled(interviewer: Interviewer, draft: Draft, path: str, random: Random) -> bool:
    """Whether verdict and timing stay what they are, whatever is still answered."""
    now = outcome(interviewer.judged(draft))
    ends = _completions(interviewer, draft, path, random)
    return all(outcome(interviewer.judged(filled)) == now for filled in ends)


COMPLETIONS = 300
AKIN = 0.6
REMEMBERED = 5_000
LONGEST = 200
MOST_PARTED = 14
PARTINGS = 8


def _known(answers: Sequence[Answer]) -> list[Answer]:
    return [answer for answer in answers if None not in answer.values()]


def _completions(
    interviewer: Interviewer, draft: Draft, path: str, random: Random
) -> Iterator[Draft]:
    """The draft with this question, then some of what else is open, answered by chance.

    What the same rules wait for is answered more often: there two answers part soonest.
    """
    answers = _known(interviewer.answers(draft, path))
    findings = interviewer.judged(draft).findings
    rules = {(one.rule, one.nominee) for one in findings if path in one.needs}
    for number in range(COMPLETIONS):
        filled = given(draft, answers[number % len(answers)])
        yield filled
        for _ in range(random.randint(1, 6)):
            now = interviewer.judged(filled)
            open_now = [p for p in now.missing if p not in filled.answers]
            if not open_now:
                break
            near = [one for one in now.findings if (one.rule, one.nominee) in rules]
            akin = [p for p in open_now if any(p in one.needs for one in near)]
            wanted = random.choice(akin if akin and random.random() < AKIN else open_now)
            known = _known(interviewer.answers(filled, wanted))
            filled = given(filled, random.choice(known or [{}]))
        yield filled


def outcome(assessment: Assessment) -> Json:
    """What the officer is told in the end: the verdicts and the timing."""
    timing = assessment.timing
    return (
        assessment.verdict,
        [one.verdict for one in assessment.nominees],
        timing.status,
        timing.due,
        timing.due_rolled,
    )


def effect(assessment: Assessment) -> Json:
    """The same with each finding that more than advises."""
    found = {
        (finding.rule, finding.nominee): (finding.outcome, finding.curable)
        for finding in assessment.findings
        if finding.severity is not Severity.ADVICE
    }
    return outcome(assessment), sorted(found.items(), key=str)


def began(kind: str) -> Draft:
    return Draft(kind)
