"""How values look in a sentence: dates with their weekday, decimals with a comma."""

from __future__ import annotations

from datetime import date

import pytest

from locales.catalog import MissingText, day, text
from rules.message import Message

THURSDAY = date(2026, 11, 12)


def test_a_day_shows_with_its_weekday() -> None:
    assert day(THURSDAY, "vi") == "thứ Năm 12/11/2026"
    assert day(THURSDAY, "en") == "Thursday 12/11/2026"


def test_a_short_day_leaves_out_the_year() -> None:
    assert day(THURSDAY, "vi", "short") == "T5 12/11"


def test_a_plain_day_has_no_weekday() -> None:
    assert day(THURSDAY, "en", "plain") == "12/11/2026"


def test_a_key_without_text_says_which_and_in_which_language() -> None:
    with pytest.raises(MissingText, match=r"en: no\.such"):
        text(Message("no.such"), "en")


def test_a_value_of_the_user_is_never_read_as_a_format() -> None:
    told = text(Message("settings.wrong", {"name": "{why}", "why": "{0}"}), "vi")
    assert "{why}" in told
    assert "{0}" in told
