"""A directive to award on an occasion: written, spoken, promised or none, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.marked import cue

_PAPER: Final = r"(?:văn bản|công văn|cv|vb|thông báo|ý kiến|giấy|kết luận|chủ trương|quyết định)"
_DIRECTIVE: Final = cue(
    rf"(?:{_PAPER}(?: nào)?(?: (?:của|hay của|hoặc của|và của|hay|hoặc) (?!chỉ)\w+){{0,3}}"
    r"(?: \w+){0,2} )?chỉ đạo"
    r"(?: (?:bằng (?:văn bản|miệng|lời)|miệng|nào|gì|khen thưởng|xét khen|khen|cụ thể|chính thức))*"
    rf"|{_PAPER} (?:số )?\d+[^ ]*(?: ngày [\d/]+)?(?: của [^,.;]{{1,30}}?)?"
    r" (?:chỉ đạo|giao|yêu cầu|cho phép|đồng ý|cho|về việc)(?: \w+){0,4} khen"
    r"|(?:văn bản|công văn|cv) (?:[^ ,.;:?!]+ ){0,8}?(?:giao|yêu cầu|cho phép|đồng ý|cho|đề nghị)"
    r"(?: \w+){0,5} khen(?: thưởng)?"
)
_NOT_ONE: Final = cue(
    r"(?<!văn )ban chỉ đạo|bcđ chỉ đạo|chỉ đạo chung|(?:nhiệm vụ|lãnh đạo|công tác|vai trò"
    r"|tổ) chỉ đạo"
    r"|văn bản thống nhất|chỉ đạo (?:điều hành|điểm|tổ chức thi đua)|(?:người|đi) chỉ đạo"
)
_NO: Final = (
    r"(?:không|chưa|ko|chẳng|chả|hông|đâu|làm gì)(?: (?:hề|có|thấy|nhận được|nhận|được|ai|ra|đâu"
    r"|bất kỳ|bất cứ|một|1|xin được|cấp nào|tìm được|cả)){0,4}"
)
_NONE_BEFORE: Final = cue(_NO)
_NONE_AFTER: Final = cue(
    r"(?:thì |cũng |vẫn |đều |nào |gì )*(?:không|chưa|chẳng|ko)(?: (?:có|thấy|ra|hề))+"
    r"|(?:nào |gì |cả )*đâu(?= ?(?:[.,!]|$)| (?:cả|ạ|anh|chị|nhé))"
    r"|(?:thì |cũng |vẫn |đều )*(?:không|chưa|chẳng)(?= ?(?:[.,!;]|$))"
)
_PROMISED: Final = cue(
    r"hứa(?! thị| văn)|hẹn|sẽ (?:có|ra|ký|gửi|ban hành|sớm|bổ sung|phát hành|làm)|đang (?:soạn"
    r"|chờ|dự thảo|trình)"
    r"|chờ (?:ký|văn bản|công văn|văn thư|phát hành)|gửi sau|bổ sung sau|ký sau|dự thảo"
    r"|(?:mới|đang) (?:là |ở )?(?:dạng )?dự thảo|vài hôm nữa|mấy hôm nữa|tuần sau (?:có|ra|ký)"
    r"|(?:chưa|còn chưa) (?:ký|phát hành|ban hành|ra)"
)
_ORAL: Final = cue(
    r"nói miệng|(?:bằng|chỉ đạo|nói|giao) (?:miệng|lời|mồm)|(?:qua|gọi|trên|bằng) (?:điện thoại"
    r"|zalo)"
    r"|gọi điện|điện (?:xuống|về|cho)"
    r"|(?:phát biểu|nói|(?<!văn bản )(?<!công văn )chỉ đạo|nhắc|yêu cầu|bảo"
    r"|giao(?! (?:viên|dục|thông|lưu)))"
    r"(?: \w+){0,3} (?:tại|trong|ở) (?:cuộc |buổi )?(?:họp|giao ban|hội nghị)"
    r"|nhắn (?:tin|zalo)|truyền đạt|(?:bảo|nói) (?:là )?cứ|chưa có (?:giấy tờ|văn bản)(?: nào)? gì"
    r"|bảo cứ|nói (?:là )?cứ"
)
_AT_MEETING: Final = cue(
    r"(?:giao|yêu cầu|chỉ đạo|nhắc)(?: \w+){0,3} (?:tại|trong|ở) (?:cuộc |buổi )?(?:họp|hội nghị)"
)
_BY_PAPER: Final = cue(r"(?:văn bản|công văn|cv|vb|thông báo|kết luận|quyết định)")
_ISSUERS: Final = (
    ("ministry", cue(r"bộ (?!phận|chỉ huy|hồ)\w+|trung ương|chính phủ|thủ tướng|tw")),
    ("province", cue(r"(?:ubnd |chủ tịch |ct |lãnh đạo |văn phòng ubnd )*tỉnh(?! đoàn)")),
    ("district", cue(r"(?:ubnd |chủ tịch |ct |lãnh đạo |văn phòng ubnd )*huyện")),
    (
        "other",
        cue(r"(?<!hồ )(?<!cơ )sở (?!\d)\w+|tỉnh đoàn|xã|ban tuyên giáo|ban dân vận|liên đoàn"),
    ),
)
_NUMBER: Final = re.compile(
    r"(?:s\w )?\d{1,5}/[\w-]+(?:/[\w-]+)*(?: nga\w \d{1,2}[/-]\d{1,2}[/-]\d{4})?"
)
_STILL_NOT: Final = cue(
    r"(?:(?:hiện|giờ|bây giờ|đến nay|tới giờ|hôm nay|nay|thì|vẫn|cũng|còn) )*(?:chưa|không)"
    r"(?: (?:hề|có|thấy|nhận|được|ký|ra|nói))+(?: (?:gì|chuyện|văn bản|công văn|giấy tờ|nào|đâu))*"
    r"|(?:(?:tuần|tháng) (?:sau|tới)|(?:vài|mấy) (?:hôm|ngày) nữa|nay mai)(?: \w+){0,2}? sẽ"
    r" (?:có|ra|ký|gửi|ban hành)(?: văn bản| công văn)?|sẽ (?:có|ra|ký|gửi) (?:văn bản|công văn)"
)
_HEARSAY: Final = cue(
    r"nghe (?:nói|bảo|đâu|đồn|phong thanh)|hình như|(?:không|chưa) (?:biết|rõ|chắc|nắm)"
    r"(?: \w+){0,3} (?:có|hay)|chưa (?:kiểm chứng|tìm thấy|nhìn thấy)|có hay không"
)
_REFUSES: Final = cue(
    r"(?:huyện|tỉnh|cấp trên|lãnh đạo)(?: \w+){0,2} (?:không|chẳng|chả)(?: \w+){0,2}"
    r" (?:văn bản|công văn|giấy tờ)"
)
_NOBODY: Final = cue(r"có ai|ai (?:mà|đâu)|làm gì có|lấy đâu(?: ra)?|đào đâu(?: ra)?|đâu (?:có|ra)")
_ADDRESSED: Final = cue(
    r"(?:chỉ đạo|giao|yêu cầu|đề nghị|cho phép|cho|gửi|về|xuống|tới|đến)(?: các)? ?|các ?"
)
_BEFORE: Final = 46
_NEAR: Final = 5


def read_directive(passage: Passage) -> Iterator[Heard]:
    """`directive`, and of one that is written or promised its issuer and its number."""
    found = [m for m in _DIRECTIVE.finditer(passage.text) if not _is_other(passage, m)]
    if not found:
        yield from _spoken_only(passage)
        return
    values: dict[str, list[tuple[int, int]]] = {}
    by_value: dict[str, re.Match[str]] = {}
    for match in found:
        value, spans = _stands(passage, match)
        values.setdefault(value, []).extend(spans)
        by_value.setdefault(value, match)
    value = next(v for v in ("promised", "oral", "written", "none") if v in values)
    issued = {v: [*_issuer(passage, m)] for v, m in by_value.items()}
    whose = {v: told[0].value if told else None for v, told in issued.items()}
    # `Bộ có văn bản, còn huyện và tỉnh không có`: two of them do not disagree
    clash = {"written", "none"} <= set(values) and whose["written"] in (None, whose["none"])
    clash = clash or (value in ("written", "none") and _is_hearsay(passage, values[value][0]))
    again = [*_again(passage, values[value][0])] if value != "written" else []
    yield Heard("directive", value, (*values[value], *again), sure=not clash)
    if value != "none":
        yield from issued[value]
    if value == "written":
        yield from _number(passage, found)


def _again(passage: Passage, place: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """`…, hiện chưa có`, `vài hôm nữa sẽ ra`: the same lack said once more in the sentence."""
    for match in _STILL_NOT.finditer(passage.text, *passage.sentence(place[0])):
        yield match.span()


def _is_hearsay(passage: Passage, place: tuple[int, int]) -> bool:
    return _HEARSAY.search(passage.text, *passage.sentence(place[0])) is not None


def _is_other(passage: Passage, match: re.Match[str]) -> bool:
    start = max(0, match.start() - 12)
    return any(
        m.start() < match.end() and match.start() < m.end()
        for m in _NOT_ONE.finditer(passage.text, start, match.end() + 12)
    )


def _stands(passage: Passage, match: re.Match[str]) -> tuple[str, list[tuple[int, int]]]:
    sentence = passage.sentence(match.start())
    own = match.span()
    for value, pattern in (("promised", _PROMISED), ("oral", _ORAL)):
        for said in pattern.finditer(passage.text, *sentence):
            if not _is_in_paper(passage, sentence, said):
                return value, [own, said.span()]
    denied = _denied(passage, match, sentence)
    return ("none", [own, denied]) if denied else ("written", [own])


def _is_in_paper(passage: Passage, sentence: Span, said: re.Match[str]) -> bool:
    """`công văn số 12 giao xét khen tại hội nghị`: the paper says it, not a speaker there."""
    papers = [*_BY_PAPER.finditer(passage.text, sentence.start, said.start())]
    if not papers or not _AT_MEETING.match(passage.text, said.start()):
        return False
    apart = re.search("[,;]", passage.text[papers[-1].end() : said.start()])
    return apart is None and _denied(passage, papers[-1], sentence) is None


def _denied(passage: Passage, match: re.Match[str], sentence: Span) -> tuple[int, int] | None:
    who = _NOBODY.search(passage.text, max(sentence.start, match.start() - _BEFORE), match.start())
    if who and not re.search("[,;]", passage.text[who.end() : match.start()]):
        return who.span()
    floor = max(sentence.start, match.start() - _BEFORE)
    for before in _NONE_BEFORE.finditer(passage.text, floor, match.start()):
        if _words(passage.text[before.end() : match.start()]) <= _NEAR:
            return before.span()
    after = _NONE_AFTER.search(passage.text, match.end(), sentence.end)
    if after and _words(passage.text[match.end() : after.start()]) <= _NEAR:
        return after.span()
    return None


def _words(gap: str) -> int:
    return 99 if re.search("[,.;]", gap) else len(gap.split())


def _spoken_only(passage: Passage) -> Iterator[Heard]:
    """`anh Phó Chủ tịch huyện nói miệng là cứ trình`."""
    said = _ORAL.search(passage.text)
    refused = _REFUSES.search(passage.text)
    if said:
        yield Heard("directive", "oral", (said.span(),), sure=False)
    elif refused:
        yield Heard("directive", "none", (refused.span(),))


def _issuer(passage: Passage, match: re.Match[str]) -> Iterator[Heard]:
    sentence = passage.sentence(match.start())
    best: tuple[int, str, tuple[int, int]] | None = None
    for value, pattern in _ISSUERS:
        for one in pattern.finditer(passage.text, sentence.start, sentence.end):
            if _is_level(passage, one):
                continue
            before = match.start() - one.end()
            after = one.start() - match.end()
            inside = match.start() <= one.start() and one.end() <= match.end()
            away = 0 if inside else before if before >= 0 else after + 40
            if best is None or away < best[0]:
                best = (away, value, one.span())
    if best:
        again = dict(_ISSUERS)[best[1]].finditer(passage.text, *sentence)
        yield Heard("directive_issuer", best[1], (best[2], *(m.span() for m in again)))


def _is_level(passage: Passage, one: re.Match[str]) -> bool:
    """`khen cấp huyện`, `các huyện`: whose award it is, not whose directive."""
    before = passage.text[max(0, one.start() - 16) : one.start()]
    if any(m.end() >= len(before.rstrip()) for m in _ADDRESSED.finditer(before)):
        return True
    return re.search(r"(?:cap|khen|trinh|tang)\w? (?:\w+ )?$", before) is not None


def _number(passage: Passage, found: list[re.Match[str]]) -> Iterator[Heard]:
    for match in found:
        sentence = passage.sentence(match.start())
        number = _NUMBER.search(passage.text, *sentence)
        if number:
            start, end = number.span()
            start += 3 if number[0].startswith("s") else 0
            yield Heard("directive_doc", passage.piece((start, end)), ((start, end),))
            return
