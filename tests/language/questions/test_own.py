"""Letters of an office's own are searched beside the two."""

from __future__ import annotations

from language.fold import fold
from language.questions import Piece, Shelf, answer

PIECES = (
    Piece(1, "Quy chế", label="Điều 5", text="Mức tiền thưởng kèm giấy khen là 300.000 đồng."),
    Piece(1, "Quy chế", label="Điều 6", text="Hồ sơ đề nghị nộp 02 bộ, bản giấy, gửi Văn phòng."),
    Piece(2, "Kế hoạch", label="", text="Phong trào xây dựng nông thôn mới của xã năm 2026."),
)
SHELF = Shelf.of(PIECES)


def best(question: str) -> Piece | None:
    found = answer(question, own=SHELF).own
    return found[0].piece if found else None


def test_what_the_two_letters_do_not_say_may_stand_in_an_own_one() -> None:
    for written in (str, fold):
        assert best(written("giấy khen kèm tiền thưởng bao nhiêu tiền")) == PIECES[0]
        assert best(written("hồ sơ nộp mấy bộ bản giấy")) == PIECES[1]
        assert best(written("phong trào nông thôn mới của xã")) == PIECES[2]


def test_it_is_then_no_question_outside() -> None:
    question = "giấy khen kèm tiền thưởng bao nhiêu tiền"
    assert answer(question).is_outside
    found = answer(question, own=SHELF)
    assert not found.is_outside
    assert found.hits == ()
    assert 0 < found.own[0].score <= 1
    assert answer(question).is_outside


def test_one_shared_word_is_not_enough() -> None:
    assert best("đồng") is None
    assert best("nghỉ phép năm được mấy ngày") is None


def test_an_own_letter_does_not_move_the_two() -> None:
    question = "một sáng kiến được dùng mấy lần"
    assert answer(question, own=SHELF).hits == answer(question).hits


def test_an_empty_shelf_finds_nothing() -> None:
    assert answer("hồ sơ nộp mấy bộ", own=Shelf.of(())).own == ()
