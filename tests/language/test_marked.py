"""Words that read alike without their marks are told apart by them."""

from __future__ import annotations

from itertools import combinations

import pytest

from language.marked import UnknownSpellingError, cue, marked

WORDS = (
    *("vẫn", "văn", "sẽ", "sẻ", "cần", "cán", "căn", "biết", "biệt", "nháp", "nhập", "sắp", "sáp"),
    *("thôi", "thời", "trừ", "trụ", "trú", "muốn", "muộn", "khác", "khắc", "nợ", "nở", "cùng"),
    *("cả", "có", "cứ", "cũ", "cá", "cơ", "đã", "đủ", "để", "đi", "đê", "đó", "dì", "bà", "bị"),
    *("bộ", "hộ", "hđ", "họ", "ra", "rõ", "là", "lũ", "chưa", "chữa"),
)


def test_words_with_marks_of_their_own_are_told_apart() -> None:
    alike = [pair for pair in combinations(WORDS, 2) if marked(pair[0]) == marked(pair[1])]
    assert alike == []


def test_a_word_typed_without_marks_may_be_any_of_its_spellings() -> None:
    assert cue("chưa").search(marked("chua co ke hoach"))
    assert cue("chữa").search(marked("phong chay chua chay"))
    assert not cue("chữa").search(marked("chưa có kế hoạch"))


def test_a_cue_of_a_spelling_that_is_not_listed_is_refused() -> None:
    with pytest.raises(UnknownSpellingError):
        cue("chừa")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("chưa", "Chua co hướng dẫn khen thưởng, đã phát động"),
        ("chưa", "kế hoạch chua ban hành, hội đồng đã họp"),
        ("chưa họp", "đã tổng kết nhưng chua hop Hội đồng"),
        ("không có", "phong trào khong co kế hoạch bằng văn bản"),
        ("đã", "hội đồng da họp, biên bản đầy đủ"),
        ("đủ", "hướng dẫn du 6 nội dung của công văn"),
    ],
)
def test_a_word_left_without_marks_among_others_with_them_may_be_any(word: str, text: str) -> None:
    assert cue(word).search(marked(text))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("đủ", "phong trào phát triển du lịch cộng đồng ở xã"),
        ("đã", "hội nạn nhân chất độc da cam của huyện"),
        ("chưa", "hộ làm sữa chua được khen thưởng"),
        ("cho", "ban chỉ huy gửi chợ phiên về bản"),
        ("còn", "con đường bê tông được mở rộng"),
    ],
)
def test_a_word_that_has_no_marks_is_not_taken_for_one_that_has(word: str, text: str) -> None:
    assert not cue(word).search(marked(text))
