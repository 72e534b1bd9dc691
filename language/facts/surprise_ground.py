"""Why a deed is a surprise: a rescue, combat, beyond one's duty; or that it is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from language.facts.passage import Passage
from language.facts.surprise_signs import Signs, Span


@dataclass(frozen=True, slots=True)
class Ground:
    """`value` as in a case file, None where it is said to be not known."""

    value: str | None
    spans: tuple[Span, ...]


@lru_cache(maxsize=64)
def ground(  # noqa: PLR0911 - one a reason, the strongest first
    passage: Passage, regions: tuple[Span, ...]
) -> Ground | None:
    """The ground told within the stretches given; None where it is not told, or signals clash."""
    signs = Signs.of(passage, regions)
    if signs.open:
        return Ground(None, signs.open)
    if signs.drill and signs.pretended:
        return Ground("none", signs.drill + signs.pretended + signs.usual)
    if signs.drill:
        clash = signs.rescue and not signs.inside
        return None if clash else Ground("none", signs.drill + signs.usual)
    if signs.own_only:
        return Ground("none", signs.own_only)
    if signs.combat and not signs.routine:
        return Ground("combat", signs.combat)
    if _rescued(signs):
        is_clear = not (signs.own_goods or signs.caused)
        return Ground("brave_rescue", signs.saved) if is_clear else None
    if signs.outside and not signs.plan:
        return Ground("outside_duty", signs.outside)
    if signs.outside:
        return None
    return _ordinary(signs) if signs.inside or signs.routine else None


def _ordinary(signs: Signs) -> Ground | None:
    """Ordinary work; left out where one on duty saved somebody all the same."""
    is_all = signs.routine or signs.care or signs.occasion
    return None if signs.framed and not is_all else Ground("none", signs.usual)


def _rescued(signs: Signs) -> bool:
    """Whether a rescue is told; one told by its frame alone gives way to ordinary work."""
    if signs.rescue:
        return not (signs.care and signs.inside and not signs.brave)
    weaker = signs.usual or (signs.outside and not signs.brave)
    return bool(signs.framed) and not (weaker or (signs.care and not signs.brave))
