"""A case: what is known, known not to be known, or not asked, of a proposal or a past award."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from rules.facts import SHOWN, Fact, FactError, facts, parse
from rules.message import Message, say

KINDS: Final = ("surprise", "thematic", "revocation")
KEYS: Final = ("kind", "facts", "nominees", "today")
MOST_NOMINEES: Final = 1_000
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_NOMINEE_PATH: Final = re.compile(r"nominees\[(\d{1,3})\]\.([a-z_]+)")


class CaseError(ValueError):
    """A case that cannot be: the place in it, and what is wrong there, plain and as a message."""

    def __init__(self, place: str, problem: str, message: Message) -> None:
        self.place = place
        self.problem = problem
        self.message = message
        super().__init__(f"{place}: {problem}")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two values that cannot stand together, the first path being the one to look at first."""

    paths: tuple[str, str]
    values: tuple[int | date, int | date]


@dataclass(frozen=True, slots=True)
class Case:
    """Values by fact id (None: not known; no entry: not asked), of the case and each nominee."""

    kind: str
    facts: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    nominees: tuple[Mapping[str, Any], ...] = ()

    @classmethod
    def from_json(cls, row: Any) -> Case:
        """Read a case as a file holds it. Raises CaseError naming the place."""
        if not isinstance(row, dict):
            raise _not_one("case", "an object with kind, facts and nominees", "object")
        for key in row:
            if key not in KEYS:
                raise _unknown_key(_shown(key), KEYS)
        kind = row.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            raise CaseError(
                "kind",
                f"expected one of {', '.join(KINDS)}",
                say("case.expected.choice", options=KINDS),
            )
        known = _read_all(row.get("facts", {}), prefix="", of_nominee=False)
        case = cls(kind, facts=known, nominees=_read_nominees(row.get("nominees", [])))
        for fault in contradictions(case):
            raise _contradicted(fault)
        return case

    @classmethod
    def from_answers(cls, kind: str, answers: Mapping[str, Any], *, nominees: int = 0) -> Case:
        """Build a case of so many nominees or more from JSON values by path.

        A path is `plan` or `nominees[0].participants`. Raises CaseError for a path or a
        value that is none.
        """
        own: dict[str, Any] = {}
        rows: list[dict[str, Any]] = [{} for _ in range(nominees)]
        for path, raw in answers.items():
            name, at = split_path(path)
            fact = _fact(name, place=path, of_nominee=at is not None)
            if at is None:
                own[name] = _value(fact, raw, place=path)
                continue
            rows.extend({} for _ in range(at + 1 - len(rows)))
            rows[at][name] = _value(fact, raw, place=path)
        return cls(kind, facts=own, nominees=tuple(rows))


@lru_cache(maxsize=8192)
def split_path(path: str) -> tuple[str, int | None]:
    """`nominees[0].participants` as (`participants`, 0); `plan` as (`plan`, None)."""
    match = _NOMINEE_PATH.fullmatch(path)
    return (path, None) if match is None else (match[2], int(match[1]))


def contradictions(case: Case) -> Iterator[Contradiction]:
    """The pairs of known values that cannot both be true."""
    total = case.facts.get("forces_total")
    if case.facts.get("forces_approximate"):
        total = None
    for index, nominee in enumerate(case.nominees):
        part = nominee.get("participants")
        if part is not None and total is not None and part > total:
            paths = (f"nominees[{index}].participants", "forces_total")
            yield Contradiction(paths, values=(part, total))
        yield from _reversed(nominee, "achieved", prefix=f"nominees[{index}].")
    yield from _reversed(case.facts, "achievement", prefix="")


def _reversed(values: Mapping[str, Any], stem: str, *, prefix: str) -> Iterator[Contradiction]:
    sides = (f"{stem}_from", f"{stem}_to")
    if any(values.get(f"{side}_precision", "day") != "day" for side in sides):
        return
    first, last = (values.get(side) for side in sides)
    if first is not None and last is not None and first > last:
        paths = (f"{prefix}{stem}_to", f"{prefix}{stem}_from")
        yield Contradiction(paths, values=(last, first))


def _read_nominees(rows: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(rows, list) or len(rows) > MOST_NOMINEES:
        raise _not_one("nominees", f"a list of at most {MOST_NOMINEES} objects", "nominees")
    return tuple(
        _read_all(row, prefix=f"nominees[{index}].", of_nominee=True)
        for index, row in enumerate(rows)
    )


def _read_all(row: Any, *, prefix: str, of_nominee: bool) -> Mapping[str, Any]:
    if not isinstance(row, dict):
        raise _not_one(prefix.rstrip(".") or "facts", "an object of facts", "facts")
    values = {}
    for name, raw in row.items():
        place = f"{prefix}{_shown(name)}"
        fact = _fact(name, place=place, of_nominee=of_nominee)
        values[name] = _value(fact, raw, place=place)
    return values


def _fact(name: str, *, place: str, of_nominee: bool) -> Fact:
    fact = facts().get(name)
    if fact is None or fact.of_nominee != of_nominee:
        allowed = sorted(f.id for f in facts().values() if f.of_nominee == of_nominee)
        raise _unknown_key(place, allowed)
    return fact


def _value(fact: Fact, raw: Any, *, place: str) -> Any:
    try:
        return parse(fact, raw, place)
    except FactError as error:
        raise CaseError(place, f"expected {error.expected}", error.message) from error


def _not_one(place: str, expected: str, key: str) -> CaseError:
    return CaseError(place, f"expected {expected}", say(f"case.expected.{key}", most=MOST_NOMINEES))


def _unknown_key(place: str, allowed: Sequence[str]) -> CaseError:
    problem = f"unknown; expected one of {', '.join(allowed)}"
    return CaseError(place, problem, say("case.unknown", options=allowed))


def _contradicted(fault: Contradiction) -> CaseError:
    left, right = fault.paths
    first, second = fault.values
    message = say("case.contradiction", value=str(first), other=right, other_value=str(second))
    return CaseError(left, f"{first} cannot stand with {right} {second}", message)


def _shown(name: Any) -> str:
    """A key as it may be repeated to the reader: short, and on one line."""
    return repr(str(name))[1:-1][:SHOWN]
