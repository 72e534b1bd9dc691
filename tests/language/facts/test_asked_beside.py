"""A question beside a case is told from the case, and from words that only sound like one."""

from __future__ import annotations

import pytest

from language.facts.asked_beside import asked_beside

TOLD = "Hôm qua anh Hải cứu 2 cháu, khen đột xuất được không?"


@pytest.mark.parametrize(
    ("begins", "asked"),
    [
        ("Ngoài ra cho em hỏi", "hồ sơ chuyên đề phải gửi trước lễ trao bao nhiêu ngày?"),
        ("Tiện thể anh cho em hỏi thêm", "sáng kiến cũ có dùng lại để khen được không?"),
        ("Em xin hỏi thêm:", "khen chuyên đề thì có cần tổng kết không?"),
        ("Ngoai ra cho em hoi", "ho so chuyen de phai gui truoc le trao bao nhieu ngay?"),
    ],
)
def test_what_is_asked_beside_is_cut_off(begins: str, asked: str) -> None:
    assert asked_beside(f"{TOLD} {begins} {asked}")[1] == asked
    assert asked_beside(f"{TOLD} {begins} {asked}")[0].startswith("Hôm qua anh Hải cứu 2 cháu")


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "Em hỏi thêm anh Hải cứu 2 cháu đuối nước hôm qua khen đột xuất được không",
        f"{TOLD} Còn chị Hoa hỏi thăm nạn nhân",
        f"{TOLD} Ngoài ra cho em hỏi lương của giáo viên hợp đồng bao giờ tăng?",
        f"{TOLD} Ngoài ra cho em hỏi " + "hồ sơ gửi trước bao nhiêu ngày " * 80,
        "",
    ],
)
def test_what_asks_nothing_of_the_letters_stays(text: str) -> None:
    assert asked_beside(text) == (text, None)
