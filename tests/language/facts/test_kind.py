"""Which award a message is about."""

from __future__ import annotations

import pytest

from language.facts.kind import read_kind
from language.facts.passage import read_passage
from language.fold import fold

ROWS = [
    ("Anh Nam cứu 2 cháu bé ngày 12/9, có được khen không?", "surprise"),
    ("Đội kiểm tra đột xuất theo kế hoạch, muốn khen đột xuất cả đội", "surprise"),
    ("Đợt thi đua làm thủy lợi vừa kết thúc, khen đột xuất luôn khỏi chờ tổng kết", "surprise"),
    (
        "Nhân kỷ niệm 20/11 trình khen thưởng đột xuất cho 5 giáo viên, tổng kết cuối năm",
        "surprise",
    ),
    ("Đồng chí chỉ huy trưởng lao vào lửa, thưởng nóng được không?", "surprise"),
    ("Đ/c Huy chỉ huy đội cứu 3 người, khen được không?", "surprise"),
    ("Có kế hoạch, phát động, tổng kết. Khen chuyên đề được chưa?", "thematic"),
    ("Họp đột xuất xong mới ra hướng dẫn khen thưởng phong trào thi đua trồng rừng", "thematic"),
    ("Khen theo chuyên đề cho đội cứu hộ sau hội nghị tổng kết", "thematic"),
    ("Phong trào thi đua rà soát hộ nghèo, thu hồi công nợ có kế hoạch rồi", "thematic"),
    ("Giấy khen chuyên đề năm 2018 của bà D, bà bị kỷ luật năm 2018, có hủy không?", "revocation"),
    (
        "Ông B được bằng khen đột xuất năm 2020 rồi bị kết án, thu hồi bằng khen thế nào?",
        "revocation",
    ),
    ("Anh K bị kỷ luật, giấy khen năm 2017 chưa ai hủy", "revocation"),
    (
        "Anh Q bị cơ quan công an khởi tố, giấy khen tặng ngày 20/1/2021. Có thu hồi không?",
        "revocation",
    ),
    ("xin chào anh chị", None),
    ("không phải 12 mà 13 người", None),
]


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(("text", "kind"), ROWS)
def test_the_kind_is_told(text: str, kind: str | None, *, bare: bool) -> None:
    found = read_kind(read_passage(fold(text) if bare else text))
    assert (found.value if found else None) == kind
