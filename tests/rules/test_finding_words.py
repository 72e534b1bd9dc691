"""What a finding says: numbers that stand, dates no more exact than they are known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from locales.catalog import text
from rules.assessment import assess
from rules.case import Case
from rules.verdict import Finding


def finding(rule: str, row: dict[str, Any], *, today: date) -> Finding:
    found = assess(Case.from_json(row), today=today).findings
    return next(one for one in found if one.rule == rule)


def past(**facts: Any) -> dict[str, Any]:
    return {"kind": "revocation", "facts": {"unit_in_cao_loc": True, **facts}}


@pytest.mark.parametrize(
    ("participants", "total", "words"),
    [
        (12, 19, "12/19 = 63,2 %, dưới 2/3."),
        (1999, 2999, "1.999/2.999 = 66,6 %, dưới 2/3."),
        (0, 5, "0/5 = 0,0 %, dưới 2/3."),
    ],
)
def test_a_share_that_is_not_reached_is_never_rounded_up_to_it(
    participants: int, total: int, words: str
) -> None:
    nominee = {"type": "collective", "participants": participants}
    row = {"kind": "surprise", "facts": {"forces_total": total}, "nominees": [nominee]}
    assert text(finding("surprise.share", row, today=date(2024, 9, 11)).message) == words


def test_the_least_number_is_named_with_how_many_are_short() -> None:
    nominee = {"type": "collective", "participants": 12}
    row = {"kind": "surprise", "facts": {"forces_total": 19}, "nominees": [nominee]}
    remedy = finding("surprise.share", row, today=date(2024, 9, 11)).remedy
    assert remedy is not None
    assert text(remedy).startswith("Tối thiểu 13/19, thiếu 1 người.")


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        ("2014-05-31", "day", "(thứ Bảy 31/05/2014)"),
        ("2014-05-01", "month", "(05/2014)"),
        ("2013-01-01", "year", "(2013)"),
    ],
)
def test_a_date_is_told_no_more_exactly_than_it_is_known(
    day: str, precision: str, words: str
) -> None:
    row = past(decided_on=day, decided_on_precision=precision)
    found = finding("revocation.decided_since", row, today=date(2023, 10, 16))
    assert words in text(found.message)


@pytest.mark.parametrize(
    ("handling", "words"),
    [
        ("none", "Không bị xử lý; mục 7 chỉ nêu"),
        ("administrative", "Chỉ bị xử phạt hành chính; mục 7 chỉ nêu"),
        ("pending", "Chưa xử lý xong"),
    ],
)
def test_what_does_not_count_as_handling_is_named(handling: str, words: str) -> None:
    found = finding("revocation.handling", past(handling=handling), today=date(2023, 10, 16))
    assert text(found.message).startswith(words)


def test_a_true_thing_of_a_past_award_is_no_achievement() -> None:
    found = finding("revocation.handling", past(handling="criminal"), today=date(2023, 10, 16))
    assert text(found.message) == "Đúng: bị xử lý kỷ luật hoặc xử lý hình sự."


@pytest.mark.parametrize(
    ("use", "words"),
    [
        ("used_for_title", "Sáng kiến đã dùng khi xét danh hiệu thi đua"),
        ("used_for_award", "Sáng kiến đã dùng khi xét hình thức khen thưởng"),
    ],
)
def test_the_earlier_use_of_an_initiative_is_named(use: str, words: str) -> None:
    row = {
        "kind": "surprise",
        "facts": {"unit_in_cao_loc": True},
        "nominees": [{"initiative": use, "initiative_is_deed": True}],
    }
    found = finding("initiative.used_once", row, today=date(2024, 9, 11))
    assert text(found.message).startswith(words)


def test_an_estimate_on_the_threshold_calls_for_the_exact_count() -> None:
    row = {
        "kind": "surprise",
        "facts": {"forces_total": 30, "forces_approximate": True},
        "nominees": [{"type": "collective", "participants": 20}],
    }
    found = finding("surprise.share", row, today=date(2024, 9, 11))
    assert text(found.message).endswith("Cần biết chính xác: tổng số người của mọi lực lượng.")
