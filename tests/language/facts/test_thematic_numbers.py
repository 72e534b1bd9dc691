"""How many are asked for, allowed and agreed to, however the numbers are told."""

from __future__ import annotations

from typing import Final

import pytest

from language.facts.passage import read_passage
from language.facts.role_words import Role
from language.facts.roles import counted
from language.fold import fold

ASKED, ALLOWED, AGREED = Role.PROPOSED, Role.ALLOWED, Role.AGREED
NUMBERS: Final = (
    (
        "Lúc đầu định đưa 9 người, sau họp Hội đồng bỏ 2 người, chốt 2 tập thể, 7 cá nhân.",
        {ASKED: [2, 7]},
    ),
    ("Hướng dẫn đủ sáu nội dung, chốt 2 tập thể, 3 cá nhân.", {ALLOWED: [2, 3]}),
    ("Ban đầu có 12 hồ sơ, Hội đồng loại 4, còn lại 8 người trình huyện.", {ASKED: [8]}),
    ("Danh sách rút từ 10 xuống còn 6 cá nhân.", {ASKED: [6]}),
    ("Danh sách gồm 3 tập thể và 5 cá nhân, gửi huyện.", {ASKED: [3, 5]}),
    ("UBND tỉnh tặng bằng khen cho: 2 tập thể; 3 cá nhân.", {ASKED: [2, 3]}),
    (
        "Số lượng được khen: 02 tập thể, 05 cá nhân. Đề nghị khen: 02 tập thể, 06 cá nhân.",
        {ALLOWED: [2, 5], ASKED: [2, 6]},
    ),
    ("8 người được chọn đều trực tiếp làm ở xã.", {ASKED: [8]}),
    ("4 cá nhân được Hội đồng bình chọn, hướng dẫn cho 4.", {ASKED: [4], ALLOWED: [4]}),
    ("Sở Nội vụ đã thống nhất tiêu chuẩn, số lượng 6 cá nhân.", {AGREED: [6]}),
    ("Sở Nội vụ có công văn đồng ý cả tiêu chuẩn lẫn số lượng 2 tập thể.", {AGREED: [2]}),
    ("Sở Nội vụ thống nhất tiêu chuẩn và chốt 4 cá nhân.", {AGREED: [4]}),
    ("Sở Nội vụ thống nhất rồi, xã chốt 4 cá nhân.", {ASKED: [4]}),
    ("Giám đốc sở tự tặng giấy khen theo thẩm quyền cho 10 cá nhân.", {ASKED: [10]}),
    ("Hướng dẫn phân bổ 2 tập thể, xã em trình 3 tập thể.", {ALLOWED: [2], ASKED: [3]}),
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_each_number_has_its_part(text: str, numbers: dict[Role, list[int]], *, bare: bool) -> None:
    found: dict[Role, list[int]] = {}
    for one in counted(read_passage(fold(text) if bare else text)):
        if one.role in (ASKED, ALLOWED, AGREED):
            found.setdefault(one.role, []).append(one.number)
    assert found == numbers
