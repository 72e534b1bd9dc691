"""Corrections: only those that say they are one, with the fact and the value they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.corrections import TARGETS, Correction, read_correction
from language.fold import fold

SAID = {
    "sửa ngày thành 12/11": Correction("achieved_on", "12/11"),
    "Sửa ngày lập thành tích thành hôm qua": Correction("achieved_on", "hôm qua"),
    "đổi ngày sang 13/11": Correction("achieved_on", "13/11"),
    "sửa ngày: 12/11": Correction("achieved_on", "12/11"),
    "sửa ngày": Correction("achieved_on", ""),
    "sửa ngày công nhận thành 15/11": Correction("recognized_on", "15/11"),
    "sửa tổng số thành 19": Correction("forces_total", "19"),
    "sửa tổng số từ 18 thành 19": Correction("forces_total", "19", "18"),
    "sửa số người 12 thành 13": Correction("participants", "13", "12"),
    "sửa tên thành Nông Văn Hải": Correction("name", "Nông Văn Hải"),
    "sửa tên Nông Văn Hải": Correction("name", "Nông Văn Hải"),
    "sửa 12 thành 13": Correction(None, "13", "12"),
    "sửa lại 13": Correction(None, "13"),
    "nhầm, 13 người": Correction(None, "13 người"),
    "em nhầm rồi, 13 người": Correction(None, "13 người"),
    "à nhầm 13": Correction(None, "13"),
    "xin lỗi, nhầm: 13": Correction(None, "13"),
    "nhầm ngày là 12/11": Correction("achieved_on", "12/11"),
    "không phải 12 mà 13": Correction(None, "13", "12"),
    "không phải 12 mà là 13 người": Correction(None, "13 người", "12"),
    "nhầm, không phải 12 mà 13": Correction(None, "13", "12"),
    "13 chứ không phải 12": Correction(None, "13", "12"),
    "sai rồi, 13 người": Correction(None, "13 người"),
    "sai rồi 13 người": Correction(None, "13 người"),
    "không đúng, tổng số là 19 người": Correction("forces_total", "19 người"),
    "không phải, 13 người": Correction(None, "13 người"),
    "sai ngày rồi, ngày 14/11 mới đúng": Correction(None, "ngày 14/11"),
    "ngày đúng là 14/11": Correction("achieved_on", "14/11"),
    "tổng số đúng là 19 nhé": Correction("forces_total", "19"),
    "thực ra là ngày 14/11": Correction(None, "ngày 14/11"),
    "thực ra chỉ có 11 người": Correction(None, "11 người"),
    "à không, 11 người": Correction(None, "11 người"),
    "sửa lại giúp em tổng số thành 19": Correction("forces_total", "19"),
    "13 người mới đúng": Correction(None, "13 người"),
    "tên đúng là Nông Văn Hào": Correction("name", "Nông Văn Hào"),
    "tên đúng của bà Lả là Lý Thị La": Correction("name", "Lý Thị La", "bà Lả"),
    "Ông Hải tên đúng là Nông Văn Hào": Correction("name", "Nông Văn Hào", "Ông Hải"),
    "sai tên, Nông Văn Hào mới đúng": Correction("name", "Nông Văn Hào"),
    "ghi sai tên bà Lả, Lý Thị La mới đúng": Correction("name", "Lý Thị La", "bà Lả"),
    "tên Nông Văn Hào mới đúng": Correction("name", "Nông Văn Hào"),
    "nhầm, tên Vi Văn Thành": Correction("name", "Vi Văn Thành"),
    "sửa tên bà Lả thành Lý Thị La": Correction("name", "Lý Thị La", "bà Lả"),
    "sửa tên Vi Văn Sang thành Vi Văn Sáng": Correction("name", "Vi Văn Sáng", "Vi Văn Sang"),
}


@pytest.mark.parametrize(("text", "correction"), SAID.items())
def test_a_correction_names_its_fact_and_its_value(text: str, correction: Correction) -> None:
    assert read_correction(text) == correction


@pytest.mark.parametrize("text", [text for text in SAID if "tên" not in text])
def test_a_correction_is_heard_without_marks(text: str) -> None:
    heard, typed = read_correction(fold(text)), SAID[text]
    assert heard is not None
    assert (heard.target, heard.value_text) == (typed.target, fold(typed.value_text))


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("sai rồi, bà Lả không tham gia", Correction(None, "bà Lả không tham gia")),
        ("không phải ông Hải mà là ông Hào", Correction(None, "ông Hào", "ông Hải")),
        ("à quên, còn bà Lả nữa", Correction(None, "bà Lả nữa", adds=True)),
        ("wrong, Mrs Lả took no part", Correction(None, "Mrs Lả took no part")),
        ("not Hải but Hào", Correction(None, "Hào", "Hải")),
        ("the right name is Nông Văn Hào", Correction("name", "Nông Văn Hào")),
        ("I forgot, also Triệu Văn Ba", Correction(None, "Triệu Văn Ba", adds=True)),
        ("SỬA TÊN THÀNH VI VĂN LÀ", Correction("name", "VI VĂN LÀ")),
    ],
)
def test_what_is_wrong_of_somebody_is_a_correction(text: str, correction: Correction) -> None:
    assert read_correction(text) == correction


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_every_fact_can_be_named(name: str) -> None:
    assert read_correction(f"sua {name} thanh x1") == Correction(TARGETS[name], "x1")


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "sửa",
        "nhầm",
        "không phải",
        "sửa số liệu",
        "Nhâm Văn An",
        "Đội dân quân là tập thể",
        "doi dan quan la tap the",
        "Thầy Hải là giáo viên",
        "",
        "không phải " * 400,
        "không đúng",
        "sai số liệu",
        "chưa đúng với hướng dẫn",
        "không phải người của xã",
        "tên đúng là gì?",
    ],
)
def test_an_answer_is_no_correction(text: str) -> None:
    assert read_correction(text) is None


_WORDS = st.sampled_from(
    [
        "sửa",
        "đổi",
        "nhầm",
        "không",
        "phải",
        "mà",
        "là",
        "thành",
        "ngày",
        "tổng",
        "số",
        "tên",
        "từ",
        "12",
        "13",
        ",",
        ":",
        "lại",
        "chứ",
        "số",
        "người",
    ]
)


@given(st.lists(_WORDS, max_size=14))
def test_any_heap_of_such_words_gives_a_correction_of_words_that_were_said(
    words: list[str],
) -> None:
    text = " ".join(words)
    correction = read_correction(text)
    if correction is not None:
        assert fold(correction.value_text) in fold(text)
        assert correction.target or correction.value_text


@given(st.text(max_size=500))
def test_no_text_raises(text: str) -> None:
    correction = read_correction(text)
    assert correction is None or correction.target or correction.value_text


def test_a_long_text_is_no_correction() -> None:
    for piece in ("nhầm ", "không phải ", "sửa ", "mà ", "dạ "):
        assert read_correction((piece * 5000)[:5000]) is None, piece
