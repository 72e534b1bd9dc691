"""The check of the words finds every way in which words and code can miss each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import words

PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


class Project:
    """A small project of its own: catalogues and code."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def speak(self, language: str, texts: dict[str, str], domain: str = "bot") -> None:
        path = self.root / "locales" / language / "LC_MESSAGES" / f"{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = "\n".join(f'msgid "{key}"\nmsgstr "{text}"\n' for key, text in texts.items())
        path.write_text(PO + body, encoding="utf-8")

    def code(self, text: str) -> None:
        path = self.root / "bot" / "code.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(words, "ROOT", tmp_path)
    monkeypatch.setattr(words, "LOCALES", tmp_path / "locales")
    return Project(tmp_path)


def test_catalogues_that_agree_have_no_fault(project: Project) -> None:
    project.speak("vi", {"a.b": "Hạn {due}"})
    project.speak("en", {"a.b": "Due {due:plain}"})
    assert words.catalogue_faults() == []


@pytest.mark.parametrize(
    ("english", "fault"),
    [
        ({}, "en: bot: a.b: missing"),
        ({"a.b": ""}, "en: a.b: no text"),
        ({"a.b": "Due {day}"}, "a.b: the fields of vi and en differ"),
        ({"a.b": "Due {}"}, "en: a.b: broken field"),
        ({"a.b": "Due {due"}, "en: a.b: broken field"),
        ({"a.b": "Due {due}", "a.c": "More"}, "vi: bot: a.c: missing"),
    ],
)
def test_a_difference_between_the_languages_is_named(
    project: Project, english: dict[str, str], fault: str
) -> None:
    project.speak("vi", {"a.b": "Hạn {due}"})
    project.speak("en", english)
    assert words.catalogue_faults() == [fault]


def test_a_key_in_two_files_is_named(project: Project) -> None:
    for language in ("vi", "en"):
        project.speak(language, {"a": "x"})
        project.speak(language, {"a": "y"}, domain="web")
    assert words.catalogue_faults() == ["en: a: stands twice", "vi: a: stands twice"] or (
        words.catalogue_faults() == ["vi: a: stands twice", "en: a: stands twice"]
    )


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('say("no.such")', "bot/code.py:1: no.such: no text"),
        ('Message("no.such", values)', "bot/code.py:1: no.such: no text"),
        ('say("a.b" if x else "no.such", due=day)', "bot/code.py:1: no.such: no text"),
        ('say("a.b")', "bot/code.py:1: a.b: no value for due"),
        ('say(f"no.{x}")', r"bot/code.py:1: no key like no\.[A-Za-z0-9_.]+"),
    ],
)
def test_a_key_without_text_or_value_is_named(project: Project, code: str, fault: str) -> None:
    project.speak("vi", {"a.b": "Hạn {due}"})
    project.code(code)
    assert words.code_faults("vi") == [fault]


@pytest.mark.parametrize(
    "code", ['say("a.b", due=day)', 'say("a.b", **values)', 'say(f"a.{x}")', "say(key)"]
)
def test_a_key_that_has_its_text_and_values_is_no_fault(project: Project, code: str) -> None:
    project.speak("vi", {"a.b": "Hạn {due}"})
    project.code(code)
    assert words.code_faults("vi") == []


def test_a_text_nobody_says_is_named(project: Project) -> None:
    project.speak("vi", {"a.b": "x", "c.d": "x", "e.f": "x"})
    project.code('KEY = "a.b"\nfamily = f"c.{KEY}"')
    assert words.idle_keys("vi") == ["bot: e.f: nobody says it"]
