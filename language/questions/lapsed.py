"""Laws that the letters cite and that have been replaced since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from language.questions.lexicon import HERE
from rules.message import Message, say
from rules.sources import need, read_yaml

_FILE: Final = HERE / "lapsed.yaml"


@dataclass(frozen=True, slots=True)
class Lapsed:
    """How a letter writes the law, the text that tells what became of it, and from which day."""

    written: str
    key: str
    since: date


@cache
def _all() -> tuple[Lapsed, ...]:
    return tuple(
        Lapsed(
            need(row, "written", path=_FILE, place=f"[{at}]", kind=str),
            key=need(row, "key", path=_FILE, place=f"[{at}]", kind=str),
            since=need(row, "since", path=_FILE, place=f"[{at}]", kind=date),
        )
        for at, row in enumerate(read_yaml(_FILE))
    )


def lapsed_in(words: str, day: date) -> tuple[Message, ...]:
    """What became by that day of the laws that these words cite."""
    return tuple(
        say(f"lapsed.{one.key}") for one in _all() if one.since <= day and one.written in words
    )
