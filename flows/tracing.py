"""Facts → rule → verdict: what decides first, whom each line is about, its clause a tap away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import TypeAlias

from flows import sheet
from flows.cards import left_to_people
from flows.labels import is_told, plain_label, value_shown
from flows.model import Draft, Reply, Tone
from flows.paths import fact_of, nominee_of
from flows.questions import nominee_name
from flows.sources import clause_rows, one_a_place
from rules.message import Message, say
from rules.rule import Rule, rules_of
from rules.verdict import Assessment, Finding, Outcome, Severity

MOST_NAMED = 4
MOST_OPEN = 4
Lines: TypeAlias = list[list[Finding]]
"""Findings that say the same of the same facts stand together: only the nominee differs."""


def trace(draft: Draft, assessment: Assessment) -> Reply:
    """The whole way to the verdict, and the rulebook it was judged by."""
    sorts = _sorted(draft, assessment)
    told = [*_told(draft, sorts), *_timing(assessment), *_not_asked(sorts["not_asked"])]
    if assessment.not_checked:
        told.append(left_to_people(assessment.not_checked))
    book = assessment.rulebook
    told.append(say("trace.rulebook", version=book.version, day=book.day))
    clauses = _clauses(sorts, assessment)
    rows = clause_rows(clauses)
    return Reply((say("trace.title"), *told), choices=rows, tone=Tone.NOTE, clauses=clauses)


def _sorted(draft: Draft, assessment: Assessment) -> Mapping[str, Lines]:
    """What fails, what is open, what is to be noted, what is met, what had not to be asked."""
    rules = {rule.id: rule for rule in rules_of(draft.kind)}
    sorts: dict[str, dict[tuple[str, Message, Message | None], list[Finding]]]
    sorts = {name: {} for name in ("failing", "open", "noted", "met", "not_asked", "left_out")}
    for finding in assessment.findings:
        sort = _sort(draft, assessment, finding=finding, rule=rules[finding.rule])
        facts = _facts(draft, finding) if sort == "met" else None
        sorts[sort].setdefault((finding.rule, finding.message, facts), []).append(finding)
    return {name: list(lines.values()) for name, lines in sorts.items()}


def _sort(draft: Draft, assessment: Assessment, *, finding: Finding, rule: Rule) -> str:
    match finding.outcome:
        case Outcome.VIOLATED:
            return "noted" if finding.severity is Severity.ADVICE else "failing"
        case Outcome.UNKNOWN:
            waits = finding.decides and not {*finding.needs}.isdisjoint(assessment.missing)
            return "open" if waits else "left_out"
    return "met" if _was_asked(draft, finding, rule) else "not_asked"


def _was_asked(draft: Draft, finding: Finding, rule: Rule) -> bool:
    """Whether an answer bears on it: the nominee's own, one for all alike, or the case's."""
    return any(_bears_on(path, finding, rule) for path in draft.answers)


def _bears_on(path: str, finding: Finding, rule: Rule) -> bool:
    return fact_of(path) in rule.facts and nominee_of(path) in (None, finding.nominee)


def _facts(draft: Draft, finding: Finding) -> Message | None:
    """What was answered that the rule looked at; the kind of nominee is said elsewhere."""
    rule = next(rule for rule in rules_of(draft.kind) if rule.id == finding.rule)
    told = [
        say("trace.fact", fact=plain_label(path), value=value_shown(draft, path))
        for path, value in draft.answers.items()
        if value is not None and is_told(draft, path) and fact_of(path) != "type"
        if _bears_on(path, finding, rule)
    ]
    return reduce(_and, told) if told else None


def _and(first: Message, second: Message) -> Message:
    return say("trace.facts", first=first, second=second)


def _told(draft: Draft, sorts: Mapping[str, Lines]) -> Iterator[Message]:
    """One sentence for all of whom it is so; of what is open the first few."""
    # what fails of the demands for annulling an award lets it stand
    against = "met" if draft.kind == "revocation" else "failing"
    yield from (_line(draft, against, line) for line in sorts["failing"])
    yield from (_line(draft, "open", line) for line in sorts["open"][:MOST_OPEN])
    if len(sorts["open"]) > MOST_OPEN:
        yield say("trace.more", count=len(sorts["open"]) - MOST_OPEN)
    yield from (_line(draft, "noted", line) for line in sorts["noted"])
    yield from (_line(draft, "met", line) for line in sorts["met"])


def _line(draft: Draft, sort: str, line: Sequence[Finding]) -> Message:
    first, message = line[0], line[0].message
    several = len(sheet.own_answers(draft))
    facts = _facts(draft, first) if first.outcome is Outcome.SATISFIED else None
    values = {"facts": facts} if facts else {}
    ending = ".facts" if facts else ""
    if first.nominee is None or several < 2:  # noqa: PLR2004 - "several" is two
        return say(f"trace.{sort}{ending}", message=message, **values)
    if sort == "met":
        message = say(f"rule.{first.rule}")
    who = _everyone_or(draft, [f.nominee for f in line if f.nominee is not None], several)
    return say(f"trace.{sort}.of{ending}", who=who, message=message, **values)


def _everyone_or(draft: Draft, about: Sequence[int], several: int) -> Message:
    if len(about) == several:
        return say("trace.everyone", count=sheet.heads(sheet.own_answers(draft)))
    most = len(about) if len(about) <= MOST_NAMED else MOST_NAMED - 1
    names = [nominee_name(draft, index) for index in about[:most]]
    if most == len(about):
        return say("trace.named", names=names)
    own = sheet.own_answers(draft)
    others = sheet.heads(own[index] for index in about[most:])
    return say("trace.named.more", names=names, count=others)


def _timing(assessment: Assessment) -> Iterator[Message]:
    timing = assessment.timing
    if timing.clause:
        yield say("card.timing", explanation=timing.explanation)
        if timing.counting:
            yield timing.counting


def _not_asked(lines: Lines) -> Iterator[Message]:
    """What holds without a question, each demand once and all of them in one line."""
    titles = dict.fromkeys(line[0].rule for line in lines)
    if titles:
        yield say("trace.not_asked", rules=[say(f"rule.{rule}") for rule in titles])


def _clauses(sorts: Mapping[str, Lines], assessment: Assessment) -> tuple[str, ...]:
    """The clauses of all that is told in a sentence of its own, one for each place."""
    told = (*sorts["failing"], *sorts["open"][:MOST_OPEN], *sorts["noted"], *sorts["met"])
    clauses = [line[0].clause for line in told]
    if assessment.timing.clause:
        clauses.append(assessment.timing.clause)
    return one_a_place(clauses)
