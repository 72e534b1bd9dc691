"""Questions as officers type them find their clause, with marks or without; others find none."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from language.fold import fold
from language.questions import answer
from language.questions.answering import Answer, answer_from
from language.questions.index import Index, index, put_before, stated, ways
from language.questions.likeness import Likeness
from rules.citations import clause, clauses

HERE = Path(__file__).parent
CASES = HERE.parents[3] / "shared" / "cases" / "questions.jsonl"


def rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines]


SHARED = rows(CASES)
UNSEEN = rows(HERE / "unseen.jsonl")
"""Written after all the rest and never learned from."""
FOLDS = 5
MARKS = pytest.mark.parametrize("written", [str, fold], ids=["with marks", "without"])


@pytest.mark.skipif(not SHARED, reason="the folder shared/cases is not beside the repository")
@MARKS
@pytest.mark.parametrize("row", SHARED, ids=lambda row: row["id"])
def test_a_shared_row_finds_its_clause(row: dict[str, Any], written: Any) -> None:
    found = answer(written(row["q"]))
    if row["letter"] is None:
        assert found.is_outside
    else:
        assert found.hits[0].clause.letter == row["letter"]
        assert row["key_phrase"] in found.hits[0].clause.text


@MARKS
def test_most_unseen_questions_find_their_paragraph_first(written: Any) -> None:
    asked = [row for row in UNSEEN if row["letter"]]
    missed = [row["q"] for row in asked if not _holds(answer(written(row["q"])), row)]
    assert len(missed) <= 0.05 * len(asked), missed


@MARKS
def test_most_unseen_questions_outside_the_letters_are_known(written: Any) -> None:
    asked = [row["q"] for row in UNSEEN if row["letter"] is None]
    missed = [question for question in asked if not answer(written(question)).is_outside]
    assert len(missed) <= 0.12 * len(asked), missed


@MARKS
def test_nearly_all_that_was_learned_from_is_told_right(written: Any) -> None:
    for names in (set(clauses()), {"outside", "talk"}):
        asked = [(name, question) for name, question in ways() if name in names]
        missed = [one for one in asked if not _is_right(answer(written(one[1])), one[0])]
        assert len(missed) <= 0.02 * len(asked), missed


def test_most_questions_left_out_of_the_learning_are_told_right() -> None:
    """Cross-validation: each question is asked of an index that has never met it."""
    told = {True: 0, False: 0}
    right = {True: 0, False: 0}
    for fold_number in range(FOLDS):
        found = _without(fold_number)
        for name, question in ways()[fold_number::FOLDS]:
            is_inside = name in clauses()
            told[is_inside] += 1
            right[is_inside] += _is_right(answer_from(question, found), name)
    assert right[True] >= 0.9 * told[True], right[True] / told[True]
    assert right[False] >= 0.94 * told[False], right[False] / told[False]


@pytest.mark.parametrize(
    ("text", "clause_id"),
    [
        ("khen thuwowng ddootj xuaats trong bao nhieu ngay", "LS2022.2.d"),
        ("sangkien dung duoc may lan", "CL2023.5.b"),
        ("điều kiện khne thưởng đột xuât cho tập thẻ", "LS2022.2.b.2"),
    ],
)
def test_a_mistyped_question_finds_its_clause(text: str, clause_id: str) -> None:
    assert _is_right(answer(text), clause_id)


def test_every_way_of_asking_belongs_to_a_clause_or_to_none() -> None:
    assert {name for name, _ in ways()} - set(clauses()) == {"outside", "talk"}
    asked = [fold(question) for _, question in ways()]
    assert len(asked) == len(set(asked))


@cache
def _learned() -> tuple[list[Any], list[Any]]:
    found = index()
    at = {one.id: passage for one, passage in zip(found.clauses, found.passages, strict=True)}
    return list(stated(found.clauses, at)), list(put_before(at))


def _without(fold_number: int) -> Index:
    own, asked = _learned()
    kept = [row for number, row in enumerate(asked) if number % FOLDS != fold_number]
    return replace(index(), likeness=Likeness.of([*own, *kept]))


def _holds(found: Answer, row: dict[str, Any]) -> bool:
    return bool(found.hits) and (
        found.hits[0].clause.letter == row["letter"]
        and fold(row["key_phrase"]) in fold(found.hits[0].clause.text)
    )


def _is_right(found: Answer, name: str) -> bool:
    if name not in clauses():
        return found.is_outside
    wanted = clause(name)
    return bool(found.hits) and (found.hits[0].clause.letter, found.hits[0].clause.text) == (
        wanted.letter,
        wanted.text,
    )
