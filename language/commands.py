"""The words that steer the talk, told from answers only when they are the whole message."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from language.command_words import WORDS
from language.fold import clean, fold
from language.phrases import Phrasebook
from language.reminding import read_reminding

__all__ = ["SLASHES", "WORDS", "read_command"]

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
        "hosodagui": "proposals",
        "giayto": "papers",
        "han": "deadlines",
        "baocao": "tasks",
        "giaobaocao": "new_duty",
        "dagiao": "duties",
        "moi": "invite",
        "thietbi": "devices",
        "dangnhap": "sign_in",
        "tepkem": "attachments",
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


_BOOK: Final = Phrasebook.of(WORDS)


def read_command(text: str) -> str | None:
    """The command that the whole message is (`back`, `unknown`, …), `start:CODE`, or None.

    What is said to a reminder comes with its words: `pause:25/12`.
    """
    if len(text) > _LONGEST:
        return None
    typed = clean(text)
    if typed.startswith("/"):
        start = _START.fullmatch(typed)
        if start:
            return f"start:{start['code']}"
        slash = _SLASH.fullmatch(typed)
        return SLASHES.get(fold(slash["name"])) if slash else None
    known = _BOOK.meaning(typed) if len(typed.split()) <= _MOST_WORDS else None
    return known or read_reminding(typed)
