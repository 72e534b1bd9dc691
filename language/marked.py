"""Text folded, but for words whose marks tell them from others (chưa, chữa), and cues to find."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from language.fold import REMEMBERED, Folded, clean, fold, fold_with_origins, marks
from language.searching import Cue, Searched

# words of the field that read alike without marks; a bare one stands for itself in marked text
_CONFUSABLE: Final = """
an ăn án ẩn ấn | anh ảnh ánh | ba bà bá | bác bắc bạc bậc | bãi bài bái bại bai
ban bạn bản bàn bắn bán bận bẩn băn | báo bảo bao bão bạo | bé bế bẻ bè bê bề | bèn bên bền bén
bị bì bí
bò bỏ bổ bộ bố bờ bó | bới bói bơi bởi bời | bốn bọn bón bổn bồn bộn | cả ca cá cà
cảnh cạnh canh cánh cành | cấp cặp cáp cập cắp | cậu cầu câu cẩu | chả cha chà | cháy chạy chảy
chị chỉ chi chí | chiều chiếu | chính chỉnh chinh | cho chờ chợ chó chỗ chở chớ
chú chủ chứ chừ chu chữ | chưa chữa chùa chứa chua | chức chúc chục | chui
chuyên chuyện chuyển chuyến chuyền | có cô cơ cờ cố cỡ cổ | con còn cơn cồn côn
công cộng cống cổng cõng
cứ cũ cụ cử củ cú cư | cứu cựu | đã da dạ đá đa | đài đại dài dại | dân dẫn đàn đạn dặn
đăng đang đảng dáng đẳng đáng dang dạng dâng đằng | đạt đất đặt dắt | đâu đầu đau dầu dâu dấu đấu
đẩy đầy đây dây dạy đấy | đề để đê dễ đè đẻ dê | đêm đếm đem | đến đền đèn | đi dì di
diện điện diễn điền điển | điều diều | định đình đính dính | do đó đỏ độ đồ đo đổ đọ đỡ dở đò
đợi đội đổi đòi đời đôi đồi đối dời dôi | đơn đồn đón dồn dọn đôn
đồng đông đóng động dòng đọng dong | đủ dù dự dữ du đu dư
đuổi đuối đuôi dưới
dũng đúng dùng đứng dừng dụng dung dựng đừng | được đuốc dược | gần gán gắn | gian gián giản
giờ gió | hai hải hại | hạn hàn hẳn | hành hạnh | hd hđ | hết hét hệt | ho hộ họ hồ hố hỗ hô hở
hóa hỏa hoa hòa họa | hoàn hoãn hoạn hoán | hội hỏi hơi hồi hối | hông hồng hỏng hổng | họp hợp hộp
hủy huy | huyện huyền | kế kể kẻ kê kè kẽ | kèm kem kém | kết kẹt két | khiêng khiếng khiềng
khỏi khói khối khôi khởi khơi | không khống | ký kỳ kỷ kỹ | là lá lạ la | lại lái lãi lai
làm lắm lâm lam lạm lăm | lần lân lấn lẫn lận lan lặn lăn lán | lấy lây lay | lệ lễ lẽ lê lẻ
lên lén | lĩnh lính linh | lội lợi lời lỗi lôi | lũ lu | lúa lửa lừa lùa lựa | mà ma mã má
mai mái mãi | mất mặt mắt mật mát | miễn miền | mỗi mọi mới mời môi moi | một mốt
mưa mua mùa | mục mức mực
mười muối muỗi mươi | nằm năm nam nắm | nạo nào | này nay | nêu nếu | ngày ngay
nghỉ nghị nghĩ nghi | ngoài ngoại ngoái | người nguội | nguyên nguyễn nguyện | nhà nha
nhân nhận nhãn nhắn | nhé | nhờ nhỏ nhớ nho nhở | nhưng những nhũng nhùng | nội nơi nổi nói nới
nữa nửa | ở ơ ồ ô ớ | ôm ốm om | ổn ôn ơn ồn | phần phân phản phận phàn | phòng phong phóng
qua quá quà quả | quân quan quản quán quận quần | quên quen | ra rà rạ | rõ rò | sản sân săn sẵn
sang sáng sàng | sáu sau sâu | số sở so sổ sợ sơ | sót sốt | sự sư sử | tài tại tải tai tái
tám tạm tấm tâm tam tầm | tặng tăng tầng tang | tập tạp | tháng thắng thẳng thăng thang
thầy thấy thay thảy | thị thì thi | thiếu thiểu thiêu thiệu | thủ thứ thư thu thử thú
thừa thưa thửa | thường thưởng thương thượng | tiền tiên tiến tiện | tính tỉnh tình tinh
tổ tờ to tô tố tơ
tối tôi tội tới | tổn tồn tôn | trần trấn trận | trao trào tráo | treo trèo | trình trinh trịnh
trong trọng trống trồng trông | trừ trú trụ trù | trực trục trúc | từ tự tư tử tù tủ
tuần tuân tuấn
từng tùng tung | vá và | về vệ vé | vì vị vi ví | vợ vỡ vô | vụ vũ | vượt vuốt | xa xã xả xá xà
xông xong | ý y ỵ | yêu yếu
vẫn văn vần vạn ván vân vận vãn van vấn | sẽ sẻ | muốn muộn muôn | nên nền nén nến | khác khắc
cần cán căn cân cạn cản cẩn cắn can cận | biết biệt | chẳng chặng chàng chằng chăng
nháp nhập nhấp | sắp sáp sập sạp | thôi thổi thối thời | rồi rơi rời rối rỗi
cùng cũng cúng củng cứng | hề hè hệ | phải phái | nợ nở nó nỏ nổ nô nỡ
dụ | thí | vơ vỏ vò | với vội vời voi vói | đụng | nỗi | mượn | lữa | dàn | dối | thù
"""
_FIRST_CODE: Final = 0x4E00  # a letter of no Vietnamese text, one for each letter and spelling
_MOST_SPELLINGS: Final = 16
_MARKED_SHARE: Final = 3  # one word in three carries marks: the text is typed with them
_WORD: Final = re.compile(r"[a-z]+")
_BESIDE: Final = 2
# left without marks they are mostly đã, đủ and chưa, but in some compounds
_LAZY: Final = frozenset({"da", "du", "chua"})
_WHOLE: Final = re.compile(
    r"(?<!\w)(?:(?:lan|mau|ung thu|ngoai|do|thuoc|benh|lot|duoi|tham) (?P<word>da)"
    r"|(?P<word2>da) (?:cam|lieu|giay|bo|trau|troi|thit)|(?:sua|chanh|canh|dat|vi) (?P<word3>chua)"
    r"|(?P<word4>chua) (?:ngoa|cay|xot|phen|loe)"
    r"|(?P<word5>du) (?:lich|kich|hoc|khach|canh|cu|xuan|muc|nhap|thuyen))(?!\w)"
)
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


def mark(folded: Folded) -> Searched:
    """The folded text, letter for letter, its confusable words ending in a letter of their own.

    A word typed without marks among words typed without them may be any of its spellings, and
    stays as it is.
    """
    if folded.original.isascii():
        return Searched(folded.text)
    typed = [(m, _signs(folded, *m.span())) for m in _WORD.finditer(folded.text)]
    signed = sum(bool(signs) for _, signs in typed)
    is_marked = signed * _MARKED_SHARE >= len(typed)
    whole = {m.start(m.lastgroup or 0) for m in _WHOLE.finditer(folded.text) if is_marked}
    chars = list(folded.text)
    for place, (match, signs) in enumerate(typed):
        spellings = _LEXICON.get(match[0])
        if spellings is None or signs not in spellings:
            continue
        as_typed = signs or match.start() in whole
        if as_typed or (is_marked and match[0] not in _LAZY and not _is_lazy(typed, place)):
            chars[match.end() - 1] = spellings[signs]
    return Searched("".join(chars))


def _is_lazy(typed: Sequence[tuple[re.Match[str], str]], place: int) -> bool:
    """`Chua co hướng dẫn`: beside a word that nobody writes without marks where it has them."""
    for step in (-1, 1):
        for near in range(place + step, place + step * (_BESIDE + 1), step):
            if not 0 <= near < len(typed) or typed[near][1]:
                break
            spellings = _LEXICON.get(typed[near][0][0])
            if spellings is not None and "" not in spellings:
                return True
    return False


def _signs(folded: Folded, start: int, end: int) -> str:
    """The marks typed on a word; most words of a text have none, which is soon seen."""
    origins = folded.origins
    last = origins[end] if end < len(origins) else len(folded.original)
    typed = folded.original[origins[start] : last]
    return "" if typed.isascii() else marks(typed)


@lru_cache(maxsize=REMEMBERED)
def marked(text: str) -> Searched:
    """The same of a text."""
    return mark(fold_with_origins(text))


@cache
def cue(pattern: str) -> Cue:
    r"""A regular expression over marked text, its Vietnamese words written with their marks.

    Words are matched whole. Raises UnknownSpellingError for a confusable word not listed.
    """
    return Cue(rf"(?<!\w)(?:{_TOKEN.sub(_translated, clean(pattern))})(?!\w)", whole=True)


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
