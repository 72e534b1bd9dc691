"""The state of a conversation as JSON; what an older version wrote is read as far as it goes."""

from __future__ import annotations

from collections.abc import Mapping

from flows.model import Draft, Json
from flows.turn import State


def to_json(state: State) -> Json:
    """A plain object; a draft not stored goes with it."""
    raw: dict[str, Json] = {
        "flow": state.flow,
        "at": dict(state.at),
        "open": state.open,
        "question": state.question,
    }
    if state.kept:
        raw["kept"] = True
    if state.scratch is not None:
        raw["scratch"] = {
            "kind": state.scratch.kind,
            "answers": dict(state.scratch.answers),
            "past": [dict(change) for change in state.scratch.past],
        }
    return raw


def from_json(raw: Json) -> State:
    if not isinstance(raw, Mapping):
        return State()
    return State(
        flow=raw.get("flow", "menu"),
        at=raw.get("at", {}),
        open=raw.get("open", ""),
        question=raw.get("question", 0),
        scratch=_scratch(raw.get("scratch")),
        kept=raw.get("kept", False),
    )


def _scratch(raw: Json) -> Draft | None:
    if not raw:
        return None
    return Draft(raw["kind"], answers=raw["answers"], past=tuple(raw["past"]))
