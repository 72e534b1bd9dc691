"""kipthoi rules: every clause of both letters with what became of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Any, TextIO

import typer

from locales.catalog import text
from rules.assessment import RULEBOOK
from rules.citations import letters
from rules.coverage import Entry, entries
from rules.letter import Letter
from rules.message import Message, say
from rules.parameters import Dated, parameters


def run_rules(*, out: TextIO, as_json: bool) -> None:
    """Write the table of clauses and the parameters."""
    if as_json:
        out.write(json.dumps(_table(), ensure_ascii=False, indent=2) + "\n")
        return
    out.writelines(text(line) + "\n" for line in _lines())


def _lines() -> Iterator[Message]:
    for letter in letters().values():
        key = "rules.letter" if letter.number else "rules.letter.undated"
        yield say(key, title=letter.title, since=letter.in_force.first)
        for entry in entries():
            if entry.clause.letter == letter.id:
                yield from _entry_lines(entry)
    for name, values in parameters().items():
        for dated in values:
            yield _parameter(name, dated)


def _entry_lines(entry: Entry) -> Iterator[Message]:
    one = entry.clause
    yield say("rules.clause", id=one.id, place=one.place, quote=one.quote)
    for rule in entry.rules:
        severity = say(f"rules.severity.{rule.severity.value}")
        yield say("rules.rule", id=rule.id, rule=rule.title, severity=severity)
    for treatment in _treatments(entry):
        yield say("rules.treatment", treatment=say(f"rules.treatment.{treatment}"))


def _treatments(entry: Entry) -> tuple[str, ...]:
    """What else stands for the clause, a rule apart."""
    named = [] if entry.rules else [entry.clause.treatment.value]
    if entry.has_day_count:
        named.append("duty")
    if entry.is_judged:
        named.append("person")
    return tuple(dict.fromkeys(named))


def _parameter(name: str, dated: Dated) -> Message:
    force = dated.in_force
    return say(
        "rules.parameter",
        name=name,
        value=_plain(dated.value),
        since=force.first,
        reference=force.reference,
        checked=force.checked,
    )


def _plain(value: Any) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _table() -> dict[str, Any]:
    return {
        "rulebook": RULEBOOK,
        "letters": [_letter_json(letter) for letter in letters().values()],
        "parameters": [
            {
                "name": name,
                "value": _plain(dated.value) if isinstance(dated.value, Fraction) else _json(dated),
                "from": dated.in_force.first.isoformat(),
                "to": None if dated.in_force.last is None else dated.in_force.last.isoformat(),
                "reference": dated.in_force.reference,
                "checked": dated.in_force.checked.isoformat(),
            }
            for name, values in parameters().items()
            for dated in values
        ],
    }


def _json(dated: Dated) -> Any:
    value = dated.value
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, int) else value.isoformat()


def _letter_json(letter: Letter) -> dict[str, Any]:
    return {
        "letter": letter.id,
        "title": text(letter.title),
        "from": letter.in_force.first.isoformat(),
        "to": None if letter.in_force.last is None else letter.in_force.last.isoformat(),
        "clauses": [_clause_json(e) for e in entries() if e.clause.letter == letter.id],
    }


def _clause_json(entry: Entry) -> dict[str, Any]:
    return {
        "clause": entry.clause.id,
        "place": text(entry.clause.place),
        "quote": entry.clause.quote,
        "treatment": entry.clause.treatment.value,
        "rules": [
            {"rule": one.id, "severity": one.severity.value, "title": text(one.title)}
            for one in entry.rules
        ],
        "day_count": entry.has_day_count,
        "person_judges": entry.is_judged,
    }


def rules(
    *,
    as_json: Annotated[bool, typer.Option("--json", help=text(say("check.help.json")))] = False,
) -> None:
    """In mọi điều khoản của hai công văn và quy tắc tương ứng."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    run_rules(out=sys.stdout, as_json=as_json)
