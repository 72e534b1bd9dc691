"""A typed answer matched to the labels of its options: one, or several at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from language.numbers import to_int
from language.phrases import without_courtesy
from language.wholly import (
    Words,
    denies,
    is_wholly,
    known,
    parts,
    same,
    without_courtesies,
    words,
)

Options = Mapping[str, Sequence[str]]
_HOLLOW: Final = frozenset(
    {
        *("da", "la", "thi", "ma", "va", "hoac", "hay", "o", "cua", "cho", "nao", "gi", "lan"),
        *("duoc", "ok", "oke", "roi"),
        *("con", "chi", "or", "and", "it", "is", "the", "a", "an", "to", "be", "of", "by", "there"),
    }
)
_SAYS_NO_MORE: Final = frozenset({"co", "phai", "dau", "duoc", "gi", "ca", "roi", "nua"})
"""Behind `không` and `chưa` they say nothing of what is denied."""
_SHORT: Final = re.compile(r"(?<![\w/])(?:ko|k|kg|khg|hok|hông)(?![\w/])", flags=re.IGNORECASE)
"""How `không` is typed on a phone."""
_LONGEST: Final = 400
_SEPARATOR: Final = re.compile(r"\s*(?:[,;+&\n/]|\bva\b|\bcung\b|\bvoi\b)\s*")
_ALL: Final = re.compile(
    r"(?:co )?(?:da )?(?:(?:du|day du|tat ca|ca|het|toan bo)\s*)+(?:cac|moi)?\s*"
    r"(?P<n>\d+|[a-z]+)?\s*"
    r"(?:phan|noi dung|muc|y|yeu to|thu|roi)?(?:\s*roi)?"
)
_EXCEPT: Final = re.compile(
    r"^(?P<all>.{0,60}?)\s*\b(?:chi thieu|con thieu|thieu|tru|ngoai tru|chua co|chua neu"
    r"|khong co)\b\s*(?P<rest>.+)$"
)
_NONE: Final = re.compile(
    r"(?:chua|khong|ko)(?: co| neu)?(?: (?:phan|noi dung|cai|muc))?(?: nao| gi)(?: ca| het)?"
    r"|chua co|khong co|khong|chua|none(?: of (?:them|these))?"
)
_LEAD: Final = re.compile(r"^(?:chi co|chi neu|moi co|moi neu|da co|da neu|co|neu|gom|bao gom)\s+")


def choose(text: str, options: Options) -> str | tuple[str, ...] | None:
    """The option meant; several ids where the words fit several alike; None where none fits.

    Every word must be accounted for: one that is neither of a label nor a courtesy, and any
    question mark, and nothing is chosen.
    """
    if not text or len(text) > _LONGEST or "?" in text:
        return None
    labels = [
        (option, known(label), label.count(",") + 1)
        for option in options
        for label in options[option]
    ]
    for typed in dict.fromkeys((text, _SHORT.sub("không", text))):
        for fits in (_equal, _made_of, _begins, _within):
            found = tuple(dict.fromkeys(fits(typed, labels)))
            if found:
                return found[0] if len(found) == 1 else found
    return None


def is_bare_denial(text: str) -> bool:
    """`không`, `k`, `dạ chưa`, `không có ạ`: a denial with nothing said of what is denied."""
    return len(text) <= _LONGEST and _is_bare(without_courtesies(words(_SHORT.sub("không", text))))


def _is_bare(core: Words) -> bool:
    return denies(core[:1]) and all(word.plain in _SAYS_NO_MORE for word in core[1:])


def begins_denying(label: str) -> bool:
    """`Chưa ban hành`, `Sẽ không ban hành`; but `Có, chưa dùng` does not."""
    first = known(label)[:2]
    return denies(first) and first[0].plain not in ("co", "yes")


Labels = Sequence[tuple[str, Words, int]]
"""Of each label its option, its words, and how many parts commas make of it."""


def _equal(text: str, labels: Labels) -> Iterator[str]:
    """The label; `không, có` is not `không có`, though `có thuộc` may be `có, thuộc`."""
    typed, said = words(text), len(parts(text))
    core = without_courtesies(typed)
    for option, label, of_label in labels:
        if said <= of_label and (same(typed, label) or same(core, label)):
            yield option


def _made_of(text: str, labels: Labels) -> Iterator[str]:
    """A label with courtesies around it; or several of one option, a comma between them."""
    told = parts(text)
    for option in dict.fromkeys(option for option, *_ in labels):
        own = [label for of, label, _ in labels if of == option]
        if all(any(is_wholly(part, label) for label in own) for part in told):
            yield option


def _begins(text: str, labels: Labels) -> Iterator[str]:
    """Beginnings: `có` begins `có, chưa dùng` too, but is alone no word for it."""
    core = without_courtesies(words(text))
    near = [(o, label) for o, label, of_label in labels if len(parts(text)) <= of_label]
    found = [(o, label) for o, label in near if same(core, label[: len(core)])]
    if len({option for option, _ in found}) == 1:
        found = [(o, label) for o, label in found if _agree(core, label)]
    yield from () if _is_hollow(core) else (option for option, _ in found)


def _within(text: str, labels: Labels) -> Iterator[str]:
    """The typed words stand together in the label."""
    core = without_courtesies(words(text))
    if _is_hollow(core):
        return
    for option, label, of_label in labels:
        runs = (label[i : i + len(core)] for i in range(len(label) - len(core) + 1))
        if len(parts(text)) > of_label or not _agree(core, label):
            continue
        if any(same(core, run) for run in runs):
            yield option


def _agree(one: Words, other: Words) -> bool:
    """Words of denial stand in both or in neither: `không thuộc loại nào` is no `thuộc`."""
    return denies(one) == denies(other)


def _is_hollow(typed: Words) -> bool:
    """Little words alone, which stand in many a label and say nothing; `có không` asks."""
    asks = len(typed) > 1 and denies(typed[-1:]) and not denies(typed[:-1])
    return asks or _is_bare(typed) or all(word.plain in _HOLLOW for word in typed)


def choose_set(text: str, options: Options) -> frozenset[str] | None:
    """Several options at once (`phạm vi, đối tượng`, `đủ cả`, `trừ thời gian`), or None.

    Every part must fit one option alone; nothing is guessed.
    """
    folded = without_courtesy(text)
    if len(text) > _LONGEST or not folded:
        return None
    if _is_all(folded, len(options)):
        return frozenset(options)
    if _NONE.fullmatch(folded):
        return frozenset()
    without = _EXCEPT.match(folded)
    if without and (not without["all"] or _is_all(without["all"].strip(" ,"), len(options))):
        left_out = _each(without["rest"], options)
        return None if left_out is None else frozenset(options) - left_out
    return _each(_LEAD.sub("", folded), options)


def _is_all(folded: str, size: int) -> bool:
    match = _ALL.fullmatch(folded)
    if match is None:
        return False
    count = match["n"]
    return count is None or count in ("phan", "roi", "ca", "y", "muc") or to_int(count) == size


def _each(folded: str, options: Options) -> frozenset[str] | None:
    """One option for each part; a label that holds a comma itself is tried first."""
    whole = choose(folded, options)
    if isinstance(whole, str):
        return frozenset({whole})
    found = [choose(part, options) for part in _SEPARATOR.split(folded) if part]
    named = frozenset(option for option in found if isinstance(option, str))
    return named if found and all(isinstance(option, str) for option in found) else None
