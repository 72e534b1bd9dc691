"""What an edited message says in place of what it said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flows import consistency, notes, sheet
from flows.corrections import corrected
from flows.desk import Desk
from flows.given import Given, Refused
from flows.labels import label, plain_label
from flows.model import Json
from flows.paths import NAMING, fact_of, nominee_of, remarks_on
from flows.rereading import answer_again, case_again, is_list, list_again
from flows.sheet import MISSING
from flows.taking import accept, refuse
from flows.turn import Heard, Said, Turn
from rules.message import Message, say


def edited(desk: Desk, said: Said) -> Turn:
    """Take the edited words as a correction of what the message had answered."""
    known, text = said.edits or Heard("", 0), str(said.text)
    path = None if known.told or is_list(known) else _asked(known.values)
    found = _several(desk, known, text) if path is None else _one(desk, known, text=text, path=path)
    return accept(desk, found) if isinstance(found, Given) else refuse(desk, found)


def _asked(values: Mapping[str, Json]) -> str | None:
    """The one question that was answered, with all forces' count at most; None for more."""
    answered = [path for path in values if remarks_on(path) is None]
    heads = [path for path in answered if path != "forces_total"]
    found = heads or answered
    return found[0] if len(found) == 1 else None


def _one(desk: Desk, known: Heard, *, text: str, path: str) -> Given | Refused:
    """An answer given anew, where it stands, or where it is asked."""
    if path not in desk.draft.answers and path != desk.asked:
        return Refused(say("note.edit_too_old"))
    found = answer_again(desk, path, text)
    if isinstance(found, Refused):
        told = _several(desk, known, text)
        return told if isinstance(told, Given) else found
    if path not in desk.draft.answers:
        return found
    if all(known.values.get(p, MISSING) == value for p, value in found.values.items()):
        return Refused(say("note.edit_same"))
    changed = corrected(desk.draft, path, found)
    return _all_told(desk, changed) if isinstance(changed, Given) else changed


def _all_told(desk: Desk, given: Given) -> Given:
    """With each thing that changes, where it is more than the answer itself."""
    draft = sheet.amend(desk.draft, given.values)
    differ = sheet.difference(desk.draft, draft)
    if sum(remarks_on(path) is None for path in differ) > 1:
        return Given(given.values, notes=tuple(notes.changed(desk.draft, draft, "")))
    return given


def _several(desk: Desk, known: Heard, text: str) -> Given | Refused:
    """What is told otherwise now; what was changed meanwhile by other words stays as it is."""
    if not any(path in desk.draft.answers for path in known.values):
        return Refused(say("note.edit_too_old"))
    again = list_again if is_list(known) else case_again
    new = again(desk, known, text)
    if isinstance(new, Refused):
        return new
    changed = [path for path in new if new[path] != _at(known.values, path)]
    # of a case told again what is left out is dropped; an answer is not, by words not understood
    lost = [path for path in known.values if path not in new] if known.told else []
    said = {path: new[path] for path in changed if _stands(desk, known, path)}
    refused = _cannot_be(desk, said, lost)
    if refused is not None:
        return refused
    changes = {**said, **{path: MISSING for path in lost if _stands(desk, known, path)}}
    now = desk.draft.answers
    stays = [p for p in (*changed, *lost) if p not in changes and _at(new, p) != _at(now, p)]
    kept = tuple(_kept(desk, stays))
    if not changes:
        return Refused(kept[0] if kept else say("note.edit_same"))
    draft = sheet.amend(desk.draft, changes)
    return Given(changes, notes=(*notes.changed(desk.draft, draft, ""), *kept))


def _cannot_be(desk: Desk, said: Mapping[str, Json], lost: list[str]) -> Refused | None:
    """What contradicts the answers that stay, or no longer tells of whom."""
    clash = consistency.contradiction(sheet.amend(desk.draft, said), desk.person)
    if clash is not None:
        return Refused(clash)
    if any(fact_of(path) in NAMING for path in lost):
        facts = [plain_label(path) for path in lost if remarks_on(path) is None]
        return Refused(say("note.edit_unsure", facts=facts))
    return None


def _at(values: Mapping[str, Json], path: str) -> Json:
    return values.get(path, MISSING)


def _named(paths: Iterable[str]) -> set[int]:
    return {index for path in paths if (index := nominee_of(path)) is not None}


def _stands(desk: Desk, known: Heard, path: str) -> bool:
    """Whether the answer is still what the message said: none, where it said nothing of it."""
    index, own = nominee_of(path), _named(known.values)
    if index is not None and index not in own and index in _named(desk.draft.answers):
        return False  # somebody put on the list by other words
    paths = (path, remarks_on(path) or path)
    return all(sheet.value_at(desk.draft, p) == _at(known.values, p) for p in paths)


def _kept(desk: Desk, paths: list[str]) -> Iterator[Message]:
    """What the edited message says otherwise, and was changed meanwhile."""
    meant = dict.fromkeys(remarks_on(path) or path for path in paths)
    if meant:
        yield say("note.edit_kept", facts=[label(desk.draft, path) for path in meant])
