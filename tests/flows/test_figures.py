"""Figures over proposals are exact, and say nothing where nothing counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from flows.figures import Sent, by_month, by_unit, by_year, figures, joined, share, told_by

DAY = date(2026, 11, 12)


def sent(number: int = 1, **rest: Any) -> Sent:
    plain = {
        "unit": 2,
        "unit_name": "UBND xã",
        "kind": "surprise",
        "state": "submitted",
        "verdict": "eligible",
        "timing": "in_time",
        "sent_on": DAY + timedelta(days=5),
    }
    return Sent(number, **{**plain, **rest})


def test_nothing_sent_has_no_shares() -> None:
    found = figures([])
    assert (found.sent, found.counted) == (0, 0)
    shares = (
        found.in_time_share,
        found.individual_share,
        found.grassroots_share,
        found.returned_share,
        found.middle_days,
    )
    assert shares == (None,) * 5


def test_rolled_is_in_time_and_where_no_days_are_counted_nobody_is_late() -> None:
    timings = ("in_time", "rolled", "late", "none", "unknown")
    found = figures([sent(timing=timing) for timing in timings])
    assert (found.in_time, found.counted, found.in_time_share) == (2, 3, 667)


@pytest.mark.parametrize(
    ("part", "whole", "tenths"),
    [(1, 3, 333), (2, 3, 667), (1, 2000, 1), (1, 2001, 0), (3, 3, 1000)],
)
def test_shares_are_tenths_of_a_percent_rounded_half_up(part: int, whole: int, tenths: int) -> None:
    assert share(part, whole) == tenths


def test_days_are_counted_from_the_deed_and_the_middle_one_is_told() -> None:
    found = figures(
        [sent(deed_on=DAY - timedelta(days=more)) for more in (0, 1, 30)] + [sent(), sent()]
    )
    assert sorted(found.days) == [5, 6, 35]
    assert found.middle_days == 6


def test_individuals_and_those_at_the_grassroots_are_shares_of_all_and_of_the_individuals() -> None:
    found = figures(
        [
            sent(
                types=("individual", "individual", "collective"), grassroots=1, grassroots_asked=2
            ),
            sent(types=("household",)),
        ]
    )
    assert (found.individual_share, found.grassroots_share) == (500, 500)


def test_a_reason_counts_once_for_a_proposal_however_often_it_came_back() -> None:
    twice = (("nominees[0].participants", "nominees[1].participants"), ("achieved_on",))
    found = figures([sent(returns=twice), sent(returns=(("achieved_on",),)), sent(returns=((),))])
    assert (found.returned, found.returned_share) == (3, 1000)
    assert found.why_returned == [("achieved_on", 2), ("participants", 1)]


def test_units_and_months_have_their_own_in_order() -> None:
    many = [
        sent(unit=9, unit_name="B", sent_on=date(2026, 2, 28)),
        sent(unit=2, unit_name="A", sent_on=date(2026, 1, 31)),
        sent(unit=9, unit_name="B", sent_on=date(2026, 1, 1)),
    ]
    assert [(name, found.sent) for (_, name), found in by_unit(many).items()] == [
        ("A", 1),
        ("B", 2),
    ]
    assert [(month.month, found.sent) for month, found in by_month(many).items()] == [
        (1, 2),
        (2, 1),
    ]


def test_the_figures_of_parts_join_to_those_of_all() -> None:
    many = [
        sent(unit=2, timing="late", returns=(("achieved_on",),)),
        sent(
            unit=2,
            deed_on=DAY,
            types=("individual", "collective"),
            grassroots=1,
            grassroots_asked=1,
        ),
        sent(unit=9, state="decided", verdict="needs_more", kind="thematic", deed_on=DAY),
    ]
    assert joined(by_unit(many).values()) == figures(many)
    assert joined([]) == figures([])


def test_what_the_answers_tell_is_read_for_all_and_for_each() -> None:
    told = told_by(
        "surprise",
        {
            "achieved_on": "2026-11-12",
            "nominees[0].name": "A",
            "nominees[0].type": "individual",
            "nominees[1].type": "collective",
            "nominees[2].name": "C",
            "nominees[*].grassroots": True,
        },
    )
    assert (told.deed_on, told.types) == (DAY, ("individual", "collective"))
    assert (told.grassroots, told.grassroots_asked) == (1, 1)


def test_where_nobody_was_asked_of_the_grassroots_there_is_no_share_and_a_no_counts() -> None:
    unasked = sent(types=("individual",))
    assert figures([unasked]).grassroots_share is None
    near = [sent(types=("individual",), grassroots=n, grassroots_asked=1) for n in (0, 1)]
    assert figures([unasked, *near]).grassroots_share == 500


def test_a_no_is_known_and_a_dont_know_is_not() -> None:
    asked = []
    for answer in (True, False, None):
        near = {"nominees[0].type": "individual", "nominees[0].grassroots": answer}
        asked.append(told_by("thematic", near).grassroots_asked)
    assert asked == [1, 1, 0]


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"achieved_on": None},
        {"achieved_on": "2026-11-01", "achieved_on_precision": "month"},
    ],
)
def test_a_deed_without_a_day_of_its_own_has_no_days(answers: dict[str, Any]) -> None:
    told = told_by("surprise", answers)
    assert told.deed_on is None
    assert sent(deed_on=told.deed_on).days is None


def test_years_come_in_their_order_by_the_day_of_sending() -> None:
    days = (date(2026, 1, 1), date(2024, 12, 31), date(2026, 12, 31))
    found = by_year([sent(number, sent_on=day) for number, day in enumerate(days)])
    counts = [(day, one.sent) for day, one in found.items()]
    assert counts == [(date(2024, 1, 1), 1), (date(2026, 1, 1), 2)]
