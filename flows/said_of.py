"""What is said of somebody on the list by name: another name, another part in the deed, none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flows import sheet
from flows.answers import read
from flows.desk import Desk
from flows.given import Given, Refused
from flows.labels import label
from flows.model import Choice, Draft, Role
from flows.paths import of_nominee
from flows.turn import Said
from flows.values import shown
from flows.ways import way
from flows.who import is_called
from language.corrections import Correction
from language.counts import read_more_heads
from language.fold import fold
from language.told_names import read_told_name
from rules.message import say

LONGEST_NAME: Final = 6
"""Words of a name, with `ông` or `bà` before it."""
MOST_OFFERED: Final = 6
FULL: Final = 2
_TITLE: Final = re.compile(
    r"\A(?:ông|bà|anh|chị|cô|chú|em|đồng chí|đ/c|đc|mr\.?|mrs\.?|ms\.?)\s+", flags=re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"\s*[,;]\s*(?:(?:còn|nhưng|mà|con|nhung|ma)\s+)?")
_COMMON: Final = frozenset({"van", "thi"})
_BETWEEN: Final = re.compile(r"[\s,:-]*(?:(?:thì|đã|cũng|mới|là|được|was|is|has)\s+)*")
_DENIED: Final = frozenset(
    {*("khong", "ko", "k", "chua", "chi", "chang", "did", "not", "only", "was"), "didn't"}
)
"""What begins words that deny somebody's part, or make it less."""


def said_of(desk: Desk, text: str) -> Given | Refused | None:
    """`bà Lả không tham gia`: her part is set; asked where the words only make it doubtful."""
    if desk.draft.kind != "surprise":
        return None
    found = (_said_in(desk, clause) for clause in _CLAUSE.split(text))
    return next((one for one in found if one is not None), None)


def _said_in(desk: Desk, text: str) -> Given | Refused | None:
    index, rest = _whose_words(desk.draft, text)
    if index is None or not rest:
        return None
    path = of_nominee(index, "participation")
    given = read(desk, path, Said(text=rest))
    if isinstance(given, Given) and given.values.get(path) is not None:
        return mended(desk.draft, path, given)
    if not _DENIED.intersection(fold(rest).split()[:1]):
        return None
    at = replace(desk.at, editing=path, fixing=False, picked=None, month=None)
    return Given({}, at=at)


def _whose_words(draft: Draft, text: str) -> tuple[int | None, str]:
    """Whom the text names at its beginning, and what stands behind the name."""
    words = text.split()
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        named = called(draft, " ".join(words[:length]))
        if len(named) == 1 and _ends_name(draft, named[0], words[length - 1]):
            return named[0], _BETWEEN.sub("", " ".join(words[length:]), count=1)
    return None, ""


def _ends_name(draft: Draft, index: int, word: str) -> bool:
    """Whether the name ends there: `bà Lả chỉ …` goes on behind Lả."""
    name = sheet.own_answers(draft)[index]["name"]
    return fold(name).split()[-1:] == fold(word).split()


def more_heads(desk: Desk, text: str) -> Given | None:
    """`còn 3 công an xã cùng tham gia`: how many there were in all is asked again."""
    total = sheet.value_at(desk.draft, "forces_total")
    more = read_more_heads(text)
    if more is None or not isinstance(total, int):
        return None
    told = say("told.more_heads", more=more, before=total, total=total + more)
    at = replace(desk.at, editing="forces_total", fixing=False, picked=None)
    return Given({}, notes=(told,), at=at)


def called(draft: Draft, words: str) -> list[int]:
    """The places of those whom the words name."""
    own = enumerate(sheet.own_answers(draft))
    return [index for index, one in own if is_called(one.get("name"), words.strip(" ,.:;"))]


def renamed(desk: Desk, found: Correction) -> Given | Refused | None:
    """Another name for the one it is like, or of whom that was said; None where it is no name."""
    draft, value = desk.draft, found.value_text
    named = [index for index, one in enumerate(sheet.own_answers(draft)) if one.get("name")]
    if found.target == "name" and value and _is_one_unnamed(draft):
        return read(desk, of_nominee(0, "name"), Said(text=_plain(value)))
    alike = _alike(draft, value, named)
    if not named or (found.target is None and not _is_name(found, alike=bool(alike))):
        return None
    whose = called(draft, found.old) if found.old else alike
    whose = named if len(named) == 1 and not (whose or found.old) else whose
    if len(whose) != 1:
        return Refused(say("note.whose_name"), choices=tuple(_offered(draft, named)))
    path = of_nominee(whose[0], "name")
    if not value:
        return Given({}, at=replace(desk.at, editing=path, fixing=False, picked=None))
    given = read(desk, path, Said(text=_plain(value)))
    return mended(draft, path, given) if isinstance(given, Given) else given


def named(desk: Desk, text: str) -> Given | Refused | None:
    """`tên anh ấy là Vàng A Sính`: the name of the only one, who has none yet."""
    name = read_told_name(text) if _is_one_unnamed(desk.draft) else None
    return None if name is None else read(desk, of_nominee(0, "name"), Said(text=name))


def _is_one_unnamed(draft: Draft) -> bool:
    own = sheet.own_answers(draft)
    return len(own) == 1 and not own[0].get("name") and own[0].get("count", 1) == 1


def _alike(draft: Draft, value: str, named: Sequence[int]) -> list[int]:
    """Those whose names share most words with this one, but for Văn and Thị."""
    own = sheet.own_answers(draft)
    said = {*fold(value).split()} - _COMMON
    shared = {index: len(said & {*fold(own[index]["name"]).split()}) for index in named}
    most = max(shared.values(), default=0)
    return [index for index in named if most and shared[index] == most]


def _is_name(found: Correction, *, alike: bool) -> bool:
    """A proper name, each word with its capital: like another, in its place, behind a title."""
    words = _TITLE.sub("", found.value_text).split()
    capitals = all(word[0].isupper() and word.isalpha() for word in words)
    meant = alike or found.old or _TITLE.match(found.value_text)
    return bool(meant) and capitals and 0 < len(words) <= LONGEST_NAME


def _plain(value: str) -> str:
    """A full name without `ông` or `bà` before it."""
    bare = _TITLE.sub("", value)
    return bare if len(bare.split()) >= FULL else value


def _offered(draft: Draft, named: Sequence[int]) -> list[Choice]:
    paths = [of_nominee(index, "name") for index in named[:MOST_OFFERED]]
    return [
        way(
            "edit", role=Role.ASIDE, argument=path, label=say("told.mend", label=label(draft, path))
        )
        for path in paths
    ]


def mended(draft: Draft, path: str, given: Given) -> Given | Refused:
    """The change with what it was before, and of whom; nothing is written where it is none."""
    before, now = sheet.value_at(draft, path), given.values[path]
    new = shown(path, now, precision=given.values)
    if before == now:
        return Refused(say("note.unchanged", value=new))
    known = before != sheet.MISSING
    old = shown(path, before, precision=draft.answers) if known else say("value.missing")
    change = say("note.change", fact=label(draft, path), before=old, after=new)
    return replace(given, notes=(say("note.changed", changes=[change]),))
