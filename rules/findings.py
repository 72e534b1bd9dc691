"""Applies the rules to a case: one finding for each rule that concerns it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rules.citations import clause, letters
from rules.conditions import not_told
from rules.look import Look
from rules.message import Message, say
from rules.rule import REQUIREMENT, Rule, rules_of
from rules.truth import FATAL, MET, Paths, Truth, any_of, negate
from rules.verdict import Finding, Outcome

SHOWN_FACTS: Final = 6
KEPT: Final = 4096
"""Findings kept at hand: few sentences are said over and over."""


def findings_of(case: Look) -> tuple[Finding, ...]:
    """What every rule says of the case and of each nominee, most severe first."""
    bound = {letter: binding(letter, case) for letter in letters()}
    views = case.nominees()
    found: list[Finding] = []
    for rule in rules_of(case.case.kind):
        binds = MET if rule.unbound else bound[rule.letter]
        if binds.is_fatal:
            continue
        for view in views if rule.per_nominee else (case,):
            finding = _judge(rule, view, binds)
            if finding is not None:
                found.append(finding)
    return tuple(found)


def binding(letter: str, case: Look) -> Truth:
    """Whether a letter is in force on the day judged and binds the unit."""
    known = letters()[letter]
    if not known.in_force.covers(case.day):
        return FATAL
    if known.binds == "all":
        return MET
    answer = case[known.binds]
    if answer.is_known:
        return MET if answer.value else FATAL
    return not_told(answer)


def _judge(rule: Rule, view: Look, binds: Truth) -> Finding | None:
    ruling = rule.test(view)
    if ruling.scope.is_fatal:
        return None
    truth = ruling.truth if binds.is_met else any_of(negate(binds), ruling.truth)
    if truth.is_open and _taken_at_word(rule, view, ruling.demand):
        truth = MET
    if truth.is_met:
        return _satisfied(rule, view.nominee, status=_status(rule, view))
    if truth.is_open:
        decides = ruling.decides and rule.decides
        return _unknown(
            rule,
            view.nominee,
            truth.open_paths,
            is_stuck=not truth.needs,
            decides=decides,
            asks=ruling.asks,
            status=_status(rule, view),
        )
    return _violated(rule, view, truth)


def _taken_at_word(rule: Rule, view: Look, demand: Truth) -> bool:
    """Whether the officer's word that all else is met covers what this requirement demands.

    It does only where nothing was said of the demand itself, not even that it is not known,
    and it is none of those that the word leaves out.
    """
    if rule.severity is not REQUIREMENT or view.case.kind == "revocation":
        return False
    if not view["others_met"].value or not demand.is_open or demand.stuck:
        return False
    return not (view["others_met_but"].value or frozenset()).intersection(demand.open_paths)


@lru_cache(maxsize=KEPT)
def _satisfied(rule: Rule, nominee: int | None, status: Message | None) -> Finding:
    return Finding(
        rule.id,
        outcome=Outcome.SATISFIED,
        severity=rule.severity,
        clause=rule.clause,
        quote=clause(rule.clause).quote,
        message=say(f"finding.satisfied{_past(rule)}", rule=rule.title),
        nominee=nominee,
        decides=rule.decides,
        status=status,
    )


@lru_cache(maxsize=KEPT)
def _unknown(
    rule: Rule,
    nominee: int | None,
    open_paths: Paths,
    *,
    is_stuck: bool,
    decides: bool,
    asks: bool,
    status: Message | None,
) -> Finding:
    names = tuple(say(f"fact.{path.rpartition('.')[2]}") for path in open_paths[:SHOWN_FACTS])
    # an estimate on the threshold, a month near an edge, a plain «not known»
    exactly = ".exactly" if is_stuck else ""
    return Finding(
        rule.id,
        outcome=Outcome.UNKNOWN,
        severity=rule.severity,
        clause=rule.clause,
        quote=clause(rule.clause).quote,
        message=say(f"finding.unknown{exactly}", rule=rule.title, facts=names),
        nominee=nominee,
        needs=open_paths,
        decides=decides,
        asks=asks,
        status=status,
    )


def _violated(rule: Rule, view: Look, truth: Truth) -> Finding:
    message, remedy = _words(rule, view, truth)
    return Finding(
        rule.id,
        outcome=Outcome.VIOLATED,
        severity=rule.severity,
        clause=rule.clause,
        quote=clause(rule.clause).quote,
        message=message,
        nominee=view.nominee,
        curable=not truth.is_fatal or not rule.decides,
        remedy=remedy,
        decides=rule.decides,
        status=_status(rule, view),
    )


def _words(rule: Rule, view: Look, truth: Truth) -> tuple[Message, Message]:
    """The sentence that says what is wrong, and the one that says what to do."""
    refused = rule.severity is REQUIREMENT and truth.is_fatal and view.case.kind != "revocation"
    if refused:
        return say("finding.refused", rule=rule.title), say("remedy.refused")
    if rule.words is None:
        return say(_key("finding", rule, "")), say(_key("remedy", rule, ""))
    words = rule.words(view)
    message = Message(_key("finding", rule, words.variant), words.values)
    return message, Message(_key("remedy", rule, words.remedy), words.values)


def _key(stem: str, rule: Rule, variant: str) -> str:
    parts = [stem, rule.id, *(["violated"] if stem == "finding" else [])]
    return ".".join([*parts, variant] if variant else parts)


def _past(rule: Rule) -> str:
    """Of a past award the rules say what is so, not what a proposal has achieved."""
    return ".past" if rule.kinds == ("revocation",) else ""


def _status(rule: Rule, view: Look) -> Message | None:
    return letters()[rule.letter].status(view.day)
