"""Whether those proposed on an anniversary are truly typical and outstanding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.marked import cue

_GOOD: Final = r"(?:tiêu biểu|nổi bật|nổi trội|vượt trội|xuất sắc nhất|nổi bật nhất)"
_OUTSTANDING: Final = cue(
    rf"(?:thực sự|thật sự|rất|đều|quả thực|đúng là)(?: (?:thực sự|là|rất|thật sự|xuất sắc,?))*"
    rf" {_GOOD}(?:,? (?:và )?{_GOOD})?|{_GOOD},? (?:và )?{_GOOD}|thành tích (?:rất )?{_GOOD}"
    rf"|{_GOOD}"
)
_NOT: Final = cue(
    rf"(?:không|chưa|chẳng|ko|đâu)(?: (?:có|gì|hẳn|phải|thực sự|thật sự|được|thấy|ai|hề"
    rf"|thành tích|là"
    rf"|đến mức|thể gọi là)){{0,5}} {_GOOD}(?:,? (?:và )?{_GOOD})?"
    r"|thành tích (?:cũng |chỉ |khá |ở mức |thì )*(?:bình thường|làng nhàng|trung bình"
    r"|như mọi người)"
    r"|chia đều|luân phiên|đến lượt|cào bằng|(?:cho|để) (?:có phong trào|vui|động viên là chính"
    r"|đủ số)"
    r"|(?:cũng|chỉ|đều) (?:ở mức )?bình thường|không có gì (?:đặc biệt|hơn)|mỗi (?:phòng"
    r"|đơn vị) một"
)


def read_outstanding(passage: Passage) -> Iterator[Heard]:
    """`outstanding`, yes or no; where both are said it is uncertain."""
    against = [m.span() for m in _NOT.finditer(passage.text)]
    told = [
        m.span()
        for m in _OUTSTANDING.finditer(passage.text)
        if not any(start < m.end() and m.start() < end for start, end in against)
    ]
    if against:
        yield Heard("outstanding", value=False, spans=tuple(against), sure=not told)
    elif told:
        yield Heard("outstanding", value=True, spans=tuple(told))
