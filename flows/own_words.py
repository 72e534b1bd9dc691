"""A case told in the officer's own words: what was understood becomes answers, and is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flows import consistency, sheet
from flows.case_read import read_case
from flows.day_told import impossible
from flows.desk import At, Desk
from flows.grounds import shares
from flows.labels import is_told, label, value_shown
from flows.letters_asked import asked_reply, office_of
from flows.model import Choice, Draft, Json, Reply, Role, Tone
from flows.paths import ALL_BUT, fact_of, nominee_of, of_nominee
from flows.questions import nominee_name
from flows.resuming import resuming
from flows.showing import show
from flows.sources import cited, clause_rows
from flows.spots import find_spot
from flows.turn import Scene, Turn
from flows.verdict_lines import verdict_told
from flows.ways import go, way, without_ways
from flows.which_case import which
from flows.who import is_called
from language.facts.asked_beside import asked_beside
from language.facts.heard import Told
from language.facts.several import several
from language.facts.to_come import is_to_come
from language.facts.whole import read_message
from language.fold import fold
from language.questions import answer
from rules.message import Message, say

TOLD = "told"
"""The command of a message that tells a case."""
KINDS_ALONE = frozenset({"tap the", "ca nhan", "ho gia dinh", "ho"})
"""What is no name of anybody."""
HEADS = frozenset({"participants", "forces_total"})
"""Facts that the share of the card says again: 12/18 = 66,7 %."""
SPEAKING = frozenset({"ground", "participation"})
"""Facts whose options need no label in front."""
TIME_LIMIT = "LS2022.2.d"
"""The clause that counts the ten days from the deed."""
MOST_LINES = 8
MOST_MENDED = 6
"""Buttons to mend what was understood; what is past them is mended on the page of answers."""
OF_THE_UNIT = "unit_in_cao_loc"
"""Known from the officer's own unit, whatever a message says of another."""


def opened(scene: Scene, text: str, kind: str | None = None) -> Turn:
    """The case that a message tells: what was understood, then the verdict or what is missing.

    `kind`: of which award it is, where that was asked.
    """
    if is_to_come(text):
        return to_come(scene)
    text, asked = asked_beside(text)
    turn = _of_one(scene, text, () if kind else several(text, scene.today), kind)
    return turn if asked is None else _answered(scene, asked, turn)


def _answered(scene: Scene, asked: str, turn: Turn) -> Turn:
    """What is asked of the letters beside the case is answered ahead of it."""
    office = office_of(scene.person)
    found = asked_reply(answer(asked, own=scene.own), scene.today, office=office)
    return replace(turn, replies=(*without_ways((found,)), *turn.replies))


def _of_one(scene: Scene, text: str, pieces: Sequence[str], kind: str | None) -> Turn:
    """One case opened; of several it is asked which."""
    if pieces:
        return which(pieces)
    told = read_message(text, scene.today, kind=kind) if kind else read_case(text, scene.today)
    desk = Desk(scene.person, scene.today, Draft(str(told.kind)), At(), calendar=scene.calendar)
    draft = amended(desk, told)
    desk = replace(desk, draft=draft)
    spot = find_spot(desk)
    counted = HEADS if not spot.path and any(shares(draft, spot.assessment)) else frozenset()
    paths = {path: value for path, value in draft.answers.items() if fact_of(path) not in counted}
    notes = (*told_of(draft, paths), *impossible(text, scene.today), *asked_again(told))
    if spot.path is not None:
        notes = (*notes, *verdict_told(desk, spot.assessment))
    turn = show(desk, *notes, spot=spot)
    *before, last = turn.replies
    back = tuple((replace(way, role=Role.ASIDE),) for way in resuming(scene)[:1])
    last = replace(last, choices=(*last.choices, *_mending(draft), *back))
    return replace(
        turn, replies=(*before, last), events=[("told", {"paths": sorted(draft.answers)})]
    )


def to_come(scene: Scene) -> Turn:
    """A deed still to be done cannot be proposed: why, and what to do now and then."""
    back = tuple((one,) for one in resuming(scene)[:1])
    told = not_yet()
    reply = replace(told, choices=(*told.choices, *back, (go("menu"),)))
    return Turn((reply,), open="to_come")


def not_yet() -> Reply:
    """Why what is still to be done waits, with the clause that counts from the deed."""
    text = (say("told.to_come"), cited(TIME_LIMIT), say("told.to_come.then"))
    rows = clause_rows([TIME_LIMIT])
    return Reply(text, choices=rows, tone=Tone.NOTE, clauses=(TIME_LIMIT,))


def amended(desk: Desk, told: Told) -> Draft:
    """The draft with what was told, but for what cannot stand together."""
    draft = sheet.amend(desk.draft, values_of(desk, told))
    return desk.draft if consistency.contradiction(draft, desk.person) else draft


def values_of(desk: Desk, told: Told) -> Mapping[str, Json]:
    """What was told, each at its path."""
    values = {path: value for path, value in told.facts.items() if _counts(path, desk)}
    if ALL_BUT in values:
        values[ALL_BUT] = sorted({*values[ALL_BUT], *(desk.draft.answers.get(ALL_BUT) or ())})
    return {**values, **_of_nominees(desk.draft, told)}


def _counts(path: str, desk: Desk) -> bool:
    return path != OF_THE_UNIT or desk.person.unit is None


def _of_nominees(draft: Draft, told: Told) -> Mapping[str, Json]:
    """The nominees' facts, each at the nominee of that name, of the list or behind it."""
    own = sheet.own_answers(draft)
    values: dict[str, Json] = {}
    for place, nominee in enumerate(told.nominees):
        index = _index(own, nominee.get("name"), place=place, alone=len(told.nominees) == 1)
        if index is not None:
            values |= {
                of_nominee(index, fact): value
                for fact, value in nominee.items()
                if not (fact == "name" and fold(str(value)) in KINDS_ALONE)
            }
    return values


def _index(own: list[dict[str, Json]], name: Json, *, place: int, alone: bool) -> int | None:
    """Whose facts these are; None where that cannot be told."""
    if not own:
        return place
    named = [index for index, one in enumerate(own) if name and is_called(one.get("name"), name)]
    if named:
        return named[0]
    return 0 if alone and len(own) == 1 and not (name and own[0].get("name")) else None


def told_of(draft: Draft, paths: Mapping[str, Json]) -> Iterator[Message]:
    """What was understood, a line for each nominee and each fact of the case."""
    shown = [path for path in paths if path in draft.answers and is_told(draft, path)]
    if not shown:
        return
    yield say(f"told.title.{draft.kind}")
    lines = [*_of_each(draft, shown), *_of_case(draft, sorted(shown, key=_is_scope))]
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield say("told.others", count=len(lines) - MOST_LINES)


def _of_each(draft: Draft, paths: list[str]) -> Iterator[Message]:
    for index in dict.fromkeys(nominee_of(path) for path in paths):
        if index is None:
            continue
        facts = [
            _part(draft, path)
            for path in paths
            if nominee_of(path) == index and fact_of(path) not in ("name", "type", "count")
        ]
        name = nominee_name(draft, index)
        yield say("told.who", name=name, facts=facts) if facts else say("told.name", name=name)


def _part(draft: Draft, path: str) -> Message | str:
    """One thing told of a nominee; an option says by itself what it is about."""
    value = value_shown(draft, path)
    fact = fact_of(path)
    if fact in SPEAKING:
        return value
    return say("told.part", label=say(f"fact.{fact}"), value=value)


def _is_scope(path: str) -> bool:
    """What is known of the unit anyway is told last."""
    return path == OF_THE_UNIT


def _of_case(draft: Draft, paths: list[str]) -> Iterator[Message]:
    for path in paths:
        if nominee_of(path) is None:
            yield say("told.fact", label=label(draft, path), value=value_shown(draft, path))


def asked_again(told: Told) -> Iterator[Message]:
    """What was told two ways, and what is asked since it was not sure."""
    for conflict in told.conflicts:
        first, second = (" … ".join(side.words) for side in conflict.sides)
        fact = say(f"fact.{fact_of(conflict.path)}")
        yield say("told.conflict", fact=fact, first=first, second=second)
    unsure = dict.fromkeys(fact_of(one.fact) for one in told.unsure)
    if unsure:
        yield say("told.unsure", facts=[say(f"fact.{fact}") for fact in unsure])


def _mending(draft: Draft) -> Iterator[tuple[Choice, ...]]:
    """A button for each thing understood, two in a row."""
    paths = [path for path in draft.answers if is_told(draft, path)][:MOST_MENDED]
    buttons = [
        way(
            "edit", role=Role.ASIDE, argument=path, label=say("told.mend", label=label(draft, path))
        )
        for path in paths
    ]
    for start in range(0, len(buttons), 2):
        yield tuple(buttons[start : start + 2])
