"""Cases told in English, which are told apart from questions and answers."""

from __future__ import annotations

import pytest

from language.english_cases import told_in_english


@pytest.mark.parametrize(
    ("text", "award"),
    [
        ("Yesterday two soldiers rescued a child from the river", "surprise"),
        ("Our team put out the fire at the market", "surprise"),
        ("We close the emulation movement with a final review in May", "thematic"),
        ("Please nominate our village head for an award", "any"),
        ("A rescue at the anniversary of the district, an award", "any"),
        ("How many days to propose a surprise award for a rescue?", None),
        ("Saved a child", None),
        ("The weather is very nice here today", None),
        ("", None),
    ],
)
def test_a_case_is_told_with_its_award(text: str, award: str | None) -> None:
    assert told_in_english(text) == award
    assert told_in_english(text.upper()) == award
