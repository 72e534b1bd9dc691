"""The answer sheet of a draft: amend and undo, each giving a new draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from flows.model import Draft, Json
from flows.paths import EACH, is_shared, nominee_of, of_all, of_nominee

UNDO_DEPTH = 60


MISSING: Json = {"missing": True}
"""No answer; no fact's value is an object, so it is never one's answer."""


def amend(draft: Draft, changes: Mapping[str, Json]) -> Draft:
    """Change several answers at once, each in its old place; MISSING drops one."""
    answers = dict(draft.answers)
    for path, value in changes.items():
        if value == MISSING:
            answers.pop(path, None)
        else:
            answers[path] = value
    return _turned(draft, answers)


def undo(draft: Draft) -> Draft:
    """Take the last change back; the draft itself where there is none."""
    if not draft.past:
        return draft
    *past, before = draft.past
    answers = {**draft.answers, **before}
    kept = {path: value for path, value in answers.items() if value != MISSING}
    return replace(draft, answers=kept, past=tuple(past))


def difference(draft: Draft, other: Draft) -> Mapping[str, Json]:
    """The changes that make the other draft's answers of this one's."""
    paths = {**draft.answers, **other.answers}
    wanted = {path: other.answers.get(path, MISSING) for path in paths}
    return {p: v for p, v in wanted.items() if draft.answers.get(p, MISSING) != v}


def _turned(draft: Draft, answers: Mapping[str, Json]) -> Draft:
    before = {
        path: draft.answers.get(path, MISSING)
        for path in {**draft.answers, **answers}
        if draft.answers.get(path, MISSING) != answers.get(path, MISSING)
    }
    if not before:
        return draft
    return replace(draft, answers=answers, past=(*draft.past, before)[-UNDO_DEPTH:])


def nominees(draft: Draft) -> list[dict[str, Json]]:
    """Each nominee's own answers over those given for all alike, in order."""
    shared = {
        path.partition(".")[2]: value
        for path, value in draft.answers.items()
        if is_shared(path) and value != EACH
    }
    return [{**shared, **own} for own in own_answers(draft)]


def own_answers(draft: Draft) -> list[dict[str, Json]]:
    found: dict[int, dict[str, Json]] = {}
    for path, value in draft.answers.items():
        index = nominee_of(path)
        if index is not None:
            found.setdefault(index, {})[path.partition(".")[2]] = value
    return [found[index] for index in sorted(found)]


def heads(lines: Iterable[Mapping[str, Json]]) -> int:
    """How many nominees these lines of the list stand for: one may stand for several."""
    return sum(int(one.get("count") or 1) for one in lines)


def unnamed(draft: Draft) -> int:
    """How many nominees have no name yet."""
    return heads(one for one in own_answers(draft) if not one.get("name"))


def add_nominees(draft: Draft, added: Sequence[Mapping[str, Json]]) -> Draft:
    """Add nominees with these facts behind the others."""
    first = len(own_answers(draft))
    answers = {
        of_nominee(first + place, fact): value
        for place, facts in enumerate(added)
        for fact, value in facts.items()
    }
    return _turned(draft, {**draft.answers, **answers})


def merge_last(draft: Draft, dropped: Iterable[str]) -> Draft:
    """Drop answers as part of the last change, so that one undo takes both back."""
    gone = [path for path in dropped if path in draft.answers]
    if not gone or not draft.past:
        return draft
    *past, last = draft.past
    kept = {path: value for path, value in draft.answers.items() if path not in gone}
    restored = {**last, **{path: draft.answers[path] for path in gone if path not in last}}
    return replace(draft, answers=kept, past=(*past, restored))


def remove_nominee(draft: Draft, index: int) -> Draft:
    """Take a nominee off the list; those behind move up."""
    return _turned(draft, dict(_without(draft, index)))


def _without(draft: Draft, gone: int) -> Iterator[tuple[str, Json]]:
    for path, value in draft.answers.items():
        index = nominee_of(path)
        if index is None or index < gone:
            yield path, value
        elif index > gone:
            yield of_nominee(index - 1, path.partition(".")[2]), value


def value_at(draft: Draft, path: str) -> Json:
    """The answer that counts at a path: its own, else the one given for all; MISSING if none."""
    if path in draft.answers:
        return draft.answers[path]
    if nominee_of(path) is not None:
        value = draft.answers.get(of_all(path.partition(".")[2]), MISSING)
        return MISSING if value == EACH else value
    return MISSING
