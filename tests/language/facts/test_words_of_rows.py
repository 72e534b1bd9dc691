"""Every fact reported stands in the text, and goes when its words are taken out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from language.facts.heard import Told
from language.facts.whole import read_message

CASES = Path(__file__).parents[3].parent / "shared" / "cases"
_NOMINEE = re.compile(r"nominees\[(\d+)\]\.(\w+)")


def rows() -> Iterator[Any]:
    for kind in ("surprise", "thematic", "revocation"):
        path = CASES / f"{kind}.jsonl"
        if not path.exists():
            yield pytest.param({}, marks=pytest.mark.skip(reason="no shared cases beside the tree"))
            continue
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield pytest.param(row, id=row["id"])


def value(told: Told, path: str) -> Any:
    nominee = _NOMINEE.fullmatch(path)
    if nominee is None:
        return told.facts.get(path, "absent")
    index = int(nominee[1])
    return told.nominees[index].get(nominee[2], "absent") if index < len(told.nominees) else None


@pytest.mark.parametrize("row", [*rows()])
def test_each_piece_is_of_the_text_and_the_fact_goes_with_its_pieces(row: dict[str, Any]) -> None:
    text, today = row["text_vi"], date.fromisoformat(row["today"])
    told = read_message(text, today)
    assert told.understood
    for one in told.understood:
        assert all(words in text for words in one.words)
        if one.fact == "kind":
            continue
        left = text
        for words in sorted(one.words, key=len, reverse=True):
            left = left.replace(words, " ")
        assert value(read_message(left, today, kind=told.kind), one.fact) != one.value, one
