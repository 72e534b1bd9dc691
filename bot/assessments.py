"""An assessment for a reader: as the JSON of the `check` contract, and as a card of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from locales.catalog import text
from rules.citations import clause
from rules.message import Message, say
from rules.verdict import Assessment, Finding, Outcome, Severity, Timing


def to_json(assessment: Assessment, language: str = "vi") -> dict[str, Any]:
    """The keys of vocabulary `check`, always all of them."""
    timing = assessment.timing
    return {
        "verdict": assessment.verdict.value,
        "timing": {
            "status": timing.status.value,
            "due": None if timing.due is None else timing.due.isoformat(),
            "due_rolled": None if timing.due_rolled is None else timing.due_rolled.isoformat(),
            "basis": timing.basis,
            "explanation": explained(timing, language),
        },
        "nominees": [
            {"name": one.name, "verdict": one.verdict.value} for one in assessment.nominees
        ],
        "findings": [_finding(one, language) for one in assessment.findings],
        "missing": list(assessment.missing),
        "next_question": assessment.next_question,
        "not_checked": list(assessment.not_checked),
        "rulebook": {
            "version": assessment.rulebook.version,
            "day": assessment.rulebook.day.isoformat(),
        },
    }


def explained(timing: Timing, language: str = "vi") -> str:
    """The sentence on the time, and how the days were counted."""
    lines = [timing.explanation, *([timing.counting] if timing.counting else [])]
    return " ".join(text(line, language) for line in lines)


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    message = text(finding.message, language)
    if finding.status is not None:
        message = f"{message} {text(finding.status, language)}"
    return {
        "rule": finding.rule,
        "nominee": finding.nominee,
        "outcome": finding.outcome.value,
        "curable": finding.curable,
        "severity": finding.severity.value,
        "clause": finding.clause,
        "quote": finding.quote,
        "message": message,
        "remedy": None if finding.remedy is None else text(finding.remedy, language),
    }


def card(assessment: Assessment, language: str = "vi") -> str:
    """The verdict first, then why, then what to do: for a person at the terminal."""
    return "\n".join(text(line, language) for line in _lines(assessment))


def _lines(assessment: Assessment) -> Iterator[Message]:
    yield say(f"check.verdict.{assessment.verdict.value}")
    if len(assessment.nominees) > 1:
        for number, one in enumerate(assessment.nominees, start=1):
            name = one.name or say("check.nominee.nameless", number=number)
            verdict = say(f"check.verdict.{one.verdict.value}")
            yield say("check.nominee", name=name, verdict=verdict)
    broken = [one for one in assessment.findings if one.outcome is Outcome.VIOLATED]
    for finding in broken:
        if finding.severity is not Severity.ADVICE:
            yield from _explained(finding)
    yield say("check.timing", explanation=assessment.timing.explanation)
    if assessment.timing.counting is not None:
        yield assessment.timing.counting
    if assessment.missing:
        yield say("check.missing", facts=_named(assessment.missing))
    advice = [one for one in broken if one.severity is Severity.ADVICE]
    if advice:
        yield say("check.advice")
    for finding in advice:
        yield from _explained(finding)
    yield from _closing(assessment)


def _explained(finding: Finding) -> Iterator[Message]:
    yield say("check.finding", message=finding.message)
    citation = clause(finding.clause).citation
    yield say("check.source", citation=citation, quote=finding.quote)
    if finding.remedy is not None:
        yield say("check.remedy", remedy=finding.remedy)


def _named(paths: tuple[str, ...]) -> tuple[Message, ...]:
    names = dict.fromkeys(path.rpartition(".")[2] for path in paths)
    return tuple(say(f"fact.{name}") for name in names)


def _closing(assessment: Assessment) -> Iterator[Message]:
    for name in assessment.not_checked:
        citation = clause(name).citation
        yield say("check.judged", what=say(f"person.{name}"), citation=citation)
    notes = {one.status.key: one.status for one in assessment.findings if one.status is not None}
    yield from notes.values()
    rulebook = assessment.rulebook
    yield say("check.rulebook", version=rulebook.version, day=rulebook.day)
