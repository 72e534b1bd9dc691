"""Rescue told by its frame: a danger, and an act that brings people or goods out of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_DANGER: Final = cue(
    r"phát hỏa|bén lửa|bốc lửa|tuột phanh|giật túi|giật dây chuyền|bị giật|trộm|đục két|phá két"
    r"|cạy két|kẻ gian|đối tượng|mất thắng|lạc tay lái|lao (?:về|thẳng)|"
    r"cháy|lửa|khói|hỏa hoạn|lũ|lụt|ngập|đuối|nước (?:cuốn|lũ|xiết|sâu|ngầu|dâng|chảy)|sạt lở|sạt"
    r"|vùi|kẹt|chìm|lật|sập|đổ (?:sập|đè|xuống)|đè|vực|điện giật|chập điện|rò (?:điện|gas|ga|khí)"
    r"|nổ|ngạt(?: khí)?|ngộp|ngất|ngừng thở|lên cơn giật|bất tỉnh|sét|bão|lốc|mưa đá|trôi|cuốn"
    r"|rơi|ngã|đường (?:ray|tàu)|đầu tàu|tàu hỏa|đoàn tàu"
    r"|giếng|hầm|hang|hố|suối|sông|ao|hồ|mương|kênh|cống|thác|ngầm|đập|tai nạn|mất phanh|mất lái"
    r"|bám (?:ngọn|cành|nóc|mái|thân|gốc|cột|vào)|nước (?:về|lên|đổ|siết|dữ)|xe (?:tông|đụng"
    r")"
    r"|bị (?:\w+ ){0,2}?(?:tông|húc|quệt|xe)|rớt|trượt chân|sập hầm"
    r"|đứt phanh|đâm|nhốt|mắc|bị thương|nguy hiểm|nguy kịch|bom|mìn|lựu đạn|chó dại|chó cắn"
    r"|rắn cắn|ong đốt|dao|cướp|côn đồ|hành hung|bạo hành|chém|tự tử|tự vẫn|nhảy cầu|chảy máu"
    r"|bắt cóc|bị cô lập|chia cắt|lao xuống|xe lao|bốc cháy|gặp nạn|bị nạn|sự cố|đá lăn|cây đổ"
    r"|thang máy|cabin"
)
# typed without marks they are mostly other words: bé, công, cho, chuyện, do, đơn, đạo
_LIFT: Final = r"(?:bế|bê)(?! (?:gái|trai|nhỏ|(?:\w+ )?tuổi|\d+ tuổi))"
_BACK_UP: Final = (
    r"(?<!phân )(?<!thi )(?<!bộ )(?<!tiến )(?<!thành )(?<!lao )cõng(?! (?:an|tác|việc|ty|nhân|chức"
    r"|trình|đoàn|văn|nhận))"
)
_SHIP: Final = (
    r"(?<!xuất )(?<!thưởng )(?<!tặng )(?<!khen )(?<!nghị )(?<!cấp )(?<!phát )(?<!giúp )(?<!cơm )chở"
    r"(?! (?:em|hỏi|biết|nên|anh|chị|phép|rằng|là|xin))"
)
_MOVE: Final = r"chuyển(?! (?:môn|đề|viên|trách|nghiệp|này|đó|gì|là|án))"
_HOLD: Final = r"(?:(?:đỡ|đón)(?= (?:được|lấy|cháu|em|bà|cụ))|đón(?= \d+ (?:người|cháu|em|cụ|hộ)))"
_LEAD: Final = r"(?<!hướng )(?<!chỉ )dẫn(?= (?:\d+|hai|ba|bốn|năm|từng|cả|các) )"
_DIG: Final = r"(?<!lãnh )(?<!chỉ )(?<!đông )(?<!quần )đào(?! (?:tạo|đức))"
_CARRIED: Final = (
    rf"(?:kéo|vớt|{_LIFT}|{_BACK_UP}|dìu|khiêng|móc|lôi|bồng|dắt|đưa|{_MOVE}|{_SHIP}|di chuyển"
    rf"|sơ tán|đẩy|vác|cáng|khuân|lấy|mang|ôm|túm|tóm|giật|giằng|nhấc|bẩy|{_HOLD}|trục|vận chuyển"
    rf"|hất"
    rf"|lùa|dong|{_LEAD}|{_DIG}|bới|tìm)"
)
_TAKEN: Final = rf"(?:kéo|vớt|{_LIFT}|{_BACK_UP}|dìu|khiêng|móc|lôi|bồng|đưa|{_HOLD}|túm|tóm|cáng)"
_PERSON: Final = (
    r"(?:người|cháu|em|bé|trẻ|bà|cụ|đứa|cả (?:hai|ba|bốn|năm|2|3|4|5|nhóm|nhà|đám)|họ|mẹ con"
    r"|bố con|ông cháu|bà cháu|nạn nhân|hành khách|học sinh"
    r"|sinh viên|tài xế|lái xe|công nhân|hàng xóm"
    r"|dân(?! (?:bò|trâu|lợn|dê|gà|vịt|ngựa|gia súc|ong|cá)(?!\w))|bà con|hộ|khách|vợ chồng"
    r"|đồng đội"
    r"|đồng nghiệp|thợ|sản phụ|bệnh nhân|phụ xe|cô gái|chàng trai|thiếu nữ|bạn|ngư dân|du khách)"
)
_GOODS: Final = (
    r"(?:xe|tài sản|hàng|máy|hồ sơ|tài liệu|tiền|hòm|két|tủ|bình ga|bình gas|bình khí|lúa|thóc|gạo"
    r"|trâu|bò|lợn|dê|gia súc|(?:\d+|cả|mấy|hai|ba|bốn|từng) con(?! (?:người|gái|trai|em|cháu"
    r"|đường|trẻ|nhỏ))|sách|thiết bị|thuốc|vắc xin|ti vi|thùng|bao|đồ|thuyền|tàu|cột)"
)
_OUT: Final = (
    r"(?:ra|khỏi|lên bờ|vào bờ|lên|an toàn|thoát|xuống (?:đất|dưới|đường|sân|thang|tầng)|(?:đi|đến"
    r"|tới|vào|về|ra) (?:\w+ )?(?:viện"
    r"|cấp cứu|trạm|đẻ|sinh|trạm xá|bệnh viện|trung tâm y tế|bờ))"
)
_BRAVELY: Final = (
    r"(?:nhảy|lao|bơi|lội|lặn|xông|leo|trèo|chui|tụt|băng) (?:xuống|ra|vào|lên|qua|tới|đến|theo"
    r"|sang"
    r"|suối|nước|sông|lũ|mình|ống|tường)"
)
_NEAR: Final = r"(?: (?!chưa|không|định|khen|trình|đề)\w+){0,8}?"
_FRAME: Final = cue(
    rf"{_CARRIED}(?: được)?{_NEAR} {_PERSON}{_NEAR} {_OUT}"
    rf"|{_CARRIED}(?: được)?{_NEAR} {_GOODS}"
    rf"(?:,? (?!chưa|không|định|khen|trình|đề)\w+){{0,10}}? {_OUT}"
    rf"|{_TAKEN}(?: được)?(?: \w+){{0,2}}? {_PERSON}(?: \w+){{0,3}}? (?:mắc kẹt|gặp nạn"
    rf"|(?:bị|đang|sắp)(?: (?:bị|mắc))? (?:ngạt|đuối|mắc|kẹt|vùi|cuốn|chìm|điện|thương|nạn|rơi|ngất"
    rf"|ở|trôi|trên|bám|đu|kêu cứu))"
    rf"|{_CARRIED} (?:(?:ra|vào|lên|khỏi)(?: ngoài| bờ)? )?(?:được|kịp|thành công"
    rf"|sống)(?: \w+){{0,5}}? (?:{_PERSON}|{_GOODS})"
    rf"|(?:giữ|ghì|chặn|ngăn|cản|hãm|bảo vệ)(?: (?:lại|chặt|được|nguyên|vẹn))+(?: \w+){{0,5}}?"
    rf" (?:{_PERSON}|{_GOODS}|đập|đê|kè|mương|nhà|trường|cầu|kho)"
    rf"|(?:cắt|gỡ|tháo|cởi|đập|phá|cạy|bẩy|xé|gạt|hất|ngắt|cưa)(?: \w+){{0,3}}? (?:dây|điện|cửa"
    r"|kính|khóa|cành|tường|mái|cầu dao|thép|tôn)"
    rf"|{_BRAVELY}(?: \w+){{0,3}}? (?:rồi )?(?:bế|kéo|vớt|dìu|cõng|đưa|ôm|nhấc|lôi|bồng|túm|đỡ|đẩy)"
    rf"(?: (?!không|chưa)\w+){{0,6}}? (?:lên|ra|vào|khỏi|thoát|xuống)"
    rf"|(?:nhấc|đẩy|xô|gạt|kéo|ôm) (?:cả )?{_PERSON}{_NEAR} (?:vào|xuống|sang|ra|tránh|khỏi)"
    rf"|(?:mở|phá|đập|cạy)(?: \w+){{0,2}} (?:cửa|khóa|cổng|kính)(?: \w+){{0,3}}? (?:cho|để|giúp"
    rf"|cứu)"
    rf"(?: \w+){{0,2}}? {_PERSON}{_NEAR} (?:chạy|thoát|ra|xuống|lên)"
    r"|(?:lái|đánh|chạy|điều khiển)(?: (?:xe|tàu|thuyền|chiếc|cả|bồn))+(?: \w+){0,3}? (?:ra khỏi"
    r"|tránh"
    r"|ra xa)(?: \w+){0,2}? (?:khu dân cư|khu dân|dân|chợ|trường|nhà|người|đám đông|khu vực)"
    rf"|(?:che chở|che chắn|che|đỡ lấy|can ngăn)(?: \w+){{0,3}}? {_PERSON}"
    r"|(?:lấy|giành|giằng|giật|đòi) lại(?: được)?(?: \w+){0,4}? (?:triệu|tiền|túi|ví|xe|tài sản"
    r"|vàng|điện thoại)"
    r"|(?:tên|kẻ|đối tượng)(?: \w+){0,12}? (?:trả lại|lấy lại|thu lại"
    r"|giữ nguyên)(?: được)?(?: \w+){0,3}?"
    r" (?:tiền|túi|ví|xe|tài sản|vàng|điện thoại|triệu)"
    rf"|(?:đỡ|hứng|bắt|chộp|túm)(?: (?:kịp|trúng|lấy|được))+(?: \w+){{0,4}}? (?:{_PERSON}|rơi|ngã)"
    r"|(?:chèn|kê|giật|kéo|ghì|ghìm|hãm|đạp)(?: \w+){0,4}? (?:bánh|phanh|ba rông|vô lăng)"
    r"|(?:tước|giằng|giật|đoạt)(?: \w+){0,2}? (?:dao|súng|mìn|lựu đạn|hung khí|vũ khí|rìu|kiếm)"
    r"|(?:ra hiệu|vẫy|báo hiệu|phất|chặn|báo)(?: \w+){0,4}? (?:tàu|đoàn tàu|xe"
    r"|đoàn xe)(?: \w+){0,3}?"
    r" (?:dừng|dừng lại|phanh|tránh)"
    r"|hô hấp nhân tạo|hô hấp|ép tim|hà hơi|sơ cứu|sơ cấp cứu|cấp cứu (?=cho|tại chỗ|người|nạn)"
    r"|ném (?:phao|dây|can|thừng|áo phao)|(?:quăng|thả|buộc|thòng) (?:\w+ )?(?:phao|dây|thừng)"
    r"|dập(?: tắt)?(?: được)? (?:\w+ )?(?:lửa|cháy|đám cháy)|dập tắt|cầm máu|đỡ đẻ"
    rf"|che chắn(?: \w+){{0,2}} {_PERSON}|lấy thân (?:mình )?che"
)
_NOT_DONE: Final = cue(
    r"(?:không|chưa|chẳng|ko|k|định|muốn|nếu|suýt|kỹ năng|cách|(?<!cùng )lớp|bài|phương án|tập)"
    r"(?: (?:hề|có|kịp|dám|phải|ai|thể))* $"
)
_BACK: Final = 24


@lru_cache(maxsize=64)
def savings(passage: Passage, regions: tuple[Span, ...]) -> tuple[Span, ...]:
    """The acts that save, where the same stretches tell of a danger; each with its object.

    Remembered, as the ground and the part in it are read from the same stretches.
    """
    return tuple(_savings(passage, regions))


def _savings(passage: Passage, regions: tuple[Span, ...]) -> Iterator[Span]:
    if not any(_DANGER.search(passage.text, *region) for region in regions):
        return
    for start, end in regions:
        for match in _FRAME.finditer(passage.text, start, end):
            low = max(passage.clause(match.start()).start, match.start() - _BACK)
            if not _NOT_DONE.search(passage.text[low : match.start()]):
                yield match.span()
