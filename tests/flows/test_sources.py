"""The clauses a sentence rests on: each letter is named once."""

from __future__ import annotations

import re

from flows.sources import grounds
from locales.catalog import text
from tests.flows.officer import Officer


def test_a_letter_is_named_once_before_its_places() -> None:
    told = text(grounds(("LS2022.2.a", "LS2022.2.b.2", "CL2023.3.d")))
    assert told == (
        "Căn cứ: Công văn UBND tỉnh 5/2022, mục 2, ý 1; mục 2, ý 2;"
        " Công văn UBND huyện Cao Lộc 10/2023, mục 3, đoạn 2."
    )


def test_two_clauses_of_one_place_are_one_place() -> None:
    told = text(grounds(("LS2022.1.a.1", "LS2022.1.a.2", "LS2022.1.a.3")))
    assert told == "Căn cứ: Công văn UBND tỉnh 5/2022, mục 1, ý 1."


def test_why_a_question_is_asked_names_each_letter_once() -> None:
    officer = Officer().say("khen chuyên đề").tap("a:programme_review").say("vì sao")
    line = re.search(r"Căn cứ: .*", officer.text)
    assert line
    assert line[0].count("UBND tỉnh") == 1
