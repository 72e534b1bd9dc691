"""An officer who answers whatever is asked first: an interview without any flow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from rules.assessment import assess
from rules.case import Case, CaseError, contradictions, split_path
from rules.facts import Fact, Kind, facts
from rules.verdict import Assessment

TODAY = date(2024, 9, 11)
MOST_QUESTIONS = 80
Answers = Mapping[str, Any]


def options(path: str) -> tuple[Any, ...]:
    """The answers worth telling apart for a fact; None stands for `chưa biết`."""
    fact = facts()[split_path(path)[0]]
    return (*_VALUES[fact.kind](fact), None)


def _days(_: Fact) -> tuple[Any, ...]:
    return tuple((TODAY + timedelta(days=n)).isoformat() for n in (-400, -30, -3, 0, 40))


_VALUES: Mapping[Kind, Callable[[Fact], tuple[Any, ...]]] = {
    Kind.CHOICE: lambda fact: fact.options,
    Kind.YES_NO: lambda _: (True, False),
    Kind.INTEGER: lambda fact: (max(1, fact.minimum), 2, 3),
    Kind.DATE: _days,
    Kind.TEXT: lambda _: ("văn bản",),
    Kind.SET: lambda fact: (list(fact.options), list(fact.options[1:]), []),
    Kind.DATES: lambda _: ([],),
}


def judged(kind: str, answers: Answers, nominees: int = 1) -> Assessment | None:
    """The assessment of the answers so far; None where they contradict one another."""
    case = Case.from_answers(kind, answers, nominees=nominees)
    if any(contradictions(case)):
        return None
    try:
        return assess(case, today=TODAY, chat=True)
    except CaseError:
        return None


def fingerprint(found: Assessment) -> object:
    """All that an answer may change: verdicts, timing, and what each finding says."""
    return (
        found.verdict,
        found.nominees,
        found.timing.status,
        found.timing.due,
        frozenset((f.rule, f.nominee, f.outcome, f.curable) for f in found.findings),
    )


def could_change(kind: str, answers: Answers, path: str, *, tries: int, pick: Any) -> bool:
    """Whether some continuation makes two answers to the question differ."""
    return any(_differs(kind, answers, path, pick=pick) for _ in range(tries))


def _differs(kind: str, answers: Answers, path: str, *, pick: Any) -> bool:
    later = dict(answers)
    told = pick([value for value in options(path) if value is not None])
    start = judged(kind, answers)
    rules = {f.rule for f in (start.findings if start else ()) if path in f.needs}
    for _ in range(MOST_QUESTIONS):
        judgements = [judged(kind, {**later, path: value}) for value in options(path)]
        if len({repr(fingerprint(one)) for one in judgements if one is not None}) > 1:
            return True
        found = judged(kind, {**later, path: told})
        unasked = [p for p in (found.missing if found else ()) if p not in later and p != path]
        if not unasked:
            return False
        akin = {p for f in (found.findings if found else ()) if f.rule in rules for p in f.needs}
        following = pick([p for p in unasked if p in akin] or unasked)
        later[following] = pick([v for v in options(following) if v is not None])
    return False


def walk(kind: str, pick: Any) -> Iterator[tuple[Answers, str, Assessment]]:
    """One interview with picked answers: the answers before each question, and the question."""
    answers: dict[str, Any] = {}
    while True:
        found = judged(kind, answers)
        if found is None or found.next_question is None:
            return
        yield dict(answers), found.next_question, found
        assert len(answers) < MOST_QUESTIONS, "the interview does not end"
        assert found.next_question not in answers
        answers[found.next_question] = pick(options(found.next_question))
