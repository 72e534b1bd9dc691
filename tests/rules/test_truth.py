"""Kleene's logic in three grades, checked against every way an unknown may turn out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from rules.truth import (
    CURABLE,
    FATAL,
    MET,
    Truth,
    after,
    all_of,
    any_of,
    curable,
    negate,
    stuck_on,
    unknown,
)

KNOWN = (FATAL, CURABLE, MET)
SPANS = [Truth(low, high) for low in range(3) for high in range(low, 3)]


def named(truth: Truth, name: str) -> Truth:
    if truth.low == truth.high:
        return (FATAL, CURABLE, MET)[truth.low]
    names = (name,)
    return truth._replace(down=names, up=names, bottom=truth.low, top=truth.high)


def worst(*grades: int) -> int:
    return min(grades)


def best(*grades: int) -> int:
    return max(grades)


@pytest.mark.parametrize(("lifted", "plain"), [(all_of, worst), (any_of, best)])
def test_a_span_is_exactly_what_the_unknowns_may_make_of_it(
    lifted: Callable[..., Truth], plain: Callable[..., int]
) -> None:
    for spans in product(SPANS, repeat=3):
        truths = [named(one, f"f{at}") for at, one in enumerate(spans)]
        ranges = [range(one.low, one.high + 1) for one in truths]
        outcomes = {plain(*grades) for grades in product(*ranges)}
        found = lifted(*truths)
        assert (found.low, found.high) == (min(outcomes), max(outcomes))
        for at, one in enumerate(truths):
            moves = any(
                len({plain(*grades[:at], own, *grades[at:]) for own in ranges[at]}) > 1
                for grades in product(*(r for i, r in enumerate(ranges) if i != at))
            )
            needed = f"f{at}" in found.needs
            assert needed == (found.is_open and moves and one.is_open)


def test_to_negate_twice_changes_nothing() -> None:
    for span in SPANS:
        one = named(span, "f")
        assert negate(negate(one)) == one


def test_a_truth_is_no_boolean() -> None:
    with pytest.raises(TypeError, match="unknown"):
        bool(MET)


def test_what_is_curable_is_never_lost() -> None:
    assert curable(FATAL) == CURABLE
    assert curable(MET) == MET
    open_still = curable(unknown("f"))
    assert (open_still.low, open_still.high, open_still.needs) == (1, 2, ("f",))


def test_a_detail_waits_for_what_it_hangs_on() -> None:
    assert after(unknown("guidance"), unknown("parts")).needs == ("guidance",)
    assert after(MET, unknown("parts")).needs == ("parts",)
    assert after(unknown("guidance"), FATAL) == FATAL


def test_met_open_and_broken_exclude_one_another() -> None:
    for span in SPANS:
        assert [span.is_met, span.is_open, span.is_broken].count(True) == 1
    assert FATAL.is_fatal
    assert not CURABLE.is_fatal


def test_what_nobody_knows_leaves_only_the_questions_that_can_settle_it() -> None:
    assert all_of(stuck_on("a"), unknown("b")).needs == ("b",)
    assert all_of(stuck_on("a"), unknown("b")).open_paths == ("b", "a")
    # the other side can only fall to "not yet", and the stuck one may still be worse
    assert all_of(stuck_on("a"), curable(unknown("b"))).needs == ()
    nested = any_of(stuck_on("a"), all_of(stuck_on("b"), unknown("c")))
    assert nested.needs == ()
    assert after(stuck_on("a"), unknown("b")).needs == ()
