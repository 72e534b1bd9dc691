"""Which clause of the letters became a rule, a duty, a person's judgement, or information."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rules.case import KINDS
from rules.citations import clauses
from rules.letter import Clause
from rules.rule import Rule, rules_of
from rules.timing import TIMING_CLAUSES


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause, the rules that stand for it, and whether a day count or a person does too."""

    clause: Clause
    rules: tuple[Rule, ...]
    has_day_count: bool
    is_judged: bool


@cache
def entries() -> tuple[Entry, ...]:
    """Every clause of every letter in the order of the text."""
    by_clause = _rules_by_clause()
    counted = {name for names in TIMING_CLAUSES.values() for name in names}
    return tuple(
        Entry(
            one,
            rules=by_clause.get(one.id, ()),
            has_day_count=one.id in counted,
            is_judged=one.judged is not None,
        )
        for one in clauses().values()
    )


def _rules_by_clause() -> Mapping[str, tuple[Rule, ...]]:
    found: dict[str, dict[str, Rule]] = {}
    for kind in KINDS:
        for rule in rules_of(kind):
            for name in rule.clauses:
                found.setdefault(name, {})[rule.id] = rule
    return {name: tuple(rules.values()) for name, rules in found.items()}
