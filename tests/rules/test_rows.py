"""The hand-written cases are judged as their authors judged them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rules.assessment import assess
from rules.case import Case

CASES = Path(__file__).parents[3] / "shared" / "cases"
ROWS = [
    json.loads(line)
    for path in sorted(CASES.glob("check_*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.skipif(not ROWS, reason="the folder shared/cases is not beside the repository")
@pytest.mark.parametrize("row", [r for r in ROWS if not r["disputable"]], ids=lambda r: r["id"])
def test_row(row: dict[str, Any]) -> None:
    found = assess(Case.from_json(row["input"]), today=date.fromisoformat(row["today"]))
    expect = row["expect"]
    assert found.verdict == expect["verdict"]
    assert found.timing.status == expect["timing"]
    if expect["due"] is not None:
        assert found.timing.due == date.fromisoformat(expect["due"])
    if "nominees" in expect:
        assert [one.verdict for one in found.nominees] == expect["nominees"]
