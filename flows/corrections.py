"""Corrections in words: "nhầm, 13 người", "sửa ngày thành 12/11"."""

from __future__ import annotations

from dataclasses import replace

from flows import sheet
from flows.answers import read
from flows.desk import Desk
from flows.given import Given, Refused
from flows.model import Draft, Expects
from flows.paths import fact_of
from flows.questions import question
from flows.turn import Said
from flows.values import shown
from language.corrections import Correction, read_correction
from rules.message import say


def read_corrected(desk: Desk, text: str) -> Given | Refused | None:
    """The answers a correction changes; None where the text is none."""
    found = read_correction(text)
    if found is None:
        return None
    for path in _targets(desk.draft, found):
        given = read(desk, path, Said(text=found.value_text))
        if isinstance(given, Given) and given.values:
            return _corrected(desk.draft, path, given)
        if found.target is not None:
            return given
    return Refused(say("note.no_target")) if desk.draft.answers else None


def _targets(draft: Draft, found: Correction) -> list[str]:
    """The answered paths meant: those named, else the newest that such a value could answer."""
    if found.target is not None:
        return [path for path in draft.answers if fact_of(path) == found.target]
    kinds = (Expects.NUMBER, Expects.DATE)
    newest = [path for path in reversed(tuple(draft.answers)) if question(path).expects in kinds]
    return sorted(newest, key=_last_meant)


def _last_meant(path: str) -> bool:
    """Whether a bare "13 người" means this last: it is the collective's own, not all forces'."""
    return fact_of(path) in ("forces_total", "forces_approximate")


def _corrected(draft: Draft, path: str, given: Given) -> Given:
    before = sheet.value_at(draft, path)
    note = say(
        "note.corrected",
        before=shown(path, before, precision=draft.answers),
        after=shown(path, given.values[path], precision=given.values),
    )
    return replace(given, notes=(note,))
