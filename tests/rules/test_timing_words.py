"""How the last day is told: how many days are left, that it is today, that it rolls."""

from __future__ import annotations

from datetime import date

import pytest

from locales.catalog import text
from rules.assessment import assess
from rules.case import Case
from rules.verdict import Timing


def timing(achieved_on: str, today: date) -> Timing:
    facts = {"achieved_on": achieved_on}
    return assess(Case.from_json({"kind": "surprise", "facts": facts}), today=today).timing


@pytest.mark.parametrize(
    ("achieved_on", "today", "words"),
    [
        ("2026-11-10", date(2026, 11, 18), "chậm nhất thứ Sáu 20/11/2026 (còn 2 ngày)."),
        ("2026-11-10", date(2026, 11, 20), "Hôm nay, thứ Sáu 20/11/2026, là ngày cuối để trình."),
        ("2026-11-11", date(2026, 11, 18), "(còn 3 ngày). Ngày cuối là ngày nghỉ;"),
        (
            "2026-11-11",
            date(2026, 11, 21),
            "Hôm nay, thứ Bảy 21/11/2026, là ngày cuối để trình. Ngày",
        ),
        ("2026-11-11", date(2026, 11, 23), "Đã qua hạn 10 ngày (thứ Bảy 21/11/2026)"),
        ("2026-11-10", date(2026, 11, 23), "Hạn tính từ ngày lập thành tích đã qua"),
    ],
)
def test_the_last_day_is_told_as_it_stands_today(achieved_on: str, today: date, words: str) -> None:
    assert words in text(timing(achieved_on, today).explanation)


def test_what_was_counted_is_told_apart() -> None:
    told = timing("2026-11-11", date(2026, 11, 18)).counting
    assert told is not None
    assert "Tính 10 ngày từ ngày lập thành tích 11/11/2026." in text(told)


PRESENT = {"award_level": "province", "occasion": "movement", "ceremony_on": "2024-06-25"}


@pytest.mark.parametrize(
    ("kind", "facts", "today", "words"),
    [
        (
            "surprise",
            {"achieved_on": "2024-05-17", "submitted_on": "2024-05-24"},
            date(2024, 6, 28),
            "Trình thứ Sáu 24/05/2024, trong hạn: chậm nhất là thứ Hai 27/05/2024.",
        ),
        (
            "surprise",
            {"achieved_on": "2024-08-08", "submitted_on": "2024-08-19", "recognition": "none"},
            date(2024, 9, 1),
            "hạn đến thứ Hai 19/08/2024, vẫn kịp.",
        ),
        ("thematic", PRESENT, date(2024, 5, 30), "nên gửi từ thứ Hai 03/06/2024"),
        ("thematic", PRESENT, date(2024, 6, 4), "Nên gửi ngay."),
        ("thematic", PRESENT, date(2024, 6, 5), "Đã qua hạn gửi hồ sơ"),
        (
            "thematic",
            {**PRESENT, "dossier_arrived_on": "2024-05-18"},
            date(2024, 6, 5),
            "Hồ sơ tới Sở Nội vụ thứ Bảy 18/05/2024, kịp hạn",
        ),
        (
            "thematic",
            {**PRESENT, "submitted_on": "2024-06-06"},
            date(2024, 6, 20),
            "Hồ sơ tới Sở Nội vụ thứ Năm 06/06/2024, sau hạn thứ Ba 04/06/2024",
        ),
    ],
)
def test_what_is_sent_is_told_as_done(
    kind: str, facts: dict[str, str], today: date, words: str
) -> None:
    found = assess(Case.from_json({"kind": kind, "facts": facts}), today=today)
    assert words in text(found.timing.explanation)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2024, 11, 8), "tính 10 ngày từ ngày sớm nhất có thể, 01/11/2024."),
        (date(2024, 12, 20), "tính 10 ngày từ ngày muộn nhất có thể, 30/11/2024."),
    ],
)
def test_a_month_is_counted_from_a_day_that_is_said_to_be_assumed(today: date, words: str) -> None:
    facts = {"achieved_on": "2024-11-15", "achieved_on_precision": "month", "recognition": "none"}
    told = assess(Case.from_json({"kind": "surprise", "facts": facts}), today=today).timing.counting
    assert told is not None
    assert words in text(told)
