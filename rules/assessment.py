"""Judges a case on a day: findings, verdict, timing, what is missing, what a person judges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from rules.calendar import Calendar
from rules.case import Case, CaseError, split_path
from rules.citations import clauses, letters
from rules.facts import facts
from rules.findings import binding, findings_of
from rules.letter import Clause, Judged
from rules.look import Look
from rules.message import say
from rules.rule import rules_of
from rules.timing import TIMING_CLAUSES, TIMING_FACTS, Timed, timing_of
from rules.truth import Paths
from rules.verdict import (
    Assessment,
    Finding,
    NomineeVerdict,
    Outcome,
    Rulebook,
    Severity,
    Verdict,
)

RULEBOOK: Final = "2026.11.1"
_GROUPS: Final = {Severity.BAR: 0, Severity.REQUIREMENT: 1, Severity.ADVICE: 3}
_TIMING_GROUP: Final = 2
_SETTLED: Final = frozenset({Verdict.NOT_ELIGIBLE, Verdict.KEEP})


def assess(
    case: Case, *, today: date, chat: bool = False, calendar: Calendar | None = None
) -> Assessment:
    """Judge the case on the day it is submitted, else today.

    In the chat a file's defaults are not taken for what the chat asks. Raises CaseError
    before the first letter was in force, ParameterError outside a parameter's dates.
    """
    look = Look(case, day=day_judged(case, today), chat=chat)
    found = findings_of(look)
    timed = timing_of(look, calendar)
    verdict, nominees = _verdicts(look, found)
    missing = _missing(found, timed=timed, verdict=verdict, nominees=nominees)
    return Assessment(
        verdict,
        timing=timed.timing,
        nominees=nominees,
        findings=found,
        missing=missing,
        next_question=next((path for path in missing if _is_absent(look, path)), None),
        not_checked=_not_checked(look),
        rulebook=Rulebook(RULEBOOK, day=look.day),
    )


def day_judged(case: Case, today: date) -> date:
    """The day whose rules apply. Raises CaseError where no letter was in force yet."""
    submitted = case.facts.get("submitted_on")
    day = submitted or today
    first = min(letter.in_force.first for letter in letters().values())
    if day < first:
        place = "today" if submitted is None else "submitted_on"
        problem = f"{day.isoformat()} is before the first letter came into force ({first})"
        raise CaseError(place, problem, say("case.before_letters", day=day, since=first))
    return day


def _verdicts(look: Look, found: Iterable[Finding]) -> tuple[Verdict, tuple[NomineeVerdict, ...]]:
    """The verdict on the whole, and each nominee's: the case's findings and its own."""
    deciding = [finding for finding in found if _counts(finding)]
    if look.case.kind == "revocation":
        verdict = _revocation(look, deciding)
        each = [verdict] * len(look.case.nominees)
    else:
        whole = _worst(finding for finding in deciding if finding.nominee is None)
        own: dict[int, list[Finding]] = {}
        for finding in deciding:
            if finding.nominee is not None:
                own.setdefault(finding.nominee, []).append(finding)
        each = [
            _worse(whole, _worst(own.get(index, ()))) for index in range(len(look.case.nominees))
        ]
        verdict = whole
        for one in each:
            verdict = _worse(verdict, one)
    named = zip(look.case.nominees, each, strict=True)
    return verdict, tuple(NomineeVerdict(row.get("name"), verdict=one) for row, one in named)


def _counts(finding: Finding) -> bool:
    return finding.decides and finding.outcome is not Outcome.SATISFIED


def _worst(found: Iterable[Finding]) -> Verdict:
    verdict = Verdict.ELIGIBLE
    for finding in found:
        if _is_fatal(finding):
            return Verdict.NOT_ELIGIBLE
        verdict = Verdict.NEEDS_MORE
    return verdict


def _is_fatal(finding: Finding) -> bool:
    return finding.outcome is Outcome.VIOLATED and finding.curable is False


_ORDER: Final = (Verdict.ELIGIBLE, Verdict.NEEDS_MORE, Verdict.NOT_ELIGIBLE)


def _worse(left: Verdict, right: Verdict) -> Verdict:
    return max(left, right, key=_ORDER.index)


def _revocation(look: Look, deciding: list[Finding]) -> Verdict:
    if not binding("CL2023", look).is_met:
        return Verdict.NEEDS_MORE
    if any(_is_fatal(finding) for finding in deciding):
        return Verdict.KEEP
    return Verdict.NEEDS_MORE if deciding else Verdict.REVOKE


def _missing(
    found: Iterable[Finding],
    *,
    timed: Timed,
    verdict: Verdict,
    nominees: tuple[NomineeVerdict, ...],
) -> Paths:
    """The facts that can still change something, most decisive first; none once all is lost."""
    out = {
        finding.nominee for finding in found if finding.nominee is not None and _is_fatal(finding)
    }
    case_lost = any(_is_fatal(finding) for finding in found if finding.nominee is None)
    all_out = bool(nominees) and len(out) == len(nominees)
    if verdict in _SETTLED and (case_lost or all_out):
        return ()
    groups: dict[str, int] = {}
    for finding in found:
        if finding.asks and finding.nominee not in out:
            for path in finding.needs:
                _sooner(groups, path, _GROUPS[finding.severity])
    for path in timed.needs:
        _sooner(groups, path, _TIMING_GROUP)
    return tuple(sorted(groups, key=lambda path: _order(path, groups[path])))


def _sooner(groups: dict[str, int], path: str, group: int) -> None:
    groups[path] = min(groups.get(path, group), group)


def _order(path: str, group: int) -> tuple[int, int, int]:
    name, nominee = split_path(path)
    return group, facts()[name].rank, -1 if nominee is None else nominee


def _is_absent(look: Look, path: str) -> bool:
    name, nominee = split_path(path)
    view = look if nominee is None else look.of(nominee)
    return view[name].is_absent


@cache
def _judged_by_a_person(kind: str) -> tuple[tuple[Clause, Judged], ...]:
    found = ((one, one.judged) for one in clauses().values())
    return tuple((one, judged) for one, judged in found if judged and kind in judged.kinds)


def _not_checked(look: Look) -> Paths:
    """The clauses that bear on the case and that only a person can judge."""
    bearing = []
    bound = {letter: binding(letter, look).is_met for letter in letters()}
    for one, judged in _judged_by_a_person(look.case.kind):
        if not bound[one.letter]:
            continue
        denied = (
            look[fact].is_known and look[fact].value not in values
            for fact, values in judged.when.items()
        )
        if not any(denied):
            bearing.append(one.id)
    return tuple(bearing)


@dataclass(frozen=True, slots=True)
class Why:
    """Which rules need a fact, and the clauses behind them."""

    rules: Paths
    clauses: Paths


def why(path: str, kind: str) -> Why:
    """Why a fact of this kind of case is asked: the rules that turn on it, and their clauses."""
    name, _ = split_path(path)
    needing = [rule for rule in rules_of(kind) if name in rule.facts]
    found = dict.fromkeys(one for rule in needing for one in rule.clauses)
    if name in TIMING_FACTS[kind]:
        found.update(dict.fromkeys(TIMING_CLAUSES[kind]))
    return Why(tuple(rule.id for rule in needing), clauses=tuple(found))
