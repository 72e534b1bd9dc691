"""What speaks for a rescue, for combat, for work beyond duty, and for ordinary work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from language.facts.deeds import BRAVE, CARRY, COMBAT, HAZARD, RESCUE
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_TASK: Final = (
    r"(?:nhiệm vụ|kế hoạch|chương trình|chuyên môn|công việc|phận sự|chức trách|chức năng|phân công"
    r"|trách nhiệm|công tác chuyên môn|việc của|nghiệp vụ|bổn phận|lịch trực|ca trực|được giao)"
)
_OUTSIDE: Final = cue(
    rf"(?:nằm ngoài|ngoài|vượt ra ngoài|vượt ngoài)(?! ra)(?!\w)[^.;,]{{0,30}}?{_TASK}"
    r"(?: (?:được giao|được phân công|của (?:\w+ )?\w+|chuyên môn|công tác))*"
    rf"|(?:không|chẳng|ko|k|đâu|chả|hông)(?: (?:hề|có|phải|ai|được|thuộc|nằm|là|gì|liên quan"
    rf"|dính|đến|tới|ở))*"
    rf" (?:trong |theo )?[^.;,]{{0,16}}?{_TASK}"
    r"(?: (?:hay|và|,|hoặc) (?:nhiệm vụ|kế hoạch|chương trình|chuyên môn|công việc))*"
    r"|không được (?:giao|phân công)(?!\w)[^.;,]{0,30}|trái nghề|trái chuyên môn|không ai (?:giao"
    r"|phân công)"
)
_INSIDE: Final = cue(
    rf"(?:theo|trong|thực hiện|thuộc|đúng|bám|nằm trong|có trong|là|do)(?: (?:đúng|sẵn|một|cái))*"
    rf" [^.;,]{{0,24}}?{_TASK}"
    r"(?: (?:được giao|năm|từ đầu năm|thường xuyên|hằng ngày|hàng ngày|hằng năm|chính trị))*"
    r"|nhiệm vụ (?:được giao|được phân công|thường xuyên|hằng ngày|hàng ngày|chuyên môn|chính trị)"
    r"|(?:đã )?được (?:phân công|giao)(?: nhiệm vụ)?"
    r"|công việc (?:chuyên môn|thường ngày|được giao|hằng ngày|hàng ngày|thường xuyên)"
    r"|theo (?:định kỳ|lịch|chỉ tiêu|hợp đồng|phân công)"
)
_ROUTINE: Final = cue(
    r"nhiều năm|(?:\d+|mấy|hai|ba|bốn|năm|mười|chục) năm (?:liền|liên tục|qua|nay|công tác"
    r"|gắn bó|làm)"
    r"|cả năm|hằng năm|hàng năm|(?:6|sáu) tháng đầu năm|trong năm"
    r"|vượt (?:\d+ ?% |mức )?(?:chỉ tiêu|kế hoạch|mức)|đạt (?:\d+ ?%|giải)"
    r"|hoàn thành(?: (?:xuất sắc|tốt|vượt mức|sớm|trước))* (?:nhiệm vụ|chỉ tiêu|kế hoạch|báo cáo"
    r"|công việc|tiến độ)"
    r"|dạy giỏi|tận tụy|cống hiến|thâm niên|gương mẫu|giải (?:nhất|nhì|ba|khuyến khích|cao)"
    r"|kiểm tra đột xuất|thanh tra đột xuất|báo cáo đột xuất|họp đột xuất|đợt thi đua|đợt cao điểm"
    r"|tổng kết|làm tốt nhất|thành tích (?:xuất sắc )?trong (?:công tác|năm|phong trào)"
    r"|trong ca trực"
    r"|ca trực|mổ (?:cấp cứu|đẻ|thành công|lấy|cho|bắt)|phẫu thuật|quyết toán|thu thuế"
    r"|thu ngân sách|sơ kết"
)
_DRILL: Final = cue(
    r"diễn tập|hội thao|hội thi|huấn luyện|tập huấn|tình huống giả định|giả định tình huống"
    r"|thao diễn|hội diễn"
)
_OCCASION: Final = cue(r"nhân (?:kỷ niệm|ngày|dịp)|chào mừng|nhân \d{1,2}[/-]\d{1,2}|dịp kỷ niệm")
_CARE: Final = cue(
    r"bác sĩ|y sĩ|bác sỹ|điều dưỡng|kíp trực|kíp mổ|khoa \w+|mổ (?:cấp cứu|đẻ|thành công|lấy|cho"
    r"|bắt)|phẫu thuật|bệnh nhân|sản phụ|ca trực"
)
_PERSONS: Final = (
    r"(?:người|cháu|em|bà|ông|cụ|dân|trẻ|học sinh|nạn nhân|hành khách|bà con|hàng xóm|du khách|bạn)"
)
_OWN: Final = cue(
    r"(?:lấy|cứu|đẩy|kéo|bê|khiêng|chuyển|đưa|vác|dắt|chở|mang|khuân)(?!\w)[^.;]{0,60}?"
    r"(?:của (?:chính )?(?:nhà |gia đình |bản thân )?(?:mình|nhà mình|ông|anh ấy|chị ấy|bà)"
    r"|nhà mình"
    r"|của gia đình|của nhà)"
)
_NO_ONE_ELSE: Final = cue(
    r"không (?:cứu|có|giúp)(?!\w)[^.;]{0,24}(?:cho ai|nhà ai|ai khác|nhà khác|gì khác|của ai)"
    r"|chỉ (?:cứu|lấy|đưa|kéo|chuyển|có)(?!\w)[^.;]{0,40}(?:của mình|nhà mình|của gia đình"
    r"|của nhà|chính)"
    r"|không (?:ai|có ai|nhà nào)(?: \w+){0,3} (?:bị ảnh hưởng|bị nạn|gặp nạn)"
)
_HEARSAY: Final = cue(
    r"có ý kiến|(?:có người|lãnh đạo|có đồng chí|nhiều người|một số người|anh em|họ|kế toán|ai đó)"
    r"(?: (?:cũng|thì|lại|còn|đã))* (?:cho|nói|bảo|nghĩ|thắc mắc|phản đối|cho rằng|cho là)"
)
_OPEN: Final = cue(
    r"(?:không|chưa|chẳng|ko|k) (?:rõ|biết|chắc|xác định|nắm được|nắm rõ"
    r"|phân biệt)(?!\w)[^.;?]{0,50}"
    r"(?:nhiệm vụ|kế hoạch|chuyên môn|chương trình)"
)
_NO_BEFORE: Final = cue(r"(?:không|chưa|chẳng|ko|k|đâu|ngoài)(?: \w+){0,3} $")
_NOMINAL: Final = cue(r"(?:diễn tập|công tác|kỹ năng|lớp|tập huấn|thi|phương án) $")
_DENIED: Final = cue(r"(?:không|chưa|chẳng|ko|đâu có)(?: (?:hề|có|trực tiếp|kịp|ai|phải))* $")


@dataclass(frozen=True, slots=True)
class Signs:
    """Where each kind of sign stands; `plan`: work under a plan is named as such."""

    rescue: tuple[Span, ...]
    carried: tuple[Span, ...]
    brave: tuple[Span, ...]
    combat: tuple[Span, ...]
    outside: tuple[Span, ...]
    inside: tuple[Span, ...]
    plan: bool
    routine: tuple[Span, ...]
    drill: tuple[Span, ...]
    own_only: tuple[Span, ...]
    occasion: tuple[Span, ...]
    care: bool
    open: tuple[Span, ...]

    @property
    def usual(self) -> tuple[Span, ...]:
        """All that speaks for ordinary work."""
        return self.inside + self.routine + self.occasion

    @property
    def saved(self) -> tuple[Span, ...]:
        """All that speaks for a rescue."""
        return self.rescue + self.carried + self.brave

    @classmethod
    def of(cls, passage: Passage, regions: tuple[Span, ...]) -> Signs:
        """All signs within the stretches."""

        def spans(pattern: re.Pattern[str]) -> tuple[Span, ...]:
            return tuple(_spans(passage, pattern, regions))

        outside, inside = _duty(passage, spans(_OUTSIDE), spans(_INSIDE))
        own, others, carried = spans(_OWN), spans(_NO_ONE_ELSE), spans(CARRY)
        return cls(
            rescue=_real(passage, spans(RESCUE))
            or (carried if spans(HAZARD) or spans(BRAVE) else ()),
            carried=carried,
            brave=spans(BRAVE),
            combat=spans(COMBAT),
            outside=outside,
            inside=inside,
            plan=any("theo" in passage.text[slice(*one)] for one in inside),
            routine=spans(_ROUTINE),
            drill=spans(_DRILL),
            own_only=(own + others) if own and others else (),
            occasion=spans(_OCCASION),
            care=bool(spans(_CARE)),
            open=spans(_OPEN),
        )


def _duty(
    passage: Passage, beyond: tuple[Span, ...], within: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What is told as beyond one's duty, and what as within it."""
    outside = _not_hearsay(passage, beyond)
    inside = tuple(
        one
        for one in _not_hearsay(passage, within)
        if not _overlaps(one, outside) and not _negated(passage, one[0])
    )
    return outside, inside


def _spans(passage: Passage, pattern: re.Pattern[str], regions: tuple[Span, ...]) -> Iterator[Span]:
    for start, end in regions:
        for match in pattern.finditer(passage.text, start, end):
            yield match.span()


def _overlaps(span: Span, others: tuple[Span, ...]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _negated(passage: Passage, place: int) -> bool:
    clause = passage.clause(place)
    return bool(_NO_BEFORE.search(passage.text[max(clause.start, place - 28) : place]))


def _not_hearsay(passage: Passage, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without what somebody is only said to think (`có ý kiến chữa cháy là nhiệm vụ`)."""
    text = passage.text
    starts = [(passage.clause(span[0]).start, span) for span in spans]
    return tuple(span for low, span in starts if not _HEARSAY.search(text, low, span[0]))


def _real(passage: Passage, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without the rescues that were practised, planned, or did not happen."""
    kept = []
    for start, end in spans:
        before = passage.text[max(passage.sentence(start).start, start - 24) : start]
        if not (_NOMINAL.search(before) or _DENIED.search(before)):
            kept.append((start, end))
    return tuple(kept)
