"""The wish to propose somebody, before anything of the case is told."""

from __future__ import annotations

from typing import Final

from language.marked import cue, marked

_LONGEST: Final = 300
_WISH: Final = cue(
    r"(?:muốn|xin|cần|định|đang|chuẩn bị|nhờ|giúp em|giúp tôi|hướng dẫn em|hướng dẫn tôi)"
    r"(?: (?:được|phép|anh|chị|em|tôi|hướng dẫn|giúp))*"
    r" (?:đề nghị|đề xuất|xét|làm|lập|trình|xin|khen)(?: (?:hồ sơ|đơn|thủ tục|đề nghị|xét))*"
    r" ?(?:khen|khen thưởng|bằng khen|giấy khen)"
)
_ASKS: Final = cue(
    r"thế nào|ra sao|những gì|cái gì|bao nhiêu|bao lâu|mấy|khi nào|ở đâu|đi đâu|ai|vì sao|tại sao"
    r"|được không|có được|phải không|được chưa|quy định"
)


def wishes_to_propose(text: str) -> bool:
    """`tôi muốn đề nghị khen thưởng cho một anh dân quân`: a wish, and no question of the rules."""
    if len(text) > _LONGEST or "?" in text:
        return False
    said = marked(text)
    return bool(_WISH.search(said)) and not _ASKS.search(said)
