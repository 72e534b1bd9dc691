"""How much a text asks about the rules in general, tells a case, or does neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from language.fold import clean, fold
from language.questions.answering import answer, terms_of
from language.questions.index import index
from language.questions.lexicon import HERE
from language.questions.scoring import AWARDS, PLACES
from language.questions.spelling import is_syllable
from rules.sources import read_yaml


class Sort(StrEnum):
    """What a text is most likely to be."""

    QUESTION = "question"
    CASE = "case"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Leaning:
    """`question` is 0 (tells a case, or nothing) to 1 (asks about the rules)."""

    question: float
    sort: Sort


_Signs = tuple[tuple[re.Pattern[str], float], ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells a case, a question, small talk."""

    case: _Signs
    question: _Signs
    talk: re.Pattern[str]


@cache
def _signs() -> Signs:
    rows = read_yaml(HERE / "leaning.yaml")
    case, question = (
        tuple((re.compile(row["sign"]), float(row["weigh"])) for row in rows[name])
        for name in ("case", "question")
    )
    return Signs(case, question=question, talk=re.compile(rows["talk"]))


_ASKED: Final = re.compile(
    r"\?\s*$|\b(?:khong|ko|k|chua|nhi|ha|the|vay|nao|gi|dau|sao|ai)\b(?: a\b|[ .!])*$"
)
_SOFT: Final = re.compile(r"\b(?:nhi|ha|the|vay)\b(?: a\b|[ .!])*$")
"""What small talk ends with as well."""
_CAPITAL: Final = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
_NAMED: Final = re.compile(
    r"\b(?:[Aa]nh|[Cc]hị|[Cc]hi|[ÔôOo]ng|[Bb][àa]|[ĐđDd]/?c|[Đđ]ồng chí|[Cc]háu|[Cc]hau|[Cc][ôo]"
    rf"|[Cc]hú|[Ee]m|[Cc]ụ) (?:{_CAPITAL}\w*[ ,.]){{1,2}}"
)
_NAME: Final = 2.0
_TOLD: Final = 2.0
_BESIDE_NAME: Final = 1.0
_EVEN: Final = 0.56
_ANSWERED: Final = 1.5
"""What it weighs that the letters answer."""
_SHORT, _LONG, _LONGER = 20, 24, 40
_SENTENCES: Final = re.compile(r"[.;:!?](?= [a-z0-9])|,(?= (?:muon|xin|nay|dinh|de nghi)\b)")


def lean(text: str) -> Leaning:
    """What a text is most likely to be, and how much of a question."""
    folded = fold(text)
    if not folded:
        return Leaning(0.0, Sort.OTHER)
    question, case = _asks(folded), _tells(folded, clean(text))
    found = index()
    terms = terms_of(text, found)
    said = answer(text)
    question += _ANSWERED if said.hits else 1.0 if terms.topics else 0.0
    is_near = bool(said.hits or terms.topics or set(terms.terms) & (AWARDS - PLACES))
    share = question / (question + case) if question + case else 0.0
    if not is_near and (_is_talk(folded) or not (_tells_much(text, case) or _asks_much(folded))):
        return Leaning(0.0, Sort.OTHER)
    return Leaning(share, Sort.QUESTION if share >= _EVEN else Sort.CASE)


def may_ask(text: str) -> bool:
    """Whether `lean` could call it a question, without asking the letters: soon seen."""
    folded = fold(text)
    question, case = _asks(folded) + _ANSWERED, _tells(folded, clean(text))
    return question / (question + case) >= _EVEN


def is_question(text: str) -> float:
    """How much a text asks about the rules, 0 to 1; small talk and cases are near 0."""
    return lean(text).question


def ends_asking(text: str) -> bool:
    """Whether the text ends as a question does: with its sign, or with `không`, `sao`."""
    return _ASKED.search(fold(text)) is not None


def _is_named(written: str) -> bool:
    return _NAMED.search(written + " ") is not None


def _tells_much(text: str, case: float) -> bool:
    """Whether more is told than somebody's name."""
    return case >= _TOLD and case - (_NAME if _is_named(clean(text)) else 0.0) >= _BESIDE_NAME


def _asks_much(folded: str) -> bool:
    """Whether more is asked than by what small talk ends with as well."""
    is_soft = _SOFT.search(folded) is not None and not _points(_signs().question, folded)
    return _asks(folded) >= _TOLD and not is_soft


def _is_talk(folded: str) -> bool:
    """Small talk, or words that are not Vietnamese."""
    words = re.findall(r"[a-z]+", folded)
    spoken = sum(is_syllable(word) for word in words)
    return not words or spoken * 2 < len(words) or _signs().talk.fullmatch(folded) is not None


def _asks(folded: str) -> float:
    points = _points(_signs().question, folded) + (1.0 if _ASKED.search(folded) else 0.0)
    return points + (1.0 if len(folded.split()) <= _SHORT else 0.0)


def _tells(folded: str, written: str) -> float:
    length = len(folded.split())
    points = _points(_signs().case, folded) + (_NAME if _is_named(written) else 0.0)
    points += 0.8 if _SENTENCES.search(folded) else 0.0
    return points + (1.5 if length > _LONG else 0.0) + (1.5 if length > _LONGER else 0.0)


def _points(signs: _Signs, folded: str) -> float:
    return sum(weight for pattern, weight in signs if pattern.search(folded))
