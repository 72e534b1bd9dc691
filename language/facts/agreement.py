"""What Sở Nội vụ agrees to: the criteria and the number of those to be praised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.marked import cue
from language.searching import Cue

_HOME_AFFAIRS: Final = cue(r"sở nội vụ|snv|sở nv")
_AGREE: Final = cue(
    r"(?:thống nhất|đồng ý|nhất trí|chấp thuận|hiệp y|trả lời|xin ý kiến|có ý kiến|lấy ý kiến"
    r"|thỏa thuận|hỏi ý kiến|trao đổi|chốt)"
)
NO: Final = cue(
    r"(?:chưa|không|ko|chẳng|quên|thiếu|đang|chờ|đợi|từ chối|chả)"
    r"(?: (?:hề|có|được|thấy|kịp|chịu|chờ|xin|lấy|muốn|dám|cần|kịp|gửi)){0,3}"
)
_CRITERIA: Final = cue(r"tiêu chuẩn|tiêu chí|điều kiện tiêu chuẩn|đối tượng")
_QUANTITY: Final = cue(r"số lượng|con số|số (?:người|tập thể|cá nhân|suất)|sl")
_BOTH: Final = (("home_affairs_criteria", _CRITERIA), ("home_affairs_quantity", _QUANTITY))
_SETTLES: Final = cue(r"thống nhất|đồng ý|nhất trí|chấp thuận|hiệp y")

GUIDANCE: Final = cue(r"(?:hướng dẫn|hd)(?: (?:khen thưởng|khen|kt))?")
_BUT: Final = cue(r"còn|nhưng|riêng|mà")
_ASKS: Final = cue(
    r"(?:có|liệu|thế)(?: (?:bắt buộc|phải|cần|nhất thiết|nên|buộc|được)){1,3}(?: \w+){0,2}"
    r"|(?:phải|cần|bắt buộc)(?: (?:có|xin|được|đợi))?"
)
CLOSE: Final = 34


def read_agreement(passage: Passage) -> Iterator[Heard]:
    """Sở Nội vụ's agreement to criteria and quantity (LS2022.1.b)."""
    for agreed in _AGREE.finditer(passage.text):
        sentence = passage.sentence(agreed.start())
        if not _HOME_AFFAIRS.search(passage.text, *sentence):
            continue
        if _is_asked(passage, agreed.start(), sentence):
            continue
        yield from _agreed(passage, agreed, sentence)


def _is_asked(passage: Passage, place: int, sentence: Span) -> bool:
    """`có bắt buộc phải thống nhất với Sở Nội vụ không?`."""
    if not passage.text[: sentence.end].rstrip().endswith("?"):
        return False
    return any(m.end() + 1 >= place for m in _ASKS.finditer(passage.text, sentence.start, place))


def _agreed(passage: Passage, agreed: re.Match[str], sentence: Span) -> Iterator[Heard]:
    guidance = GUIDANCE.search(passage.text, sentence.start, agreed.start())
    if guidance and agreed.start() - guidance.end() < CLOSE:
        return
    office = _HOME_AFFAIRS.search(passage.text, *sentence)
    told = [agreed.span(), *([office.span()] if office else [])]
    denied = just_before(passage, NO, agreed.start(), sentence.start)
    parts = {path: _part(passage, pattern, agreed, sentence) for path, pattern in _BOTH}
    if not denied and not _SETTLES.fullmatch(agreed[0]) and not _own_denied(passage, parts, agreed):
        return  # asked or answered is not agreed
    if not any(parts.values()):
        if denied or (_SETTLES.fullmatch(agreed[0]) and not _counts(passage, agreed, sentence)):
            for path in parts:
                yield Heard(
                    path, _value(office, agreed, denied), (*told, *((denied,) if denied else ()))
                )
        return
    for path, part in parts.items():
        if part:
            no = _own_no(passage, part, agreed) or denied
            yield Heard(path, _value(office, agreed, no), (*told, part, *((no,) if no else ())))


def _own_denied(
    passage: Passage, parts: dict[str, tuple[int, int] | None], agreed: re.Match[str]
) -> bool:
    return any(part and _own_no(passage, part, agreed) for part in parts.values())


def _value(office: re.Match[str] | None, agreed: re.Match[str], no: tuple[int, int] | None) -> str:
    """What Sở Nội vụ itself does not agree to is refused; what nobody asked is not there yet."""
    if no is None:
        return "done"
    refuses = agreed.string[slice(*no)].startswith("khon") and _SETTLES.fullmatch(agreed[0])
    return "refused" if refuses and office and office.start() < no[0] else "not_yet"


def _counts(passage: Passage, agreed: re.Match[str], sentence: Span) -> bool:
    return re.search(r"\d", passage.text[agreed.end() : sentence.end][:CLOSE]) is not None


def _own_no(
    passage: Passage, part: tuple[int, int], agreed: re.Match[str]
) -> tuple[int, int] | None:
    """`còn số lượng thì Sở chưa trả lời`: between the part and the next comma."""
    if part[0] < agreed.start():
        return None
    end = passage.text.find(",", part[1])
    end = passage.sentence(part[0]).end if end < 0 else end
    found = NO.search(passage.text, part[1], min(end, part[1] + CLOSE))
    return found.span() if found else None


def _part(
    passage: Passage, pattern: Cue, agreed: re.Match[str], sentence: Span
) -> tuple[int, int] | None:
    """The part agreed to: the first after the verb, else one in the same clause before it."""
    after = pattern.search(passage.text, agreed.end(), sentence.end)
    if after:
        return after.span()
    for match in pattern.finditer(passage.text, sentence.start, agreed.start()):
        gap = _CRITERIA.sub("", _QUANTITY.sub("", passage.text[match.end() : agreed.start()]))
        if not re.search("[,;]", gap.lstrip(" ,")) and not _BUT.search(gap):
            return match.span()
    return None


def just_before(passage: Passage, pattern: Cue, place: int, floor: int) -> tuple[int, int] | None:
    for match in pattern.finditer(passage.text, max(floor, place - CLOSE), place):
        gap = passage.text[match.end() : place]
        if "," not in gap and len(gap.split()) <= 2:  # noqa: PLR2004 - words between
            return match.span()
    return None
