"""Several nominees on one line: `ông Nông Văn Hải, bà Lý Thị Lả`, `anh Hải và anh Tú`."""

from __future__ import annotations

import re
from typing import Final

from language.facts.name_words import MIDDLE_NAMES, SURNAMES
from language.fold import clean, fold
from language.nominee_kind import kind_of

_JOINT: Final = re.compile(r"\s*[,&+]\s*(?:(?:và|va)\s+)?|\s+(?:và|va|cùng|cung|với|voi|and)\s+")
_PERSON: Final = re.compile(
    r"(?:(?:ca nhan|ong|ba|anh|chi|em|dong chi|d/c|dc|co|chu|bac|cu|thay|chau|ban|mr|mrs)\.? )"
    r"[a-z]+(?: [a-z]+){0,4}"
)
_BODY: Final = re.compile(r"(?:tap the|doi|to|dan quan|cong an|hoi|doan|chi doan|truong|tram)\b")
_FEWEST: Final = 2


def apart(line: str) -> tuple[str, ...]:
    """Each of them; the line itself where it is not sure that it names several."""
    pieces = tuple(piece for piece in map(clean, _JOINT.split(line)) if piece)
    if len(pieces) < _FEWEST:
        return (line,)
    each = all(_is_person(piece) or _is_body(piece) for piece in pieces)
    # behind a person a body may be where he is of: `ông Hải, đội dân quân`
    return pieces if each and (_is_body(pieces[0]) or not any(map(_is_body, pieces))) else (line,)


def _is_person(piece: str) -> bool:
    """With a title before the name; or a full name, each word with its capital or its `văn`."""
    plain = fold(piece)
    if _PERSON.fullmatch(plain) is not None and kind_of(piece) == "individual":
        return True
    words = plain.split()
    known = len(words) > _FEWEST and words[0] in SURNAMES and words[1] in MIDDLE_NAMES
    return (known or piece.istitle()) and words[0] in SURNAMES and len(words) >= _FEWEST


def _is_body(piece: str) -> bool:
    return _BODY.match(fold(piece)) is not None and kind_of(piece) == "collective"
