"""The situations that several rules on thematic awards speak of."""

from __future__ import annotations

from rules.conditions import Answer, is_done, is_one_of, is_yes
from rules.look import Look
from rules.truth import Truth, all_of, holds


def at_province(case: Look) -> Truth:
    return is_one_of(case["award_level"], "province")


def anniversary_at_province(case: Look) -> Truth:
    """An anniversary or congress for which the province is asked (LS2022.1.b)."""
    return all_of(is_one_of(case["occasion"], "anniversary"), at_province(case))


def needs_agreed_number(case: Look, agreed: Answer) -> Truth:
    """A number agreed with Sở Nội vụ limits what the province is asked for (LS2022.1.b.3).

    It is looked for on an anniversary only; once stated it counts whatever the occasion.
    """
    if agreed.is_known:
        return at_province(case)
    settled = is_done(case["home_affairs_quantity"]).is_met
    return all_of(holds(settled), anniversary_at_province(case))


def programme_review_at_province(case: Look) -> Truth:
    return all_of(is_one_of(case["occasion"], "programme_review"), at_province(case))


def provincial_programme(case: Look) -> Truth:
    """A programme of several sectors and the whole province, summed up (LS2022.1.c)."""
    return all_of(
        is_one_of(case["occasion"], "programme_review"),
        is_yes(case["multi_sector"]),
        is_yes(case["province_wide"]),
    )


def above_the_unit(case: Look) -> Truth:
    """Asked of the district or the province (CL2023.4)."""
    return is_one_of(case["award_level"], "district", "province")


def needs_directive(case: Look) -> Truth:
    """An occasion that CL2023.4 bars unless a directive was written."""
    return all_of(is_one_of(case["occasion"], "legal_review", "conference"), above_the_unit(case))
