"""When nothing goes to anybody: the channel told so, or nobody answers there at all."""

from __future__ import annotations

from handlers.sender.outcome import Later, Outcome
from handlers.sender.tempo import Tempo

LINE_IS_CUT = 3
"""So many attempts in a row that nobody answered are not the fault of a message."""


class Silence:
    """Times are the event loop's."""

    def __init__(self, tempo: Tempo) -> None:
        self._tempo = tempo
        self._until = 0.0
        self._unanswered = 0
        self._times = 0

    def left(self, now: float) -> float:
        """Seconds of it still to come."""
        return max(0.0, self._until - now)

    def heed(self, outcome: Outcome, *, now: float) -> Outcome:
        """Note what became of an attempt; the same, or what everyone has to wait instead."""
        if not isinstance(outcome, Later):
            self._unanswered = self._times = 0
            return outcome
        if not outcome.unanswered:
            return self._told(outcome, now) if outcome.everyone else outcome
        self._unanswered += 1
        if self._unanswered < LINE_IS_CUT:
            return outcome
        if not self.left(now):
            self._times += 1
            self._until = now + self._tempo.hold(self._times)
        return Later(outcome.why, self.left(now), everyone=True)

    def _told(self, outcome: Later, now: float) -> Outcome:
        self._until = max(self._until, now + (outcome.seconds or self._tempo.hold(1)))
        return Later(outcome.why, self.left(now), everyone=True)
