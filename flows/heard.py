"""A typed answer to one of several options, by the words the catalogues list for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from language.fold import fold
from language.options import begins_denying, choose, choose_set
from locales import catalog
from rules.message import say


@cache
def _spellings(fact: str, options: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Label and listed words of each option, in every language."""
    return {option: tuple(_words(fact, option)) for option in options}


def _words(fact: str, option: str) -> Sequence[str]:
    found: list[str] = []
    for language in catalog.languages():
        for key in (f"choice.{fact}.{option}", f"hear.{fact}.{option}"):
            found += catalog.text(say(key), language).split("|")
    return found


def heard(fact: str, options: tuple[str, ...], text: str) -> str | tuple[str, ...] | None:
    """The option meant, several where the words fit them, or None."""
    return choose(text, _spellings(fact, options))


def heard_all(fact: str, options: tuple[str, ...], text: str) -> tuple[str, ...] | None:
    """The options of a set meant ("đủ cả", "trừ thời gian"), in their own order, or None."""
    found = choose_set(text, _spellings(fact, options))
    return None if found is None else tuple(option for option in options if option in found)


def denying(fact: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """The options whose own label begins with a denial, in whatever language."""
    return tuple(option for option in options if any(map(begins_denying, _label(fact, option))))


def _label(fact: str, option: str) -> Sequence[str]:
    label = say(f"choice.{fact}.{option}")
    return [catalog.text(label, language) for language in catalog.languages()]


@cache
def _labels() -> frozenset[str]:
    """What stands on the buttons that lead on, in every language."""
    return frozenset(
        fold(label)
        for language in catalog.languages()
        for key in catalog.keys(language)
        if key.startswith("way.") and (label := _plain(key, language))
    )


def _plain(key: str, language: str) -> str | None:
    """The text of a label; None where it names something of its own page."""
    try:
        return catalog.text(say(key), language)
    except KeyError:
        return None


def is_label(text: str) -> bool:
    """Whether the text is the label of a way on, of whatever page."""
    return fold(text) in _labels()
