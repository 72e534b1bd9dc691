"""Three grades of fulfilment and the spans between them: strong Kleene logic for the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Paths = tuple[str, ...]

_FATAL: Final = 0
_CURABLE: Final = 1
_MET: Final = 2


@dataclass(frozen=True, slots=True)
class Truth:
    """How far a condition is met, from the worst it can turn out to the best.

    0 not met for good, 1 not met yet, 2 met. Where both ends agree it is known; else `needs`
    are the paths of the facts that can still move it, in the order to ask them.
    """

    low: int
    high: int
    needs: Paths = ()

    def __bool__(self) -> bool:
        msg = "a truth may be unknown; ask is_met, is_open or is_broken"
        raise TypeError(msg)

    @property
    def is_met(self) -> bool:
        return self.low == _MET

    @property
    def is_open(self) -> bool:
        return self.low != self.high

    @property
    def is_broken(self) -> bool:
        """Not met, for good or for now."""
        return self.low == self.high != _MET

    @property
    def is_fatal(self) -> bool:
        return self.high == _FATAL


FATAL: Final = Truth(_FATAL, _FATAL)
CURABLE: Final = Truth(_CURABLE, _CURABLE)
MET: Final = Truth(_MET, _MET)
_KNOWN: Final = (FATAL, CURABLE, MET)


def unknown(*paths: str) -> Truth:
    """Nothing is known but which facts would tell."""
    return Truth(_FATAL, _MET, paths)


def holds(fact: bool) -> Truth:  # noqa: FBT001 - the lifting of a plain truth value
    """A plain truth value, lifted."""
    return MET if fact else FATAL


def all_of(*truths: Truth) -> Truth:
    """As far as the worst of them; only what can still lower or raise that is needed."""
    low = min(t.low for t in truths)
    high = min(t.high for t in truths)
    if low == high:
        return _KNOWN[low]
    needs: dict[str, None] = {}
    for index, one in enumerate(truths):
        ceiling = min((t.high for at, t in enumerate(truths) if at != index), default=_MET)
        if one.low != one.high and one.low < ceiling:
            needs.update(dict.fromkeys(one.needs))
    return Truth(low, high, tuple(needs))


def any_of(*truths: Truth) -> Truth:
    """As far as the best of them."""
    return negate(all_of(*(negate(t) for t in truths)))


def negate(truth: Truth) -> Truth:
    if truth.low == truth.high:
        return _KNOWN[_MET - truth.low]
    return Truth(_MET - truth.high, _MET - truth.low, truth.needs)


def curable(truth: Truth) -> Truth:
    """The same, but what is not met can still be put right."""
    low, high = max(truth.low, _CURABLE), max(truth.high, _CURABLE)
    return _KNOWN[low] if low == high else Truth(low, high, truth.needs)


def after(parent: Truth, detail: Truth) -> Truth:
    """All of both, where the detail is worth asking only once the parent is settled."""
    if parent.is_open:
        low, high = min(parent.low, detail.low), min(parent.high, detail.high)
        return _KNOWN[low] if low == high else Truth(low, high, parent.needs)
    return all_of(parent, detail)
