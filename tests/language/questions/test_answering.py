"""What an answer tells: the clause, its words, its neighbours, and what became of its law."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.questions import Sort, answer, is_question, lean
from language.questions.answering import sentence_of
from locales.catalog import has, languages
from rules.citations import clause, clauses
from rules.message import say

TODAY = date(2026, 11, 21)


def first(text: str) -> str:
    return answer(text).hits[0].clause.id


def test_the_quotation_is_the_whole_sentence_word_for_word() -> None:
    hit = answer("Khen theo chuyên đề thì có cần kế hoạch không").hits[0]
    assert hit.clause.id == "LS2022.1.a.1"
    assert hit.quote == (
        "Khen thưởng theo chuyên đề phải có kế hoạch, phát động phong trào thi đua, tổ chức tổng"
        " kết và ban hành hướng dẫn khen thưởng cụ thể."
    )


def test_every_quotation_stands_in_its_paragraph_and_holds_the_clause() -> None:
    for one in clauses().values():
        assert one.quote in sentence_of(one) or one.text.startswith("Nơi nhận")
        assert sentence_of(one) in one.text


@pytest.mark.parametrize("language", languages())
def test_every_clause_of_the_letters_is_explained(language: str) -> None:
    wanted = [name for name in clauses() if not name.startswith("NAT")]
    assert [name for name in wanted if not has(f"explained.{name}", language)] == []


def test_neighbours_are_the_clauses_beside_it_in_the_letter() -> None:
    hit = answer("hạn 10 ngày tính sao?").hits[0]
    assert hit.neighbours == ("LS2022.2.c", "LS2022.closing")
    head = answer("trích yếu công văn tỉnh là gì").hits[0]
    assert head.clause.id == "LS2022.head"
    assert head.neighbours == ("LS2022.date",)


def test_a_letter_whose_issuer_is_gone_says_so_from_that_day() -> None:
    hit = answer("gặp khó khăn thì báo cáo ai").hits[0]
    assert hit.clause.id == "CL2023.10"
    assert hit.status(TODAY) == (say("status.district_ended"),)
    assert hit.status(date(2024, 5, 1)) == ()


def test_a_cited_decree_that_was_replaced_is_told_from_that_day() -> None:
    hit = answer("thu hồi hiện vật khen thưởng theo điều nào").hits[0]
    assert hit.clause.id == "CL2023.7.b"
    assert say("lapsed.decree_91_2017") in hit.status(TODAY)
    assert say("lapsed.decree_91_2017") not in hit.status(date(2023, 12, 31))


def test_the_subject_that_leads_outside_is_named() -> None:
    assert answer("Tiền thưởng kèm bằng khen là bao nhiêu").topic == "prize_money"
    assert answer("Nghỉ phép năm được mấy ngày").topic == "leave"
    assert answer("zzz").topic is None


@pytest.mark.parametrize(
    ("text", "clause_id"),
    [
        ("mục 2 ý 2 công văn tỉnh nói gì", "LS2022.2.b.1"),
        ("mục 4", "CL2023.4"),
        ("muc 1 gach dau dong thu nam cong van tinh", "LS2022.1.e"),
        ("chú thích 1 ghi gì", "CL2023.fn1"),
        ("Nội dung mục 8 công văn huyện Cao Lộc", "CL2023.8"),
    ],
)
def test_a_place_named_is_opened(text: str, clause_id: str) -> None:
    assert first(text) == clause_id


def test_a_place_that_no_letter_has_is_not_made_up() -> None:
    assert answer("mục 44 công văn huyện").is_outside
    assert answer("chú thích 7 nói gì").is_outside
    assert first("Điều 9 Nghị định 91 về phạm vi ảnh hưởng sáng kiến") == "CL2023.fn2"


def test_only_the_letters_asked_for_answer() -> None:
    both = answer("phục vụ hội nghị, hội thảo có được khen không")
    assert {hit.clause.letter for hit in both.hits} == {"LS2022", "CL2023"}
    province = answer("phục vụ hội nghị, hội thảo có được khen không", letters=("LS2022",))
    assert {hit.clause.letter for hit in province.hits} == {"LS2022"}


@pytest.mark.parametrize(
    "text",
    [
        "khen thuwowngr ddootj xuaats trong bao nhieeu ngayf",
        "khenthuong dotxuat trong bao nhieu ngay",
        "khne thưởng đột xuât trong bao nhieu ngay",
        "KHEN THƯỞNG ĐỘT XUẤT TRONG BAO NHIÊU NGÀY",
        "khen\u200b thưởng   đột\nxuất trong bao nhiêu ngày",
    ],
)
def test_slips_of_the_keys_are_read(text: str) -> None:
    assert first(text) == "LS2022.2.d"


def test_a_surer_answer_has_a_wider_margin() -> None:
    sure = answer("một sáng kiến được dùng mấy lần")
    unsure = answer("khen nóng áp dụng cho những việc nào")
    assert 0 <= unsure.margin < sure.margin <= 1
    assert sure.hits[0].score > sure.hits[1].score


@pytest.mark.parametrize("text", ["", " ", "?", "khen", "12", "😀", "\u200b", "khen " * 4000])
def test_nothing_to_go_by_is_no_answer_or_a_calm_one(text: str) -> None:
    answer(text)
    assert 0 <= is_question(text) <= 1


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    found = answer(text)
    assert found.is_outside == (not found.hits)
    assert 0 <= found.score <= 1
    assert 0 <= found.margin <= 1


_WORDS = "khen thưởng đột xuất chuyên đề mục 2 ý công văn tỉnh huyện tiền hạn ngày sáng kiến ? luật"


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=30))
def test_any_heap_of_the_fields_words_has_an_answer(words: list[str]) -> None:
    text = " ".join(words)
    for hit in answer(text).hits:
        assert hit.clause == clause(hit.clause.id)
    assert lean(text).sort in Sort
