"""What is asked of the case in hand, and of no letter: its last day, its papers, what it lacks."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from language.fold import fold


class Matter(StrEnum):
    """What is asked of the case that is talked about."""

    WHEN = "when"
    PAPERS = "papers"
    SIGNS = "signs"
    LACKS = "lacks"
    VERDICT = "verdict"
    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    THANKS = "thanks"
    AGREED = "agreed"
    LEVEL = "level"


_LONGEST: Final = 90
_LEAD: Final = (
    r"(?:(?:da|vang|u|uh|um|ok|oke|a|e|em|anh|chi|ban|ad|toi|minh|xin|nho|cho|hoi|the|vay|thi|roi"
    r"|gio|nhung|ma|con|tiep|nhu vay|nhu the|neu vay|cho (?:em|toi|minh) hoi|them)[ ,.:]+)*"
)
_TAIL: Final = (
    r"(?:[ ,]+(?:a|vay|the|nhi|ha|ban|em|anh|chi|ad|nhe|nha|voi|day|do|nua|het|ta|hay sao))*[ ?.!]*"
)
_HOW_LONG: Final = (
    r"(?:khi nao|bao gio|luc nao|ngay nao|hom nao|ngay may|bao lau"
    r"|(?:may|bao nhieu) ngay)"
)
_OF: Final = r"(?: (?:ho so|truong hop nay|viec nay|vu nay|cai nay|cho viec nay|nay|de nghi))*"
_NOT: Final = r"(?:khong|ko|kg|hong|k|chua|chu|a|hay khong|ha)"
_SEND: Final = r"(?:het (?:thoi )?han|qua han|tre han|den han|gui|trinh|nop|xong)"
_FIRST: Final = r"(?:(?:thi|la|phai|moi|can|se|con|nua|nop|truoc|vao|den|toi)(?: |$))*"
_LIMIT: Final = r"(?:thoi han|han)(?: (?:cuoi|chot|trinh|nop|gui|cung))*"
_THING: Final = r"(?:giay to|ho so|tai lieu|van ban|thu tuc|giay)"
_WHAT: Final = r"(?:nhung gi|cai gi|gi|nao|the nao|thong tin gi|giay to gi|thong tin nao)"
_KINDS: Final = r"(?:(?:mot|tung|cac|rieng|khen|de nghi|cho|doi voi|ve|may|nhung) )*"
_HOW: Final = (
    r"(?: (?:thi|co|duoc|dc|khen|xet|de nghi))*(?: (?:sao|the nao|ra sao|nhu nao)"
    rf"|(?: (?:duoc|dc|khen))+ {_NOT})"
)
_LEVEL: Final = (
    r"(?:(?:neu|thi|cho|dua|day|de nghi|trinh|xin|len|cap|ubnd|chu tich|khen|muon|doi|sang) )*"
    r"(?:tinh|huyen|xa|so|trung uong|thu tuong|nha nuoc)(?: (?:khen|tang|xet|ky|giay khen"
    r"|bang khen))*"
)
_PRAISED: Final = r"(?:khen|duoc|dc|du dieu kien|hop le|du|dat|on)"

_SIGNS: Final[tuple[tuple[Matter, str], ...]] = (
    (
        Matter.WHEN,
        (
            rf"{_OF} ?(?:den |toi |truoc |la )?{_HOW_LONG}(?: la| thi)? {_FIRST}{_SEND}{_OF}"
            rf"|(?:phai |can |moi )?(?:gui|trinh|nop){_OF}"
            rf" (?:truoc |vao |den |toi |trong )?{_HOW_LONG}"
            rf"|{_LIMIT}{_OF}(?: (?:la|den|toi|vao|con|trong))*(?: {_HOW_LONG}| the nao)"
            rf"|con (?:may|bao nhieu) ngay(?: nua)?(?: (?:la|thi|moi|toi|den))*(?: {_SEND})?"
            rf"|(?:hom nay |bay gio |mai |tuan sau |gui |trinh |nop )*(?:co |con )?(?:kip|muon|tre)"
            rf"(?: (?:han|khong han))? {_NOT}|(?:da |co )?(?:qua|het) han (?:{_NOT}|roi {_NOT})"
        ),
    ),
    (
        Matter.LACKS,
        (
            rf"(?:ho so |truong hop nay |viec nay |con |can |phai )*(?:thieu|bo sung)"
            rf"(?: (?:them|nhung|cai|mat))* {_WHAT}(?: nua)?(?: {_NOT})?"
        ),
    ),
    (
        Matter.PAPERS,
        (
            rf"(?:(?:can|phai|gom|nop|chuan bi|lam|co|nhung|cac|gui|kem)(?: |$))*{_THING}"
            rf"(?: (?:thi|gom|can|co|phai|nop|chuan bi|bao gom|kem theo|de nghi|la))* {_WHAT}"
        ),
    ),
    (
        Matter.SIGNS,
        (
            rf"(?:(?:to trinh|quyet dinh|bao cao|{_THING}|cai nay|do|thi|la|nay|de nghi) )*"
            r"ai (?:(?:la|nguoi|se|phai|duoc|can|co quyen|moi) )*"
            r"ky(?: (?:to trinh|ho so|giay|giay to|ten|bao cao|xac nhan|duyet|van ban|vao))*"
        ),
    ),
    (
        Matter.VERDICT,
        (
            rf"(?:(?:truong hop nay|viec nay|vu nay|ho so nay|co|de nghi|xet|thi) )*{_PRAISED}"
            rf"(?: (?:khen|thuong|dot xuat|chuyen de|duoc|dc|co|dieu kien))* {_NOT}"
            rf"|khong (?:duoc khen|khen duoc|duoc|du dieu kien)(?: thuong)? {_NOT}"
            r"|(?:ket qua|ket luan) (?:the nao|sao|ra sao|la gi)|(?:thi )?sao"
        ),
    ),
    (Matter.INDIVIDUAL, rf"{_KINDS}ca nhan{_HOW}"),
    (Matter.COLLECTIVE, rf"{_KINDS}tap the{_HOW}"),
    (Matter.LEVEL, rf"{_LEVEL}{_HOW}"),
    (
        Matter.THANKS,
        (
            r"(?:(?:rat|xin|em|toi|minh|chan thanh|ok|vang|da|tot) )*(?:cam on|thanks?|tks"
            r"|thank you)(?: (?:nhieu|rat nhieu|ban|you|bot|nhe|tro ly))*"
        ),
    ),
    (
        Matter.AGREED,
        (
            r"(?:ok|oke|okay|vang|da|u|uh|dung|dung roi|dung vay|chuan|chuan roi|on|on roi"
            r"|duoc roi|tot|tot qua|hay qua|ro roi|hieu roi|toi hieu roi|em hieu roi)"
        ),
    ),
)
_MATTERS: Final = tuple(
    (matter, re.compile(rf"{_LEAD}(?:{sign}){_TAIL}")) for matter, sign in _SIGNS
)


_PARTS: Final = re.compile(r"[,.;?!]+")


def asked_of_case(text: str) -> Matter | None:
    """What the whole message asks of the case in hand; None where it says anything else."""
    if len(text) > _LONGEST:
        return None
    parts = [one.strip() for one in _PARTS.split(fold(text)) if one.strip()]
    whole = _matter(" ".join(parts))
    asked = {_matter(one) for one in parts}
    return asked.pop() if whole is None and len(asked) == 1 else whole


def _matter(folded: str) -> Matter | None:
    found = (matter for matter, sign in _MATTERS if sign.fullmatch(folded))
    return next(found, None)
