"""What an edited message says now, read as it was read the first time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows import who
from flows.answers import read
from flows.case_read import read_case, tells_case
from flows.corrections import PARTS_OF
from flows.desk import At, Desk
from flows.given import Given, Refused
from flows.labels import plain_label
from flows.model import Draft, Json
from flows.own_words import values_of
from flows.paths import NAMING, fact_of, nominee_of, of_nominee
from flows.turn import Heard, Said
from language.corrections import read_correction
from language.facts.heard import Told
from language.facts.several import several
from language.facts.whole import read_message
from rules.message import Message, say

Reading = Mapping[str, Json] | Refused


def is_list(known: Heard) -> bool:
    """Whether a message named nominees, and nothing else."""
    facts = {fact_of(path) for path in known.values}
    return not known.told and "type" in facts and facts <= NAMING


def answer_again(desk: Desk, path: str, text: str) -> Given | Refused:
    """The answer to the question of the path, also where it is worded as a correction."""
    fixed = read_correction(text)
    named = {None, fact_of(path), *(f for f, parts in PARTS_OF.items() if parts == path)}
    if fixed is not None and fixed.value_text and fixed.target in named:
        text = fixed.value_text
    return read(desk, path, Said(text=text))


def list_again(desk: Desk, known: Heard, text: str) -> Reading:
    """The nominees named, one for each named before."""
    empty = replace(desk, draft=Draft(desk.draft.kind), at=At())
    found = who.changed(empty, text) or who.read(empty, Said(text=text))
    if isinstance(found, Message):
        return Refused(found)
    places = sorted({index for path in known.values if (index := nominee_of(path)) is not None})
    answers = found.draft.answers
    if {nominee_of(path) for path in answers} != set(range(len(places))):
        return Refused(say("note.edit_list"))
    return {
        of_nominee(places[nominee_of(path) or 0], fact_of(path)): value
        for path, value in answers.items()
    }


def case_again(desk: Desk, known: Heard, text: str) -> Reading:
    """All that is told now; refused where that is no case any more, or not sure."""
    told = read_message(text, desk.today, kind=desk.draft.kind)
    if known.told and not _is_case(desk, text):
        return Refused(say("note.edit_no_case"))
    doubted = _doubted(known, told)
    if doubted:
        return Refused(say("note.edit_unsure", facts=[plain_label(path) for path in doubted]))
    answers = desk.draft.answers
    kept = {p: v for p, v in answers.items() if p not in known.values or fact_of(p) in NAMING}
    draft = replace(desk.draft, answers={} if known.told else kept)
    return values_of(replace(desk, draft=draft), told)


def _is_case(desk: Desk, text: str) -> bool:
    """Whether a message still tells one case, of this kind."""
    told = read_case(text, desk.today)
    one = tells_case(text, desk.today) and told.kind in (None, desk.draft.kind)
    return one and not several(text, desk.today)


def _doubted(known: Heard, told: Told) -> list[str]:
    """What was sure and is told two ways now, or not surely."""
    sure = {fact_of(path) for path in known.values}
    paths = (*(one.path for one in told.conflicts), *(one.fact for one in told.unsure))
    return [path for path in dict.fromkeys(paths) if fact_of(path) in sure]
