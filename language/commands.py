"""The words that steer the talk, told from answers only when they are the whole message."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from language.fold import clean, fold
from language.phrases import Phrasebook

_MOST_WORDS: Final = 7
_LONGEST: Final = 160
_START: Final = re.compile(
    r"/start(?:@\w+)?\s+(?P<code>[\w-]{1,64})", flags=re.ASCII | re.IGNORECASE
)
_SLASH: Final = re.compile(r"/(?P<name>\w+)(?:@\w+)?", flags=re.ASCII)

SLASHES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "start": "menu",
        "menu": "menu",
        "help": "help",
        "trogiup": "help",
        "hoso": "drafts",
        "ngonngu": "language",
        "language": "language",
        "dotxuat": "surprise",
        "chuyende": "thematic",
        "kiemtra": "check",
        "quaylai": "back",
        "hoantac": "undo",
        "huy": "cancel",
        "cancel": "cancel",
        "luu": "save",
        "xemlai": "review",
        "boqua": "unknown",
        "visao": "why",
        "cancu": "cite",
        "tieptuc": "continue",
        "sua": "fix",
        "xong": "done",
    }
)

WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "back": (
            "quay lại",
            "lùi",
            "lùi lại",
            "trở lại",
            "câu trước",
            "quay lại câu trước",
            "back",
        ),
        "undo": ("hoàn tác", "bỏ thay đổi", "bỏ thay đổi vừa rồi", "khôi phục", "undo"),
        "menu": ("menu", "thực đơn", "về đầu", "trang chủ", "về menu", "bắt đầu"),
        "help": (
            "trợ giúp",
            "hướng dẫn dùng",
            "hướng dẫn sử dụng",
            "cách dùng",
            "giúp tôi",
            "help",
        ),
        "unknown": (
            "chưa biết",
            "chưa rõ",
            "để sau",
            "không biết",
            "bỏ qua",
            "không rõ",
            "chưa có thông tin",
            "chưa có số liệu",
            "chưa nắm được",
            "chưa nắm rõ",
            "trả lời sau",
            "skip",
            "unknown",
            "not known",
            "not known yet",
            "don't know",
            "dont know",
            "i don't know",
            "i dont know",
            "ko biết",
            "k biết",
            "chưa bt",
            "ko rõ",
        ),
        "why": (
            "vì sao",
            "vì sao hỏi",
            "tại sao",
            "tại sao hỏi",
            "sao lại hỏi",
            "vì sao lại hỏi",
            "tại sao lại hỏi",
            "vì sao hỏi vậy",
            "hỏi làm gì",
            "why",
        ),
        "drafts": (
            "hồ sơ của tôi",
            "bản nháp",
            "các bản nháp",
            "hồ sơ đang làm",
            "xem hồ sơ của tôi",
            "danh sách hồ sơ",
            "mở hồ sơ",
            "my drafts",
        ),
        "save": ("lưu", "lưu để sau", "lưu lại", "lưu hồ sơ", "lưu nháp", "save"),
        "review": ("xem lại", "kiểm tra lại", "xem lại câu trả lời", "rà soát lại", "review"),
        "language": ("ngôn ngữ", "đổi ngôn ngữ", "english", "tiếng anh", "tiếng việt", "language"),
        "surprise": (
            "khen đột xuất",
            "khen thưởng đột xuất",
            "đề nghị khen đột xuất",
            "đề nghị khen thưởng đột xuất",
            "khen nóng",
            "đột xuất",
            "surprise",
            "surprise award",
        ),
        "thematic": (
            "khen chuyên đề",
            "khen thưởng chuyên đề",
            "khen theo chuyên đề",
            "khen thưởng theo chuyên đề",
            "đề nghị khen chuyên đề",
            "đề nghị khen thưởng chuyên đề",
            "khen theo đợt",
            "chuyên đề",
            "thematic",
            "thematic award",
        ),
        "resume": (
            "tiếp tục hồ sơ",
            "làm tiếp hồ sơ",
            "quay lại hồ sơ",
            "resume",
        ),
        "resume:case": (
            "tiếp tục trường hợp",
            "làm tiếp trường hợp",
            "quay lại trường hợp",
        ),
        "fix": ("sửa", "sửa lại", "sửa câu trả lời", "fix", "correct an answer"),
        "check": (
            "hỏi thử",
            "kiểm tra thử",
            "thử",
            "thử một trường hợp",
            "kiểm tra trường hợp",
            "check",
            "check a case",
        ),
        "cancel": ("hủy", "hủy bỏ", "thôi", "thôi không làm nữa", "dừng lại", "cancel"),
        "done": ("xong", "xong rồi", "hết rồi", "chọn xong", "done"),
        "continue": ("hỏi tiếp", "tiếp tục", "tiếp", "tiếp đi", "làm tiếp", "continue"),
        "cite": (
            "xem nguyên văn",
            "xem căn cứ",
            "căn cứ",
            "nguyên văn",
            "căn cứ nào",
            "căn cứ vào đâu",
            "trích dẫn",
            "cite",
            "sources",
            "see the sources",
            "the sources",
        ),
    }
)


_BOOK: Final = Phrasebook.of(WORDS)


def read_command(text: str) -> str | None:
    """The command that the whole message is (`back`, `unknown`, …), `start:CODE`, or None."""
    if len(text) > _LONGEST:
        return None
    typed = clean(text)
    if typed.startswith("/"):
        start = _START.fullmatch(typed)
        if start:
            return f"start:{start['code']}"
        slash = _SLASH.fullmatch(typed)
        return SLASHES.get(fold(slash["name"])) if slash else None
    if len(typed.split()) > _MOST_WORDS:
        return None
    return _BOOK.meaning(typed)
