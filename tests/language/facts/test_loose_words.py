"""Lacks told in pictures: the officer's word that the rest is met does not pass over them."""

from __future__ import annotations

from datetime import date

import pytest

from language.facts.loose_words import is_loose
from language.facts.passage import read_passage
from language.facts.whole import read_message
from language.fold import fold

TODAY = date(2026, 11, 21)
CASE = (
    "Tổng kết phong trào thi đua xây dựng nông thôn mới, trình huyện tặng giấy khen 3 cá nhân,"
    " {}, các điều kiện khác đủ."
)
PICTURES = (
    *("giấy tờ còn lỏng lẻo lắm", "hồ sơ chưa đâu vào đâu", "hồ sơ mới có cái khung"),
    *("mọi thứ còn nằm trên giấy", "thủ tục nửa vời", "làm cho có thôi", "hồ sơ chẳng ra sao"),
    *("thủ tục rối như tơ vò", "giấy tờ thì tay trắng", "hồ sơ như con số 0", "còn lỗ hổng"),
    *("giấy tờ chưa chỉn chu", "hồ sơ chưa tới đâu", "cái gì cũng dang dở"),
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("picture", PICTURES)
def test_what_is_lacking_in_a_picture_is_not_covered(picture: str, *, bare: bool) -> None:
    text = CASE.format(picture)
    told = read_message(fold(text) if bare else text, TODAY)
    assert told.facts.get("others_met") is not True


@pytest.mark.parametrize("words", ["giấy tờ đâu vào đấy", "hồ sơ chặt chẽ", "hồ sơ chỉn chu"])
def test_praise_of_the_papers_is_still_covered(words: str) -> None:
    assert read_message(CASE.format(words), TODAY).facts["others_met"] is True


@pytest.mark.parametrize("text", ["không hề lỏng lẻo", "hết lộn xộn", "chẳng có lỗ hổng nào"])
def test_a_picture_that_is_denied_is_no_lack(text: str) -> None:
    assert is_loose(read_passage("giấy tờ lỏng lẻo"))
    assert not is_loose(read_passage(text))
