"""Text folded, but for words whose marks tell them from others (chưa, chữa), and cues to find."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import Final

from language.fold import Folded, clean, fold, fold_with_origins, marks

# words of the field that read alike without marks; a bare one stands for itself in marked text
_CONFUSABLE: Final = """
an ăn án ẩn ấn | anh ảnh ánh | ba bà bá | ban bạn bản bàn bắn bán | báo bảo bao bão | bị bì bí
bò bỏ bổ bộ bố bờ bó | bốn bọn bón | cả ca cá cà | cấp cặp cáp cập | cảnh cạnh canh cánh | có cô
cơ cờ
công cộng cống cổng cõng | con còn cơn cồn | cháy chạy chảy | chị chỉ chi chí | chiều chiếu
chính chỉnh chinh | cho chờ chợ chó chỗ chở | chưa chữa chùa chứa chua | chức chúc chục
chuyên chuyện chuyển chuyến | cứ cũ cụ cử củ cú | cứu cựu | đã da dạ đá | đài đại dài
dân dẫn đàn đạn | đạt đất đặt dắt | đề để đê dễ | đi dì | điều diều | diện điện diễn điền
do đó đỏ độ đồ đo | đợi đội đổi đòi đời đôi đồi đối | đơn đồn đón dồn dọn | đồng đông đóng động
dòng
đủ dù dự dữ du đu | dũng đúng dùng đứng dừng dụng dung dựng đừng | định đình đính | được đuốc
gần gán | gian gián giản | giờ gió | hai hải hại | hạn hàn | hành hạnh | hết hét
ho hộ họ hồ hố | hoàn hoãn | hội hỏi hơi hồi | họp hợp hộp | huyện huyền | kế kể kẻ kê
kết kẹt két | không khống | ký kỳ kỷ kỹ | là lá lạ la | lại lái lãi lai | làm lắm lâm lam
lệ lễ lẽ lê lẻ | lĩnh lính linh | lúa lửa lừa | lũ lu | mà ma mã má | mai mái mãi
mất mặt mắt mật mát | mỗi mọi mới mời môi | một mốt | mưa mua mùa | mục mức | mười muối muỗi
nằm năm nam nắm | này nay | ngày ngay | nghỉ nghị nghĩ nghi | ngoài ngoại | người nguội
nhân nhận nhãn nhắn | nhờ nhỏ nhớ nho | ở ơ ồ | phần phân phản | phòng phong phóng
qua quá quà quả | quân quan quản quán quận | ra rà | rõ rò | sản sân săn sẵn | sang sáng
sáu sau sâu | số sở so sổ sợ sơ | sự sư sử | tài tại tải tai tái | tám tạm tấm tâm tam
tặng tăng tầng tang | tập tạp | tháng thắng thẳng thăng thang | thị thì thi | thiếu thiểu thiêu
thủ thứ thư thu thử thú | thường thưởng thương thượng | tính tỉnh tình tinh
tổ tờ to tô tố | tối tôi tội tới | tổn tồn tôn | trình trinh trịnh | trong trọng trống trồng trông
trực trục trúc | từ tự tư tử tù | tuần tuân tuấn | từng tùng tung | vì vị vi ví | vụ vũ
vượt vuốt | xa xã | ý y | yêu yếu | đến đền đèn | đêm đếm đem | hóa hỏa hoa hòa họa | về vệ vé
lần lân lấn lẫn | lên lén | tiền tiên tiến | nhà nha nhé | nữa nửa | nội nơi nổi nói nói
hd hđ gắn | hủy huy | vợ vỡ vô | cậu cầu câu | bác bắc bạc bậc | thầy thấy thay | chú chủ | khiêng
khiếng khiềng | bãi bài bái bại bai | đăng đang đảng dáng đẳng | ô | cắp | hối | cố | lạm | lận |
nhở | cỡ di dời hỗ tầm đè đổ đa phận | hoạn hô lan lặn quần đẻ đọ đỡ
ngoái cư dôi dư lăm mươi đáng hệt | bổn dính hoán | hẳn đôn dở đọng dang dạng đâu đầu đau dầu dâu
dấu khỏi khói khối khôi chả cha chà miễn miền sót sốt kèm kem kém hông hồng hỏng trần trấn trận
ổn ôn ơn ồn | điển dược | nhưng những nhũng | nguyên nguyễn nguyện nêu nếu quên quen thừa thưa thửa đấu khởi trao trào tráo | chứ thảy ỵ | xả
dâng dại côn bạo lăn lùa dong moi tủ dê kè cành | bé bế bẻ | xông xong | ôm ốm om | bới bói bơi bởi | lấy lây | lội lợi lời lỗi | bèn bên bền | nạo nào | vá | chui | treo trèo | đẩy đầy đây bè bê dây dạy bận chừ dặn khơi phàn nới chu đấy và lôi đò
"""
_FIRST_CODE: Final = 0x4E00  # a letter of no Vietnamese text, one for each letter and spelling
_MOST_SPELLINGS: Final = 16
_MARKED_SHARE: Final = 3  # one word in three carries marks: the text is typed with them
_WORD: Final = re.compile(r"[a-z]+")
_TOKEN: Final = re.compile(r"\\.|\(\?P[<=]\w+[>)]?|\(\?[:=!]|\(\?<[=!]|[^\W\d_]+")


def _spelling(word: str) -> tuple[str, str]:
    return fold(word), marks(word)


def _code(letter: str, index: int) -> str:
    """A letter of its own for the last letter and the spelling: `có` must not end as `cả` does."""
    return chr(_FIRST_CODE + ord(letter) * _MOST_SPELLINGS + index)


def _lexicon() -> MappingProxyType[str, MappingProxyType[str, str]]:
    """Folded word → marks → the code letter that ends it."""
    table: dict[str, dict[str, str]] = {}
    for word in _CONFUSABLE.replace("|", " ").split():
        plain, signs = _spelling(word)
        spellings = table.setdefault(plain, {})
        spellings.setdefault(signs, _code(plain[-1], len(spellings)))
    return MappingProxyType({word: MappingProxyType(found) for word, found in table.items()})


_LEXICON: Final = _lexicon()


class UnknownSpellingError(ValueError):
    """A cue holds a spelling of a confusable word that the list of them does not."""


def mark(folded: Folded) -> str:
    """The folded text, letter for letter, its confusable words ending in a letter of their own.

    A word typed without marks in a text typed without them may be any of its spellings, and
    stays as it is.
    """
    typed = [(m, _signs(folded, *m.span())) for m in _WORD.finditer(folded.text)]
    signed = sum(bool(signs) for _, signs in typed)
    is_marked = signed * _MARKED_SHARE >= len(typed)
    chars = list(folded.text)
    for match, signs in typed:
        spellings = _LEXICON.get(match[0])
        if spellings is not None and signs in spellings and (signs or is_marked):
            chars[match.end() - 1] = spellings[signs]
    return "".join(chars)


def _signs(folded: Folded, start: int, end: int) -> str:
    """The marks typed on a word; most words of a text have none, which is soon seen."""
    origins = folded.origins
    last = origins[end] if end < len(origins) else len(folded.original)
    return (
        "" if folded.original[origins[start] : last].isascii() else marks(folded.piece(start, end))
    )


def marked(text: str) -> str:
    """The same of a text."""
    return mark(fold_with_origins(text))


@cache
def cue(pattern: str) -> re.Pattern[str]:
    r"""A regular expression over marked text, its Vietnamese words written with their marks.

    Words are matched whole. Raises UnknownSpellingError for a confusable word not listed.
    """
    return re.compile(rf"(?<!\w)(?:{_TOKEN.sub(_translated, clean(pattern))})(?!\w)")


def _translated(match: re.Match[str]) -> str:
    token = match[0]
    if not token[0].isalpha():
        return token
    plain, signs = _spelling(token)
    spellings = _LEXICON.get(plain)
    if spellings is None:
        return plain
    if signs not in spellings:
        raise UnknownSpellingError(token)
    return f"{plain[:-1]}[{plain[-1]}{spellings[signs]}]"
