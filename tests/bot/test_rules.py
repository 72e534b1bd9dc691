"""kipthoi rules: every clause of both letters with its rule, duty, judgement or word."""

from __future__ import annotations

import json
from io import StringIO

from bot.commands.rules import run_rules
from rules.citations import clauses
from rules.parameters import parameters


def printed(*, as_json: bool) -> str:
    out = StringIO()
    run_rules(out=out, as_json=as_json)
    return out.getvalue()


def test_every_clause_is_printed_with_what_became_of_it() -> None:
    lines = printed(as_json=False).splitlines()
    for name in clauses():
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{name} ("))
        assert lines[at + 1].startswith("  ")


def test_the_table_holds_every_clause_and_every_parameter() -> None:
    table = json.loads(printed(as_json=True))
    listed = [one["clause"] for letter in table["letters"] for one in letter["clauses"]]
    assert listed == list(clauses())
    assert {one["name"] for one in table["parameters"]} == set(parameters())
    assert all(one["reference"] and one["checked"] for one in table["parameters"])
