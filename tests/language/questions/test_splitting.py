"""A letter is taken apart at its own marks, and every word of it is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from language.fold import clean
from language.questions.splitting import MOST_PIECES, MOST_SIGNS, split

RULES = """# QUY CHẾ thi đua, khen thưởng

## Chương II. Khen thưởng

**Điều 5.** Quỹ khen thưởng

1. Quỹ thi đua, khen thưởng của xã trích từ ngân sách
hằng năm.

2. Mức tiền thưởng kèm giấy khen là 300.000 đồng.
a) Đối với cá nhân;
b) Đối với tập thể.

* Nộp hồ sơ một bộ.
- Gửi Văn phòng.

Điều 6. Hiệu lực
"""


def test_each_piece_has_its_place_and_its_words() -> None:
    assert split(RULES) == (
        ("", "QUY CHẾ thi đua, khen thưởng"),
        ("Chương II", "Chương II. Khen thưởng"),
        ("Chương II, Điều 5", "Điều 5. Quỹ khen thưởng"),
        (
            "Chương II, Điều 5, khoản 1",
            "1. Quỹ thi đua, khen thưởng của xã trích từ ngân sách hằng năm.",
        ),
        ("Chương II, Điều 5, khoản 2", "2. Mức tiền thưởng kèm giấy khen là 300.000 đồng."),
        ("Chương II, Điều 5, khoản 2, điểm a", "a) Đối với cá nhân;"),
        ("Chương II, Điều 5, khoản 2, điểm b", "b) Đối với tập thể."),
        ("Chương II, Điều 5, khoản 2, điểm b, ý 1", "- Nộp hồ sơ một bộ."),
        ("Chương II, Điều 5, khoản 2, điểm b, ý 2", "- Gửi Văn phòng."),
        ("Chương II, Điều 6", "Điều 6. Hiệu lực"),
    )


def test_dashes_are_counted_anew_in_each_item() -> None:
    labels = [label for label, _ in split("1. Một\n- a là\n- b là\n2. Hai\n- c là")]
    assert labels == ["khoản 1", "khoản 1, ý 1", "khoản 1, ý 2", "khoản 2", "khoản 2, ý 1"]


def test_a_number_within_a_sentence_opens_nothing() -> None:
    assert split("Trong 10 ngày\n2022 là năm đầu. 5.000 đồng") == (
        ("", "Trong 10 ngày 2022 là năm đầu. 5.000 đồng"),
    )


def test_signs_without_words_are_no_piece() -> None:
    assert split("---\n\n* * *\n\n") == ()


def test_a_long_piece_is_cut_where_a_sentence_ends() -> None:
    pieces = split("Câu này dài vừa phải. " * 2000)
    assert len(pieces) > 1
    assert all(len(words) <= MOST_SIGNS and words.endswith(".") for _, words in pieces)
    unbroken = split("x" * (2 * MOST_SIGNS + 1))
    assert [len(words) for _, words in unbroken] == [MOST_SIGNS, MOST_SIGNS, 1]


def test_more_pieces_than_are_searched_are_left_out() -> None:
    assert len(split("\n\n".join(f"đoạn {n}" for n in range(MOST_PIECES + 5)))) == MOST_PIECES


@given(st.text(max_size=400))
def test_any_text_is_taken_apart_and_its_letters_are_kept(text: str) -> None:
    kept = "".join(words for _, words in split(text))
    assert [c for c in kept if c.isalnum()] == [
        c for line in text.splitlines() for c in clean(line) if c.isalnum()
    ]
