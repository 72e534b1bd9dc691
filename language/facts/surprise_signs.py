"""What speaks for a rescue, for combat, for work beyond duty, and for ordinary work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from language.facts.deeds import BRAVE, CARRY, COMBAT, HAZARD, RESCUE
from language.facts.passage import Passage
from language.facts.saving import savings
from language.facts.surprise_words import (
    CARE,
    CAUSED,
    DENIED,
    DRILL,
    FALSE,
    HEARSAY,
    INSIDE,
    NO_BEFORE,
    NO_CASE,
    NO_ONE_ELSE,
    NOMINAL,
    OCCASION,
    OF_OTHERS,
    OFF,
    OPEN,
    OUTSIDE,
    OWN,
    PRETENDED,
    ROUTINE,
    SELF_SAVED,
    TOOK_ON,
    WRONG,
)
from language.searching import Cue

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Signs:
    """Where each kind of sign stands; `plan`: work under a plan is named as such."""

    rescue: tuple[Span, ...]
    framed: tuple[Span, ...]
    carried: tuple[Span, ...]
    brave: tuple[Span, ...]
    combat: tuple[Span, ...]
    outside: tuple[Span, ...]
    inside: tuple[Span, ...]
    plan: bool
    routine: tuple[Span, ...]
    drill: tuple[Span, ...]
    pretended: tuple[Span, ...]
    own_only: tuple[Span, ...]
    own_goods: bool
    occasion: tuple[Span, ...]
    care: bool
    open: tuple[Span, ...]
    caused: bool

    @property
    def usual(self) -> tuple[Span, ...]:
        """All that speaks for ordinary work."""
        return self.inside + self.routine + self.occasion

    @property
    def saved(self) -> tuple[Span, ...]:
        """All that speaks for a rescue."""
        return self.rescue + self.framed + self.carried + self.brave

    @classmethod
    def of(cls, passage: Passage, regions: tuple[Span, ...]) -> Signs:
        """All signs within the stretches."""

        def spans(pattern: Cue) -> tuple[Span, ...]:
            return tuple(_spans(passage, pattern, regions))

        off = spans(OFF) + spans(TOOK_ON) if spans(TOOK_ON) and spans(WRONG) else ()
        beyond = spans(OUTSIDE) + (off if spans(OFF) else ())
        outside, inside = _duty(passage, beyond, spans(INSIDE))
        rescue, combat = _real(passage, spans(RESCUE)), spans(COMBAT)
        of_others, brave = spans(OF_OTHERS), spans(BRAVE)
        is_for_others = bool(rescue or combat or outside or of_others)
        himself = () if is_for_others else spans(SELF_SAVED)
        own, others = _not_hearsay(passage, spans(OWN)), spans(NO_ONE_ELSE)
        theirs = tuple(one for one in of_others if not _overlaps(one, others))
        carried = spans(CARRY)
        return cls(
            framed=savings(passage, regions),
            rescue=rescue or (carried if brave or spans(HAZARD) else ()),
            carried=carried,
            brave=brave,
            combat=combat,
            outside=outside,
            inside=inside,
            plan=any("theo" in passage.text[slice(*one)] for one in inside),
            routine=spans(ROUTINE),
            drill=spans(DRILL),
            pretended=spans(PRETENDED),
            own_only=(own + others) if own and others else himself,
            own_goods=bool(own) and not theirs,
            occasion=spans(OCCASION),
            care=bool(spans(CARE)),
            open=spans(OPEN) + spans(FALSE),
            caused=bool(spans(CAUSED)),
        )


def _duty(
    passage: Passage, beyond: tuple[Span, ...], within: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What is told as beyond one's duty, and what as within it."""
    outside = _not_hearsay(passage, beyond)
    inside = tuple(
        one
        for one in _not_hearsay(passage, within)
        if not _overlaps(one, outside) and not _negated(passage, one[0])
    )
    return outside, inside


def _spans(passage: Passage, pattern: Cue, regions: tuple[Span, ...]) -> Iterator[Span]:
    for start, end in regions:
        for match in pattern.finditer(passage.text, start, end):
            yield match.span()


def _overlaps(span: Span, others: tuple[Span, ...]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _negated(passage: Passage, place: int) -> bool:
    clause = passage.clause(place)
    return bool(NO_BEFORE.search(passage.text[max(clause.start, place - 28) : place]))


def _not_hearsay(passage: Passage, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without what somebody is only said to think (`có ý kiến chữa cháy là nhiệm vụ`)."""
    text = passage.text
    starts = [(passage.clause(span[0]).start, span) for span in spans]
    return tuple(span for low, span in starts if not HEARSAY.search(text, low, span[0]))


def _real(passage: Passage, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without the rescues that were practised, planned, or did not happen."""
    kept = []
    for start, end in spans:
        before = passage.text[max(passage.sentence(start).start, start - 24) : start]
        nothing = NO_CASE.search(passage.text[passage.clause(start).start : start])
        if not (nothing or NOMINAL.search(before) or DENIED.search(before)):
            kept.append((start, end))
    return tuple(kept)
