"""From the answers of a draft to the law's assessment of it."""

from __future__ import annotations

from flows import sheet
from flows.desk import Desk
from flows.model import Draft, Json, Person
from flows.papers.facts import OF_NOMINEE
from flows.paths import EACH, fact_of, is_shared, nominee_of, of_all, of_nominee
from rules.assessment import assess
from rules.case import Case
from rules.facts import Fact, facts
from rules.verdict import Assessment, Outcome, Severity

SHAREABLE_FROM = 2
CAO_LOC = "CL2023"


def case_of(draft: Draft, person: Person) -> Case:
    """The case that the answers state, with what the unit makes known.

    Before anybody is named, answers for all alike stand for one nominee of no kind yet.
    """
    answers = {p: v for p, v in draft.answers.items() if "." not in p}
    if person.unit is not None:
        answers["unit_in_cao_loc"] = CAO_LOC in person.unit.letters
    nominees = sheet.nominees(draft) or _nobody_yet(draft)
    for index, nominee in enumerate(nominees):
        judged = {fact: value for fact, value in nominee.items() if fact not in OF_NOMINEE}
        answers |= {of_nominee(index, fact): value for fact, value in judged.items()}
    return Case.from_answers(draft.kind, answers, nominees=len(nominees))


def _nobody_yet(draft: Draft) -> list[dict[str, Json]]:
    shared = {fact_of(p): v for p, v in draft.answers.items() if is_shared(p) and v != EACH}
    return [shared] if shared else []


def judge(desk: Desk, draft: Draft | None = None) -> Assessment:
    """The assessment as of today, by the office's own calendar where it has one.

    Raises what `rules` raises for a day without rules.
    """
    case = case_of(draft or desk.draft, desk.person)
    return assess(case, today=desk.today, chat=True, calendar=desk.calendar)


def deciding(assessment: Assessment) -> frozenset[str]:
    """The open paths that more than advice waits for."""
    advised: set[str] = set()
    demanded: set[str] = set()
    for finding in assessment.findings:
        if finding.outcome is Outcome.UNKNOWN:
            (advised if finding.severity is Severity.ADVICE else demanded).update(finding.needs)
    return frozenset(assessment.missing) - (advised - demanded)


def next_path(draft: Draft, wanted: tuple[str, ...]) -> str | None:
    """The first wanted path without an answer; one question for all nominees where that serves."""
    for path in wanted:
        if sheet.value_at(draft, path) != sheet.MISSING:
            continue
        return _shared_or_own(draft, path, wanted)
    return None


def _shared_or_own(draft: Draft, path: str, wanted: tuple[str, ...]) -> str:
    fact = fact_of(path)
    if nominee_of(path) is None or of_all(fact) in draft.answers or not is_shareable(fact):
        return path
    alike = [p for p in wanted if nominee_of(p) is not None and fact_of(p) == fact]
    everyone = len(alike) == len(sheet.own_answers(draft)) >= SHAREABLE_FROM
    return of_all(fact) if everyone else path


def is_shareable(fact: str) -> bool:
    """Facts that one answer can give for all nominees; heads are counted one by one."""
    return fact not in {"participants", "name", "type"}


def fact_at(path: str) -> Fact | None:
    """The rules' fact of a path; None for the conversation's own questions."""
    return facts().get(fact_of(path))
