"""Every example beside the law comes out as an officer of the field would expect."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from locales.catalog import languages, text
from rules.assessment import assess
from rules.case import Case
from rules.sources import HERE, read_yaml

FILES = sorted((HERE / "law").glob("*/examples.yaml"))
EXAMPLES = [(path, row) for path in FILES for row in read_yaml(path)]


@pytest.mark.parametrize(("path", "row"), EXAMPLES, ids=[row["name"] for _, row in EXAMPLES])
def test_example(path: Path, row: dict[str, Any]) -> None:
    kind = row.get("kind", path.parent.name)
    found = assess(Case.from_json({"kind": kind, **row["given"]}), today=row["today"])
    expect = dict(row["expect"])
    outcomes = {finding.rule: finding.outcome.value for finding in found.findings}
    wanted = expect.pop("rules", {})
    assert {name: outcomes.get(name) for name in wanted} == wanted
    assert not set(expect.pop("absent", ())) & set(outcomes)
    said = {k: v for finding in found.findings for k, v in finding.message.values.items()}
    for name, value in expect.pop("values", {}).items():
        assert said[name] == value
    seen = {
        "verdict": found.verdict,
        "timing": found.timing.status,
        "due": found.timing.due,
        "missing": list(found.missing),
        "next_question": found.next_question,
        "nominees": [one.verdict for one in found.nominees],
    }
    assert {name: seen[name] for name in expect} == expect


@pytest.mark.parametrize("language", languages())
def test_every_example_can_be_told(language: str) -> None:
    for path, row in EXAMPLES:
        kind = row.get("kind", path.parent.name)
        found = assess(Case.from_json({"kind": kind, **row["given"]}), today=row["today"])
        assert text(found.timing.explanation, language)
        for finding in found.findings:
            assert "{" not in text(finding.message, language)
            if finding.remedy is not None:
                assert text(finding.remedy, language)


def test_every_branch_has_examples() -> None:
    branches = {p.name for p in (HERE / "law").iterdir() if p.is_dir() and p.name[0] != "_"}
    assert branches - {path.parent.name for path in FILES} == {"proposal"}
