"""A proposal is found by names, its decision's number, its deed and day, with and without marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.proposals.course import State
from flows.proposals.matter import Proposal, Snapshot
from flows.proposals.seeking import KEPT, LONGEST, MOST_WORDS, words_kept, words_sought
from flows.reminding import Colleague
from rules.message import say

SNAPSHOT = Snapshot(
    "surprise",
    {
        "achieved_on": "2026-11-12",
        "forces_total": 18,
        "note.place": "Cầu Kỳ Cùng",
        "nominees[0].deed": "Lao xuống sông cứu hai cháu bé",
        "note.office_place": "Lạng Sơn",
    },
    title=say("title.of.more", kind=say("kind.surprise"), name="Nguyễn Văn Ổn", count=2),
    verdict="eligible",
    timing="in_time",
    explanation=say("kind.surprise"),
    rulebook="1",
    names=("Nguyễn Văn Ổn", "Đội dân quân"),
    deed="2026-11-12",
)
ONE = Proposal(
    3,
    State.DECIDED,
    unit=1,
    unit_name="UBND xã",
    office=2,
    office_name="Sở Nội vụ",
    owner=Colleague(1, "Mai"),
    snapshot=SNAPSHOT,
    number="123/QĐ-UBND",
    decided_on=date(2026, 11, 20),
)


@pytest.mark.parametrize(
    "sought",
    ["Ổn", "ON", "dan quan", "Đội", "123/QĐ-UBND", "qd-ubnd", "ubnd", "123", "12/11/2026",
     "20/11/2026", "2026-11-12", "kỳ cùng", "cuu hai chau"],
)  # fmt: skip
def test_it_is_found_by_the_beginning_of_each_word(sought: str) -> None:
    assert all(f" {word}" in words_kept(ONE) for word in words_sought(sought))


@pytest.mark.parametrize("sought", ["guyen", "lang son", "18", "mai"])
def test_it_is_not_found_by_the_middle_of_a_word_or_what_is_not_its_own(sought: str) -> None:
    assert not all(f" {word}" in words_kept(ONE) for word in words_sought(sought))


def test_without_number_and_day_nothing_is_made_up() -> None:
    bare = replace(SNAPSHOT, deed="anniversary 2026", answers={}, title=say("kind.surprise"))
    kept = words_kept(replace(ONE, number="", decided_on=None, snapshot=bare))
    assert kept.split() == ["nguyen", "van", "on", "doi", "dan", "quan"]


def test_a_long_story_and_a_long_search_are_cut() -> None:
    long = {"note.circumstances": "nước lũ " + "dâng cao " * 5000}
    assert len(words_kept(replace(ONE, snapshot=replace(SNAPSHOT, answers=long)))) < 2 * KEPT
    assert len(words_sought("a b c d e f g h")) == MOST_WORDS
    assert words_sought("x" * 500) == ("x" * LONGEST,)
    assert words_sought("  ") == ()
