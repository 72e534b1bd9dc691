"""Whose goods were saved: one's own are no rescue, those of others are one in his house too."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from language.facts.whole import read_message
from language.fold import fold

TODAY = date(2024, 9, 20)


def first(text: str) -> dict[str, Any]:
    told = read_message(f"{text} Khen đột xuất anh Tú được không?", TODAY, kind="surprise")
    return dict(told.nominees[0])


@pytest.mark.parametrize(
    "text",
    [
        (
            "Lũ lên hôm 12/9, anh Hoàng Văn Tú dắt 3 con bò của chính nhà anh lên đồi, nhà khác "
            "không bị gì. Anh xin khen vì dũng cảm cứu tài sản."
        ),
        (
            "Đêm 12/9 nước ngập, anh Hoàng Văn Tú lội ra kéo đàn lợn của gia đình mình lên, các hộ "
            "xung quanh không bị ảnh hưởng gì, anh cho là cứu tài sản."
        ),
        (
            "Ngày 12/9 cháy chuồng, anh Hoàng Văn Tú lao vào đưa 2 con trâu của nhà mình ra, cứu "
            "được hết; nhà bên cạnh không sao."
        ),
        (
            "Ngày 12/9 cháy bếp, anh Hoàng Văn Tú xông vào cứu cái xe của chính mình ra, nhà hàng "
            "xóm chẳng hề thiệt hại."
        ),
    ],
)
def test_only_what_is_his_own_is_no_rescue(text: str) -> None:
    for spoken in (text, fold(text)):
        assert first(spoken).get("ground") == "none", spoken


@pytest.mark.parametrize(
    "text",
    [
        (
            "Nhà trọ của anh Hoàng Văn Tú cháy đêm 12/9, anh quay vào dắt 5 xe đạp của học sinh "
            "gửi ở đó ra, còn đồ của anh thì cháy sạch. Có người bảo cứu ở nhà mình thì không tính."
        ),
        "Đêm 12/9 nhà anh Hoàng Văn Tú cháy, anh Tú lao vào kéo 3 xe máy của khách trọ ra.",
        (
            "Ngày 12/9 cháy nhà, anh Hoàng Văn Tú xông vào cứu máy tính của mấy sinh viên ở trọ "
            "ra. Họ bảo cứu đồ ở nhà mình thì không được khen."
        ),
    ],
)
def test_goods_of_others_brought_out_of_his_house_are_a_rescue(text: str) -> None:
    for spoken in (text, fold(text)):
        assert first(spoken).get("ground") == "brave_rescue", spoken
