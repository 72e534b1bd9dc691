"""Those proposed by number beside one who is named: `ông Hà và 6 dân quân`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.nominee import Nominee
from language.facts.passage import Passage
from language.marked import cue
from language.numbers import NUMBER, to_int

_NOUN: Final = (
    r"(?:anh em dan quan|dan quan tu ve|dan quan|cong an vien|cong an|chien si|chien sy|dong chi"
    r"|d/c|dc|doan vien|thanh nien|can bo|cong chuc|hoi vien|giao vien|bao ve|dang vien|to vien"
    r"|doi vien|dong doi|dong nghiep|nhan vien|cong nhan|nguoi ban|nguoi hang xom|xung kich"
    r"|kiem lam|bo doi|y si|bac si)"
)
_ALONG: Final = re.compile(
    rf"[ ,]*(?:va|cung|cung voi|voi|va ca|cung ca|kem)(?: voi)? (?P<n>{NUMBER}) (?P<noun>{_NOUN})"
    r"(?!\w)"
)
_ALONG_ASKED: Final = re.compile(
    rf"[ ,]*(?:va|cung|cung voi|voi|va ca|cung ca|kem)?(?: voi)? ?(?P<n>{NUMBER})"
    rf" (?P<noun>{_NOUN}|anh em|anh|chi|nguoi dan|nguoi|ban|em)(?!\w)"
)
_NOT_THEY: Final = cue(
    r"(?: (?:khác|nữa|kia))?(?: (?:bị|mắc|kẹt|ra khỏi|không|chưa|chỉ|đang bị|gặp nạn|ở trong"
    r"|trong nhà|đứng|đuối))"
)
_ASKS: Final = cue(r"(?:khen|tặng|trình|đề nghị|đề xuất|danh sách|hồ sơ)[^.;\d]{0,70}$")
_FORCE: Final = re.compile(
    r"(?:anh em )?dan quan(?: tu ve)?|cong an|doan vien|thanh nien|chien s[iy]|hoi vien|bo doi"
    r"|kiem lam|xung kich"
)
_BACK: Final = 90


def companions(passage: Passage, named: Sequence[Nominee], *, is_asked: bool) -> Iterator[Nominee]:
    """So many people right behind one who is proposed; `is_asked`: by the words that ask."""
    pattern = _ALONG_ASKED if is_asked else _ALONG
    seen: set[tuple[int, str]] = set()
    for one in named:
        for start, end in one.mentions if one.name else ():
            if is_asked and not _is_asked(passage, start):
                continue
            match = pattern.match(passage.folded.text, end)
            if match is None or _NOT_THEY.match(passage.text, match.end()):
                continue
            number = to_int(passage.piece(match.span("n")))
            alike = (number or 0, match["noun"])
            if not number or alike in seen:
                continue
            seen.add(alike)
            told = (match.start("n"), match.end())
            if number > 1 and not is_asked and _FORCE.fullmatch(match["noun"]):
                # so many of one force may be a body, which needs two thirds: it is asked
                name = passage.piece(match.span("noun"))
                yield Nominee(None, name, (told,), (told,))
            else:
                yield Nominee("individual", None, (told,), (told,), count=number)


def _is_asked(passage: Passage, place: int) -> bool:
    """`khen anh Vũ và 3 dân quân`; but not `ngày 17/11 anh Vũ và 3 dân quân lội suối`."""
    low = max(passage.sentence(place).start, place - _BACK)
    return bool(_ASKS.search(passage.text[low:place]))
