"""Which award a message is about: a surprise one, a thematic one, or one given in the past."""

from __future__ import annotations

from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.marked import cue

_NAMED: Final = {
    "surprise": (cue(r"đột xuất"), 6),
    "thematic": (cue(r"(?:theo )?chuyên đề"), 6),
    "revocation": (cue(r"thu hồi|hủy(?: bỏ)?|huỷ(?: bỏ)?|tước|rà soát"), 5),
}
_HINTS: Final = {
    "surprise": cue(r"cứu|dũng cảm|đuối nước|đám cháy|chữa cháy|bắt (?:cướp|trộm)|lũ|sạt lở"),
    "thematic": cue(
        r"phong trào|thi đua|tổng kết|sơ kết|hướng dẫn(?: khen thưởng)?|kế hoạch|phát động"
        r"|kỷ niệm|đại hội|hội nghị|hội thảo|diễn đàn|chương trình|dự án|sở nội vụ|ban chỉ đạo"
    ),
    "revocation": cue(r"kỷ luật|vi phạm|bị (?:xử lý|kết án)|hình sự|đã được (?:tặng|khen)"),
}


def read_kind(passage: Passage) -> Heard | None:
    """The kind with most to speak for it, and the words that do; None where nothing does."""
    best: tuple[int, str, list[tuple[int, int]]] | None = None
    for kind, (named, weight) in _NAMED.items():
        strong = [m.span() for m in named.finditer(passage.text)]
        weak = [m.span() for m in _HINTS[kind].finditer(passage.text)]
        score = weight * bool(strong) + len(weak)
        if score and (best is None or score > best[0]):
            best = (score, kind, [*strong, *weak])
    return None if best is None else Heard("kind", best[1], tuple(best[2]))
