"""A whole message: its intent, its kind, its facts, and what in it does not agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from language.facts.heard import Conflict, Heard, Intent, Reader, Told, Understood
from language.facts.kind import read_kind
from language.facts.passage import Passage, read_passage
from language.facts.revocation import read_revocation
from language.facts.surprise import read_surprise
from language.facts.thematic import read_thematic
from language.fold import REMEMBERED
from language.questions.leaning import Sort, ends_asking, lean, may_ask
from rules.case import split_path

_MANY: Final = 7
"""So many facts are told of a case, not of a rule that is asked about."""
READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {"surprise": read_surprise, "thematic": read_thematic, "revocation": read_revocation}
)

# somebody is proposed, though it is not told who: an empty list would not be judged at all
_NOBODY: Final[MappingProxyType[str, Any]] = MappingProxyType({})


@lru_cache(maxsize=REMEMBERED)
def read_message(text: str, today: date, *, kind: str | None = None) -> Told:
    """What a message of any length tells; of the kind given, where that is settled already."""
    passage = read_passage(text)
    named = read_kind(passage)
    meant = kind or (named.value if named else None)
    if meant is None:
        asked = lean(text).sort is Sort.QUESTION
        return Told(Intent.QUESTION if asked else Intent.OTHER)
    heard = tuple(READERS[meant](passage, today))
    return _told(passage, meant, heard, named)


def _told(passage: Passage, kind: str, heard: tuple[Heard, ...], named: Heard | None) -> Told:
    sides = _by_path(h for h in heard if h.sure)
    conflicts = tuple(
        Conflict(path, (_understood(passage, found[0]), _understood(passage, found[1])))
        for path, found in sides.items()
        if len(found) > 1
    )
    settled = [found[0] for found in sides.values() if len(found) == 1]
    facts, nominees = _placed(settled)
    if kind == "surprise" and settled and not nominees:
        nominees = (_NOBODY,)
    return Told(
        _intent(passage, settled),
        kind,
        facts=facts,
        nominees=nominees,
        understood=tuple(_understood(passage, h) for h in (*([named] if named else []), *settled)),
        unsure=tuple(_understood(passage, h) for h in heard if not h.sure),
        conflicts=conflicts,
    )


def _intent(passage: Passage, settled: list[Heard]) -> Intent:
    """A case where one is told; a question where the rules are asked about."""
    if len(settled) >= _MANY or any(h.path == "others_met" for h in settled):
        return Intent.CASE
    if settled and not may_ask(passage.folded.original):
        return Intent.CASE
    sort = lean(passage.folded.original).sort
    if sort is Sort.QUESTION:
        said = _puts_forward(settled) and not ends_asking(passage.folded.original)
        return Intent.CASE if said else Intent.QUESTION
    return Intent.CASE if settled or sort is Sort.CASE else Intent.OTHER


def _puts_forward(settled: Iterable[Heard]) -> bool:
    """`trình huyện khen 3 thôn`: so many, or persons by name, to be awarded by somebody.

    Or one by name, and what he did.
    """
    told = {h.path: h.value for h in settled}
    named = {path.split(".")[0] for path in told if path.endswith(".name")}
    persons = {p.split(".")[0] for p, value in told.items() if value == "individual"}
    saved = {p.split(".")[0] for p in told if p.endswith((".ground", ".participation"))}
    if not saved.isdisjoint(named):
        return True
    who = any(path.endswith(".count") for path in told) or not named.isdisjoint(persons)
    return who and ("award_level" in told or "award_form" in told)


def _by_path(heard: Iterable[Heard]) -> dict[str, list[Heard]]:
    """Per path each value once, with all the words that told it."""
    found: dict[str, list[Heard]] = {}
    for one in heard:
        sides = found.setdefault(one.path, [])
        same = next((i for i, other in enumerate(sides) if other.value == one.value), None)
        if same is None:
            sides.append(one)
        else:
            sides[same] = Heard(one.path, one.value, (*sides[same].spans, *one.spans))
    return found


def _placed(
    heard: Iterable[Heard],
) -> tuple[MappingProxyType[str, Any], tuple[MappingProxyType[str, Any], ...]]:
    facts: dict[str, Any] = {}
    nominees: list[dict[str, Any]] = []
    for one in heard:
        name, index = split_path(one.path)
        if index is None:
            facts[name] = one.value
            continue
        nominees.extend({} for _ in range(index + 1 - len(nominees)))
        nominees[index][name] = one.value
    return MappingProxyType(facts), tuple(map(MappingProxyType, nominees))


def _understood(passage: Passage, heard: Heard) -> Understood:
    spans = sorted(set(heard.spans))
    return Understood(heard.path, heard.value, tuple(passage.piece(span) for span in spans))
