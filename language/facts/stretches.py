"""Which stretches of a message speak of which of those proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.passage import Passage
from language.facts.people import Nominee
from language.marked import cue
from language.numbers import NUMBER, to_int

Span = tuple[int, int]

_CHAIN: Final = re.compile(r"[ ,;]*(?:va|cung|cung voi|voi|lan|con|roi den)?[ ,]*")
_NUMBER: Final = re.compile(rf"(?<![\w/.,]){NUMBER}(?![\w/.,])")
_TOGETHER: Final = cue(r"(?:cả (?:hai|ba|bốn|2|3|4|nhóm)|đều|tất cả|cùng nhau|ai cũng)")
_HE: Final = cue(
    r"(?:anh|chị|ông|bà|cô|đ/c|đc|dc|đồng chí|em|cháu|thầy|chú|bác|người này)(?! em| chị)"
)
_ONE: Final = cue(
    r"(?:anh|chị|ông|bà|cô|đồng chí|đ/c|thầy|cậu)"
    r"(?= (?:ấy |lại |liền |đã |vội |bèn |lập tức |một mình )*"
    r"(?:nhảy|lao|bơi|lội|xông|chạy|bế|cõng(?! (?:an|tác|nhân|chức|ty))|kéo|vớt|cứu|dìu|trèo|leo"
    r"|lặn|phá|đập|dập|đưa|khống chế"
    r"|tự|bắt|xuống|vào|ra|dùng|ôm|chui))"
)
_TITLE: Final = cue(
    r"(?:anh|chị|ông|bà|cô|thầy|cậu|bác|chú)(?! (?:em|chị|trai|gái|rể|dâu|họ|ruột|ơi|con)(?!\w))"
)
_UNMARKED: Final = frozenset({"chi", "ba", "co"})


def stretches(passage: Passage, found: Sequence[Nominee]) -> tuple[tuple[Span, ...], ...]:
    """For each, what is told of it: from where it is named to where another is, in a sentence.

    Those named side by side share what follows the last of them; one alone has it all.
    """
    if len(found) == 1 and found[0].count > 1:
        return (tuple(_of_so_many(passage, found[0].count)),)
    if len(found) == 1 and (found[0].name is None or found[0].type == "household"):
        return (((0, len(passage.text)),),)
    if len(found) == 1:
        first = min((span[0] for span in found[0].mentions), default=0)
        again = passage.folded.original.find(found[0].name or "\n")
        first = min(first, again) if again >= 0 else first
        return (((_opening(passage, first), len(passage.text)),),)
    marks = sorted((span, index) for index, one in enumerate(found) for span in one.mentions)
    told: list[list[Span]] = [[] for _ in found]
    waiting: set[int] = set()
    for place, (span, index) in enumerate(marks):
        waiting.add(index)
        following = marks[place + 1][0] if place + 1 < len(marks) else None
        if following and _CHAIN.fullmatch(passage.folded.text, span[1], following[0]):
            continue
        stretch = (span[1], _end(passage, span[1], following))
        for one in waiting:
            told[one].append(stretch)
        waiting = set()
    return tuple(map(tuple, told))


def _of_so_many(passage: Passage, count: int) -> Iterator[Span]:
    """What follows wherever as many are counted, and what is told of all of them."""
    for match in _NUMBER.finditer(passage.folded.text):
        if to_int(passage.piece(match.span())) == count:
            yield match.end(), passage.sentence(match.start()).end
    for match in _TOGETHER.finditer(passage.text):
        yield match.start(), passage.sentence(match.start()).end


def _opening(passage: Passage, first: int) -> int:
    """One alone: told from the sentence that names him, or that speaks of `anh` before."""
    named = passage.sentence(first).start
    title = _TITLE.match(passage.text, first)
    if title is not None and title[0] not in _UNMARKED:
        for match in _TITLE.finditer(passage.text, 0, named):
            if match[0] == title[0]:
                return passage.sentence(match.start()).start
    for match in _ONE.finditer(passage.text, 0, named):
        if match[0] not in _UNMARKED:
            return passage.sentence(match.start()).start
    return named


def _end(passage: Passage, place: int, following: Span | None) -> int:
    """Up to the next one named; over a full stop only where it goes on with `anh`, `chị`."""
    sentence = passage.sentence(max(0, place - 1))
    end = sentence.end
    while end < len(passage.text):
        start = end + (passage.text[end] == " ")
        if not _HE.match(passage.text, start):
            break
        end = passage.sentence(start).end
    return min(end, following[0]) if following else end


def of_no_other(
    passage: Passage, found: Sequence[Nominee], told: Sequence[tuple[Span, ...]], index: int
) -> tuple[Span, ...]:
    """The whole message but for what is told of other persons only."""
    mine = set(told[index])
    others = sorted(
        stretch
        for other, stretched in enumerate(told)
        if other != index and found[other].type != "collective"
        for stretch in stretched
        if stretch not in mine
    )
    left: list[Span] = []
    place = 0
    for start, end in others:
        if start > place:
            left.append((place, start))
        place = max(place, end)
    left.append((place, len(passage.text)))
    return tuple(left)
