"""An initiative relied on: used before for a title or an award, required, the whole deed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.heard import Heard
from language.facts.initiative_each import each_own
from language.facts.initiative_use import earlier_use, use_unknown
from language.facts.passage import Passage
from language.facts.people import Nominee
from language.marked import cue
from language.searching import Cue

Span = tuple[int, int]

_INITIATIVE: Final = r"(?:sáng kiến|skkn|sk|đề tài(?: nghiên cứu)?|giải pháp kỹ thuật)"
_WORD: Final = cue(_INITIATIVE)
_TITLE: Final = (
    r"(?:danh hiệu|cstđ|chiến sĩ thi đua|chiến sỹ thi đua|lao động tiên tiến|lđtt|tập thể lao động)"
)
_AWARD: Final = r"(?:bằng khen|giấy khen|khen thưởng|hình thức khen|huân chương|khen)"
_USED: Final = (
    r"(?:đã|từng|đã từng|được)(?: \w+){0,3}? (?:dùng|sử dụng|lấy|đưa|xét|tính|nhận|đem|mang)"
    r"(?: \w+){0,14}?"
)
_FOR_TITLE: Final = cue(rf"{_USED} {_TITLE}")
_FOR_AWARD: Final = cue(rf"{_USED} {_AWARD}")
_NEVER: Final = cue(r"(?:chưa|không|chẳng|ko)(?: (?:hề|bao giờ|được))* $")
_NOT_WITHIN: Final = cue(r"chưa|không|chẳng|ko")
_DROPPED: Final = cue(
    rf"(?:không|chẳng|ko|k)(?: (?:hề|có))* (?:dùng|sử dụng|dựa|đưa|tính|lấy|kê|viện|nhắc)"
    rf"(?: (?:tới|đến|vào|lại|hồ sơ|gì))*(?: \w+){{0,2}}? {_INITIATIVE}"
    rf"|{_INITIATIVE}[^.;]{{0,80}}?(?:bỏ hẳn|không đưa vào|không dùng|không sử dụng|để ngoài)"
    rf"|không (?:liên quan|dính)(?: \w+){{0,3}} {_INITIATIVE}"
)
_UNUSED: Final = cue(
    rf"{_INITIATIVE}[^.;]{{0,110}}?(?:chưa (?:hề |từng |bao giờ |một lần )*(?:được |đem )?"
    rf"(?:dùng|sử dụng|xét|đưa|lấy|xin khen|tính)|mới hoàn toàn)"
)
_NEW: Final = cue(
    r"(?:cái|sáng kiến|skkn|sk)(?: (?:mới|khác|kia|thứ hai|mới tinh|này|thứ 2|hai|còn lại)){1,3}"
    r"(?:[^.;]{0,90}? và|,|(?: \w+){0,3}?) (?:chưa|không)(?: (?:hề|từng|được|bao giờ))*"
    r" (?:dùng|sử dụng|xét|đưa)"
)
_OLD_AGAIN: Final = cue(
    r"(?:đưa|dùng|lấy|sử dụng|chọn)(?: (?:lại|vẫn|chính|đúng))* (?:cái|sáng kiến) (?:cũ|đó|đã dùng)"
)
_RECOGNIZED: Final = cue(
    r"(?:đã|được|có)(?: \w+){0,6}? (?:quyết định )?công nhận(?! hoàn| danh| đạt| thành| là cs)"
)
_NOT_RECOGNIZED: Final = cue(
    r"(?:chưa|không)(?: \w+){0,4}? công nhận(?! hoàn| danh| đạt| thành)|công nhận thì chưa"
)
_IS_DEED: Final = cue(
    rf"(?:dùng|lấy|đưa|sử dụng|dựa)(?: (?:đúng|chính|lại|luôn|vào"
    rf"|cũng))*(?: \w+){{0,3}}? ?{_INITIATIVE}"
    r"(?: (?:đó|này|ấy|trên|cũ|nói trên))*(?: (?:ra|để))?(?: (?:làm|là|tính là"
    r"|coi là|viết thành|viết ra|kê thành))(?: \w+){0,2}? thành tích"
    rf"|thành tích (?:duy nhất |chính )?(?:là|chính là|chỉ có)(?: \w+){{0,3}}? {_INITIATIVE}"
    rf"|(?:vì|nhờ|do) (?:có )?{_INITIATIVE}"
    rf"|(?:thành tích|hồ sơ)(?: [^ ,.;?!]+){{0,9}}?"
    r" (?:chỉ|vẻn vẹn|độc|duy nhất|gói gọn|trơ trọi|mỗi)"
    rf"(?: (?!không|chưa)[^ ,.;?!]+){{0,4}}? {_INITIATIVE}(?! mới| khác)"
    r"|làm thành tích(?: duy nhất)? (?:để )?(?:đề nghị|xin|trình)"
    r"|(?:không|chẳng|chả|ko)(?: (?:có|còn|hề))* thành tích (?:nào|gì) (?:khác|nữa)"
    r"|ngoài ra,? (?:không|chẳng|ko)(?: (?:có|còn))* thành tích (?:nào|gì)"
)
_CAUSE: Final = re.compile(r"(?:v\w|nh\w|d\w) ")
_REQUIRED: Final = cue(rf"(?:bắt buộc|yêu cầu|đòi hỏi|đòi|phải có)(?: \w+){{0,6}}? {_INITIATIVE}")
_NOT_REQUIRED: Final = cue(
    rf"(?:không|chẳng|ko|cũng không)(?: (?:hề|có))* (?:bắt buộc|yêu cầu|đòi hỏi|đòi|cần)"
    rf"(?: \w+){{0,4}}? ?{_INITIATIVE}"
)
_SEVERAL: Final = 2
_NO_OTHER: Final = cue(
    rf"không (?:còn |có )*{_INITIATIVE}(?: nào)? khác|(?:duy nhất|chỉ có"
    rf"|có mỗi)(?: \w+){{0,3}} {_INITIATIVE}"
)


def read_initiative(passage: Passage, found: Sequence[Nominee]) -> Iterator[Heard]:
    """The facts of the initiative, of the one proposed who is named last before it."""
    word = _WORD.search(passage.text)
    if word is None or not found:
        return
    each = [*_each(passage, found)]
    if each:
        yield from each
        return
    index = _owner(found, word.start())
    words = tuple(match.span() for match in _WORD.finditer(passage.text))
    use = _use(passage)
    if use is not None:
        yield Heard(f"nominees[{index}].initiative", use[0], (*use[1], *words))
    deed = next((m for m in _IS_DEED.finditer(passage.text) if not _told_of(m, use)), None)
    dropped = use is not None and use[0] == "none"
    if deed and not dropped:
        yield Heard(f"nominees[{index}].initiative_is_deed", value=True, spans=(deed.span(),))
    yield from _required(passage, index)
    if not dropped:
        yield from _recognized(passage, index)


def _each(passage: Passage, found: Sequence[Nominee]) -> Iterator[Heard]:
    """`sáng kiến của anh Kiên chưa dùng, của chị Hoa đã dùng`: to each his own, of two or more."""
    own = [(index, part, _use(part)) for index, part in each_own(passage, found)]
    told = {index: (part, use) for index, part, use in own if use is not None}
    if len(told) < _SEVERAL:
        return
    for index, (part, (value, spans)) in told.items():
        words = tuple(m.span() for m in _WORD.finditer(part.text))
        yield Heard(f"nominees[{index}].initiative", value, (*spans, *words))
        yield from _recognized(part, index)
    for index in range(len(found)):
        yield from _required(passage, index)


def _told_of(deed: re.Match[str], use: tuple[str | None, tuple[Span, ...]] | None) -> bool:
    """`được danh hiệu nhờ sáng kiến`: what it brought then is not what is proposed now."""
    is_cause = _CAUSE.match(deed[0]) is not None
    return use is not None and is_cause and any(a <= deed.start() < b for a, b in use[1])


def _owner(found: Sequence[Nominee], place: int) -> int:
    named = [
        (span[0], index)
        for index, one in enumerate(found)
        for span in one.mentions
        if span[0] < place
    ]
    return max(named)[1] if named else 0


def _use(passage: Passage) -> tuple[str | None, tuple[Span, ...]] | None:
    unknown = use_unknown(passage)
    if unknown:
        return None, unknown
    new = another(passage)
    if new:
        return "unused", (new,)
    for value, pattern in (("none", _DROPPED), ("unused", _UNUSED)):
        spans = _said(passage, pattern)
        if spans:
            return value, spans
    return used_before(passage)


def another(passage: Passage) -> Span | None:
    """`cái mới chưa dùng`: beside the one that served before."""
    new = _NEW.search(passage.text)
    return new.span() if new and not _OLD_AGAIN.search(passage.text) else None


def used_before(passage: Passage) -> tuple[str, tuple[Span, ...]] | None:
    """What the initiative has served for already."""
    for value, pattern in (("used_for_title", _FOR_TITLE), ("used_for_award", _FOR_AWARD)):
        spans = _said(passage, pattern)
        spans = tuple(s for s in spans if not _NOT_WITHIN.search(passage.text, *s))
        if spans:
            return value, spans
    return earlier_use(passage)


def _said(passage: Passage, pattern: Cue) -> tuple[Span, ...]:
    return tuple(
        match.span()
        for match in pattern.finditer(passage.text)
        if not _NEVER.search(passage.text[max(0, match.start() - 16) : match.start()])
    )


def _recognized(passage: Passage, index: int) -> Iterator[Heard]:
    """By decision, in the sentence that speaks of the initiative."""
    path = f"nominees[{index}].initiative_recognized"
    for value, pattern in ((False, _NOT_RECOGNIZED), (True, _RECOGNIZED)):
        for match in pattern.finditer(passage.text):
            sentence = passage.sentence(match.start())
            word = _WORD.search(passage.text, *sentence)
            if word:
                yield Heard(path, value=value, spans=(match.span(), word.span()))
                return


def _required(passage: Passage, index: int) -> Iterator[Heard]:
    path = f"nominees[{index}].initiative_required"
    refused = _NOT_REQUIRED.search(passage.text)
    if refused:
        yield Heard(path, value=False, spans=(refused.span(),))
        return
    required = _REQUIRED.search(passage.text)
    if required is None:
        return
    alone = _NO_OTHER.search(passage.text)
    spans = (required.span(), alone.span()) if alone else (required.span(),)
    yield Heard(path, value=True, spans=spans)
