"""A draft that a page changed: judged as of today, and stored with the turn."""

from __future__ import annotations

from dataclasses import replace

from flows.desk import At, Desk
from flows.judging import judge
from flows.model import Draft
from flows.proposals.course import allows
from flows.turn import Scene, Turn
from rules.case import CaseError
from rules.parameters import ParameterError


def kept(scene: Scene, draft: Draft, turn: Turn) -> Turn:
    """The turn with the draft in hand; what was sent, or cannot be judged, is left alone.

    Of what was returned, only what is to be mended is changed.
    """
    before = scene.found.answers if isinstance(scene.found, Draft) else draft.answers
    if not allows(draft.course, before, draft.answers):
        return replace(turn, draft=None)
    desk = Desk(scene.person, scene.today, draft, At(), keeps=True, calendar=scene.calendar)
    try:
        found = judge(desk)
    except (CaseError, ParameterError):
        return replace(turn, draft=None)
    return replace(
        turn,
        draft=replace(draft, rulebook=found.rulebook.version),
        keep=True,
        verdict=found.verdict.value,
        last_day=found.timing.due,
        assessment=found,
    )
