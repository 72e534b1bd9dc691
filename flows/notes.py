"""Sentences about a change: what it settles, what fell away with it, what was undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flows import sheet
from flows.desk import Desk
from flows.grounds import shares
from flows.labels import label, value_shown
from flows.model import Draft, Json
from flows.paths import fact_of, nominee_of, remarks_on
from flows.questions import nominee_name
from rules.message import Message, say
from rules.verdict import Assessment


def share_notes(
    desk: Desk, assessment: Assessment, changed: Mapping[str, Json]
) -> Iterator[Message]:
    """12/18 = 66,7 %: said when a count just given settles the share in favour."""
    if not any(fact_of(path) in {"participants", "forces_total"} for path in changed):
        return
    yield from shares(desk.draft, assessment)


def dropped_note(dropped: Sequence[str]) -> Message:
    """Which answers fell away with the change."""
    named = [path for path in dropped if remarks_on(path) is None]
    facts = [say(f"fact.{fact_of(path).removeprefix('note.')}") for path in named]
    return say("note.dropped", facts=facts)


def changed(before: Draft, after: Draft, argument: str) -> Iterator[Message]:
    """What a way out did to the draft: who left the list, or what is said otherwise now."""
    paths = _differing(before, after)
    if len(sheet.own_answers(after)) < len(sheet.own_answers(before)):
        yield say("note.removed", name=nominee_name(before, int(argument or 0)))
        paths = _of_the_case(paths)
    if said := [path for path in paths if path in after.answers]:
        yield say("note.changed", changes=list(_changes(before, after, said)))
    if gone := [path for path in paths if path not in after.answers]:
        yield dropped_note(gone)


def listed(before: Draft, after: Draft) -> Message:
    """Who was put at the end of the list, or taken off it."""
    now, then = sheet.own_answers(after), sheet.own_answers(before)
    if len(now) > len(then):
        names = [nominee_name(after, place) for place in range(len(then), len(now))]
        return say("note.added", name=say("value.list", items=names))
    gone = next((n for n, own in enumerate(now) if own != then[n]), len(now))
    return say("note.removed", name=nominee_name(before, gone))


def undone(now: Draft, earlier: Draft) -> Iterator[Message]:
    """What undo took back, and which answers came back with it."""
    paths = _differing(now, earlier)
    if len(sheet.own_answers(now)) != len(sheet.own_answers(earlier)):
        yield _list_undone(now, earlier)
        paths = _of_the_case(paths)
    if said := [path for path in paths if path in now.answers]:
        yield say("note.undone", changes=list(_changes(now, earlier, said)))
    if back := [path for path in paths if path not in now.answers]:
        yield say("note.restored", facts=[label(earlier, path) for path in back])


def _of_the_case(paths: Sequence[str]) -> list[str]:
    """Those of no single nominee: on a list that moved up, the others say nothing."""
    return [path for path in paths if nominee_of(path) is None]


def _list_undone(now: Draft, earlier: Draft) -> Message:
    """Nominees taken off the list are on it again, or those just put on it are off."""
    here, there = sheet.own_answers(now), sheet.own_answers(earlier)
    few, many, whole = (now, earlier, there) if len(here) < len(there) else (earlier, now, here)
    short = sheet.own_answers(few)
    alike = (n for n, own in enumerate(short) if own != whole[n])
    first = next(alike, len(short))
    names = [nominee_name(many, first + n) for n in range(len(whole) - len(short))]
    if not short and len(names) == 1:
        return say("note.undone.who" if many is now else "note.restored.who", names=names)
    return say("note.undone.back" if many is earlier else "note.undone.off", names=names)


def _differing(before: Draft, after: Draft) -> list[str]:
    """The answers that differ; a remark on one (how exact it is) counts as that one."""
    paths = [*before.answers, *(path for path in after.answers if path not in before.answers)]
    one, other = before.answers, after.answers
    differ = (p for p in paths if one.get(p, sheet.MISSING) != other.get(p, sheet.MISSING))
    return list(dict.fromkeys(remarks_on(path) or path for path in differ))


def _changes(before: Draft, after: Draft, paths: Sequence[str]) -> Iterator[Message]:
    """Each answer from what to what."""
    for path in paths:
        old, new = value_shown(before, path), value_shown(after, path)
        yield say("note.change", fact=label(before, path), before=old, after=new)
