"""Whether one who is proposed took part himself, only directed, or was not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from language.facts.deeds import BRAVE, CARRY, COMBAT, OTHER_ACT, RESCUE
from language.facts.names import names
from language.facts.open_acts import open_acts
from language.facts.part_words import (
    ABSENT,
    AWAY,
    BESIDE,
    BYSTANDER,
    CLERK,
    DENIED,
    DIRECT,
    FROM_AFAR,
    HIS,
    LEADS,
    NEGATED,
    NO_ACT,
    NOMINAL,
    NOT_DIRECT,
    OF,
    OPEN,
    OR_NOT,
    OTHERS,
    PASSIVE,
    TOGETHER,
    UNSURE,
)
from language.facts.passage import Passage
from language.facts.saving import savings
from language.marked import cue
from language.searching import Cue

Span = tuple[int, int]

_ACTS: Final = (RESCUE, CARRY, BRAVE, COMBAT, OTHER_ACT, DIRECT)
_BACK: Final = 40
_THEN: Final = cue(
    r"(?:hôm|lúc|bữa|ngày|khi|đêm|thời điểm|tối|sáng|chiều) (?:đó|ấy|xảy ra)|lúc này|vẫn"
)


@dataclass(frozen=True, slots=True)
class Participation:
    """`direct`, `directing` or `none`; None where it is said to be not known."""

    value: str | None
    spans: tuple[Span, ...]


def participation(
    passage: Passage, done: tuple[Span, ...], said: tuple[Span, ...], *, is_outside: bool = False
) -> Participation | None:
    """The part taken; None where it is not told, or signs clash.

    `done`: the stretches that may tell what one did; `said`: those that may tell that one was
    not there, or only directed.
    """
    open_now = _all(passage, OPEN, done) or _all(passage, OPEN, said)
    if open_now:
        return Participation(None, open_now)
    acts = acted(passage, done, is_outside=is_outside)
    absent = _all(passage, ABSENT, said)
    directs = _told(passage, LEADS, said)
    afar = _told(passage, FROM_AFAR, said)
    not_direct = _not_chi(passage, _told(passage, NOT_DIRECT, said))
    if directs:
        return _directing(passage, acts, directs + afar, not_direct + afar)
    away = tuple(one for one in _told(passage, AWAY, said) if not _of_a_clerk(passage, one[0]))
    if absent or (away and not acts):
        clash = acts and not away and _all(passage, DIRECT, done)
        return None if clash else Participation("none", absent + away)
    if away and _then_away(passage, away):
        return None
    far_off = afar and not any(_brave(passage, span) for span in acts)
    if not_direct or far_off or (acts and _stands_by(passage, said)):
        return None
    his = _all(passage, HIS, done)
    return Participation("direct", acts + his) if acts else _idle(passage, said)


def _idle(passage: Passage, said: tuple[Span, ...]) -> Participation | None:
    """`đứng quay video, không vào chữa cháy`: nothing is told that he did, but that he did not."""
    idle = _told(passage, NO_ACT, said) if _stands_by(passage, said) else ()
    return Participation("none", idle + _told(passage, BYSTANDER, said)) if idle else None


def _of_a_clerk(passage: Passage, place: int) -> bool:
    """`vì văn thư nghỉ ốm`: somebody else is away, by whom papers are late."""
    start = passage.clause(place).start
    is_named = any(start <= named.span[0] < place for named in names(passage))
    return not is_named and bool(CLERK.search(passage.text, start, place))


def _then_away(passage: Passage, away: tuple[Span, ...]) -> bool:
    """`hôm đó nghỉ ốm`: away while others acted; `đang nghỉ phép thì thấy` is how it began."""
    return any(_THEN.search(passage.text[passage.clause(start).start : end]) for start, end in away)


def _directing(
    passage: Passage,
    acts: tuple[Span, ...],
    directs: tuple[Span, ...],
    not_direct: tuple[Span, ...],
) -> Participation | None:
    if not_direct:
        return Participation("directing", directs + not_direct)
    own = tuple(
        span for span in acts if DIRECT.match(passage.text, span[0]) or _brave(passage, span)
    )
    if own:
        return Participation("direct", own)
    return None if acts else Participation("directing", directs)


def _brave(passage: Passage, span: Span) -> bool:
    return bool(BRAVE.match(passage.text, span[0]))


@lru_cache(maxsize=64)
def acted(
    passage: Passage, regions: tuple[Span, ...], *, is_outside: bool = False
) -> tuple[Span, ...]:
    """The acts told as done there; `is_outside`: `ngoài nhiệm vụ của chị` tells that she acted.

    Remembered, as each body proposed asks for those of the whole message.
    """
    called = [(named.name_at, named.span[1]) for named in names(passage)]
    told = [span for pattern in _ACTS for span in _all(passage, pattern, regions)]
    told.extend(savings(passage, regions))
    told.extend(open_acts(passage, regions, called))
    found = [
        span
        for span in told
        if _is_his_own(passage, span, called)
        and not any(start <= span[0] < end for start, end in called)
    ]
    if is_outside:
        found.extend(_all(passage, HIS, regions))
    return tuple(found)


def _is_his_own(passage: Passage, span: Span, called: Sequence[Span]) -> bool:
    """Whether an act is told as done, and by nobody else; `vụ cứu 2 người của anh Páo` is."""
    if any(_before(sign, passage, span[0]) for sign in (NEGATED, UNSURE, PASSIVE)):
        return False
    if OR_NOT.match(passage.text, span[0]) or _by_others(passage, span[0], called):
        return False
    if not _before(NOMINAL, passage, span[0]):
        return True
    clause = passage.clause(span[0])
    return any(
        OF.search(passage.text[span[1] : start])
        for start, _ in called
        if span[1] < start < clause.end
    )


def _by_others(passage: Passage, place: int, called: Sequence[Span]) -> bool:
    """Whether a force is the one that acts: `bộ đội kéo lên`, but not `cùng bộ đội kéo lên`."""
    low = max(passage.clause(place).start, place - _BACK)
    others = OTHERS.search(passage.text[low:place])
    if others is None:
        return False
    start = low + others.start()
    beside = BESIDE.search(passage.text[max(0, start - _BACK) : start])
    return not (beside or any(start <= last <= place for _, last in called))


def acts_of_all(passage: Passage) -> tuple[Span, ...]:
    """Sentences that tell what several did together."""
    return tuple(
        (match.start(), passage.sentence(match.start()).end)
        for match in TOGETHER.finditer(passage.text)
    )


def _stands_by(passage: Passage, regions: tuple[Span, ...]) -> bool:
    called = [(named.name_at, named.span[1]) for named in names(passage)]
    stands = [
        span
        for span in _not_chi(passage, _told(passage, BYSTANDER, regions))
        if not _by_others(passage, span[0], called)
    ]
    return bool(stands) and not _all(passage, DIRECT, regions)


def _not_chi(passage: Passage, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without the `chi` that is `chị`, `đồng chí` where no marks are typed."""
    spans = tuple(span for span in spans if not passage.text.endswith("dong ", 0, span[0]))
    if not any(passage.text.startswith("chi ", named.span[0]) for named in names(passage)):
        return spans
    return tuple(span for span in spans if not passage.text.startswith("chi ", span[0]))


def _before(pattern: Cue, passage: Passage, place: int) -> bool:
    low = max(passage.clause(place).start, place - _BACK)
    return bool(pattern.search(passage.text[low:place]))


def _told(passage: Passage, pattern: Cue, said: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is said of one, but for what is denied: `không ngồi chỉ huy mà tự buộc dây`."""
    return tuple(
        span for span in _all(passage, pattern, said) if not _before(DENIED, passage, span[0])
    )


def _all(passage: Passage, pattern: Cue, regions: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(
        match.span()
        for start, end in regions
        for match in pattern.finditer(passage.text, start, end)
    )
