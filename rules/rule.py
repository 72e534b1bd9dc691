"""What a rule is: one demand of one clause, with its severity, scope and words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from rules.discovery import found_in_law
from rules.look import Look
from rules.message import Message, MessageValue, say
from rules.truth import KEPT, MET, Truth, after, any_of, negate
from rules.verdict import Severity

PROPOSALS: Final = ("surprise", "thematic")
BAR: Final = Severity.BAR
REQUIREMENT: Final = Severity.REQUIREMENT
ADVICE: Final = Severity.ADVICE


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether the rule concerns the case, and how far it is kept: out of scope, or demand met.

    `decides` False: while unknown, it holds up nothing. `asks` False: nor is it asked for.
    """

    scope: Truth
    demand: Truth
    truth: Truth
    decides: bool = True
    asks: bool = True


@lru_cache(maxsize=KEPT)
def when(scope: Truth, demand: Truth, *, decides: bool = True, asks: bool = True) -> Ruling:
    """A demand that only concerns the cases in its scope."""
    truth = demand if scope.is_met else any_of(negate(scope), demand)
    return Ruling(scope, demand=demand, truth=truth, decides=decides, asks=asks)


@lru_cache(maxsize=KEPT)
def once(scope: Truth, demand: Truth) -> Ruling:
    """The same for a detail: while the scope is open, only what settles the scope is asked."""
    truth = demand if scope.is_met else negate(after(scope, negate(demand)))
    return Ruling(scope, demand=demand, truth=truth)


@lru_cache(maxsize=KEPT)
def always(demand: Truth) -> Ruling:
    return Ruling(MET, demand=demand, truth=demand)


@dataclass(frozen=True, slots=True)
class Words:
    """What a violated rule says beyond its plain sentence: another wording, and its values."""

    values: Mapping[str, MessageValue]
    variant: str = ""
    remedy: str = ""


def wording(variant: str = "", *, remedy: str = "", **values: MessageValue) -> Words:
    return Words(values, variant=variant, remedy=remedy)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule. `facts` are the ids it may need; `also` further clauses that demand the same.

    One that `decides` counts for the verdict: no advice. Each stands once, and is equal to
    itself alone.
    """

    id: str
    severity: Severity
    clause: str
    test: Callable[[Look], Ruling]
    facts: tuple[str, ...]
    kinds: tuple[str, ...] = PROPOSALS
    per_nominee: bool = False
    also: tuple[str, ...] = ()
    words: Callable[[Look], Words] | None = None
    unbound: bool = False
    letter: str = field(init=False)
    decides: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "letter", self.clause.partition(".")[0])
        object.__setattr__(self, "decides", self.severity in {BAR, REQUIREMENT})

    @property
    def clauses(self) -> tuple[str, ...]:
        return (self.clause, *self.also)

    @property
    def title(self) -> Message:
        """What the rule demands, in a sentence."""
        return say(f"rule.{self.id}")


def rule(
    name: str,
    severity: Severity,
    *,
    clause: str,
    facts: tuple[str, ...],
    kinds: tuple[str, ...] = PROPOSALS,
    per_nominee: bool = False,
    also: tuple[str, ...] = (),
    words: Callable[[Look], Words] | None = None,
    unbound: bool = False,
) -> Callable[[Callable[[Look], Ruling]], Rule]:
    """Make a rule of the function below.

    `unbound`: it speaks even where its letter does not bind the unit.
    """

    def make(test: Callable[[Look], Ruling]) -> Rule:
        return Rule(
            name,
            severity=severity,
            clause=clause,
            test=test,
            facts=facts,
            kinds=kinds,
            per_nominee=per_nominee,
            also=also,
            words=words,
            unbound=unbound,
        )

    return make


@cache
def rules_of(kind: str) -> tuple[Rule, ...]:
    """The rules for a kind of case: bars first, then requirements, then advice."""
    order = list(Severity)
    return tuple(
        sorted(
            (one for one in found_in_law(Rule) if kind in one.kinds),
            key=lambda one: (order.index(one.severity), one.id),
        )
    )
