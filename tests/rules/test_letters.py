"""Both letters stand in the rules word for word, and no sentence is without an entry."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from locales.catalog import languages, text
from rules.citations import UnknownClause, clause, clauses, letters, open_clause
from rules.coverage import entries
from rules.letter import Treatment
from rules.message import say
from rules.timing import TIMING_CLAUSES

LETTERS = Path(__file__).parents[3] / "shared" / "letters"
SOURCES = {"LS2022": "ls2022.md", "CL2023": "cl2023.md"}
FOOTNOTE = re.compile(r"^<sup>\d</sup>", re.MULTILINE)


def words(value: str) -> list[str]:
    return re.findall(r"\w+", value)


def issued(name: str) -> str:
    raw = (LETTERS / SOURCES[name]).read_text(encoding="utf-8")
    raw = re.sub(r"<!--.*?-->", "", raw, flags=re.DOTALL)
    return re.sub(r"<sup>.*?</sup>|[*#]", "", raw)


@pytest.mark.parametrize("name", SOURCES)
def test_every_word_of_a_letter_stands_in_an_entry(name: str) -> None:
    for passage in letters()[name].passages:
        rest = passage.text
        for one in passage.clauses:
            assert rest.count(one.quote) == 1
            rest = rest.replace(one.quote, " ")
        assert not [word for word in words(rest) if not word.isdigit()], rest


@pytest.mark.skipif(not LETTERS.is_dir(), reason="shared/letters is not beside the repository")
@pytest.mark.parametrize("name", SOURCES)
def test_the_copy_is_the_letter_as_issued(name: str) -> None:
    sentences = [s for s in re.split(r"(?<=[.;:])\s+|\n\s*\n", issued(name)) if words(s)]
    copy = " ".join(p.text for p in letters()[name].passages)
    held = " ".join(words(copy))
    # a page break cuts two sentences in two: each half is looked for on its own
    for sentence in sentences:
        assert " ".join(words(sentence)) in held, sentence
    assert sorted(words(copy)) == sorted(words(issued(name)))


def test_every_clause_is_a_rule_a_duty_a_judgement_or_information() -> None:
    counted = {name for names in TIMING_CLAUSES.values() for name in names}
    for entry in entries():
        has_rule = bool(entry.rules)
        if entry.clause.treatment is Treatment.RULE:
            assert has_rule, entry.clause.id
        if entry.clause.treatment is Treatment.PERSON:
            assert entry.is_judged, entry.clause.id
        assert entry.has_day_count == (entry.clause.id in counted)


def test_every_rule_cites_a_clause() -> None:
    ruled = {rule.id for entry in entries() for rule in entry.rules}
    assert len(ruled) > 50
    for entry in entries():
        for rule in entry.rules:
            assert rule.clause in clauses()


@pytest.mark.parametrize("language", languages())
def test_every_clause_can_be_told(language: str) -> None:
    for one in clauses().values():
        assert text(one.citation, language)
        assert text(letters()[one.letter].title, language)
        if one.judged is not None:
            assert text(say(f"person.{one.id}"), language)


def test_a_clause_opens_among_its_neighbours() -> None:
    opened = open_clause("LS2022.2.b.2")
    assert "chiếm 2/3" in opened.clause.quote
    assert text(opened.clause.citation) == "Công văn UBND tỉnh 5/2022, mục 2, ý 2"
    assert opened.before is not None
    assert opened.after is not None
    assert open_clause("LS2022.head").before is None
    assert open_clause("LS2022.signature").after is None


def test_an_unknown_clause_is_told() -> None:
    with pytest.raises(UnknownClause):
        clause("LS2022.9")


def test_numbers_of_the_letters_stay_blank() -> None:
    for name in SOURCES:
        assert letters()[name].number.startswith("…/")


def test_the_district_letter_tells_that_its_level_has_ended() -> None:
    district = letters()["CL2023"]
    assert district.status(date(2025, 6, 30)) is None
    assert district.status(date(2025, 7, 1)) is not None
    assert letters()["LS2022"].status(date(2026, 1, 1)) is None
