"""Persons named in running text: a title and the name after it, with or without capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from language.facts.name_words import (
    AFTER_A_LIST,
    LOOSE_TITLES,
    MIDDLE_NAMES,
    NEVER_NAMES,
    NO_NAMES,
    PLAIN_TITLES,
    POSTS,
    POSTS_GO_ON,
    SURE_SURNAMES,
    SURNAMES,
)
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_RANK: Final = (
    r"(?:thượng|trung|đại|thiếu) (?:úy|tá|tướng|sĩ)|hạ sĩ|binh nhất|binh nhì|chiến sĩ|chuẩn úy"
)
_POST: Final = (
    r"y sĩ|y sỹ|bác sĩ|bác sỹ|điều dưỡng|kỹ sư|trưởng thôn|bí thư|hạt trưởng|đồn trưởng|đội trưởng"
    r"|trưởng bản|dân quân|công an viên|bảo vệ|giáo viên|cán bộ|học sinh|sinh viên|thanh niên"
    r"|công nhân|lái xe|tài xế|nhân viên|đoàn viên|chủ tịch|giám đốc|hiệu trưởng|cá nhân|sư thầy"
)
_CALLED: Final = r"cô giáo|thầy giáo|a|c|anh|chị|ông|bà|cô|chú|bác|em|cháu|cụ|thầy|dì|cậu|bạn"
_COMRADE: Final = r"đồng chí|đ/c|đc|dc|đ\.c|d/c|đchí"
TITLE: Final = cue(rf"{_COMRADE}|{_RANK}|{_POST}|{_CALLED}")
_FIRST_TITLE: Final = cue(_COMRADE)
_LIST_SIGN: Final = re.compile(
    r"[,;:(] ?$|" + cue(r"(?:và|còn|trong đó|gồm|là|đột xuất|cho|với|cả)[ (]*$").pattern
)
_LIST_BEGINS: Final = cue(r"khen|tặng|trình|đề nghị|trong đó|gồm")
_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_WORDS: Final = 5
_NEVER: Final = cue(
    r"anh chị|anh em|anh ấy|chị ấy|ông ấy|bà ấy|cô ấy|em ấy|bà con|anh ta|ông ta|cô ta|chị em"
    r"|cháu bé|em bé|em nhỏ|cháu nhỏ|chú ý|thầy cô|cán bộ|chiến sĩ"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person as named: the whole stretch, where the name itself begins, and its last word."""

    span: Span
    name_at: int
    key: str
    is_full: bool


@lru_cache(maxsize=4)
def names(passage: Passage) -> tuple[Named, ...]:
    """All persons named, in the order of the text; remembered, as each reader of it asks."""
    has_capitals = writes_capitals(passage)
    found = _named(passage, has_capitals=has_capitals, told_by_verb=False)
    if not (found or has_capitals):
        found = _named(passage, has_capitals=False, told_by_verb=True)
    if not has_capitals:
        found.extend(_again(passage, found))
    return tuple(sorted(found, key=lambda named: named.span))


def _again(passage: Passage, found: list[Named]) -> Iterator[Named]:
    """One named before, called again by title and last word where nothing has capitals."""
    taken = {named.span[0] for named in found}
    keys = {named.key for named in found}
    for match in TITLE.finditer(passage.text):
        word = next(_words(passage, match.end()), None)
        key = passage.folded.text[slice(*word)] if word else ""
        if word and key in keys and match.start() not in taken:
            yield Named((match.start(), word[1]), word[0], key, is_full=False)


def _named(passage: Passage, *, has_capitals: bool, told_by_verb: bool) -> list[Named]:
    found: list[Named] = []
    for match in TITLE.finditer(passage.text):
        if found and match.start() < found[-1].span[1]:
            continue
        if match[0] in ("a", "c") and _begins_capital(passage, match.start()):
            continue
        words = [*_words(passage, match.end())]
        if has_capitals:
            end = _capitals(passage, words)
        else:
            end = _plain(passage, match, words)
            end = end or int(told_by_verb and _before_a_verb(passage, match, words))
        if end:
            first = words[0][0]
            key = passage.folded.text[words[end - 1][0] : words[end - 1][1]]
            span = (_start(passage, match.start()), words[end - 1][1])
            found.append(Named(span, first, key, is_full=end > 1))
    return found


def _before_a_verb(passage: Passage, title: re.Match[str], words: list[Span]) -> bool:
    """`anh hung nhay xuong`: a small word that is no verb, and one that is, after a plain title."""
    said = [passage.folded.text[start:end] for start, end in words[:2]]
    called = passage.folded.text[title.start() : title.end()]
    if (
        len(said) < 2  # noqa: PLR2004 - a name and what follows
        or called in LOOSE_TITLES - {"em", "chau", "chi"}
        or _NEVER.match(passage.text, title.start())
    ):
        return False
    beside = called == "chi" and said[1] == "va"
    return (beside or called in PLAIN_TITLES) and said[0] not in NO_NAMES and said[1] in NO_NAMES


def writes_capitals(passage: Passage) -> bool:
    """Whether the text has capitals within its sentences, so that a name shows by them."""
    original, origins = passage.folded.original, passage.folded.origins
    starts = {s.start for s in passage.sentences} | {s.start + 1 for s in passage.sentences}
    return any(
        original[origins[m.start()]].isupper()
        for m in _WORD.finditer(passage.folded.text)
        if m.start() not in starts
    )


def _begins_capital(passage: Passage, place: int) -> bool:
    return passage.folded.original[passage.folded.origins[place]].isupper()


def _is_office(said: list[str]) -> bool:
    """`phó chủ tịch`, `đồn trưởng` after a title are a post, no name."""
    return len(said) > 1 and said[0] in POSTS and said[1] in POSTS_GO_ON


def _words(passage: Passage, place: int) -> Iterator[Span]:
    """The words after a place, one space apart."""
    text = passage.folded.text
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, place + 1) if text[place : place + 1] == " " else None
        if match is None:
            return
        yield match.span()
        place = match.end()


def _capitals(passage: Passage, words: list[Span]) -> int:
    """How many of the words begin with a capital and go on small."""
    original, origins = passage.folded.original, passage.folded.origins
    said = [passage.folded.text[start:end] for start, end in words[:2]]
    if _is_office(said):
        return 0
    count = 0
    for start, end in words:
        piece = original[origins[start] : origins[end - 1] + 1]
        if not piece[0].isupper() or (len(piece) > 1 and piece.isupper() and piece.isascii()):
            break
        count += 1
    return count


def _plain(passage: Passage, title: re.Match[str], words: list[Span]) -> int:
    """How many of the words are a name where nothing is written with a capital."""
    said = [passage.folded.text[start:end] for start, end in words]
    if passage.folded.text[title.start() : title.end()] in ("a", "c"):
        return 0
    if not said or _NEVER.match(passage.text, title.start()) or _is_office(said):
        return 0
    called = passage.folded.text[title.start() : title.end()]
    if said[0] in SURNAMES and len(said) > 1:
        count = _full(said, is_loose=called in LOOSE_TITLES)
        if count:
            return count
    ends = said[0] not in NEVER_NAMES and (len(said) < 2 or said[1] in AFTER_A_LIST)  # noqa: PLR2004
    given = (
        (said[0] not in NO_NAMES or ends)
        and said[:2] != ["tham", "gia"]
        and called in PLAIN_TITLES | {"chi"}
    )
    return int(given and _is_listed(passage, title.start()))


def _full(said: list[str], *, is_loose: bool) -> int:  # noqa: PLR0911 - one a shape of name
    """How many of these small words are a whole name, the first being a surname."""
    third = said[2] if len(said) > 2 else ""  # noqa: PLR2004 - a name of three words
    if said[1] in ("van", "thi") and third:
        longer = len(said) > 3 and third in MIDDLE_NAMES and said[3] not in NO_NAMES  # noqa: PLR2004
        return 4 if longer else 3
    if said[1] in MIDDLE_NAMES and third and said[0] not in NO_NAMES:
        return 3
    if is_loose:
        return 0
    if said[0] in NO_NAMES:
        return 3 if third and not {said[1], third} & NO_NAMES else 0
    if said[0] in SURE_SURNAMES and said[1] == "anh" and third:
        return 3
    if said[1] in NO_NAMES:
        return 0
    return 3 if third and third not in NO_NAMES else 2


def _is_listed(passage: Passage, place: int) -> bool:
    """Whether one stands in a list of those proposed: only there a single small word is a name."""
    before = passage.text[max(0, place - 200) : place]
    return bool(_LIST_SIGN.search(before) and _LIST_BEGINS.search(before))


def _start(passage: Passage, start: int) -> int:
    """The title before the title: `đồng chí thiếu tá`."""
    for match in _FIRST_TITLE.finditer(passage.text, max(0, start - 16), start):
        if passage.text[match.end() : start] == " ":
            return match.start()
    return start
