"""What makes a deed told of one not sure: it is supposed, only said, or he was not in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.deeds import BRAVE, CARRY, COMBAT, OTHER_ACT, RESCUE
from language.facts.nominee import Nominee
from language.facts.others import of_anybody_else, without
from language.facts.passage import Passage
from language.facts.saving import savings
from language.marked import cue
from language.numbers import to_int
from language.searching import Cue

Span = tuple[int, int]

_SUPPOSED: Final = cue(
    r"giả (?:sử|như|dụ|thử|thiết)|ví (?:dụ|như|thử)|thí dụ|chẳng hạn(?: như)?|đặt trường hợp"
    r"|trường hợp nếu|nếu(?: (?:như|mà|giả|đúng là|thật là|là))*(?! (?:khen|trình|đề nghị|xét|gửi"
    r"|nộp|tính|làm|được|không được|kịp|thiếu|chậm|muộn|hồ sơ|tờ trình|quá|để|đủ|đưa|chỉ|em|xã"
    r"|phòng"
    r"|ai|có ai|người nào|tôi|đơn vị|huyện|nằm|cần|còn|phải|có văn bản|chưa có văn bản)(?!\w))"
)
_HE: Final = r"(?:anh|chị|ông|bà|cô|thầy|cậu|bác|chú|em|cháu|đ/c|đồng chí|bạn)"
_CROWD: Final = (
    r"(?:bộ đội|công an|dân quân|hàng xóm|người khác|ai khác|lực lượng \w+|biên phòng|người dân"
    r"|bà con|cứu hộ|cảnh sát|dân làng|kiểm lâm)"
)
_ONLY_SAID: Final = cue(
    r"(?:được|bị) (?:cho|ghi|kể|đồn|đồn thổi|cho biết|báo cáo) (?:là|rằng)"
    rf"|(?:tự )?nhận(?: \w+)? là (?:mình|do mình|chính mình|{_HE} (?:ấy )?(?:làm|cứu))|tự nhận"
    r"|nhận vơ|tự nhận công|cướp công|tranh công|kể công"
    rf"|nghe(?: chính)? {_HE}(?: ấy| ta| \w+)? (?:tự )?kể"
    rf"|theo lời(?: chính)? {_HE}(?: ấy| ta)? (?:tự )?(?:kể|nói|khai)"
    r"|(?:không|chưa|chẳng)(?: có)? ai(?: \w+)? (?:chứng kiến|nhìn thấy|trông thấy|làm chứng"
    r"|xác nhận là|thấy (?:anh|chị|ông|bà|cậu|cháu|em))"
    r"|(?:không|chưa|chẳng)(?: (?:ai|thể|còn))* (?:nhớ|biết|rõ|xác định|nhìn|nhận)"
    r"(?: (?:được|rõ|mặt|ra|chắc|là))* ai (?:cứu|đã|làm|kéo|vớt|là|xuống|mới)"
    r"|(?:không|chưa|chẳng)(?: (?:hề|kịp|có))* (?:kiểm tra|xác minh|kiểm chứng|đối chiếu"
    r"|hỏi|thẩm tra|phối kiểm)(?: (?:được|gì))? (?:lại|với ai|ai|gì)"
    r"|(?:gia đình|người nhà|nạn nhân|nhân chứng|người dân|bà con|hàng xóm|thôn|người được cứu)"
    r"(?: \w+){0,3} (?:không|chưa|chẳng) (?:xác nhận|thừa nhận|công nhận|nhận ra|đồng tình|biết)"
    r"|(?:người|ai) khác (?:mới )?(?:là người )?(?:đã )?(?:cứu|làm|kéo|vớt|nhảy|lao|bơi|xuống|vào)"
    rf"|(?:chứ )?(?:không|đâu|chẳng) phải(?: là| do| chính)* {_HE}(?= ?(?:[.,;?!]|$|ấy|ta|cứu|kéo"
    r"|vớt|nhảy|làm|đâu))"
    rf"|hay(?: là)? (?:người|ai) khác|có phải(?: là| do)* chính {_HE}"
    r"|có đúng(?: là)? (?:\w+ ){0,4}(?:cứu|kéo|vớt) (?:\w+ ){0,3}hay"
    r"|(?:đang|còn|chờ|phải) (?:\w+ )?(?:xác minh|điều tra|làm rõ)(?: \w+){0,5}"
    r" (?:có phải|có đúng|nguyên nhân|ai|hay|thực hư|vai trò)"
    r"|(?:không|đâu|chẳng) phải(?: là| do| chính)* (?:mình|tôi|bản thân)(?!\w)|đính chính"
    r"|(?<!không )(?<!không có )(?<!chưa có )(?:đơn (?:tố cáo|khiếu nại|phản ánh|kiện)|tố cáo"
    r"|dàn dựng|dựng hiện trường|khai man|gian dối|bịa chuyện|sai sự thật)"
    r"|(?<!không )(?<!chẳng )(?<!không hề )(?:(?:lấy|thu|đòi|tính|nhận) (?:tiền|phí) (?:công|thuê"
    r"|kéo|cứu|chở|vớt)|(?:lấy|nhận|đòi) thù lao|được thuê (?:kéo|cứu|vớt|chở))"
    r"|mâu thuẫn|trái ngược|thực hư|(?:kể|nói) khác (?:đi|hẳn)|mỗi người (?:nói|kể) một"
)
_SAVED_HIMSELF: Final = cue(
    rf"(?:chính |bản thân )?{_HE}(?: (?:ấy|ta|cũng|suýt|sau đó|mới|phải|lại))*"
    rf" (?:được|phải nhờ|nhờ|phải) (?:\w+ ){{0,2}}?{_CROWD}(?: \w+){{0,2}}?"
    r" (?:vớt|kéo|cứu|dìu|cõng|khiêng|giải cứu|đưa (?:lên|ra|vào bờ))"
)
_BY_OTHERS: Final = cue(
    rf"(?:do|nhờ)(?: (?:anh em|các|lực lượng|mấy))* {_CROWD}(?: \w+){{0,2}}?"
    r" (?:cứu|vớt|kéo|đưa|bế|cõng|dập)"
    r"|ở (?:nhà|đơn vị|cơ quan|quê)(?: thì)? (?:anh em|mọi người|các đồng chí|anh chị em|cả đội)"
)
_NOT_IN_IT: Final = cue(
    r"bỏ về|về trước|về sớm|bỏ đi|bỏ chạy|rút lui|quay về trước|không (?:hề )?(?:có mặt|động tay"
    r"|góp|giúp|tới nơi|đến nơi|ra tay)|chẳng (?:làm|giúp) gì"
    r"|(?:bị|đang bị)(?: (?:công an|cơ quan \w+))? (?:bắt|mời|triệu tập|tạm giam|tạm giữ|giam"
    r"|truy nã|khởi tố|cách ly|phạt)(?! (?:làm|cóc|giữ))|đi tù|cai nghiện|say rượu"
    r"|thì (?:mọi (?:việc|chuyện|người) |người |các cháu |cháu |nạn nhân |họ |bé |hai cháu )?đã"
    r" (?:xong|lên bờ|được (?:cứu|vớt|kéo|đưa)|an toàn|ra ngoài|dập (?:xong|tắt))"
    r"|(?:đến|tới|ra) (?:nơi|đó|sau)(?: thì)?(?: (?:các|mấy|hai|\w+))? ?(?:\w+ ){0,2}đã (?:xong"
    r"|lên bờ|được (?:cứu|vớt|kéo|đưa)|an toàn|dập)|đến muộn|đến (?:khi|lúc) xong"
)
_ABSENT_TOO: Final = cue(
    r"(?:không|chẳng)(?: (?:hề|có))* (?:tham gia(?! (?:trực|được|hết))|làm)(?: \w+){0,2}? gì"
)
_ALONE_LEAD: Final = cue(
    r"[ ,(]*(?:(?:riêng|còn|nhưng|mà|trong đó|thực tế|thực ra|thật ra|và|tuy nhiên|song|chỉ có"
    r"|khổ nỗi|có điều|có|là|hôm đó|lúc đó|hôm ấy|lúc ấy) ?)*"
)
_HARMLESS: Final = cue(
    r"(?:(?:hiện|vốn|cũng|còn|bản thân|sau đó|về sau|của (?:đội|tổ|đơn vị)|mới"
    r"|năm nay|thì|đã|lại|đều|chính|nguyên|đang) )*"
    r"(?:là|quê|sinh năm|\d+ tuổi|\d+t|công tác|làm việc|thuộc|nhà|người|dân|cán bộ|công chức"
    r"|viên chức|chiến sĩ|bảo vệ|công an|trưởng|phó|nguyên|tổ|thôn|bản|xã|khu|giáo viên|học sinh"
    r"|bị (?:thương|bỏng|gãy|xây|trầy|ngất|đứt|choáng|rách|đâm|chém|sốt|sặc|ngạt)|gãy|bỏng"
    r"|(?:ở|tại|bên) (?:thôn|bản|xã|khu|tổ|khối|phố|huyện|thị|đội|trường|trạm|cùng|gần|cạnh)"
    r"|trầy|rách|(?<!đang )phải (?:khâu|bó bột|(?:nằm|nhập|đi) viện(?! (?:từ|hôm|lúc|khi|trước"
    r"|suốt|cả|tuần|mấy|vì|do|chữa)))"
    r"|(?:trong|vào|chung|cùng)(?: (?:cùng|chung|một|1))* (?:tờ trình|hồ sơ|danh sách|đợt)"
    r"|trình|có được|được không|có đúng|hồ sơ|thì sao|khen|xứng đáng|đủ|đạt|được (?:đề nghị|trình"
    r"|xét|tặng|khen|chứ|luôn)|đề nghị|xét|tặng|tham gia|trực tiếp|có mặt|cùng|giúp|hỗ trợ|phối hợp"
    r"|hy sinh|không may|chẳng may|qua đời|tử vong|tử nạn|ra đi|mất|tự|từng|năm \d+|sáng kiến|dùng"
    r"|dùng sáng kiến|không có|chưa (?:từng|được|có)"
    r"|bao nhiêu|cần|vướng|mỗi)(?!\w)"
)
_FOR_SO_MANY: Final = cue(
    r"(?:khen|thưởng|tặng|trình|đề nghị|xét)"
    r"(?: (?:thưởng|đột xuất|cho|luôn|được|khen|giấy|bằng|tặng|xét|thì))*"
    r" cả (?P<n>hai|ba|bốn|[2-9])(?! (?:vợ chồng|mẹ con|bố con|cha con|ông bà|nhà|gia đình|cháu bé"
    r"|bên|ngày|lần|đợt|việc|hình thức))"
)
_ACTS: Final = (RESCUE, CARRY, BRAVE, COMBAT, OTHER_ACT)
_FEWEST: Final = 3
"""Words of a clause that tells something of one."""


def doubts(
    passage: Passage, found: Sequence[Nominee], told: Sequence[tuple[Span, ...]], index: int
) -> tuple[Span, ...]:
    """The words by which what one did is not sure; empty where there are none."""
    whole = (*_supposed(passage, found), *_each(passage, _ONLY_SAID), *_unread(passage, found))
    if found[index].type == "collective":
        return whole
    mentions = [span for each in found for span in each.mentions]
    own = tuple(_within(passage, without(told[index], of_anybody_else(passage, mentions))))
    if len(found) == 1:
        return (*whole, *own, *_each(passage, _BY_OTHERS))
    return (*whole, *own, *_apart(passage, found, index))


def _unread(passage: Passage, found: Sequence[Nominee]) -> Iterator[Span]:
    """`khen cả hai được không`, and one alone was read: what is told may be the other's."""
    if any(one.type == "household" for one in found):
        return
    read = sum(one.count for one in found)
    for match in _FOR_SO_MANY.finditer(passage.text):
        number = to_int(passage.piece(match.span("n")))
        if number is not None and number > read:
            yield match.span()


def _each(passage: Passage, pattern: Cue) -> Iterator[Span]:
    for match in pattern.finditer(passage.text):
        yield match.span()


def _supposed(passage: Passage, found: Sequence[Nominee]) -> Iterator[Span]:
    """`nếu anh Bắc cứu thì có được khen không`: an act or one of them in what is supposed."""
    named = [start for one in found for start, _ in one.mentions]
    for match in _SUPPOSED.finditer(passage.text):
        clause = passage.clause(match.start())
        if any(match.end() <= start < clause.end for start in named) or any(
            act.search(passage.text, match.end(), clause.end) for act in _ACTS
        ):
            yield match.span()


def _within(passage: Passage, regions: Sequence[Span]) -> Iterator[Span]:
    for pattern in (_NOT_IN_IT, _ABSENT_TOO, _SAVED_HIMSELF):
        for start, end in regions:
            for match in pattern.finditer(passage.text, start, end):
                yield match.span()


def _apart(passage: Passage, found: Sequence[Nominee], index: int) -> Iterator[Span]:
    """A clause of his own in which no act is told of him: `riêng anh Mạnh đang ở Bắc Giang`."""
    others = sorted(
        start for place, one in enumerate(found) if place != index for start, _ in one.mentions
    )
    for start, end in found[index].mentions:
        clause, sentence = passage.clause(start), passage.sentence(start)
        lead = _ALONE_LEAD.match(passage.text, clause.start, start)
        if (lead.end() if lead else clause.start) < start - 1:
            continue
        last = min([sentence.end, *(place for place in others if place > end)])
        if _tells_nothing(passage, (end, last)):
            yield (start, last)


def _tells_nothing(passage: Passage, span: Span) -> bool:
    """Whether something is said there, and it is neither an act nor who he is."""
    said = passage.text[slice(*span)].lstrip(" ,()")
    place = span[1] - len(said)
    if len(said.split()) < _FEWEST or _HARMLESS.match(passage.text, place, span[1]):
        return False
    if any(act.search(passage.text, *span) for act in _ACTS):
        return False
    return not savings(passage, (span,))
