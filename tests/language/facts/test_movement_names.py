"""The names of movements tell nothing of the case; a denial beside them does."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from language.facts.movement_names import without_names
from language.facts.passage import read_passage
from language.facts.whole import read_message
from language.fold import fold

TODAY: Final = date(2024, 11, 20)
MET: Final = "các điều kiện khác đủ, trình huyện tặng giấy khen 3 cá nhân."
NAMES: Final = (
    "Xã tổng kết phong trào 5 không 3 sạch,",
    "Hội phụ nữ phát động thi đua xây dựng gia đình 5 không, 3 sạch,",
    "Phong trào 3 không đã tổng kết,",
    'Mô hình "4 không, 2 có" đã tổng kết,',
    "Chuyên đề xây dựng chi hội 5 không 3 sạch và 3 không đã tổng kết,",
    'Phong trào thi đua "Không để ai bị bỏ lại phía sau":',
    "Phong trào Cả nước vì người nghèo - Không để ai bị bỏ lại phía sau,",
    "Đợt thi đua không một ai bị bỏ lại ở phía sau,",
    "Cuộc vận động nói không với rác thải nhựa,",
    "Phong trào xây dựng khu dân cư không ma túy, không tội phạm,",
    "Phong trào trường học không khói thuốc lá,",
    "Phong trào thi đua Tuyến đường không rác,",
    "Đợt thi đua thanh toán không dùng tiền mặt,",
    "Phong trào thi đua 'Chưa giàu không nghỉ',",
    "Đợt thi đua Ngày thứ sáu không viết,",
)


def judged(text: str) -> dict[str, object]:
    return dict(read_message(text, TODAY).facts)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize("name", NAMES)
def test_no_or_not_in_a_name_denies_nothing(name: str, *, bare: bool) -> None:
    text = f"{name} kế hoạch, phát động, hướng dẫn đủ cả, {MET}"
    facts = judged(fold(text) if bare else text)
    assert facts["others_met"] is True
    assert facts["plan"] == facts["launch"] == facts["guidance"] == "done"
    assert facts.get("final_review", "done") == "done"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Phong trào 5 không 3 sạch không có kế hoạch, trình huyện khen 3 người.", "plan"),
        ("Đợt thi đua tháng 5 không có kế hoạch, trình huyện khen 3 người.", "plan"),
        ("Phong trào thi đua hằng năm không có kế hoạch, trình huyện khen 3 người.", "plan"),
        ("Phong trào của thôn 3 không phát động, trình huyện khen 3 người.", "launch"),
        ('Phong trào "3 không" chưa phát động, trình huyện khen 3 người.', "launch"),
        ("Đợt thi đua khu dân cư không ma túy chưa tổng kết, trình 3 người.", "final_review"),
    ],
)
def test_what_is_said_of_the_movement_is_read_beside_its_name(text: str, fact: str) -> None:
    assert judged(text)[fact] in ("not_yet", "refused")
    assert judged(fold(text))[fact] in ("not_yet", "refused")


@pytest.mark.parametrize("name", NAMES)
def test_only_letters_and_digits_are_blotted_out_in_their_places(name: str) -> None:
    passage = read_passage(name)
    plain = without_names(passage)
    assert plain.text != passage.text
    assert len(plain.text) == len(passage.text) == len(plain.folded.text)
    assert plain.folded.original == name
    signs = [i for i, sign in enumerate(passage.folded.text) if not sign.isalnum()]
    assert all(plain.folded.text[i] == passage.folded.text[i] for i in signs)


def test_a_text_without_such_a_name_is_left_as_it_is() -> None:
    passage = read_passage("Trình huyện khen 5, hướng dẫn cho 5 không vượt, được không?")
    assert without_names(passage) is passage
