"""The state of a conversation as JSON; what an older version wrote is read as far as it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flows.model import Draft, Json
from flows.turn import Heard, State
from flows.wire import message_from_json, message_to_json


def to_json(state: State) -> Json:
    """A plain object; a draft not stored goes with it."""
    raw: dict[str, Json] = {
        "flow": state.flow,
        "at": dict(state.at),
        "open": state.open,
        "question": state.question,
    }
    for name in ("kept", "between"):
        if getattr(state, name):
            raw[name] = True
    if state.scratch is not None:
        raw["scratch"] = {
            "kind": state.scratch.kind,
            "answers": dict(state.scratch.answers),
            "past": [dict(change) for change in state.scratch.past],
        }
    if state.left is not None:
        raw["left"] = to_json(state.left)
    if state.ways:
        raw["ways"] = [[choice, message_to_json(label)] for choice, label in state.ways]
    if state.asked:
        raw["asked"] = dict(state.asked)
    if state.tapped is not None:
        raw["tapped"] = list(state.tapped)
    if state.heard:
        raw["heard"] = [
            [one.message, one.case, one.question, one.told, dict(one.values)] for one in state.heard
        ]
    if state.case:
        raw["case"] = state.case
    raw |= _deserted(state)
    return raw


def _deserted(state: State) -> Mapping[str, Json]:
    rows = [[token, message_to_json(called), way] for token, called, way in state.deserted]
    return {"deserted": rows} if rows else {}


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
        left=from_json(raw["left"]) if raw.get("left") else None,
        ways=tuple((choice, message_from_json(label)) for choice, label in raw.get("ways", ())),
        between=raw.get("between", False),
        asked=raw.get("asked", {}),
        tapped=_tapped(raw.get("tapped", ())),
        heard=tuple(_heard(raw.get("heard", ()))),
        case=raw.get("case", 0),
        deserted=tuple(
            (one[0], message_from_json(one[1]), one[2]) for one in raw.get("deserted", ())
        ),
    )


def _heard(raw: Json) -> Iterator[Heard]:
    """What older versions wrote, the paths alone, says too little and is left out."""
    for row in raw:
        match row:
            case [message, case, question, told, values]:
                yield Heard(message, case, question, values, told)


def _tapped(raw: Json) -> tuple[str, str, str] | None:
    return (raw[0], raw[1], raw[2]) if raw else None


def _scratch(raw: Json) -> Draft | None:
    if not raw:
        return None
    return Draft(raw["kind"], answers=raw["answers"], past=tuple(raw["past"]))
