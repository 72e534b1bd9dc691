"""How much each clause speaks of what is asked, and how much of it a clause has words for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from language.questions.index import Index, pairs
from language.questions.lexicon import Terms
from language.questions.places import Place
from rules.letter import Clause


def _named(names: str) -> frozenset[str]:
    return frozenset(f"@{name}" for name in names.split())


# what a question turns on, a day, a share, a signature, and what is left without it
_FOCUS: Final = {
    "@hoihan": 0.65,
    "@hoituday": 0.8,
    "@tylequanso": 0.65,
    "@nguoiky": 0.35,
    "@thongtu": 0.65,
    "@nghidinh": 0.75,
}
# the same of a number that some clause has
_NUMBER: Final = 0.6
_SURPRISE: Final = _named("dotxuat cunguoi cutaisan dungcam chiendau")
AWARDS: Final = _named("khenthuong bangkhen giaykhen thidua hoso danhhieu")
PLACES: Final = _named("huyen xa tinh")
_OF_FRAME: Final = _named(
    "noinhan nguoiky sokyhieu trichyeu kinhgui ngaybanhanh kemtheo gui nguyenduyanh duongxuanhuyen"
)
# what the frame is worth where none of it is asked for
_AROUND: Final = 0.6

# of the letter, the kind of award, that the words name
_NAMED_LETTER: Final = 1.35
_OF_LETTER: Final = 1.12
_OF_PROVINCE: Final = 1.07
_OF_KIND: Final = 1.2
_OF_OTHER_KIND: Final = 0.7
# a heading answers little: what stands below it does
_HEADING: Final = 0.6
# what the second clause of a paragraph adds to the first
_TOGETHER: Final = 0.4

# what a word that the letters do not have counts against the rarest that they have
_UNKNOWN: Final = 0.6
# what a word counts against a clause that only other items, or its own item, have
_ELSEWHERE: Final = 0.7
_SAME_ITEM: Final = 0.2


def scores(
    asked: Terms, found: Index, *, letters: Collection[str], place: Place | None
) -> Mapping[int, float]:
    """The clauses that share a word with the question, by number."""
    summed: dict[int, float] = {}
    for term in {*asked.terms, *pairs(asked.terms)}:
        for number, weight in found.postings.get(term, ()):
            if found.clauses[number].letter in letters:
                summed[number] = summed.get(number, 0.0) + weight
    leaning = _leaning(asked, place)
    focus = {one: _FOCUS[one] for one in _FOCUS.keys() & set(asked.terms)}
    focus |= {one: _NUMBER for one in asked.terms if one[0].isdigit() and one in found.weights}
    is_inside = not _OF_FRAME & set(asked.terms)
    for number in summed:
        for one in focus.keys() - found.held[number]:
            summed[number] *= focus[one]
        summed[number] *= _lean(found.clauses[number], leaning)
        summed[number] *= _HEADING if number in found.headings else 1.0
        if is_inside and number in found.frame:
            summed[number] *= _AROUND
    return _with_paragraph(summed, found)


def _leaning(asked: Terms, place: Place | None) -> tuple[tuple[str, float], ...]:
    """Beginnings of clause ids, and what the words in general say for them."""
    terms = set(asked.terms)
    found: list[tuple[str, float]] = []
    if place is not None and place.letter:
        found.append((place.letter, _NAMED_LETTER))
    elif "@huyen" in terms:
        found.append(("CL2023", _OF_LETTER))
    elif "@tinh" in terms:
        found.append(("LS2022", _OF_PROVINCE))
    is_surprise, is_thematic = bool(terms & _SURPRISE), "@chuyende" in terms
    if is_surprise != is_thematic:
        mine, other = ("LS2022.2", "LS2022.1") if is_surprise else ("LS2022.1", "LS2022.2")
        found += [(mine, _OF_KIND), (other, _OF_OTHER_KIND)]
    return tuple(found)


def _lean(clause: Clause, leaning: tuple[tuple[str, float], ...]) -> float:
    share = 1.0
    for beginning, factor in leaning:
        share *= factor if clause.id.startswith(beginning) else 1.0
    return share


def _with_paragraph(summed: Mapping[int, float], found: Index) -> Mapping[int, float]:
    """A clause whose paragraph speaks of the question in another clause too counts more."""
    by_passage: dict[int, list[float]] = {}
    for number, score in summed.items():
        by_passage.setdefault(found.passages[number], []).append(score)
    added: dict[int, float] = {}
    for number, score in summed.items():
        here = sorted(by_passage[found.passages[number]], reverse=True)
        other = here[0] if here[0] != score else (here[1] if len(here) > 1 else 0.0)
        added[number] = score + _TOGETHER * min(other, score)
    return added


def covered(asked: Terms, best: int, *, found: Index) -> float:
    """The share of the question, by weight, that the clause and its paragraph have words for."""
    near, same = found.beside[best]
    joined = {term for pair in pairs(asked.terms) if pair in near for term in pair.split("+")}
    held = missed = 0.0
    for term in set(asked.terms):
        weight = found.weights.get(term, 0.0)
        holds = found.held[best] if term in found.lexicon.light else near
        # one syllable is half a word: it says something beside its neighbour only
        is_word = term[0] in "@0123456789" or term in joined
        if not (weight and is_word):
            missed += found.most * _UNKNOWN
        elif term in holds:
            held += weight
        else:
            missed += weight * (_SAME_ITEM if term in same else _ELSEWHERE)
    missed += sum(found.lexicon.weights[topic] for topic in set(asked.topics))
    return held / (held + missed) if held else 0.0
