"""Three grades of fulfilment and the spans between them: strong Kleene logic for the law."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

Paths = tuple[str, ...]
KEPT: Final = 8192
"""Results kept at hand: the few truths of a law are combined the same way over and over."""

_FATAL: Final = 0
_CURABLE: Final = 1
_MET: Final = 2


class Truth(NamedTuple):
    """How far a condition is met, from the worst it can turn out to the best.

    0 not met for good, 1 not met yet, 2 met. Where both ends agree it is known; else `down`
    and `up` are the paths of the facts whose answers may help to settle it low or high, and
    `stuck` of those that the officer does not know. `bottom` is the lowest that `high` can
    be brought to by asking, `top` the highest that `low` can. A tuple, which costs little to
    make and to look up: an assessment combines hundreds.
    """

    low: int
    high: int
    down: Paths = ()
    up: Paths = ()
    stuck: Paths = ()
    bottom: int = 0
    top: int = 2

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

    @property
    def needs(self) -> Paths:
        """What is worth asking: an answer to it may settle the condition."""
        return _together(self.down, self.up)

    @property
    def open_paths(self) -> Paths:
        """What it hangs on, what nobody knows included."""
        return _together(self.down, self.up, self.stuck)


@lru_cache(maxsize=KEPT)
def _together(*groups: Paths) -> Paths:
    return tuple(dict.fromkeys(path for group in groups for path in group))


FATAL: Final = Truth(_FATAL, _FATAL, bottom=_FATAL, top=_FATAL)
CURABLE: Final = Truth(_CURABLE, _CURABLE, bottom=_CURABLE, top=_CURABLE)
MET: Final = Truth(_MET, _MET, bottom=_MET, top=_MET)
_KNOWN: Final = (FATAL, CURABLE, MET)


@lru_cache(maxsize=KEPT)
def unknown(*paths: str) -> Truth:
    """Nothing is known but which facts would tell."""
    return Truth(_FATAL, _MET, down=paths, up=paths, bottom=_FATAL, top=_MET)


@lru_cache(maxsize=KEPT)
def stuck_on(*paths: str) -> Truth:
    """Not known, and no question will tell: the officer has said so."""
    return Truth(_FATAL, _MET, stuck=paths, bottom=_MET, top=_FATAL)


def holds(fact: bool) -> Truth:  # noqa: FBT001 - the lifting of a plain truth value
    """A plain truth value, lifted."""
    return MET if fact else FATAL


@lru_cache(maxsize=KEPT)
def all_of(*truths: Truth) -> Truth:
    """As far as the worst of them; only what can still settle that is needed.

    One of them alone can bring it down; to bring it up, none of them may be stuck.
    """
    low = high = _MET
    for one in truths:
        low, high = min(low, one.low), min(high, one.high)
    if low == high:
        return _KNOWN[low]
    lone = _lone(truths, beside=MET)
    if lone is not None and _hangs_together(lone, low):
        return lone
    return _worst_of(truths, low=low, high=high)


def _lone(truths: tuple[Truth, ...], *, beside: Truth) -> Truth | None:
    """The only one that matters, where all the others are `beside`."""
    others = [t for t in truths if t is not beside]
    return others[0] if len(others) == 1 else None


def _hangs_together(one: Truth, low: int) -> bool:
    """Whether it asks for nothing that could not move it: then it stands for the whole."""
    return (not one.down or one.bottom <= low) and (not one.up or one.top > low)


def _worst_of(truths: tuple[Truth, ...], *, low: int, high: int) -> Truth:
    """The general case: what each of them can still do to the worst."""
    top = min(t.top for t in truths)
    down: list[Paths] = []
    up: list[Paths] = []
    stuck: list[Paths] = []
    for index, one in enumerate(truths):
        ceiling = min((t.high for at, t in enumerate(truths) if at != index), default=_MET)
        if one.low < one.high and one.low < ceiling:
            down.append(one.down if one.bottom <= low else ())
            up.append(one.up if top > low else ())
            stuck.append(one.stuck)
    return Truth(
        low,
        high,
        down=_together(*down),
        up=_together(*up),
        stuck=_together(*stuck),
        bottom=min(t.bottom for t in truths),
        top=top,
    )


@lru_cache(maxsize=KEPT)
def any_of(*truths: Truth) -> Truth:
    """As far as the best of them."""
    if any(t is MET for t in truths):
        return MET
    lone = _lone(truths, beside=FATAL)
    if lone is not None:
        return negate(all_of(negate(lone)))
    return negate(all_of(*(negate(t) for t in truths)))


@lru_cache(maxsize=KEPT)
def negate(truth: Truth) -> Truth:
    if truth.low == truth.high:
        return _KNOWN[_MET - truth.low]
    return Truth(
        _MET - truth.high,
        _MET - truth.low,
        down=truth.up,
        up=truth.down,
        stuck=truth.stuck,
        bottom=_MET - truth.top,
        top=_MET - truth.bottom,
    )


@lru_cache(maxsize=KEPT)
def curable(truth: Truth) -> Truth:
    """The same, but what is not met can still be put right."""
    low, high = max(truth.low, _CURABLE), max(truth.high, _CURABLE)
    if low == high:
        return _KNOWN[low]
    bottom, top = max(truth.bottom, _CURABLE), max(truth.top, _CURABLE)
    return truth._replace(low=low, high=high, bottom=bottom, top=top)


@lru_cache(maxsize=KEPT)
def after(parent: Truth, detail: Truth) -> Truth:
    """All of both, where the detail is worth asking only once the parent is settled."""
    both = all_of(parent, detail)
    if not (parent.is_open and both.is_open):
        return both
    raised = parent.up if both.top > both.low else ()
    return both._replace(down=parent.down, up=raised, stuck=parent.stuck)
