"""The verdict as a card: first what it is, then why with the clause, then what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows import headings, sheet
from flows.desk import Desk
from flows.grounds import good_grounds, good_nominees, revoked_for, shares
from flows.judging import next_path
from flows.model import Choice, Reply, Tone
from flows.paths import fact_of
from flows.questions import nominee_name
from flows.sources import cited, grounds
from flows.spots import Spot, open_paths
from flows.ways import go, way
from rules.message import Message, say
from rules.verdict import Assessment, Finding, Outcome, Severity, TimingStatus, Verdict

MOST_REASONS = 3
MOST_JUDGED = 2
TONES = {
    Verdict.ELIGIBLE: Tone.GOOD,
    Verdict.NEEDS_MORE: Tone.MORE,
    Verdict.NOT_ELIGIBLE: Tone.BAD,
    Verdict.KEEP: Tone.GOOD,
    Verdict.REVOKE: Tone.BAD,
}
SHARE = "LS2022.2.b.2"


def card(desk: Desk, assessment: Assessment) -> Reply:
    """The verdict, its reasons with clause and way out, the last day, and the ways on."""
    reasons = _reasons(assessment)
    text = (
        head(desk, assessment),
        *_each_nominee(desk, assessment),
        *shares(desk.draft, assessment),
        *(line for finding in reasons for line in _reason(desk, finding)),
        *map(cited, revoked_for(assessment)),
        *_still_open(desk, assessment),
        *_timing(desk, assessment),
        *_advice(assessment),
        *_left_to_people(assessment),
    )
    rests_on = good_grounds(desk.draft, assessment)
    if rests_on and assessment.verdict is Verdict.ELIGIBLE:
        text = (*text, grounds(rests_on))
    rests_on = (*rests_on, *revoked_for(assessment))
    clauses = dict.fromkeys((*(finding.clause for finding in reasons), *rests_on))
    if not reasons and assessment.timing.clause:
        clauses[assessment.timing.clause] = None
    return Reply(
        text,
        choices=_ways(desk, assessment),
        tone=TONES[assessment.verdict],
        clauses=tuple(clauses),
    )


def head(desk: Desk, assessment: Assessment) -> Message:
    """The verdict in a line."""
    if assessment.verdict is Verdict.NEEDS_MORE:
        count = len(_reasons(assessment))
        if count:
            return say("card.needs_more.count", count=count)
    own = sheet.own_answers(desk.draft)
    subject = own[0].get("type") if len(own) == 1 else None
    return say(f"card.{assessment.verdict}", subject=say(f"subject.{subject or 'case'}"))


def _each_nominee(desk: Desk, assessment: Assessment) -> Iterator[Message]:
    if len(sheet.own_answers(desk.draft)) < 2:  # noqa: PLR2004 - "several" is two
        return
    for index, nominee in enumerate(assessment.nominees):
        name = nominee_name(desk.draft, min(index, len(sheet.own_answers(desk.draft)) - 1))
        yield say(f"card.nominee.{nominee.verdict}", name=name)
    rests_on = good_grounds(desk.draft, assessment)
    if rests_on and assessment.verdict is not Verdict.ELIGIBLE:
        yield grounds(rests_on)


def _reasons(assessment: Assessment) -> list[Finding]:
    """The violated bars and requirements, the incurable first."""
    violated = [
        finding
        for finding in assessment.findings
        if finding.outcome is Outcome.VIOLATED and finding.severity is not Severity.ADVICE
    ]
    return sorted(violated, key=lambda finding: bool(finding.curable))[: MOST_REASONS * 2]


def _reason(desk: Desk, finding: Finding) -> Iterator[Message]:
    if finding.nominee is not None and len(sheet.own_answers(desk.draft)) > 1:
        name = nominee_name(desk.draft, finding.nominee)
        yield say("card.reason.of", name=name, reason=finding.message)
    else:
        yield say("card.reason", reason=finding.message)
    assert finding.remedy is not None, "whatever is violated has a way out"
    yield say("card.remedy", remedy=finding.remedy)
    yield cited(finding.clause)


def _timing(desk: Desk, assessment: Assessment) -> Iterator[Message]:
    """The last day; where it cannot be known, why, once no more is asked about it."""
    timing = assessment.timing
    lost = assessment.verdict is Verdict.NOT_ELIGIBLE and not good_nominees(assessment)
    if timing.status is TimingStatus.NONE or lost:
        return
    if timing.status is not TimingStatus.UNKNOWN or not asks_on(desk, assessment):
        yield say("card.timing", explanation=timing.explanation)
    if timing.estimated:
        yield say("days.estimated")


def _advice(assessment: Assessment) -> Iterator[Message]:
    for finding in assessment.findings:
        if finding.severity is Severity.ADVICE and finding.outcome is Outcome.VIOLATED:
            yield say("card.advice", advice=finding.message)


def _left_to_people(assessment: Assessment) -> Iterator[Message]:
    if assessment.verdict is Verdict.ELIGIBLE and assessment.not_checked:
        yield left_to_people(assessment.not_checked[:MOST_JUDGED])


def left_to_people(clauses: Sequence[str]) -> Message:
    """What no machine can judge, by its clauses."""
    return say("card.judged", judged=[say(f"judged.{clause}") for clause in clauses])


def _still_open(desk: Desk, assessment: Assessment) -> Iterator[Message]:
    """What is missing: a verdict that waits says what for, if not by its reasons."""
    waits = assessment.verdict is Verdict.NEEDS_MORE and not _reasons(assessment)
    if waits or desk.at.stage == "review" or not asks_on(desk, assessment):
        yield from missing_line(assessment)


def asks_on(desk: Desk, assessment: Assessment) -> bool:
    """Whether an open question can still change the verdict or its last day."""
    return next_path(desk.draft, open_paths(assessment)) is not None


def missing_line(assessment: Assessment) -> Iterator[Message]:
    """What is still missing, by name."""
    named = list(dict.fromkeys(fact_of(path) for path in open_paths(assessment)))
    if named:
        yield say("card.missing", facts=[say(f"fact.{fact}") for fact in named])


def _ways(desk: Desk, assessment: Assessment) -> tuple[tuple[Choice, ...], ...]:
    rows: list[tuple[Choice, ...]] = []
    if asks_on(desk, assessment) and not desk.at.go_on:
        rows.append((way("continue"),))
    rows += ways_out(desk, assessment)
    if assessment.verdict is not Verdict.NOT_ELIGIBLE:
        rows.append((way("dossier" if desk.keeps else "file"),))
    rows.append((way("fix"), way("cite")))
    rows.append((way("save"), go("menu")) if desk.keeps else (go("menu"),))
    return tuple(rows)


def ways_out(desk: Desk, assessment: Assessment) -> tuple[tuple[Choice, ...], ...]:
    """The other ways out of a verdict that ends the way, one a row; none out of another."""
    if assessment.verdict is not Verdict.NOT_ELIGIBLE:
        return ()
    return tuple((choice,) for choice in _ways_out(desk, assessment))


def _ways_out(desk: Desk, assessment: Assessment) -> Iterator[Choice]:
    """The honest other ways that a tap can take."""
    fatal = [finding for finding in _reasons(assessment) if finding.curable is False]
    several = len(sheet.own_answers(desk.draft)) > 1
    for finding in fatal:
        if finding.nominee is not None and several:
            name = nominee_name(desk.draft, finding.nominee)
            label = say("way.remove", name=name)
            yield way("remove", argument=str(finding.nominee), label=label)
        if finding.clause == SHARE and finding.nominee is not None:
            yield way("instead", argument=str(finding.nominee))
    rules = {finding.clause for finding in fatal}
    if rules & {"LS2022.2.a"} and desk.draft.kind == "surprise":
        yield way("other_kind", argument="thematic", label=say("way.to_thematic"))
    if desk.draft.kind == "thematic" and rules & OWN_LEVEL:
        yield way("own_level")


OWN_LEVEL = frozenset({"LS2022.1.b.2", "LS2022.1.c.3", "LS2022.1.d", "CL2023.4"})
"""Bars on asking a higher level; praising within one's own authority stays open."""


def settled_before(desk: Desk, spot: Spot) -> Reply | None:
    """The card ahead of a question that can no longer touch a good verdict, only its time."""
    if spot.assessment.verdict is not Verdict.ELIGIBLE or desk.at.stage != "eligibility":
        return None
    if desk.at.told or desk.at.editing or desk.at.month or not sheet.own_answers(desk.draft):
        return None
    rests_on = good_grounds(desk.draft, spot.assessment)
    told = (grounds(rests_on),) if rests_on else ()
    text = (head(desk, spot.assessment), say("card.time_left"), *told)
    return Reply(text, tone=Tone.GOOD, clauses=rests_on)


def saved(desk: Desk, assessment: Assessment) -> Reply:
    """The draft is kept; where to find it again."""
    text = (
        say("note.saved", title=headings.title(desk.draft)),
        *_timing(desk, assessment),
        *missing_line(assessment),
    )
    resume = go("open", argument=str(desk.draft.id), label=say("way.resume"))
    rows = ((resume,), (go("drafts"), go("menu")), headings.draft_ways(desk))
    return Reply(text, choices=rows, tone=Tone.NOTE)
