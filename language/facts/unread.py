"""Denials and numbers in a message that no fact was read from: then nothing may pass unasked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.asking import is_asked
from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.facts.role_words import Role
from language.facts.roles import Counted
from language.marked import cue

# said of anything it tells of a lack
_LACK: Final = cue(
    r"thiếu|quên|(?:bảo|bắt|cho|phải|bị|tạm) dừng|trừ|ngoại trừ"
    r"|vượt|thừa ra|từ chối|quá hạn|hết hạn|hết hiệu lực|hủy|phản đối"
    r"|bác (?:bỏ|đi|ý|đề)|bị (?:trả|bác|gạt)|dự thảo|bản nháp|trái (?:với|quy)|lách|làm ngơ|bỏ sót"
    r"|(?:ngoài|trước|sau|sai|lệch) (?:thời gian|phạm vi|đối tượng|khoảng|giai đoạn|mốc|đợt)"
    r"|trước (?:khi|cả|ngày|lúc)(?: \w+){0,2} (?:phát động|đợt|phong trào|thi đua|hướng dẫn)"
)
# said of the things of a case only
_DENIAL: Final = cue(
    r"chưa|không|ko|chẳng|chả|đâu (?:có|đã)|làm gì (?:có|đã)|mới chỉ|bỏ (?:qua|trống|không)"
    r"|(?:đang|còn|phải) (?:chờ|đợi|nợ|treo|vướng)"
)
# what is still to come is not there
_TO_COME: Final = cue(
    r"(?:tuần|tháng|quý) (?:sau|tới)|sang (?:tuần|tháng|quý)|ngày mai|(?:mấy|vài|ít) (?:hôm|ngày"
    r"|bữa)"
    r" nữa|nay mai|sắp(?! xếp| đặt)|sẽ|dự kiến|đợi|chờ"
)
_STEPS: Final = cue(
    r"kế hoạch|kh|phát động|tổng kết|hướng dẫn|hd|báo cáo|bc|hội đồng|hđ|hđtđkt|biên bản|họp"
    r"|bình xét"
    r"|ban hành|ký|văn bản|công văn"
)
_CONCERNS: Final = cue(
    r"kế hoạch|kh|phát động|tổng kết|sơ kết|hướng dẫn|hd|báo cáo|bc|hội đồng|hđ|biên bản|họp|ký"
    r"|ban hành|duyệt|phê duyệt|thẩm định|thông qua|đồng ý|thống nhất|nhất trí|chấp thuận"
    r"|chấp nhận|số lượng|chỉ tiêu|suất|tiêu biểu|nổi bật|văn bản|công văn|chỉ đạo|giấy tờ|giấy"
    r"|toàn tỉnh|nhiều ngành|liên ngành|sáng kiến|đề tài|thành tích|thời gian|đối tượng"
    r"|tiêu chuẩn|tiêu chí|phạm vi|hình thức|giải pháp|nhiệm vụ|đúng|đủ|đạt|hợp lệ|xong|ổn|rõ"
    r"|bầu|xét|bình xét|bỏ phiếu|tham gia|trực tiếp|thẩm quyền|điều kiện|hồ sơ|minh chứng|dấu"
    r"|đăng ký|so sánh|đối chiếu|chuyên đề|nội dung|phần|mục|ý kiến|thuộc|nằm|ai|gì|làm|thấy"
    r"|sở nội vụ|snv|có|được|hoàn thành|hoàn tất|nghiệm thu|công nhận|xác nhận|khen|cho|đâu"
)
_HARMLESS: Final = cue(
    r"(?:không|ko|chẳng|chưa|chả)(?: (?:hề|có|bị|ai|gì|thấy|dám))*"
    r" (?:vướng|đổi|sao|biết|rõ|hiểu|lo|phải|cần|ngại|kỷ luật|ảnh hưởng|liên quan|khó|chỉ|những"
    r"|thay đổi|trùng|mới|đề nghị cấp trên|trình huyện|trình tỉnh|trình lên|đề nghị tỉnh"
    r"|gì khác|tranh cãi|dùng|đòi|yêu cầu|bắt buộc|nỡ|tiếc|bàn cãi|chê|đơn thư"
    r"|(?:chịu|muốn) (?:rút|bỏ|bớt|cắt)|khiếu nại|thanh tra|kết luận|vi phạm|bàn gì"
    r"|vấn đề gì|ý kiến gì khác|ai có ý kiến|trở ngại|vấp|mắc|chê trách|phàn nàn|chần chừ)"
    r"|(?:không|chứ không|ko)(?: (?:hề|có|đề nghị|trình|khen|xin|tặng|phải|cho|tập thể|cấp|lên"
    r"|cả|gửi|nhờ)){1,5} (?:ban chỉ đạo|bcđ|cấp trên|trên|huyện|tỉnh|sở|ai|ubnd)"
    r"(?:,? (?:cũng |chẳng |không )*(?:xin|trình|lên|gửi|đề nghị|hay|và|hoặc)? ?(?:huyện|tỉnh))?"
    r"|(?:không|ko|chẳng|chưa|khó)(?: (?:thể|còn|sao))? (?:lùi|hoãn|dời|đổi|thay|kéo|rút ngắn"
    r"|xê dịch)"
    r"(?: \w+){0,2} ?(?:được|nổi|nữa)?"
    r"|(?:không|chưa) (?:dùng|lấy|sử dụng|xài|đủ|tới|đến) (?:hết )?(?:số|chỉ tiêu|suất|hạn mức"
    r"|\d+(?! (?:nội|phần|mục|điều|thứ|ngày|ý)))"
    r"|(?:không|chưa) (?:hết|vượt|quá|lệch|sai|thừa|thiếu)(?: \w+){0,2}"
    r"|(?:được|đủ|ổn|kịp|đúng|sao|phải|vậy|gì|nào|nữa|khen|trình|hết|rồi|thế|muộn|trễ|chậm)"
    r" (?:không|chưa|ko|k)(?= ?(?:$|[?.,!]|(?:ạ|a/c|a|vậy|nhỉ|hay|các|anh|em|thế)(?!\w)))"
    r"|hay (?:không|chưa)|(?:có|là)(?: \w+){0,8} (?:không|chưa)(?=,? (?:hay|hoặc))"
    r"|(?:nghe nói|nghe bảo|người ta (?:nói|bảo)|có người (?:nói|bảo)|anh em (?:nói|bảo)"
    r"|(?:em )?nhớ(?: là| rằng)?|bảo(?: là)?)(?: \w+){0,10} không(?: \w+){0,3}"
    r"|không (?:hề )?đưa(?: \w+){0,2} (?:ban chỉ đạo|bcđ)|chữa cháy|phòng chống"
    r"|(?:em|tôi|mình|bọn em|đơn vị|xã|phòng) (?:cũng |đã )?không đưa(?: vào)?"
    r"|ngoài trời|quá trình|bỏ phiếu|bỏ (?:ra|tiền|công|sức)|ngoài ra"
    r"|quá tốt|không (?:những|ít|hẳn|riêng|phải dạng)|chờ (?:trao|đón|hướng dẫn của a|trả lời)"
    r"|(?:nghĩ|tưởng)(?: \w+){0,3} không (?:vượt|sao|quá)|không (?:được )?quá|không (?:được )?vượt"
    r"|(?:không|chưa)(?: hề)? (?:ai )?(?:bị|mắc|dính|có)(?: \w+){0,2} (?:kỷ luật|thanh tra"
    r"|kiểm tra|vi phạm|đơn thư|sai phạm|khuyết điểm|tai tiếng)"
)
_TURNS: Final = cue(r"nhưng|mà|song|tuy|thế nhưng|có điều")
_MARGIN: Final = 2
_STRETCH: Final = 48
_NEXT: Final = 24
_AT: Final = cue(r"(?:ở|tại|trên|giữa|khắp|của|cùng|trong|toàn|với|có|gồm|từ|qua)(?: cả)? ?$")
_AROUND: Final = 12
_SETTLED: Final = cue(
    r"(?:chốt|chỉ|còn|cho|là|được|giữ|duyệt|đồng ý|nhất trí|thống nhất|lượng|có|thành|đúng|cả|mức)"
    r" ?$"
)
_LIMITS: Final = frozenset({Role.ALLOWED, Role.AGREED})
_COUNTING: Final = ("nominees", "quota_", "agreed_")


def has_unread_denial(passage: Passage, heard: Sequence[Heard], asked: tuple[Span, ...]) -> bool:
    """Whether a lack or a denial of something of the case stands where nothing was read."""
    read = [s for h in heard for s in h.spans]
    read += [m.span() for m in _HARMLESS.finditer(passage.text)]
    for place in _denials(passage):
        start, end = place
        if any(a - _MARGIN <= start and end <= b + _MARGIN for a, b in read):
            continue
        if not (is_asked(asked, start) or _is_asking(passage, start)):
            return True
    return False


def _denials(passage: Passage) -> Iterator[Span]:
    for match in _LACK.finditer(passage.text):
        yield Span(*match.span())
    for match in _TO_COME.finditer(passage.text):
        if _STEPS.search(
            passage.text, match.end(), min(passage.clause(match.start()).end, match.end() + _NEXT)
        ):
            yield Span(*match.span())
    for match in _DENIAL.finditer(passage.text):
        clause = passage.clause(match.start())
        end = min(clause.end, match.end() + _STRETCH)
        start = max(clause.start, match.start() - _STRETCH)
        if _TURNS.match(passage.text, clause.start):  # `đã ký nhưng chưa phát hành`
            yield Span(*match.span())
            continue
        before = _CONCERNS.search(passage.text, start, match.start())
        if before or _CONCERNS.search(passage.text, match.end(), end):
            yield Span(*match.span())


def has_unread_count(
    passage: Passage, counts: Sequence[Counted], heard: Sequence[Heard]
) -> set[str]:
    """Kinds of which a number stands there that is neither the list's nor what is allowed."""
    known = _known(heard)
    read = [s for h in heard if not h.path.startswith(_COUNTING) for s in h.spans]
    sole = next(iter(known)) if len(known) == 1 else None
    found: set[str] = set()
    for kind in ("individual", "collective", "household"):
        told = known.get(kind, set())
        if _is_over(heard, kind):
            continue  # one number too many is enough
        loose = [
            c.number
            for c in counts
            if (c.kind or (sole if c.is_suit else None)) == kind
            and c.number not in told
            and _counts(passage, c)
            and (c.is_explained or not any(a <= c.place < b for a, b in read))
        ]
        if loose and sum(loose) not in told:
            found.add(kind)
        if known.keys() == {kind} and _bare(passage, counts, told):
            found.add(kind)
        said = {c.number for c in counts if c.kind == kind and c.role in _LIMITS}
        if len(said) > 1 and not _total(heard, kind):
            found.add(kind)  # the list itself was not read
    return found


def _counts(passage: Passage, one: Counted) -> bool:
    """Whether it is said of those to be praised as far as can be seen."""
    if not one.number or one.role is Role.OVER:
        return False
    if one.role is Role.NONE and one.is_explained:
        return False
    start = one.place
    if one.role is not Role.NONE:
        return True
    before = passage.text[max(0, start - _AROUND) : start]
    if one.kind == "collective" and _AT.search(before):
        return False
    return one.number > 1 or passage.text[start].isdigit()


def _bare(passage: Passage, counts: Sequence[Counted], told: set[int]) -> bool:
    """`số lượng thì chốt 7`: a number alone after a word that settles one."""
    for one in counts:
        if one.kind is None and not one.is_suit and one.number > 0 and one.number not in told:
            before = passage.text[max(0, one.place - _AROUND) : one.place]
            if _SETTLED.search(before):
                return True
    return False


def _is_over(heard: Sequence[Heard], kind: str) -> bool:
    """The list is longer than what is allowed, for sure."""
    allowed = [h.value for h in heard if h.sure and h.path in (f"quota_{kind}s", f"agreed_{kind}s")]
    return any(_total(heard, kind) > number for number in allowed if number)


def _total(heard: Sequence[Heard], kind: str) -> int:
    places = {h.path.split(".")[0] for h in heard if h.path.endswith("].type") and h.value == kind}
    counts = {h.path.split(".")[0]: h for h in heard if h.path.endswith("].count")}
    return sum(counts[p].value if p in counts and counts[p].sure else 1 for p in places)


def _known(heard: Sequence[Heard]) -> dict[str, set[int]]:
    """By kind the numbers of the list, of the guidance and of the agreement."""
    kinds = {h.path.split(".")[0]: h.value for h in heard if h.path.endswith("].type")}
    counts = {h.path.split(".")[0]: h.value for h in heard if h.path.endswith("].count")}
    totals: dict[str, int] = {}
    parts: dict[str, set[int]] = {}
    for place, kind in kinds.items():
        totals[kind] = totals.get(kind, 0) + counts.get(place, 1)
        parts.setdefault(kind, set()).add(counts.get(place, 1))
    known = {kind: {total, *parts[kind]} for kind, total in totals.items()}
    for one in heard:
        name, _, what = one.path.partition("_")
        if name in ("quota", "agreed") and one.value:
            known.setdefault(what.removesuffix("s"), set()).add(one.value)
    return known


def _is_asking(passage: Passage, place: int) -> bool:
    """In the clause that asks: `trình luôn có được không ạ`."""
    sentence = passage.sentence(place)
    words = passage.text[sentence.start : sentence.end].rstrip()
    if not words.endswith("?") and sentence.end < len(passage.text):
        return False
    comma = passage.text.rfind(",", sentence.start, sentence.end)
    return Span(max(comma, sentence.start), sentence.end).holds(place)
