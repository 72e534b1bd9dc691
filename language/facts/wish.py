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
    return wishes(text) and not _ASKS.search(marked(text))


def wishes(text: str) -> bool:
    """Whether a wish is said, asked beside it or not how to come to it."""
    return len(text) <= _LONGEST and _WISH.search(marked(text)) is not None
