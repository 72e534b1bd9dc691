"""What a good verdict rests on: the clauses that decide, one a place, and the share counted."""

from __future__ import annotations

from collections.abc import Iterator

from flows import sheet
from flows.model import Draft
from flows.paths import fact_of, nominee_of
from rules.citations import clause
from rules.message import Message, say
from rules.rule import rules_of
from rules.verdict import Assessment, Finding, Outcome, Verdict

MOST_GROUNDS = 3
SHARE = "LS2022.2.b.2"


def good_nominees(assessment: Assessment) -> frozenset[int]:
    """Those who may be proposed, by their place on the list."""
    good = (n for n, one in enumerate(assessment.nominees) if one.verdict is Verdict.ELIGIBLE)
    return frozenset(good)


def good_grounds(draft: Draft, assessment: Assessment) -> tuple[str, ...]:
    """The clauses met by those who may be proposed, the province's first; then the day count's.

    What was answered bears on them: a demand that holds without a question decides nothing.
    """
    good = good_nominees(assessment)
    if not good and assessment.verdict is not Verdict.ELIGIBLE:
        return ()
    met = [one.clause for one in _met(assessment, good) if _was_asked(draft, one)]
    by_place = {clause(name).citation: name for name in reversed(met)}
    found = [name for name in dict.fromkeys(met) if name in by_place.values()]
    decide = sorted(found, key=lambda name: name.startswith("CL"))[:MOST_GROUNDS]
    timing = assessment.timing.clause
    return (*decide, timing) if timing and timing not in decide else tuple(decide)


def revoked_for(assessment: Assessment) -> tuple[str, ...]:
    """The clauses by which an award must be revoked; none where it need not be."""
    if assessment.verdict is not Verdict.REVOKE:
        return ()
    met = (one for one in assessment.findings if one.outcome is Outcome.SATISFIED and one.decides)
    return tuple(dict.fromkeys(one.clause for one in met))


def _met(assessment: Assessment, good: frozenset[int]) -> Iterator[Finding]:
    for one in assessment.findings:
        about = one.nominee is None or one.nominee in good
        if one.outcome is Outcome.SATISFIED and one.decides and about:
            yield one


def _was_asked(draft: Draft, finding: Finding) -> bool:
    facts = {
        fact for rule in rules_of(draft.kind) if rule.id == finding.rule for fact in rule.facts
    }
    return any(
        fact_of(path) in facts and nominee_of(path) in (None, finding.nominee)
        for path in draft.answers
    )


def shares(draft: Draft, assessment: Assessment) -> Iterator[Message]:
    """12/18 = 66,7 %: each share that was counted and is enough."""
    own = sheet.own_answers(draft)
    total = draft.answers.get("forces_total") or 0
    for finding in assessment.findings:
        enough = finding.clause == SHARE and finding.outcome is Outcome.SATISFIED
        heads = own[finding.nominee or 0].get("participants") if enough else None
        if heads and total:
            tenths = (2000 * heads + total) // (2 * total)
            yield say("note.share", heads=heads, total=total, percent=tenths)
