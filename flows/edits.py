"""A message edited after it was sent: known by what it was taken for, and in which case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from flows import sheet
from flows.model import Draft, Incoming, Json
from flows.paths import NAMING, fact_of, nominee_of, of_nominee
from flows.turn import Heard, Said, Scene, State, Turn
from rules.message import Message, say

EDITED: Final = "edited"
"""The command of an edited message; what it was taken for goes with it."""
GATHERED: Final = "parts"
"""In `at`: what was written piece by piece, each behind the name of its message."""
REMEMBERED: Final = 8
"""The newest messages that are still known by what they answered."""
MOST_VALUES: Final = 40
"""What answered more, a long list, is not remembered."""
ANSWERED: Final = frozenset({"answered", "told"})
"""Events that say which paths were answered."""


def meant(state: State, incoming: Incoming) -> Said | Message | None:
    """The correction that an edit is, or why it is none; None for what is said (anew)."""
    if not incoming.edited:
        return None
    if any(part[0] == incoming.message for part in state.at.get(GATHERED, ())):
        text, message = (incoming.text or "").strip() or None, incoming.message or ""
        said = Said(command=EDITED, text=text, files=incoming.files, message=message)
        return replace(said, attachment=incoming.attachment)
    known = _known(state, incoming)
    if known is not None and known.case != state.case:
        return say("note.edit_elsewhere")
    if known is None or not incoming.text or not (known.values or _is_asked(known, state)):
        return say("note.edit_too_old")
    return Said(command=EDITED, text=incoming.text, edits=known) if known.values else None


def case_of(state: State, scene: Scene, *, moved: Draft | None) -> int:
    """The number of the case that a flow is entered with: the one in hand, or a new one."""
    if moved is not None and scene.draft is not None and moved.kind == scene.draft.kind:
        return state.case
    left, stored = state.left, scene.stored
    if left is None or not left.kept or stored is None or moved is None:
        return state.question + 1
    return left.case if moved.id == stored.id else state.question + 1


def remembered(
    before: State, after: State, incoming: Incoming, *, turn: Turn, draft: Draft | None
) -> State:
    """The state behind a message, knowing what this was taken for; `draft` was in hand before it.

    What an earlier message answered is still known where a list moved up.
    """
    same = before.case == after.case
    known = _known(before, incoming)
    heard = [_moved(one, draft, turn) if one.case == after.case else one for one in before.heard]
    if incoming.message is not None and incoming.text:
        values = _values(known if incoming.edited else None, turn, draft if same else None)
        told = any(kind == "told" for kind, _ in turn.events)
        question = 0 if _has_changed(before, after, turn=turn, draft=draft) else after.question
        now = Heard(incoming.message, after.case, question, values, told=told)
        now = replace(now, told=now.told or (known is not None and known.told))
        heard = [*(one for one in heard if one.message != incoming.message), now]
    kept = [one for one in heard if one.values or _is_asked(one, after)]
    return replace(after, heard=tuple(kept[-REMEMBERED:]))


def _known(state: State, incoming: Incoming) -> Heard | None:
    return next((one for one in state.heard if one.message == incoming.message), None)


def _is_asked(one: Heard, state: State) -> bool:
    """Whether a message that changed nothing may be said anew."""
    return one.case == state.case and one.question == state.question


def _values(known: Heard | None, turn: Turn, draft: Draft | None) -> Mapping[str, Json]:
    """What the message answered, each as it is read now."""
    now = turn.draft.answers if turn.draft is not None else {}
    paths = list(_answered(turn))
    if not paths and {kind for kind, _ in turn.events} <= {"listed"}:
        before = draft.answers if draft is not None else {}
        paths = [path for path in now if path not in before and fact_of(path) in NAMING]
    earlier = known.values if known is not None else {}
    values = {path: value for path, value in earlier.items() if path not in paths}
    values |= {path: now[path] for path in paths if path in now}
    return values if len(values) <= MOST_VALUES else {}


def _answered(turn: Turn) -> Iterator[str]:
    for kind, event in turn.events:
        if kind in ANSWERED:
            yield from event["paths"]


def _has_changed(before: State, after: State, *, turn: Turn, draft: Draft | None) -> bool:
    """Whether the message did more than to be answered: then it is not said anew."""
    stays = (before.flow, before.case, before.at) == (after.flow, after.case, after.at)
    old, new = (one.answers if one is not None else {} for one in (draft, turn.draft))
    return not stays or turn.request is not None or dict(old) != dict(new)


def _moved(one: Heard, draft: Draft | None, turn: Turn) -> Heard:
    """What a message answered, at the places where its nominees stand now; a list is cleared."""
    if draft is None or turn.draft is None or any(_answered(turn)):
        return one
    places = _places(sheet.own_answers(draft), sheet.own_answers(turn.draft))
    named = {index for path in one.values if (index := nominee_of(path)) is not None}
    if all(places.get(index) == index for index in named):
        return one
    if len(named) > 1 or not places.keys() >= named:
        return replace(one, values={})
    return replace(one, values={_at(places, path): value for path, value in one.values.items()})


def _at(places: Mapping[int, int], path: str) -> str:
    index = nominee_of(path)
    return path if index is None else of_nominee(places[index], path.partition(".")[2])


def _places(before: Sequence[Json], after: Sequence[Json]) -> Mapping[int, int]:
    """Where each nominee stands now; those of whom it is not sure are left out."""
    more = len(after) - len(before)
    if not more:
        return {n: n for n in range(len(before))}
    pairs = enumerate(zip(before, after, strict=False))
    same = next((n for n, (one, other) in pairs if one != other), min(len(before), len(after)))
    old, new = same + max(-more, 0), same + max(more, 0)
    behind = len(before[old:]) if before[old:] == after[new:] else 0
    return {n: n for n in range(same)} | {old + n: new + n for n in range(behind)}
