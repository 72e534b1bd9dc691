"""An award given before is not the one asked for: its form, level, day and number are its own."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from language.facts.whole import read_message
from language.fold import fold

TODAY: Final = date(2024, 11, 20)
TOLD: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    (
        "Anh Nông Văn Sáng năm ngoái đã được Giấy khen huyện, nay trình tỉnh tặng bằng khen.",
        {"award_form": "bang_khen", "award_level": "province"},
    ),
    (
        "Trình huyện khen chị Hoàng Thị Lan, năm 2023 chị đã được tỉnh tặng Bằng khen.",
        {"award_form": None, "award_level": "district"},
    ),
    (
        "Đề nghị huyện khen theo chuyên đề cho chị Lan năm ngoái đã được bằng khen tỉnh.",
        {"award_form": None, "award_level": "district"},
    ),
    (
        "Xã trình huyện tặng giấy khen ông Lý Văn Páo. Ông đã có bằng khen của tỉnh từ 3/2022.",
        {"award_form": "giay_khen", "award_level": "district"},
    ),
    (
        "Tập thể thôn Nà Pheo từng được tỉnh tặng bằng khen năm 2021, nay trình huyện khen.",
        {"award_form": None, "award_level": "district"},
    ),
    (
        "Trình huyện tặng giấy khen 3 người; có 1 người vừa nhận bằng khen của Bộ hồi tháng 6.",
        {"award_form": "giay_khen", "award_level": "district", "count": 3},
    ),
    (
        "Năm trước trường có 4 cô được giấy khen ngày 20/11/2023, nay trình tỉnh khen 2 cô.",
        {"award_form": None, "award_level": "province", "count": 2, "ceremony_on": None},
    ),
    (
        "Đã được Hội đồng chọn, đã được huyện đồng ý khen, trình huyện tặng giấy khen 4 người.",
        {"award_form": "giay_khen", "award_level": "district", "count": 4},
    ),
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(("text", "facts"), TOLD)
def test_only_what_is_asked_for_now_is_taken(
    text: str, facts: dict[str, Any], *, bare: bool
) -> None:
    told = read_message(fold(text) if bare else text, TODAY, kind="thematic")
    found = {**told.facts, **(told.nominees[0] if told.nominees else {})}
    assert {name: found.get(name) for name in facts} == facts
