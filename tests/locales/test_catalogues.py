"""Every key in both languages, and a text for every key the code says."""

from __future__ import annotations

from datetime import date

import pytest

from locales.catalog import keys, languages, text
from rules.message import Message, MessageValue
from tools.words import catalogue_faults, code_faults, entries, fields, idle_keys

SAMPLES: tuple[MessageValue, ...] = (
    3,
    "Nguyễn Văn Ổn",
    date(2026, 11, 12),
    Message("yes"),
    ("một", "hai"),
    True,
)
TEXTS = {(lang, entry.key): fields(entry.text) for lang in languages() for entry in entries(lang)}


def test_both_languages_are_there_and_vietnamese_leads() -> None:
    assert languages() == ("vi", "en")


def test_the_languages_hold_the_same_keys_and_fields_and_no_empty_text() -> None:
    assert catalogue_faults() == []


@pytest.mark.parametrize("language", languages())
def test_every_key_the_code_says_has_a_text_with_the_values_it_gives(language: str) -> None:
    assert code_faults(language) == []


def test_no_text_waits_for_code_that_never_says_it() -> None:
    assert idle_keys("vi") == []


def test_the_compiled_catalogues_are_those_of_the_sources() -> None:
    for language in languages():
        assert keys(language) == {entry.key for entry in entries(language)}


@pytest.mark.parametrize("language", languages())
def test_every_text_renders_with_values_of_some_kind(language: str) -> None:
    ours = sorted(key for spoken, key in TEXTS if spoken == language)
    assert ours
    assert [key for key in ours if not _renders(language, key)] == []


def _renders(language: str, key: str) -> bool:
    """Whether some kind of value fits, and no sentence is blank that such a value gives."""
    sentences = (_rendered(language, key, sample) for sample in SAMPLES)
    shown = [sentence for sentence in sentences if sentence is not None]
    return bool(shown) and all(sentence.strip() for sentence in shown)


def _rendered(language: str, key: str, sample: MessageValue) -> str | None:
    """The sentence with the sample in every place; None where its format wants another kind."""
    try:
        return text(Message(key, dict.fromkeys(TEXTS[language, key], sample)), language)
    except (TypeError, ValueError):
        return None
