"""Bodies proposed by their names, one beside the other."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from language.facts.named_bodies import named_bodies
from language.facts.passage import read_passage
from language.facts.whole import read_message
from language.fold import fold

TODAY: Final = date(2024, 11, 20)
LISTS: Final = (
    (
        "Xã đề nghị: tập thể thôn Co Loi, tập thể thôn Pò Mã, tập thể Trường Mầm non và 3 người.",
        ["tập thể thôn Co Loi", "tập thể thôn Pò Mã", "tập thể Trường Mầm non"],
    ),
    (
        "Đề nghị khen chuyên đề: 1. Chi bộ thôn Nà Mò; 2. Trạm Y tế xã; 3. Ông Lý Văn Páo.",
        ["Chi bộ thôn Nà Mò", "Trạm Y tế xã"],
    ),
    (
        "Trình huyện khen thôn Nà Mò, thôn Pò Mã, Trường Tiểu học Lê Văn Tám và bà Chu Thị Lan.",
        ["thôn Nà Mò", "thôn Pò Mã", "Trường Tiểu học Lê Văn Tám"],
    ),
    (
        "Khen chuyên đề cho 3 tập thể gồm: Trạm Y tế xã, Công an xã, Hội Phụ nữ xã.",
        ["Trạm Y tế xã", "Công an xã", "Hội Phụ nữ xã"],
    ),
    ("Đề nghị huyện tặng giấy khen tập thể Trạm Y tế xã và 2 y sĩ.", ["tập thể Trạm Y tế xã"]),
    ("Phong trào ở thôn Nà Mò, thôn Pò Mã rất tốt, trình huyện khen 2 người.", []),
    ("Trình huyện tặng giấy khen cho 3 cá nhân, trường em ở xa, phòng em đã ký.", []),
    ("Tặng giấy khen ông Lý Văn Páo, thôn Nà Mò, xã Yên Trạch.", []),
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(("text", "listed"), LISTS)
def test_each_body_of_a_list_is_one(text: str, listed: list[str], *, bare: bool) -> None:
    passage = read_passage(fold(text) if bare else text)
    found = [passage.piece(span) for span in named_bodies(passage)]
    assert found == ([fold(one) for one in listed] if bare else listed)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
def test_those_of_a_list_and_the_number_behind_it_are_all_proposed(*, bare: bool) -> None:
    text = "Trình huyện tặng giấy khen chuyên đề cho " + "thôn Nà Mò, thôn Pò Mã và 3 cá nhân."
    told = read_message(fold(text) if bare else text, TODAY, kind="thematic")
    kinds = [(one["type"], one.get("count", 1)) for one in told.nominees]
    assert kinds == [("collective", 1), ("collective", 1), ("individual", 3)]


def test_a_list_longer_than_the_number_told_is_asked() -> None:
    text = "Trình huyện khen chuyên đề 2 tập thể: Trạm Y tế xã, Công an xã, Hội Phụ nữ xã."
    told = read_message(text, TODAY)
    assert [one.fact for one in told.unsure if one.fact.endswith("count")] != []
