"""One line as a nominee; what reads as a day, a number, a yes or no or a question is no name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from language.answers import DayRefusal, read_count, read_day, read_yes_no
from language.facts.name_words import NO_NAMES, SURNAMES
from language.fold import clean, fold, fold_with_origins
from language.marked import cue, mark
from language.nominee_kind import is_kind_word, kind_of
from language.unsure import is_vague, says_unknown

KINDS: Final = ("individual", "collective", "household")
NAME_LENGTH: Final = 200
_FEWEST: Final = 2
_COUNT: Final = re.compile(r"(\d{1,4})\s+(?P<kind>.+)\Z")
_LABELS: Final = {
    "individual": ("ca nhan", "individual", "individuals", "nguoi", "people"),
    "collective": ("tap the", "collective", "collectives"),
    "household": ("ho gia dinh", "ho", "household", "households"),
}
_LABELLED: Final = re.compile(r"\A(?:cá nhân|ca nhan|individual)\s*:?\s+", flags=re.IGNORECASE)
_QUESTION: Final = re.compile(
    r"\?\s*\Z|\b(?:la gi|la sao|the nao|bao nhieu|tai sao|vi sao|o dau|khi nao"
    r"|(?:duoc|co|phai|dung) (?:khong|ko|k))\W*\Z|\A(?:bao nhieu|tai sao|vi sao|sao|lam sao"
    r"|ai|what|how|why|which|who|can i|may i)\b"
)

_ENGLISH_DAY: Final = re.compile(
    r"(?:last |this |on )?(?:yesterday|today|tomorrow|week|month|year"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: ago)?"
)
_DOUBTS: Final = frozenset(
    {
        *("nham", "nham roi", "sua", "wrong", "sorry", "maybe", "perhaps", "oops"),
    }
)
_LIST: Final = cue(
    r"(?:(?:em|tôi|để|sẽ|xin|có|gửi|nộp|nhập|gõ|theo|như|xem|cả|toàn bộ|cái|cho) )*"
    r"(?:danh sách|ds|d/s|file|tệp|excel|list)"
    r"(?: (?:danh sách|excel|word|kèm theo|kèm|đính kèm|sau|trên|dưới|này|đó|đây|nhiều người"
    r"|đối tượng|cá nhân|tập thể|khen thưởng|khen|đề nghị|người|rồi|riêng|bên dưới|ạ|nhé))*[ .]*$"
)
_SOMEBODY: Final = cue(
    r"(?:(?:chính |bản thân )?(?:anh|chị|ông|bà|cô|chú|em|cháu|cụ|bác|thầy|người|cậu)"
    r" (?:ấy|ta|đó|này|kia)|tôi|bản thân(?: tôi| em)?)(?: ạ)?[ .]*$"
)
"""One of whom it is told elsewhere who it is: no name."""
_DOES: Final = cue(r"(?:bỏ|xóa|xoá|sửa|thêm|đổi|thay|xem|gửi|lưu|thôi|hủy|tính|hỏi|đề nghị|làm) ")
_SEVERAL: Final = cue(
    r"(?:(?:cả |tất cả |toàn bộ |mấy |các |những |nhiều |vài |một số |mọi |chúng |bọn )+"
    r"(?:anh em|chị em|anh|chị|em|người|cán bộ|đồng chí|đ/c|đc|ae|cháu|bạn|ông|bà|dân quân"
    r"|công an|chiến sĩ|đoàn viên|thành viên|tập thể|cá nhân|đối tượng|lực lượng|tôi|mình)"
    r"|anh em|chị em|anh chị em|bà con|người dân|nhân dân|lực lượng|dân quân|công an|bộ đội"
    r"|chúng tôi|bọn em|tất cả|cả nhà|cả bọn|cả nhóm người)"
    r"(?: (?:dân quân|công an|bộ đội|trong (?:đội|tổ|xã|thôn|bản)|tham gia|nữa|đó|này|ấy|trên|ạ))*"
    r"[ .]*$|(?:như|ở) (?:trên|dưới)[ .]*$"
)


class Doubt(StrEnum):
    """What the line reads as instead of a name; EMPTY where there is no name in it at all.

    LIST: it says that there are several, or a list of them, and not who.
    """

    DAY = "day"
    NUMBER = "number"
    YES_NO = "yes_no"
    QUESTION = "question"
    LIST = "list"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class NomineeLine:
    """A nominee's kind, with its name, or how many alike it stands for."""

    kind: str
    name: str | None = None
    count: int | None = None


def read_nominee(line: str, today: date) -> NomineeLine | Doubt:
    """`5 cá nhân`, `tập thể Dân quân xã`, `ông Nông Văn A`, `Nông Văn A`; or why it is no name.

    With its kind before it (`ông Năm`, `cá nhân Mai`) any word is a name.
    """
    text = clean(line).strip(" .,-•")
    if not any(sign.isalnum() for sign in text) or len(text) > NAME_LENGTH:
        return Doubt.EMPTY
    folded = fold(text)
    alike = NomineeLine("individual") if _is_somebody(text) else _alike(folded)
    if alike is not None:
        return alike
    answers = read_yes_no(text) is not None or says_unknown(text) or is_vague(text)
    if answers or folded in _DOUBTS:
        return Doubt.YES_NO
    if _QUESTION.search(fold(line)):
        return Doubt.QUESTION
    if asks_for_list(text) or _SEVERAL.match(_signs(text)):
        return Doubt.LIST
    kind = kind_of(text)
    doubt = None if kind else _no_name(text, today)
    if doubt is None and is_kind_word(folded):
        doubt = Doubt.EMPTY
    return doubt or NomineeLine(kind or "individual", name=_LABELLED.sub("", text))


def asks_for_list(text: str) -> bool:
    """`danh sách`, `theo danh sách kèm theo`, `gửi file excel`: a list is meant, and no name."""
    return len(text) <= NAME_LENGTH and _LIST.match(_signs(text)) is not None


def _signs(text: str) -> str:
    return mark(fold_with_origins(clean(text)))


def name_doubt(text: str, today: date) -> Doubt | None:
    """Why the text is no name of one nominee, where it is none."""
    found = read_nominee(text, today)
    if isinstance(found, Doubt):
        return found
    if found.count is not None:
        return Doubt.NUMBER
    return None if found.name else Doubt.EMPTY


def _alike(folded: str) -> NomineeLine | None:
    """So many of a kind, or one without a name."""
    counted = _COUNT.match(folded)
    for kind, labels in _LABELS.items():
        if folded in labels:
            return NomineeLine(kind)
        if counted and counted["kind"] in labels and int(counted[1]):
            return NomineeLine(kind, count=int(counted[1]))
    return None


def _no_name(text: str, today: date) -> Doubt | None:
    """What a line that tells no kind reads as, where that is no name."""
    is_day = read_day(text, today, ahead=True).refusal is not DayRefusal.NOT_A_DATE
    if is_day or _ENGLISH_DAY.fullmatch(fold(text)):
        return Doubt.DAY
    if text[0].isdigit() or read_count(text).value is not None:
        return Doubt.NUMBER
    return Doubt.EMPTY if _is_said(text) else None


def _is_somebody(text: str) -> bool:
    """`anh ấy`; `ông Đó` may be a name."""
    return text[1:].islower() and _SOMEBODY.match(_signs(text)) is not None


def _is_said(text: str) -> bool:
    """`cứu người trước`: written small, and most of it words of a sentence rather than a name."""
    words = fold(text).split()
    if (
        len(words) >= _FEWEST
        and text[0].islower()
        and not text.isascii()
        and _DOES.match(_signs(text))
    ):
        return True
    named = words[0] in SURNAMES or words[1:2] in (["van"], ["thi"])
    if not text.islower() or len(words) < _FEWEST or named:
        return False
    return sum(word in NO_NAMES for word in words) * 2 > len(words)
