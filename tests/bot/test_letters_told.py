"""The clauses of an answer as `ask` prints them."""

from __future__ import annotations

from bot.letters_told import cited
from language.questions import answer


def test_each_clause_has_its_letter_its_id_and_its_sentence() -> None:
    first, *_ = cited(answer("Muốn khen chuyên đề thì phải có những gì"))
    assert first == {
        "letter": "LS2022",
        "clause": "LS2022.1.a.1",
        "quote": "Khen thưởng theo chuyên đề phải có kế hoạch, phát động phong trào thi đua, tổ"
        " chức tổng kết và ban hành hướng dẫn khen thưởng cụ thể.",
    }


def test_outside_the_letters_nothing_is_cited() -> None:
    assert cited(answer("nghỉ phép được mấy ngày")) == []
