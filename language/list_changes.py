"""Changes to the list of nominees in words: `thêm một cá nhân: Nông Văn B`, `bỏ ông Hải`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from language.fold import clean, fold, fold_with_origins
from language.marked import cue, mark
from language.nominee_line import Doubt, NomineeLine, read_nominee
from language.nominees_apart import apart

_LONGEST: Final = 300
_COURTESY: Final = r"(?:(?:dạ|ạ|à|em|tôi|xin|thưa|anh|chị|cho em|cho tôi|nhờ|và|cả)[ ,]+)*"
_KIND: Final = (
    r"(?:cá nhân|tập thể|hộ gia đình|hộ|đồng chí|đ/c|đc|ông|bà|anh|chị|cô|chú|em"
    r"|individual|collective|household)"
)
_ADD: Final = cue(
    rf"{_COURTESY}(?:thêm|bổ sung|add)(?: (?:cho|giúp) (?:em|tôi|mình))?"
    r"(?: vào)?(?: danh sách)?(?: ?:)?(?: (?:một|1|an?|another))?"
)
_FORGOT: Final = cue(
    rf"{_COURTESY}(?:(?:i )?forgot|quên)(?: mất| là)?[ ,.:;]*(?:còn|có|thêm|cả|also|and)"
    r"(?: (?:có|cả|thêm))?(?: ?:)?"
)
_ALSO: Final = cue(rf"{_COURTESY}còn(?: (?:có|cả|thêm))*(?=.* nữa(?: ạ| nhé)?$)")
_WHOLE: Final = 2
_COURTESIES: Final = frozenset(
    {*("nữa", "nua", "với", "voi", "nhé", "nhe", "ạ", "luôn", "luon", "đi", "ra", "please", "too")}
)
_WHO: Final = cue(rf"{_KIND}(?: nữa)?")
_DROP: Final = cue(rf"{_COURTESY}(?:bỏ|loại|rút|xóa|gạch|remove|drop)(?: (?:tên|bớt))?")
_OFF: Final = cue(r"(?:ra )?(?:khỏi|from) (?:danh sách|the list)$")
_LEFT_OUT: Final = cue(
    rf"{_COURTESY}(?:(?:thôi )?(?:bỏ|loại|rút|xóa|xoá|gạch|remove|drop|leave out)"
    r"(?: (?:bớt|luôn|hẳn|tên|phần|cái|mục|the))*"
    r"|(?:thôi )?(?:không|ko|k|khỏi)(?: (?:khen|đề nghị|trình|cần|xét|cho|nữa))+) "
    r"(?:một |1 )?(?P<kind>tập thể|cá nhân|hộ gia đình|hộ(?! (?:em|tôi|mình|anh|chị))|collective"
    r"|individual|household)"
    r"(?: (?:đó|này|kia|ấy|trên))?(?:,? (?:ra khỏi danh sách|khỏi danh sách|from the list"
    r"|ra|đi|thôi|nữa|luôn|nhé|nha|ạ|với|em|anh|chị|giúp em|giúp tôi|cho em|please))*[ .]*$"
)
_KIND_OF: Final = {
    **dict.fromkeys(("tap the", "collective"), "collective"),
    **dict.fromkeys(("ca nhan", "individual"), "individual"),
}


@dataclass(frozen=True, slots=True)
class Added:
    """Nominees to put behind the others."""

    lines: tuple[NomineeLine, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Whom to take off the list, as said: a name or a part of it."""

    name: str


def read_list_change(text: str, today: date) -> Added | Dropped | None:
    """What the whole message does to the list of nominees; None where it does nothing."""
    if len(text) > _LONGEST or "\n" in text.strip():
        return None
    folded = fold_with_origins(text)
    signs = mark(folded)
    add = _ADD.match(signs)
    if add is not None:
        return _added(clean(folded.piece(add.end(), len(signs))), today)
    also = _FORGOT.match(signs) or _ALSO.match(signs)
    if also is not None:
        return _named(clean(folded.piece(also.end(), len(signs))), today)
    drop = _DROP.match(signs)
    return None if drop is None else _dropped(clean(folded.piece(drop.end(), len(signs))))


def read_kind_left_out(text: str) -> str | None:
    """`bỏ tập thể đi`, `thôi không khen cá nhân nữa`: the kind a message leaves out."""
    if len(text) > _LONGEST:
        return None
    folded = fold_with_origins(text)
    match = _LEFT_OUT.match(mark(folded))
    if match is None:
        return None
    return _KIND_OF.get(folded.text[slice(*match.span("kind"))], "household")


def _added(rest: str, today: date) -> Added | None:
    """The nominee behind `thêm`, by its kind and a name; a count of people is none."""
    rest = rest.strip(" :,")
    who = _WHO.match(mark(fold_with_origins(rest)))
    if who is None:
        return None
    kind, said = rest[: who.end()].removesuffix(" nữa"), rest[who.end() :]
    # what stands behind a comma is told of him, and is no part of his name
    name = _without_courtesy(said.strip(" :,.-").partition(",")[0])
    if not (_is_plain(kind) or said.lstrip().startswith(":") or _is_name(name)):
        return None
    each = [read_nominee(one, today) for one in _each(f"{kind} {name}".strip(), rest)]
    found = [one for one in each if not isinstance(one, Doubt) and one.count is None]
    return Added(tuple(found)) if len(found) == len(each) else None


def _each(first: str, rest: str) -> tuple[str, ...]:
    """`ông Hải, bà Lả nữa`: each of several; else the one, without what is told of him."""
    pieces = apart(_without_courtesy(rest))
    return pieces if len(pieces) > 1 else (first,)


def _named(rest: str, today: date) -> Added | None:
    """The nominee behind `quên, còn …`: of a kind that is said, or by the whole of a name."""
    name = _without_courtesy(rest)
    if _WHO.match(mark(fold_with_origins(rest))) or len(name.split()) < _WHOLE:
        return _added(rest, today)
    return _added(f"cá nhân: {name}", today) if _is_name(name) else None


def _is_plain(kind: str) -> bool:
    """`cá nhân`, `tập thể`: words for nothing but a nominee; `chị` and `hộ` may begin a tale."""
    return fold(kind) in {"ca nhan", "tap the", "individual", "collective", "household"}


def _is_name(name: str) -> bool:
    """A proper name: each word of it with its capital."""
    words = name.split()
    return bool(words) and all(word[:1].isupper() for word in words)


def _without_courtesy(name: str) -> str:
    """A name without the courtesies behind it, which have no capitals."""
    words = name.split()
    while words and clean(words[-1]) in _COURTESIES:
        words.pop()
    return " ".join(words).strip(" :,.-")


def _dropped(rest: str) -> Dropped | None:
    """Whom, without `ra khỏi danh sách` behind the name."""
    rest = _without_courtesy(rest)
    off = _OFF.search(mark(fold_with_origins(rest)))
    name = _without_courtesy((rest[: off.start()] if off else rest).strip(" ,.:"))
    return Dropped(name) if fold(name) else None
