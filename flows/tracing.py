"""Facts → rule → verdict: every finding with its sign, its clause a tap away."""

from __future__ import annotations

from flows.cards import left_to_people
from flows.model import Reply, Tone
from flows.sources import clause_button
from rules.message import say
from rules.verdict import Assessment, Outcome


def trace(assessment: Assessment) -> Reply:
    """The whole way to the verdict, and the rulebook it was judged by."""
    shown_findings = [f for f in assessment.findings if f.outcome is not Outcome.UNKNOWN]
    lines = [
        say(f"trace.{finding.outcome}.{finding.severity}", message=finding.message)
        for finding in shown_findings
    ]
    clauses = tuple(dict.fromkeys(finding.clause for finding in shown_findings))
    if assessment.timing.clause:
        lines.append(say("card.timing", explanation=assessment.timing.explanation))
        if assessment.timing.counting:
            lines.append(assessment.timing.counting)
        clauses = tuple(dict.fromkeys((*clauses, assessment.timing.clause)))
    if assessment.not_checked:
        lines.append(left_to_people(assessment.not_checked))
    book = assessment.rulebook
    text = (say("trace.title"), *lines, say("trace.rulebook", version=book.version, day=book.day))
    buttons = [clause_button(clause) for clause in clauses]
    rows = tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))
    return Reply(text, choices=rows, tone=Tone.NOTE, clauses=clauses)
