"""What the achievement reports hold: the theme, the registered targets, the solutions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.marked import cue

_NO: Final = r"(?:chưa|không|ko|chẳng|quên|thiếu|không hề|chả|đâu có|hông)"
_BUT: Final = cue(r"nhưng|mà|song|còn|tuy")
_REPORT: Final = cue(r"(?:bản )?(?:báo cáo|bc)(?: thành tích| tt)?")
_OTHER: Final = cue(r"báo cáo (?:lên|với|sở|huyện|lãnh đạo|sai|lại|ubnd|cấp trên|đồng chí)")
_THEME: Final = (
    r"(?:chuyên đề|phong trào|đợt thi đua|đợt|nội dung thi đua|thành tích|kết quả|thực chất)"
)
_IN: Final = cue(
    r"(?:bám(?: sát| sát vào| vào| đúng)?|đúng|sát|rõ(?: ràng)?|nêu(?: được| rõ| bật)?"
    r"|thể hiện(?: được| rõ| đúng)?|làm rõ|gắn(?: với| chặt với)?|viết (?:đúng|về|theo|riêng)"
    r"|tập trung(?: vào)?|nói(?: (?:đúng|rõ|về|được))?|theo|phản ánh(?: rõ| đúng)?"
    r"|đi(?: (?:thẳng|đúng|sâu|sát))? vào"
    r"|kể(?: (?:rõ|đúng))?|xoay quanh|khớp(?: với)?|đủ)"
    rf"(?: (?!chỉ tiêu|giải pháp|năm|cả)\w+){{0,4}}? {_THEME}"
)
_NOT_IN: Final = cue(
    r"chung chung|chép (?:lại|từ|nguyên|y)|sơ sài|copy|(?:cả|toàn|nguyên) (?:công tác )?năm"
    r"|(?:về|kể|nêu|nói|ghi|lấy|toàn) (?:\w+ ){0,3}(?:công tác năm|công việc chung|công tác chung"
    r"|chuyên môn chung|việc chung|cả năm)|lạc đề|không liên quan|lạc sang"
    r"|(?:lấy|dùng|chép|bê|cóp|sao)(?: lại)?(?: y)? nguyên|y nguyên|y xì|nguyên xi"
    r"|nguyên văn báo cáo"
    rf"|{_NO}(?: (?:có|hề|thấy))* (?:một )?(?:dòng|chữ|câu|mục|phần|đoạn|trang|ý|gì)(?: nào)?"
    r"(?: (?:nói|viết|kể|nêu|nhắc|ghi|đề cập))* (?:về|đến|tới|liên quan)"
    r"(?: (?!nhưng|mà|còn|giải|chỉ tiêu|so)\w+){0,5}"
)
_COMPARE: Final = cue(
    r"(?:so(?: sánh)?|đối chiếu|đối sánh)(?: (?:được|kết quả|kq|rõ|giữa|với|đạt|thành tích|và|các"
    r"|những|lại|đạt được|cụ thể|luôn)){0,7}(?: \w+){0,2} (?:chỉ tiêu|ct|mục tiêu|đăng ký)"
    r"(?: (?:thi đua|đã|đăng ký|ban đầu|đề ra|được giao)){0,4}"
    r"|(?:phần |nội dung |bảng |việc )?(?:so sánh|đối chiếu)(?: (?:kết quả|số liệu|chỉ tiêu)){0,2}"
)
_SOLVE: Final = cue(
    r"(?:(?:nêu|có|đưa ra|ghi|trình bày|kể|thấy|chỉ ra|rõ|viết|đề cập)(?: (?:rõ|ra|được|cả|các"
    r"|những|đủ|luôn)){0,3} )?(?:các |những )?(?:giải|biện) pháp"
    r"(?: (?:đem lại|hiệu quả|thiết thực|mang lại|đã|làm|hay|cụ thể)){0,3}"
)
_DENIED: Final = cue(
    rf"{_NO}(?: (?:hề|có|thấy|được|nào|kịp|phần|mục|nội dung|cả|rõ|đủ|nêu|ghi"
    r"|một|dòng|câu))*"
)
_AND_NOT: Final = cue(rf"{_NO}(?: [^ ,.;]+){{1,9}} (?:và|hay|hoặc|lẫn|cũng như|cùng|với)")
_NAMED: Final = cue(
    r"(?:phong trào|đợt|chuyên đề)(?: thi đua)?(?: làm| xây dựng)?(?P<name>(?: [^ ,.;:?!]+){2})"
)
_SPEAKS: Final = cue(
    r"(?:nói|viết|nêu|kể|ghi|phản ánh|bám|sát|đúng|xoay quanh|tập trung|gắn|rõ)"
    r"(?: (?:rõ|sát|đúng|vào|về|với|quanh|chặt|nội dung|phần|việc|chuyện|kết quả|thành tích)){0,4}"
)
_OF_NAME: Final = 2
"""Words of a movement's name by which it is known again."""
_MOST_BETWEEN: Final = 4  # words
_AFTER_NOT: Final = cue(
    rf"(?:thì |vẫn |lại |còn |cũng )*(?:{_NO}|để trống|bỏ trống)(?: (?:có|nêu|ghi|làm|thấy|đạt))*"
)
_TAG: Final = re.compile(r"(?: [^ ,.;]+){0,2} ?[?]|[?]| (?:a|vay|nhi|the)\b")
_REACH: Final = 220
_CLOSE: Final = 60


def read_reports(passage: Passage) -> Iterator[Heard]:
    """`report_in_theme`, `report_compares_targets`, `report_names_solutions` as told."""
    reports = _reports(passage)
    for stretch in reports:
        yield from _in_theme(passage, stretch)
        for match in _SOLVE.finditer(passage.text, *stretch):
            yield _told(passage, "report_names_solutions", match)
    for match in _COMPARE.finditer(passage.text):
        within = any(s.holds(match.start()) for s in reports)
        if within or passage.text[match.start() : match.end()].find("tieu") > 0:
            yield _told(passage, "report_compares_targets", match)
            yield from _solutions_beside(passage, match, reports)


def _reports(passage: Passage) -> list[Span]:
    """From each mention of the reports to the end of what is said of them."""
    starts = [
        m.start()
        for m in _REPORT.finditer(passage.text)
        if not _OTHER.match(passage.text, m.start())
    ]
    found = []
    for start, following in pairwise((*starts, len(passage.text))):
        end = min(passage.sentence(start).end, start + _REACH, max(following, start + _CLOSE))
        found.append(Span(start, end))
    return found


def _in_theme(passage: Passage, stretch: Span) -> Iterator[Heard]:
    mention = _REPORT.match(passage.text, stretch.start)
    own = mention.span() if mention else (stretch.start, stretch.start)
    against = [m.span() for m in _NOT_IN.finditer(passage.text, *stretch)]
    if against:
        yield Heard("report_in_theme", "not_yet", (own, *against))
        return
    told = [_told(passage, "report_in_theme", m) for m in _IN.finditer(passage.text, *stretch)]
    told = told or [*_by_name(passage, stretch)]
    if told:
        alike = [s for one in told if one.value == told[0].value for s in one.spans]
        yield Heard("report_in_theme", told[0].value, (own, *alike))


def _by_name(passage: Passage, stretch: Span) -> Iterator[Heard]:
    """`đợt thi đua chống hạn … báo cáo nói về chống hạn`: the theme by its own name."""
    named = _NAMED.search(passage.text, 0, stretch.start)
    words = named["name"].split() if named else []
    if named is None or len(words) < _OF_NAME:
        return
    text, theme = passage.text, f" {' '.join(words)} "
    said = re.sub(r"[^\w ]", " ", text[slice(*stretch)]) + " "
    for speaks in _SPEAKS.finditer(text, *stretch):
        place = said.find(
            theme, speaks.end() - stretch.start, speaks.end() - stretch.start + _CLOSE
        )
        place += stretch.start
        if place >= speaks.end() - 1 and "," not in text[speaks.end() : place]:
            one = _told(passage, "report_in_theme", speaks)
            spans = (*one.spans, (place + 1, place + len(theme) - 1), named.span())
            yield replace(one, spans=spans)
            return


def _solutions_beside(
    passage: Passage, compared: re.Match[str], reports: list[Span]
) -> Iterator[Heard]:
    if any(s.holds(compared.start()) for s in reports):
        return
    end = min(passage.sentence(compared.start()).end, compared.end() + _CLOSE)
    for match in _SOLVE.finditer(passage.text, compared.end(), end):
        yield _told(passage, "report_names_solutions", match)


def _told(passage: Passage, path: str, match: re.Match[str]) -> Heard:
    """There, or not there by a word before or after."""
    sentence = passage.sentence(match.start())
    floor = max(sentence.start, match.start() - _CLOSE)
    for pattern in (_DENIED, _AND_NOT):
        for before in pattern.finditer(passage.text, floor, match.start()):
            if match.start() - before.end() <= 1:
                return Heard(path, "not_yet", (before.span(), match.span()))
    after = _denied_after(passage, match.end(), sentence.end)
    if after:
        return Heard(path, "not_yet", (match.span(), after))
    return Heard(path, "done", (match.span(),))


def _denied_after(passage: Passage, place: int, end: int) -> tuple[int, int] | None:
    """`phần so sánh thì chưa có`, but for the tag of a question."""
    after = _AFTER_NOT.search(passage.text, place, end)
    if after is None:
        return None
    near = passage.text[place : after.start()]
    apart = near.count(" ") > _MOST_BETWEEN or re.search("[,;.]", near) or _BUT.search(near)
    return None if apart or _TAG.match(passage.text, after.end()) else after.span()
