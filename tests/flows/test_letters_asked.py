"""A question to the letters is answered with its clause, or with where else to ask."""

from __future__ import annotations

from datetime import date

import pytest

from flows.letters_asked import asked_reply
from flows.model import Reply, Tone
from flows.ways import go
from language.questions import Piece, Shelf, answer
from locales.catalog import languages, text

TODAY = date(2026, 11, 21)


def told(reply: Reply, language: str = "vi") -> str:
    return "\n".join(text(line, language) for line in reply.text)


def buttons(reply: Reply) -> list[str]:
    return [text(choice.label) for row in reply.choices for choice in row]


def test_the_clause_its_explanation_and_its_operative_words() -> None:
    reply = asked_reply(answer("hạn 10 ngày tính sao?"), TODAY)
    assert told(reply) == (
        "**Công văn UBND tỉnh 5/2022, mục 2, ý 4**\n"
        "Trình khen đột xuất trong 10 ngày kể từ khi lập thành tích hoặc được công nhận.\n"
        "«trong khoảng thời gian 10 ngày từ khi tập thể, cá nhân lập được thành tích đột xuất hoặc"
        " được cơ quan có thẩm quyền công nhận»"
    )
    assert reply.clauses[0] == "LS2022.2.d"
    assert reply.tone is Tone.NOTE


def test_the_clause_the_next_best_and_its_neighbours_can_be_read() -> None:
    reply = asked_reply(answer("hạn 10 ngày tính sao?"), TODAY)
    assert buttons(reply)[0].startswith("Nguyên văn mục 2, ý 4")
    assert buttons(reply)[-2:] == ["Xem thêm mục 2, ý 3", "Xem thêm phần kết"]
    assert all(choice.id.startswith("g:clause:") for row in reply.choices for choice in row)


def test_neighbours_in_the_same_place_are_read_with_it() -> None:
    reply = asked_reply(answer("Báo cáo thành tích chuyên đề phải thể hiện gì"), TODAY)
    assert reply.clauses[0] == "LS2022.1.a.6"
    assert not [label for label in buttons(reply) if label.startswith("Xem thêm")]


def test_a_letter_and_a_law_that_have_lapsed_say_so() -> None:
    reply = asked_reply(answer("thu hồi hiện vật khen thưởng theo điều nào"), TODAY)
    assert "cấp huyện đã kết thúc hoạt động từ 01/7/2025" in told(reply)
    assert "Nghị định 91/2017/NĐ-CP mà công văn viện dẫn đã được thay thế" in told(reply)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Mức tiền thưởng kèm bằng khen là bao nhiêu",
            (
                "Hai công văn không nói về mức tiền thưởng, kinh phí.\n"
                "Anh/chị hỏi Sở Nội vụ hoặc xem nghị định đang có hiệu lực."
            ),
        ),
        (
            "Nghỉ phép năm được mấy ngày",
            (
                "Hai công văn không nói về nghỉ phép, nghỉ hưu, bảo hiểm.\n"
                "Việc này không thuộc thi đua, khen thưởng; anh/chị hỏi cơ quan phụ trách việc đó."
            ),
        ),
        (
            "giá vàng bao nhiêu",
            (
                "Hai công văn không nói về việc này.\n"
                "Anh/chị hỏi Sở Nội vụ hoặc xem nghị định đang có hiệu lực."
            ),
        ),
    ],
)
def test_outside_the_letters_one_is_told_where_to_ask(question: str, said: str) -> None:
    reply = asked_reply(answer(question), TODAY)
    assert told(reply) == said
    assert reply.clauses == ()


def test_the_units_own_receiving_office_is_named() -> None:
    reply = asked_reply(answer("ho so lam may bo"), TODAY, office="Ban Thi đua")
    assert "Anh/chị hỏi Ban Thi đua hoặc" in told(reply)


def test_who_is_under_discipline_is_told_of_the_national_principle_with_its_source() -> None:
    reply = asked_reply(answer("Người đang bị kỷ luật có được đề nghị khen không"), TODAY)
    assert "theo Cổng PBGDPL Cần Thơ" in told(reply)
    assert "Hai công văn không nói về người đang bị xem xét kỷ luật" in told(reply)
    assert reply.clauses == ()


SHELF = Shelf.of(
    [
        Piece(1, "Quy chế thi đua của xã", label="Điều 5, khoản 2", text="Quỹ khen thưởng " * 60),
        Piece(
            1, "Quy chế thi đua của xã", label="", text="Giấy khen kèm tiền thưởng 300.000 đồng."
        ),
    ]
)


def test_a_letter_of_the_office_answers_where_the_two_are_silent() -> None:
    reply = asked_reply(answer("giấy khen kèm tiền thưởng bao nhiêu tiền", own=SHELF), TODAY)
    assert told(reply).startswith("**Quy chế thi đua của xã** (văn bản đơn vị tự thêm)\n«Giấy khen")
    assert "Chưa mã hóa thành quy tắc" in told(reply)


def test_a_long_piece_is_cut_for_a_phone() -> None:
    piece = Piece(1, "Quy chế", label="Điều 5", text="quỹ khen thưởng của đơn vị " * 60)
    reply = asked_reply(answer("quỹ khen thưởng của đơn vị", own=Shelf.of([piece])), TODAY)
    assert told(reply).startswith("**Quy chế, Điều 5**")
    assert "…»" in told(reply)


def test_a_letter_of_the_office_stands_behind_the_two() -> None:
    own = Shelf.of([Piece(1, "Quy chế", label="Điều 1", text="Khen đột xuất trình trong 10 ngày.")])
    reply = asked_reply(answer("khen đột xuất 10 ngày tính sao", own=own), TODAY)
    assert told(reply).startswith("**Công văn UBND tỉnh 5/2022, mục 2, ý 4**")
    assert "**Quy chế, Điều 1**" in told(reply)


@pytest.mark.parametrize(
    "question", ["hạn 10 ngày tính sao?", "ho so lam may bo", "đang bị kỷ luật"]
)
@pytest.mark.parametrize("language", languages())
def test_each_reply_is_there_in_both_languages_with_the_ways_given(
    question: str, language: str
) -> None:
    ways = ((go("menu"),),)
    reply = asked_reply(answer(question), TODAY, ways=ways)
    assert told(reply, language)
    assert reply.choices[-1:] == ways
