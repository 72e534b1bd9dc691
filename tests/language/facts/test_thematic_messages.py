"""Whole messages about a thematic award: the verdict, and that every word given told its fact."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.facts.passage import read_passage
from language.facts.thematic import read_thematic
from language.facts.whole import read_message
from language.fold import fold
from rules.assessment import assess
from rules.case import Case

TODAY: Final = date(2024, 11, 20)
MESSAGES: Final = tuple(json.loads(Path(__file__).with_name("thematic.json").read_text("utf-8")))

VOICES: Final = tuple(
    json.loads(Path(__file__).with_name("thematic_voices.json").read_text("utf-8"))
)


def judged(text: str) -> tuple[str, str]:
    told = read_message(text, TODAY)
    nominees = [dict(n) for n in told.nominees]
    case = Case.from_json({"kind": told.kind, "facts": dict(told.facts), "nominees": nominees})
    found = assess(case, today=TODAY)
    return found.verdict.value, found.timing.status.value


def heard(text: str) -> dict[str, set[tuple[str, tuple[tuple[int, int], ...]]]]:
    found: dict[str, set[tuple[str, tuple[tuple[int, int], ...]]]] = {}
    for one in read_thematic(read_passage(text), TODAY):
        if one.sure:
            found.setdefault(one.path, set()).add((json.dumps(one.value), one.spans))
    return found


def without(text: str, spans: set[tuple[int, int]]) -> str:
    origins = read_passage(text).folded.origins
    dropped = {i for start, end in spans for i in range(origins[start], origins[end - 1] + 1)}
    return "".join(" " if i in dropped else char for i, char in enumerate(text))


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("row", MESSAGES, ids=lambda row: row["text"][:40])
def test_a_message_is_judged_as_a_careful_reader_judges_it(
    row: dict[str, Any], *, bare: bool
) -> None:
    text = fold(row["text"]) if bare else row["text"]
    assert judged(text) == (row["verdict"], row["timing"])


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("row", VOICES, ids=lambda row: row["text"][:40])
def test_other_voices_are_judged_alike(row: dict[str, Any], *, bare: bool) -> None:
    text = fold(row["text"]) if bare else row["text"]
    assert judged(text)[0] == row["verdict"]


@pytest.mark.parametrize("row", MESSAGES, ids=lambda row: row["text"][:40])
def test_the_words_given_are_of_the_text_and_without_them_the_fact_is_another(
    row: dict[str, Any],
) -> None:
    passage = read_passage(row["text"])
    for path, told in heard(row["text"]).items():
        values = {value for value, _ in told}
        spans = {span for _, those in told for span in those}
        assert all(passage.piece(span) in row["text"] for span in spans)
        left = heard(without(row["text"], spans)).get(path, set())
        assert {value for value, _ in left} != values, path


# what a message says is there, and the same said not to be
DENIED: Final = (
    (r"\bđã (?=họp|tổng kết|phát động|ban hành)", "chưa "),
    (r"\bcó (?=kế hoạch|KH|phát động|tổng kết|hướng dẫn)", "chưa có "),
    (r"\b(?<!thi )đủ(?: cả| hết)?(?=[.,;])", "chưa đủ"),
    (r"\bđủ (?=phạm vi|6|sáu|các)", "thiếu "),
    (r"\bđầy đủ", "chưa đầy đủ"),
    (r"\b(?=bám chuyên đề)", "không "),
)
TURNED: Final = tuple(
    row["text"][: match.start()] + denial + row["text"][match.end() :]
    for row in MESSAGES
    if row["verdict"] == "eligible"
    for pattern, denial in DENIED
    for match in re.finditer(pattern, row["text"])
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("text", TURNED)
def test_what_is_denied_in_one_place_never_passes(text: str, *, bare: bool) -> None:
    assert judged(fold(text) if bare else text)[0] != "eligible"


WORDS: Final = sorted({word for row in MESSAGES for word in row["text"].split()})


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_order_of_the_words_is_read_without_an_error(text: str) -> None:
    passage = read_passage(text)
    for one in read_thematic(passage, TODAY):
        assert all(passage.piece(span) in text for span in one.spans)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(list(read_thematic(read_passage(text), TODAY)), list)
