"""A typed answer matched to the labels of its options: one, or several at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from language.numbers import to_int
from language.phrases import without_courtesy

Options = Mapping[str, Sequence[str]]
_WORD: Final = re.compile(r"[a-z0-9]+")
_NEGATION: Final = frozenset({"khong", "chua", "ko", "tru", "thieu", "chang"})
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
    r"|chua co|khong co|khong|chua"
)
_LEAD: Final = re.compile(r"^(?:chi co|chi neu|moi co|moi neu|da co|da neu|co|neu|gom|bao gom)\s+")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def choose(text: str, options: Options) -> str | tuple[str, ...] | None:
    """The option meant; several ids where the words fit several alike; None where none fits."""
    return _choose(text, options, steps=4)


def _choose(text: str, options: Options, *, steps: int) -> str | tuple[str, ...] | None:
    """By equality, beginning, words within, words around, in that order, so many `steps`."""
    typed = _words(without_courtesy(text))
    if not typed or len(text) > _LONGEST:
        return None
    labels = [
        (option, _words(without_courtesy(label))) for option in options for label in options[option]
    ]
    for fits in (_equal, _begins, _within, _around)[:steps]:
        found = tuple(dict.fromkeys(option for option, label in labels if fits(typed, label)))
        if found:
            return found[0] if len(found) == 1 else found
    return None


def _equal(typed: tuple[str, ...], label: tuple[str, ...]) -> bool:
    return typed == label


def _begins(typed: tuple[str, ...], label: tuple[str, ...]) -> bool:
    return label[: len(typed)] == typed and _agree(typed, label)


def _within(typed: tuple[str, ...], label: tuple[str, ...]) -> bool:
    """The typed words stand together in the label."""
    runs = (label[i : i + len(typed)] for i in range(len(label) - len(typed) + 1))
    return _agree(typed, label) and any(run == typed for run in runs)


def _around(typed: tuple[str, ...], label: tuple[str, ...]) -> bool:
    """The label stands whole in what was typed."""
    return bool(label) and _within(label, typed)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Words of denial stand in both or in neither: `không thuộc loại nào` is no `thuộc`."""
    return _NEGATION.isdisjoint(one) == _NEGATION.isdisjoint(other)


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
    whole = _choose(folded, options, steps=3)
    if isinstance(whole, str):
        return frozenset({whole})
    found = [choose(part, options) for part in _SEPARATOR.split(folded) if part]
    named = frozenset(option for option in found if isinstance(option, str))
    return named if found and all(isinstance(option, str) for option in found) else None
