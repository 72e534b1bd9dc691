"""Corrections in words: "nhầm, 13 người", "sửa ngày thành 12/11"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows import notes, sheet
from flows.answers import read
from flows.desk import Desk
from flows.given import Given, Refused
from flows.judging import fact_at
from flows.model import Draft, Expects
from flows.paths import fact_of, of_nominee
from flows.questions import question
from flows.said_of import called, mended, more_heads, renamed, said_of
from flows.turn import Said
from flows.values import shown
from language.answers import read_yes_no
from language.corrections import Correction, read_correction
from language.two_corrections import read_corrections
from rules.facts import Kind, facts
from rules.message import say

PARTS_OF = {"guidance": "guidance_parts", "plan": "plan_parts"}
"""What is called by the name of another fact too: `sửa hướng dẫn thành đủ cả` means its parts."""


def read_corrected(desk: Desk, text: str) -> Given | Refused | None:
    """The answers a correction changes, or why it changes none; None where the text is none."""
    several = read_corrections(text)
    found = read_correction(text)
    return (_each(desk, several) if several else None) or (_one(desk, found) if found else None)


def _each(desk: Desk, several: Sequence[Correction]) -> Given | Refused | None:
    """All of them at once, and why one that names its answer changes none; None if one is none."""
    draft, refused = desk.draft, []
    for found in several:
        given = _one(replace(desk, draft=draft), found)
        if isinstance(given, Given) and given.at is None:
            draft = sheet.amend(draft, given.values)
        elif isinstance(given, Refused) and (found.target is not None or _is_same(given)):
            refused.append(given)
        else:
            return None
    changes = sheet.difference(desk.draft, draft)
    if not changes:
        return refused[0]
    told = notes.changed(desk.draft, draft, "")
    return Given(changes, notes=(*told, *(one.why for one in refused)))


def _one(desk: Desk, found: Correction) -> Given | Refused | None:
    """The answers that one correction changes, or why it changes none."""
    if found.target == "name":
        if desk.asked is not None and fact_of(desk.asked) == "name" and found.value_text:
            return read(desk, desk.asked, Said(text=found.value_text))
        return renamed(desk, found) or _not_given(desk, found)
    if found.adds:
        return said_of(desk, found.value_text) or more_heads(desk, found.value_text)
    return _changed(desk, found) or _not_given(desk, found)


def _changed(desk: Desk, found: Correction) -> Given | Refused | None:
    """The first answer meant that such a value can stand for; else what it says of somebody."""
    paths = _targets(desk, found)
    if paths and found.target is not None and not found.value_text:
        return Given({}, at=replace(desk.at, editing=paths[0], fixing=False, picked=None))
    refused: Refused | None = None
    for path in paths:
        given = read(desk, path, Said(text=found.value_text))
        given = corrected(desk.draft, path, given) if isinstance(given, Given) else given
        if isinstance(given, Given) or (found.target is None and _is_same(given)):
            return given
        if found.target is not None:
            refused = refused or given
    if found.target is not None:
        return refused
    return said_of(desk, found.value_text) or chosen(desk, found.value_text) or renamed(desk, found)


def _is_same(refused: Refused) -> bool:
    return refused.why.key == "note.unchanged"


def _not_given(desk: Desk, found: Correction) -> Refused | None:
    """Nothing to correct yet; a day that cannot be is told as such all the same."""
    target = found.target
    if target is not None and question(target).expects is Expects.DATE:
        given = read(desk, target, Said(text=found.value_text))
        if isinstance(given, Refused) and found.value_text:
            return given
    why = say("note.no_target" if target is not None else "note.no_target.words")
    return Refused(why) if desk.draft.answers else None


def _targets(desk: Desk, found: Correction) -> list[str]:
    """The answered paths meant: those named, else the newest that such a value could answer."""
    draft = desk.draft
    if found.target is not None:
        named = [path for path in draft.answers if fact_of(path) == found.target]
        whose = called(draft, found.old) if found.old else []
        if len(whose) == 1 and facts()[found.target].of_nominee:
            named = [of_nominee(whose[0], found.target)]
        parts = [path for path in draft.answers if path == PARTS_OF.get(found.target)]
        return [*named[:1], *parts]
    kinds = (Expects.NUMBER, Expects.DATE)
    newest = [path for path in reversed(tuple(draft.answers)) if question(path).expects in kinds]
    said_so = [path for path in newest if found.old and _is_value(desk, path, found.old)]
    return said_so or sorted(newest, key=_last_meant)


def _is_value(desk: Desk, path: str, words: str) -> bool:
    """Whether the words say what the path holds: the answer that is said to be wrong."""
    given = read(desk, path, Said(text=words))
    return isinstance(given, Given) and given.values.get(path) == desk.draft.answers[path]


def chosen(desk: Desk, text: str) -> Given | Refused | None:
    """The newest answer of several options that the words name another one of."""
    answers = desk.draft.answers
    if read_yes_no(text) is not None:
        return None
    facts_of = [fact_of(path) for path in answers]
    for path in reversed(tuple(answers)):
        fact = fact_at(path)
        # of several nominees it is not told whose is meant
        if fact is None or fact.kind is not Kind.CHOICE or facts_of.count(fact_of(path)) > 1:
            continue
        given = read(desk, path, Said(text=text))
        if isinstance(given, Given) and given.values.get(path) is not None:
            return mended(desk.draft, path, given)
    return None


def _last_meant(path: str) -> bool:
    """Whether a bare "13 người" means this last: it is the collective's own, not all forces'."""
    return fact_of(path) in ("forces_total", "forces_approximate")


def corrected(draft: Draft, path: str, given: Given) -> Given | Refused:
    """The change with what it was before; nothing is written where it is no change."""
    before = sheet.value_at(draft, path)
    old = shown(path, before, precision=draft.answers)
    new = shown(path, given.values[path], precision=given.values)
    if all(draft.answers.get(p, sheet.MISSING) == value for p, value in given.values.items()):
        return Refused(say("note.unchanged", value=new))
    return replace(given, notes=(say("note.corrected", before=old, after=new),))
