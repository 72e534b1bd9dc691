"""Small conditions on answers that cope with what is not known, so that a rule never must."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

from rules.truth import CURABLE, FATAL, MET, Truth, holds, stuck_on, unknown


class Answer(NamedTuple):
    """One fact of one case: its path, its value, and whether it is known or not even asked."""

    path: str
    value: Any = None
    is_known: bool = False
    is_absent: bool = False


def given(*answers: Answer) -> Truth:
    """Whether any of the answers is known; that itself is never unknown."""
    return holds(any(answer.is_known for answer in answers))


def not_told(answer: Answer) -> Truth:
    """Open: to be asked, or known to be not known."""
    return unknown(answer.path) if answer.is_absent else stuck_on(answer.path)


def is_one_of(answer: Answer, *options: str) -> Truth:
    if not answer.is_known:
        return not_told(answer)
    return MET if answer.value in options else FATAL


def is_yes(answer: Answer) -> Truth:
    if not answer.is_known:
        return not_told(answer)
    return MET if answer.value else FATAL


def is_done(answer: Answer, *enough: str) -> Truth:
    """Done (or `enough`): met; refused: not for good; anything else: not yet."""
    if not answer.is_known:
        return not_told(answer)
    if answer.value == "done" or answer.value in enough:
        return MET
    return FATAL if answer.value == "refused" else CURABLE


def holds_all(answer: Answer, parts: Iterable[str]) -> Truth:
    """A set that must hold every part; a part that lacks can be added."""
    if not answer.is_known:
        return not_told(answer)
    return MET if answer.value.issuperset(parts) else CURABLE


def contains(answer: Answer, part: str) -> Truth:
    if not answer.is_known:
        return not_told(answer)
    return holds(part in answer.value)


def at_least(answer: Answer, number: int) -> Truth:
    if not answer.is_known:
        return not_told(answer)
    return holds(answer.value >= number)


def not_before(left: Answer, right: Answer) -> Truth:
    """Whether the left day is the right one or later."""
    open_now = _either_open(left, right)
    return holds(left.value >= right.value) if open_now is None else open_now


def at_least_share(part: Answer, whole: Answer, *, share: Fraction, estimate: Answer) -> Truth:
    """Whether part / whole reaches the share, in whole numbers.

    An estimated whole decides nothing on the threshold: where one person more or fewer in
    all would turn the answer, the exact count is needed.
    """
    open_now = _either_open(part, whole)
    if open_now is not None:
        return open_now
    reached = reaches(part.value, whole.value, share=share)
    if not estimate.is_known or estimate.value:
        near = (whole.value - 1, whole.value + 1)
        if any(reaches(part.value, other, share=share) != reached for other in near):
            # the count is known, but not well enough
            return stuck_on(whole.path) if estimate.is_known else not_told(estimate)
    return holds(reached)


def reaches(part: int, whole: int, *, share: Fraction) -> bool:
    return share.denominator * part >= share.numerator * whole


def least_part(whole: int, *, share: Fraction) -> int:
    """The smallest number of people that reaches the share of the whole."""
    return -(-share.numerator * whole // share.denominator)


def _either_open(left: Answer, right: Answer) -> Truth | None:
    """Open while either is; None where both are known.

    Where one side is known to be not known, the other would tell nothing.
    """
    if left.is_known and right.is_known:
        return None
    unanswered = [answer for answer in (left, right) if not answer.is_known]
    dead = tuple(answer.path for answer in unanswered if not answer.is_absent)
    return stuck_on(*dead) if dead else unknown(*(answer.path for answer in unanswered))
