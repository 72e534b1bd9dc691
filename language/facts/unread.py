"""Denials in a message that no fact was read from: then nothing may pass unasked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.facts.role_words import Role
from language.facts.roles import Counted
from language.marked import cue

_DENIAL: Final = cue(
    r"chưa|không|ko|chẳng|thiếu|quên|trừ|ngoại trừ|vượt|thừa|từ chối|quá hạn|hủy"
    r"|(?:ngoài|trước|sau|sai|lệch) (?:thời gian|phạm vi|đối tượng|khoảng|giai đoạn|mốc)"
)
_HARMLESS: Final = cue(
    r"(?:không|ko|chẳng|chưa)(?: (?:hề|có|bị|ai|gì))*"
    r" (?:vướng|đổi|sao|biết|rõ|hiểu|lo|phải|cần|ngại|kỷ luật|ảnh hưởng|liên quan|khó|chỉ|những"
    r"|thay đổi"
    r"|trùng|mới|đề nghị cấp trên|trình huyện|trình tỉnh|trình lên|đề nghị tỉnh|gì khác|tranh cãi"
    r"|dùng|đưa|đòi|yêu cầu|bắt buộc|chịu (?:rút|bỏ|bớt|cắt)|muốn (?:rút|bỏ|bớt|cắt)|nỡ)"
    r"|(?:không|chứ không|ko)(?: (?:hề|có|đề nghị|trình|khen|xin|tặng|phải|cho|tập thể|cấp|lên"
    r"|cả)){1,5}"
    r" (?:ban chỉ đạo|bcđ|cấp trên|trên|huyện|tỉnh|sở|ai)"
    r"|(?:được|đủ|ổn|kịp|đúng|sao|phải|vậy|gì|nào|nữa|khen|trình|hết|rồi|thế)"
    r" (?:không|chưa|ko|k)(?= ?(?:$|[?.,!]|ạ|a/c|a|vậy|nhỉ|hay|các|anh|em|thế))"
    r"|hay (?:không|chưa)|(?:có|là)(?: \w+){0,8} (?:không|chưa)(?=,? (?:hay|hoặc))"
    r"|(?:nghe nói|nghe bảo|người ta (?:nói|bảo)|có người (?:nói|bảo)|anh em (?:nói|bảo))"
    r"(?: \w+){0,10} không(?: \w+){0,3}|chữa cháy|phòng chống|ngoài trời|quá trình|bỏ phiếu|bỏ ra"
    r"|ngoài ra|quá tốt"
    r"|(?:nghĩ|tưởng)(?: \w+){0,3} không (?:vượt|sao|quá)|không (?:được )?quá|không (?:được )?vượt"
)
_MARGIN: Final = 2


def has_unread_denial(passage: Passage, heard: Sequence[Heard]) -> bool:
    """Whether a `chưa` or `không` stands where nothing was read, outside the last question."""
    read = [s for h in heard for s in h.spans]
    read += [m.span() for m in _HARMLESS.finditer(passage.text)]
    for match in _DENIAL.finditer(passage.text):
        start, end = match.span()
        if any(a - _MARGIN <= start and end <= b + _MARGIN for a, b in read):
            continue
        if not _is_asking(passage, start):
            return True
    return False


def has_unread_count(counts: Sequence[Counted], heard: Sequence[Heard]) -> bool:
    """Whether so many people or collectives stand there and nothing tells what for."""
    roles = {c.role for c in counts}
    if Role.OVER in roles and Role.PROPOSED not in roles:
        return True
    read = [s for h in heard for s in h.spans]
    loose = [c for c in counts if c.kind and c.number > 1 and not c.is_explained]
    return any(not any(a <= c.place < b for a, b in read) for c in loose)


def _is_asking(passage: Passage, place: int) -> bool:
    """In the clause that asks: `trình luôn có được không ạ`."""
    sentence = passage.sentence(place)
    words = passage.text[sentence.start : sentence.end].rstrip()
    if not words.endswith("?") and sentence.end < len(passage.text):
        return False
    clause = _last_clause(passage, sentence)
    return clause.holds(place)


def _last_clause(passage: Passage, sentence: Span) -> Span:
    comma = passage.text.rfind(",", sentence.start, sentence.end)
    return Span(max(comma, sentence.start), sentence.end)
