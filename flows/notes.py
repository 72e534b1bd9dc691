"""Sentences about a change: what it settles, what fell away with it, what was undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flows import sheet
from flows.desk import Desk
from flows.model import Draft, Json
from flows.paths import fact_of, remarks_on
from flows.sheet import Change
from flows.values import shown
from rules.message import Message, say
from rules.verdict import Assessment, Outcome

SHARE = "LS2022.2.b.2"


def share_notes(
    desk: Desk, assessment: Assessment, changed: Mapping[str, Json]
) -> Iterator[Message]:
    """12/18 = 66,7 %: said when a count just given settles the share in favour."""
    if not any(fact_of(path) in {"participants", "forces_total"} for path in changed):
        return
    own = sheet.own_answers(desk.draft)
    total = desk.draft.answers.get("forces_total") or 0
    for finding in assessment.findings:
        if finding.clause != SHARE or finding.outcome is not Outcome.SATISFIED:
            continue
        heads = own[finding.nominee or 0]["participants"]
        tenths = (2000 * heads + total) // (2 * total)
        yield say("note.share", heads=str(heads), total=str(total), percent=tenths)


def dropped_note(dropped: Sequence[str]) -> Message:
    """Which answers fell away with the change."""
    named = [path for path in dropped if remarks_on(path) is None]
    return say("note.dropped", facts=[say(f"fact.{fact_of(path)}") for path in named])


def undone_note(draft: Draft, changes: Sequence[Change]) -> Message:
    """What undo changed, in plain words."""
    change = next((c for c in changes if remarks_on(c.path) is None), changes[0])
    earlier = {**draft.answers, **{c.path: c.after for c in changes}}
    before = _plain(draft.answers, change.path, change.before)
    after = _plain(earlier, change.path, change.after)
    return say("note.undone", fact=say(f"fact.{fact_of(change.path)}"), before=before, after=after)


def _plain(answers: Mapping[str, Json], path: str, value: Json) -> Message | str:
    if value == sheet.MISSING:
        return say("value.missing")
    return shown(path, value, precision=answers)
