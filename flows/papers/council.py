"""The Council's meeting as the minutes print it: who was there, and the votes on each nominee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from flows.model import Json
from flows.paths import fact_of, nominee_of
from language.answers import read_pair
from language.fold import clean, fold
from rules.message import Message, say

COUNCIL: Final = "note.council"
OPINION: Final = "note.council_opinion"
VOTES: Final = "votes"
MOST_SEATS: Final = 200
_ALL: Final = re.compile(r"(?:tat ca(?: deu)?|moi nguoi(?: deu)?|deu|nhu nhau|all|everyone)[ :,]+")
_UNANIMOUS: Final = re.compile(r"(?:100 ?%|(?:nhat tri|dong y)(?: 100 ?%)?|unanimous)")
_UNITS: Final = re.compile(r"\b(?:phieu|thanh vien|nguoi|co mat|dong y|votes?|members?|present)\b")
_N: Final = r"(\d{1,4})"
_THERE: Final = r"(?:co mat|du hop|present)"
_AWAY: Final = r"(?:vang(?: mat)?|absent)"
_FOR: Final = r"(?:dong y|tan thanh|for)"
_AGAINST: Final = r"(?:khong(?: dong y| tan thanh)?|chong|against)"


def _either_way(one: str, other: str) -> tuple[re.Pattern[str], ...]:
    """`7 có mặt, 2 vắng` and `có mặt 7, vắng 2`; each also the other way round."""
    unit, sep = r"(?: (?:phieu|nguoi|thanh vien|votes?|members?))?", r"[,;.]? (?:va |and )?"
    patterns = (
        pattern
        for first, second in ((one, other), (other, one))
        for pattern in (
            rf"{_N}{unit} {first}{sep}{_N}{unit} {second}",
            rf"{first}:? {_N}{unit}{sep}{second}:? {_N}{unit}",
        )
    )
    return tuple(re.compile(pattern) for pattern in patterns)


_PRESENT_ABSENT: Final = _either_way(_THERE, _AWAY)
_FOR_AGAINST: Final = _either_way(_FOR, _AGAINST)

Pair = tuple[int, int]


def is_of_council(path: str) -> bool:
    """Whether it is a count of the meeting."""
    return path == COUNCIL or fact_of(path) == VOTES


def pair_of(value: Json) -> Pair | None:
    """`6/7` as it is kept; None where nobody has said."""
    part, _, total = str(value or "").partition("/")
    return (int(part), int(total)) if part.isdecimal() and total.isdecimal() else None


def taken(path: str, text: str, answers: Mapping[str, Json]) -> Json | Message:
    """`6/7` to be kept, or why it cannot be."""
    if path == COUNCIL:
        return _seats_taken(_seats(text), answers)
    present = pair_of(answers.get(COUNCIL))
    return _votes_taken(_votes(text, present), present)


def of_all(text: str) -> str | None:
    """What follows `tất cả`: the same votes for each that has none yet."""
    said = fold(clean(text))
    found = _ALL.match(said)
    return said[found.end() :] if found else None


def _seats(text: str) -> Pair | None:
    """`7/9`, `có mặt 7, vắng 2`: present, and of how many."""
    return _read(text, _PRESENT_ABSENT)


def _read(text: str, patterns: tuple[re.Pattern[str], ...]) -> Pair | None:
    """A part of a total, or the part and the rest, told apart by their words."""
    said = fold(clean(text)).rstrip(" .")
    for place, pattern in enumerate(patterns):
        found = pattern.fullmatch(said)
        if found is not None:
            counts = int(found[1]), int(found[2])
            return counts[place // 2], sum(counts)
    pair = read_pair(_UNITS.sub(" ", said))
    return (pair.part, pair.total) if pair is not None else None


def _seats_taken(found: Pair | None, answers: Mapping[str, Json]) -> Json | Message:
    if found is None:
        return say("papers.expect.council")
    present, seats = found
    if not 0 < present <= seats <= MOST_SEATS:
        return say("papers.expect.seats", present=present, seats=seats, most=MOST_SEATS)
    cast = max((votes[1] for votes in _cast(answers)), default=0)
    if cast > present:
        return say("papers.expect.fewer_seats", cast=cast, present=present)
    return f"{present}/{seats}"


def _cast(answers: Mapping[str, Json]) -> Iterator[Pair]:
    """The votes that stand already."""
    for path, value in answers.items():
        pair = pair_of(value) if fact_of(path) == VOTES and nominee_of(path) is not None else None
        if pair is not None:
            yield pair


def _votes(text: str, present: Pair | None) -> Pair | None:
    """`6/7`, `6 đồng ý, 1 không`; `nhất trí` is all who were there."""
    if present is not None and _UNANIMOUS.fullmatch(fold(clean(text)).rstrip(" .")):
        return present[0], present[0]
    return _read(text, _FOR_AGAINST)


def _votes_taken(found: Pair | None, present: Pair | None) -> Json | Message:
    if found is None:
        return say("papers.expect.votes")
    agreed, cast = found
    if not 0 <= agreed <= cast or not cast:
        return say("papers.expect.votes_for", agreed=agreed, cast=cast)
    if present is not None and cast > present[0]:
        return say("papers.expect.too_many_votes", cast=cast, present=present[0])
    if cast > MOST_SEATS:
        return say("papers.expect.too_many_votes", cast=cast, present=MOST_SEATS)
    return f"{agreed}/{cast}"
