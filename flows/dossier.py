"""What the papers need beyond the verdict, and only that; each may be left for later."""

from __future__ import annotations

from collections.abc import Iterator

from flows import sheet
from flows.judging import deciding
from flows.model import Draft
from flows.paths import MOVEMENT_ENDS_ON, SUMMING_UP_ON, of_nominee
from rules.verdict import Assessment, Outcome, Severity, TimingStatus


def dossier_paths(draft: Draft, assessment: Assessment) -> tuple[str, ...]:
    """The paths asked after eligibility: names, level and form, papers cited, points to note."""
    return tuple(
        path for path in _wanted(draft, assessment) if sheet.value_at(draft, path) == sheet.MISSING
    )


def _wanted(draft: Draft, assessment: Assessment) -> Iterator[str]:
    if draft.kind == "revocation":
        yield "note.holder"
        return
    for index, nominee in enumerate(sheet.own_answers(draft)):
        if nominee.get("count", 1) == 1:
            yield of_nominee(index, "name")
    yield from ("award_level", "award_form")
    yield from _papers(draft)
    yield from days_to_come(draft)
    later = deciding(assessment)
    yield from (path for path in assessment.missing if path not in later)
    if needs_reason(assessment):
        yield "note.reason"


def _papers(draft: Draft) -> Iterator[str]:
    if draft.answers.get("recognition") == "dated":
        yield "recognition_doc"
    if draft.answers.get("directive") == "written":
        yield "directive_doc"
    if draft.answers.get("outstanding"):
        yield "outstanding_reason"


def days_to_come(draft: Draft) -> Iterator[str]:
    """The planned days of a movement that the officer is reminded of, until it is summed up."""
    summed_up = draft.answers.get("final_review")
    if summed_up == "planned":
        yield SUMMING_UP_ON
    if draft.answers.get("occasion") == "movement" and summed_up != "done":
        yield MOVEMENT_ENDS_ON


def needs_reason(assessment: Assessment) -> bool:
    """A point to note stands, or the day has passed: the reviewer will ask why."""
    if assessment.timing.status in {TimingStatus.LATE, TimingStatus.ROLLED}:
        return True
    return any(
        finding.severity is Severity.ADVICE and finding.outcome is Outcome.VIOLATED
        for finding in assessment.findings
    )
