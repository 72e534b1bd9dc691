"""A cue finds in a text that knows its words what its pattern finds letter by letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.first_words import first_words
from language.marked import cue, marked

SIGNS = (
    "có",
    "co",
    "cơ",
    "không",
    "đã",
    "12",
    "ngày",
    "phát",
    "pha",
    " ",
    " ",
    ", ",
    "(",
    "_",
    "?",
)
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)
PLACES = st.integers(min_value=-2, max_value=40)
CUES = (
    "có",
    "pha",
    "(?:đã |không )*có",
    "(?:đã|có){2}",
    r"(?:\d+ )?ngày",
    r"(?!có)\w+ ngày",
    "(?:đã|[ (,]*)có",
    "c[oơ]?",
    "(?:có|đã)(?: không)?[^,]{0,5}$",
    "[(?]",
    "(?=có)",
)


@settings(max_examples=300)
@given(text=TEXTS, pattern=st.sampled_from(CUES), start=PLACES, end=PLACES)
def test_a_cue_finds_what_its_pattern_finds(text: str, pattern: str, start: int, end: int) -> None:
    sought = cue(pattern)
    searched = marked(text)
    for window in ((), (max(0, start),), (max(0, start), end)):
        raw = re.compile(sought.pattern)
        spans = [match.span() for match in raw.finditer(str(searched), *window)]
        assert [match.span() for match in sought.finditer(searched, *window)] == spans
        found = sought.search(searched, *window)
        assert (found and found.span()) == (spans[0] if spans else None)


def test_of_matches_one_over_another_only_the_first_is_found() -> None:
    found = cue("(?:đã |không )*có").finditer(marked("đã có, không đã có"))
    assert [match.span() for match in found] == [(0, 5), (7, 18)]


def test_a_word_that_the_end_cuts_is_what_is_left_of_it() -> None:
    text = marked("xe phat")
    assert cue("pha").search(text) is None
    assert [match.span() for match in cue("pha").finditer(text, 0, 6)] == [(3, 6)]


@pytest.mark.parametrize(
    ("pattern", "words", "beginnings"),
    [
        ("co(?: khong)?", {"co"}, set()),
        ("(?:da |khong )*co", {"da", "khong", "co"}, set()),
        ("ngay(?:thang)? ", {"ngay", "ngaythang"}, set()),
        ("c[oa] ", {"co", "ca"}, set()),
        (r"ngay\w+", set(), {"ngay"}),
        (r"t[2-4]\b|a{2}", {"t2", "t3", "t4"}, {"a"}),
        (r"\d ", set("0123456789"), set()),
        ("[(?]x", {"(", "?"}, set()),
    ],
)
def test_a_pattern_tells_the_words_it_begins_with(
    pattern: str, words: set[str], beginnings: set[str]
) -> None:
    found = first_words(pattern, whole=True)
    assert found is not None
    assert (found.words, found.beginnings) == (words, beginnings)


@pytest.mark.parametrize("pattern", [r"\w+ ngay", "(?:co)?", ".co", "[^ ]+", "(?: |,)co", "(?=co)"])
def test_a_pattern_that_may_begin_with_anything_tells_none(pattern: str) -> None:
    assert first_words(pattern) is None
