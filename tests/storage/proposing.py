"""A draft sent on its way, step by step, as the flows do it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flows.model import Draft
from flows.proposals.asked import ReadProposal, Taken, TakeStep
from flows.proposals.matter import Details, Proposal, Snapshot
from flows.proposals.moves import Step
from flows.reminding import File
from flows.wire import file_to_json
from rules.message import say
from tests.storage.office import Office
from tests.storage.parts import rows

SNAPSHOT = Snapshot(
    "surprise",
    {"forces_total": 18, "achieved_on": "2026-11-12"},
    title=say("title.named", name="Dân quân"),
    verdict="eligible",
    timing="in_time",
    explanation=say("kind.surprise"),
    rulebook="1",
    names=("Nguyễn Văn Ổn", "Dân quân xã"),
    deed="2026-11-12",
)
WITH_FILE = replace(
    SNAPSHOT,
    answers={
        **SNAPSHOT.answers,
        "nominees[0].type": "collective",
        "nominees[0].name": "Dân quân xã",
        "note.files.photos": [
            file_to_json(File("web", "a" * 64, "ảnh 1.png", size=9, media="image/png"))
        ],
    },
)
"""Of which papers can be made, with a file attached."""


def draft_of(office: Office, who: str = "an", **answers: Any) -> int:
    """A new draft's number."""
    kept = office.keep(who, Draft("surprise", {**SNAPSHOT.answers, **answers}))
    return int(kept.id or 0)


def take(
    office: Office,
    who: str,
    step: Step,
    draft: int,
    *,
    details: Details | None = None,
    snapshot: Snapshot | None = None,
    version: int | None = None,
) -> Taken | None:
    """One step by somebody, on what is there now."""
    sends = step in (Step.SEND, Step.CONFIRM, Step.RESEND)
    if version is None:
        table, of = ("drafts", "id") if sends else ("proposals", "draft_id")
        found = rows(office.storage, f"SELECT version FROM {table} WHERE {of} = {draft}")
        version = found[0][0] if found else 0
    snapshot = snapshot or (SNAPSHOT if sends else None)
    asked = TakeStep(draft, step, version, details or Details(), snapshot=snapshot)
    taken = office.ask(who, asked)
    assert taken is None or isinstance(taken, Taken)
    return taken


def send(office: Office, draft: int) -> Proposal:
    """Sent by its officer and confirmed by the head."""
    for who, step in (("an", Step.SEND), ("head", Step.CONFIRM)):
        taken = take(office, who, step, draft)
        assert taken is not None
        assert taken.why_not is None
    return read(office, "head", draft)


def read(office: Office, who: str, draft: int) -> Proposal:
    found = office.ask(who, ReadProposal(draft))
    assert isinstance(found, Proposal)
    return found


def renamed(snapshot: Snapshot, *names: str, deed: str = "") -> Snapshot:
    return replace(snapshot, names=names, deed=deed or snapshot.deed)
