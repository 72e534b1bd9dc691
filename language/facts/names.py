"""Persons named in running text: a title and the name after it, with or without capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from language.facts.counted_names import names_in_a_row
from language.facts.far_names import PLACES, Named, far_from_title
from language.facts.name_words import GIVEN, LOOSE_TITLES, NEVER_NAMES, NO_NAMES, SURNAMES
from language.facts.passage import Passage
from language.facts.post_names import behind_a_post
from language.facts.small_names import before_a_verb, is_office, plain
from language.fold import REMEMBERED
from language.marked import cue

Span = tuple[int, int]

_RANK: Final = (
    r"(?:(?:thượng|trung|đại|thiếu) (?:úy|tá|tướng|sĩ)|hạ sĩ|binh nhất|binh nhì|chiến sĩ|chuẩn úy)"
)
_FORCE: Final = r"(?: (?:biên phòng|công an|cảnh sát|quân y|quân đội|bộ đội|kiểm lâm))?"
_POST: Final = (
    r"y sĩ|y sỹ|bác sĩ|bác sỹ|điều dưỡng|kỹ sư|trưởng thôn|bí thư|hạt trưởng|đồn trưởng|đội trưởng"
    r"|trưởng bản|dân quân|công an viên|bảo vệ|giáo viên|cán bộ|học sinh|sinh viên|thanh niên"
    r"|công nhân|lái xe|tài xế|nhân viên|đoàn viên|chủ tịch|giám đốc|hiệu trưởng|cá nhân|sư thầy"
)
_CALLED: Final = r"cô giáo|thầy giáo|a|c|anh|chị|ông|bà|cô|chú|bác|em|cháu|cụ|thầy|dì|cậu|bạn"
_COMRADE: Final = r"đồng chí|đ/c|đc|dc|đ\.c|d/c|đchí"
TITLE: Final = cue(rf"{_COMRADE}|{_RANK}{_FORCE}|{_POST}|{_CALLED}")
# behind these stands nobody but a person: `anh Trung`, `ông Công`
_SURE_TITLE: Final = cue(r"anh|chị|ông|bà|đồng chí|đ/c|thầy|cậu")
_FIRST_TITLE: Final = cue(_COMRADE)
_WHOLE_NAME: Final = re.compile(
    r"(?<!\w)(?P<surname>[a-z]+) (?:van|thi) (?:(?:hong|thu|ngoc|minh"
    r"|kim) )?(?P<given>[a-z]+)(?!\w)"
)
_IN_PLACE: Final = cue(
    r"(?:ở|tại|trong|về|đến|sang|lên|xuống|qua|vào|từ|thôn|xã|các|mấy|dân|trưởng|người|của|khắp) $"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_BESIDE: Final = re.compile(
    r"(?<!\w)(?P<title>anh|chi|ong|ba|co|em|thay|bac|chu|dc|d/c) (?P<name>[a-z]+)"
    r"(?: ?, ?| va | cung | cung voi )$"
)
_NO_ONE: Final = frozenset({"con", "be", "gia", "nho", "hai", "cung", "thi", "the", "nguoi"})
# `khen cho anh dc ko`: what is tapped for short is no name
_SHORT: Final = frozenset({"dc", "dk", "ok", "oke", "okie", "ko", "thi"})
# without marks: cơ quan, em dự kiến, anh vẫn còn
_GOES_ON: Final = re.compile(r"(?:(?<=co) quan| du kien| van (?:kip|muon|con|chua|dang))(?!\w)")
_NEAR: Final = 32
_MOST_WORDS: Final = 5


@lru_cache(maxsize=4)
def names(passage: Passage) -> tuple[Named, ...]:
    """All persons named, in the order of the text; remembered, as each reader of it asks."""
    has_capitals = writes_capitals(passage)
    found = _named(passage, has_capitals=has_capitals, told_by_verb=False)
    taken = [named.span for named in found]
    found.extend(behind_a_post(passage, taken, has_capitals=has_capitals))
    if has_capitals:
        found.extend(names_in_a_row(passage, [named.span for named in found]))
    if not (found or has_capitals):
        found = _named(passage, has_capitals=False, told_by_verb=True)
    found.extend(_untitled(passage, found, has_capitals=has_capitals))
    if not has_capitals:
        found.extend(_side_by_side(passage, found))
        found.extend(_again(passage, found))
    return tuple(sorted(found, key=lambda named: named.span))


def _untitled(passage: Passage, found: list[Named], *, has_capitals: bool) -> Iterator[Named]:
    """`Hoàng Văn Lợi` without a title, told by its surname and middle name; or by its capitals."""
    taken = [named.span for named in found]
    for match in _WHOLE_NAME.finditer(passage.folded.text):
        start, end = match.span()
        inside = any(start < high and low < end for low, high in taken)
        counts = passage.folded.text.endswith("thu ", 0, start)
        if inside or counts or match["surname"] not in SURNAMES:
            continue
        if not has_capitals and _GOES_ON.match(passage.folded.text, match.end("surname")):
            continue
        if match["given"] in NO_NAMES - GIVEN and not _is_apart(passage, match, has_capitals):
            continue
        if not has_capitals or _begins_capital(passage, start):
            taken.append((start, end))
            yield Named((start, end), start, match["given"], is_full=True)
    if has_capitals:
        yield from far_from_title(passage, taken)


def _is_apart(passage: Passage, match: re.Match[str], has_capitals: bool) -> bool:  # noqa: FBT001
    """`Hoàng Văn Lợi,`: a given name by its capital, or by the comma behind it."""
    if has_capitals:
        return _begins_capital(passage, match.start("given"))
    return re.match(r" ?(?:[,;.)]|$| va )", passage.folded.text[match.end() :][:6]) is not None


def _side_by_side(passage: Passage, found: list[Named]) -> Iterator[Named]:
    """`anh long, chi cuc va anh binh cung diu`: those right before one who is named."""
    taken = {named.span[0] for named in found}
    for named in tuple(found):
        place = named.span[0]
        while match := _BESIDE.search(passage.folded.text, max(0, place - _NEAR), place):
            place = match.start("title")
            if place in taken or match["name"] in NEVER_NAMES | _NO_ONE:
                break
            taken.add(place)
            yield Named(
                (place, match.end("name")), match.start("name"), match["name"], is_full=False
            )


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
        if _is_part_of_a_name(passage, match):
            continue
        words = [*_words(passage, match.end())]
        if words and passage.folded.text[slice(*words[0])] in _SHORT:
            continue
        if not has_capitals and _GOES_ON.match(passage.folded.text, match.end()):
            continue
        if has_capitals:
            end = _capitals(passage, words, is_sure=_SURE_TITLE.fullmatch(match[0]) is not None)
        else:
            end = plain(passage, match, words)
            end = end or int(told_by_verb and before_a_verb(passage, match, words))
        if end:
            first = words[0][0]
            key = passage.folded.text[words[end - 1][0] : words[end - 1][1]]
            span = (_start(passage, match.start()), words[end - 1][1])
            found.append(Named(span, first, key, is_full=end > 1))
    return found


def _is_part_of_a_name(passage: Passage, title: re.Match[str]) -> bool:
    """`Bản Giốc` is no `bạn`, `A` no `anh`: a loose title that itself has a capital.

    Nor is `o ban Nam Khao`, left without marks among words that have them.
    """
    called = passage.folded.text[slice(*title.span())]
    if called in ("a", "c"):
        return _begins_capital(passage, title.start())
    if called == "ban" and _IN_PLACE.search(passage.text[: title.start()][-12:]):
        return True
    within = title.start() not in {s.start + d for s in passage.sentences for d in (0, 1)}
    return within and called in LOOSE_TITLES - {"em"} and _begins_capital(passage, title.start())


@lru_cache(maxsize=REMEMBERED)
def writes_capitals(passage: Passage) -> bool:
    """Whether the text has capitals within its sentences, so that a name shows by them.

    Written in capitals throughout, none shows.
    """
    original, origins = passage.folded.original, passage.folded.origins
    if original.isupper():
        return False
    starts = {s.start for s in passage.sentences} | {s.start + 1 for s in passage.sentences}
    return any(
        original[origins[m.start()]].isupper()
        for m in _WORD.finditer(passage.folded.text)
        if m.start() not in starts
    )


def _begins_capital(passage: Passage, place: int) -> bool:
    return passage.folded.original[passage.folded.origins[place]].isupper()


def _words(passage: Passage, place: int) -> Iterator[Span]:
    """The words after a place, one space apart."""
    text = passage.folded.text
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, place + 1) if text[place : place + 1] == " " else None
        if match is None:
            return
        yield match.span()
        place = match.end()


def _capitals(passage: Passage, words: list[Span], *, is_sure: bool) -> int:
    """How many of the words begin with a capital and go on small."""
    original, origins = passage.folded.original, passage.folded.origins
    said = [passage.folded.text[start:end] for start, end in words[:2]]
    if is_office(said) or (said and said[0] in PLACES and not is_sure):
        return 0
    count = 0
    for start, end in words:
        piece = original[origins[start] : origins[end - 1] + 1]
        if not piece[0].isupper() or (len(piece) > 1 and piece.isupper() and piece.isascii()):
            break
        count += 1
    return count


def _start(passage: Passage, start: int) -> int:
    """The title before the title: `đồng chí thiếu tá`."""
    for match in _FIRST_TITLE.finditer(passage.text, max(0, start - 16), start):
        if passage.text[match.end() : start] == " ":
            return match.start()
    return start
