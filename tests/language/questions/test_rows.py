"""Questions as officers type them find their clause, with marks or without; others find none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from language.fold import fold
from language.questions import answer
from rules.citations import clause

HERE = Path(__file__).parent
CASES = HERE.parents[3] / "shared" / "cases" / "questions.jsonl"
SHARED = (
    [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    if CASES.is_file()
    else []
)
OWN = [json.loads(line) for line in (HERE / "asked.jsonl").read_text(encoding="utf-8").splitlines()]
LEAST = 0.95


@pytest.mark.skipif(not SHARED, reason="the folder shared/cases is not beside the repository")
@pytest.mark.parametrize("written", [str, fold], ids=["with marks", "without"])
@pytest.mark.parametrize("row", SHARED, ids=lambda row: row["id"])
def test_a_shared_row_finds_its_clause(row: dict[str, Any], written: Any) -> None:
    found = answer(written(row["q"]))
    if row["letter"] is None:
        assert found.is_outside
    else:
        assert found.hits[0].clause.letter == row["letter"]
        assert row["key_phrase"] in found.hits[0].clause.text


@pytest.mark.parametrize("written", [str, fold], ids=["with marks", "without"])
def test_most_own_rows_find_their_paragraph_first(written: Any) -> None:
    inside = [row for row in OWN if row["clause"]]
    right = [row for row in inside if _is_right(row, written(row["q"]))]
    assert len(right) >= LEAST * len(inside), [row["q"] for row in inside if row not in right]


@pytest.mark.parametrize("written", [str, fold], ids=["with marks", "without"])
@pytest.mark.parametrize(
    "question", [row["q"] for row in OWN if row["clause"] is None], ids=lambda text: text[:40]
)
def test_what_the_letters_do_not_speak_of_is_known(question: str, written: Any) -> None:
    assert answer(written(question)).is_outside


def _is_right(row: dict[str, Any], question: str) -> bool:
    hits = answer(question).hits
    wanted = clause(row["clause"])
    return bool(hits) and (hits[0].clause.letter, hits[0].clause.text) == (
        wanted.letter,
        wanted.text,
    )
