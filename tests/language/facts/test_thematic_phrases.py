"""Phrases of a thematic case and the facts they tell (null: the fact is not told)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from language.facts.heard import Heard
from language.facts.passage import read_passage
from language.facts.thematic import read_thematic
from language.fold import fold

TODAY: Final = date(2024, 11, 20)
PHRASES: Final = json.loads(Path(__file__).with_name("thematic_phrases.json").read_text("utf-8"))
NOT_KNOWN: Final = "unknown"  # the officer says that he does not know


def told(text: str) -> dict[str, list[Heard]]:
    found: dict[str, list[Heard]] = {}
    for one in read_thematic(read_passage(text), TODAY):
        found.setdefault(one.path, []).append(one)
    return found


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["text"][:40])
def test_a_phrase_tells_its_facts(row: dict[str, Any], *, bare: bool) -> None:
    found = told(fold(row["text"]) if bare else row["text"])
    for path, value in row["facts"].items():
        heard = found.get(path, [])
        assert bool(heard) == (value is not None), path
        expected = None if value == NOT_KNOWN else value
        assert all(h.sure and h.value == expected for h in heard), (path, heard)
