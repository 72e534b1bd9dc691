"""What a message in the middle of a case tells: more of it, something else of it, another case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from flows import sheet
from flows.ahead import day_choice
from flows.desk import Desk
from flows.given import Given
from flows.labels import label
from flows.model import Choice, Draft, Expects, Json
from flows.own_words import TOLD, amended, asked_again, told_of
from flows.paths import ALL_BUT, NAMING, fact_of, remarks_on
from flows.questions import question
from flows.showing import show
from flows.turn import Said, Turn
from flows.values import shown
from flows.who import is_called
from language.facts.heard import Intent, Told
from language.facts.several import several
from language.facts.whole import read_message
from rules.message import Message, say

FEWEST = 8
"""Of fewer words no other case is told."""
FEWEST_FACTS = 2
"""So many facts are a case, however it is asked about."""
OTHER_CASE = frozenset({"achieved_on", "decided_on", "occasion"})
"""What one case has one of: told otherwise, it is another case."""


def more(desk: Desk, text: str) -> Given | Turn | None:
    """What a message tells beyond the question; None where it tells nothing."""
    if _is_another(desk, text):
        return Turn(goto=("check", Said(command=TOLD, text=text)))
    told = read_message(text, desk.today, kind=desk.draft.kind)
    difference = {
        path: value
        for path, value in sheet.difference(desk.draft, amended(desk, told)).items()
        if sheet.value_at(desk.draft, path) != value
    }
    clashes = [path for path in difference if _is_answered(desk, path) and _is_stated(path)]
    added = {
        path: value
        for path, value in difference.items()
        # how exact a day is goes with the day, which is asked
        if not _is_answered(desk, path) and remarks_on(path) not in clashes
    }
    if not clashes and not any(_is_stated(path) for path in added):
        return None
    draft = sheet.amend(desk.draft, added)
    notes = (*told_of(draft, added), *asked_again(told))
    if not clashes:
        return Given(added, notes=notes)
    if clashes == [desk.asked]:
        # it is told once more where just that is asked: it is the answer
        value = shown(clashes[0], difference[clashes[0]], precision=difference)
        return Given(difference, notes=(*notes, say("note.noted", value=value)))
    notes = (*notes, *_not_taken(draft, clashes[1:], difference))
    return _clashing(replace(desk, draft=draft), clashes[0], difference, notes=notes, added=added)


def _is_stated(path: str) -> bool:
    return fact_of(path) not in NAMING


def _is_answered(desk: Desk, path: str) -> bool:
    """What a word leaves out only grows: it is no other answer."""
    if path == ALL_BUT:
        return False
    return bool(sheet.value_at(desk.draft, path) != sheet.MISSING)


def _is_another(desk: Desk, text: str) -> bool:
    """Whether a whole case is told that is not the one in hand."""
    told = read_message(text, desk.today)
    tells = told.intent is Intent.CASE or len(told.facts) >= FEWEST_FACTS
    if not tells or len(text.split()) < FEWEST:
        return False
    if told.kind != desk.draft.kind or several(text, desk.today):
        return bool(told.facts or any(told.nominees))
    differs = any(
        fact in OTHER_CASE and desk.draft.answers.get(fact, value) != value
        for fact, value in told.facts.items()
    )
    return differs or _is_of_others(desk.draft, told)


def _is_of_others(draft: Draft, told: Told) -> bool:
    """Whether all who are told are others than those on the list, by name or by kind."""
    own = sheet.own_answers(draft)
    known = [one for one in told.nominees if one.get("name") or one.get("type")]
    if not own or not known or "achieved_on" not in told.facts:
        return False
    return not any(_may_be(one, other) for one in known for other in own)


def _may_be(told: Mapping[str, Json], own: Mapping[str, Json]) -> bool:
    names, kinds = (told.get("name"), own.get("name")), (told.get("type"), own.get("type"))
    if all(kinds) and kinds[0] != kinds[1]:
        return False
    return not all(names) or is_called(names[1], str(names[0]))


def _not_taken(draft: Draft, paths: list[str], said: Mapping[str, Json]) -> Iterator[Message]:
    """What else is told otherwise: one is asked at a time, the others stay as they are."""
    for path in paths:
        yield _both("told.kept", draft, path, said)


def _both(key: str, draft: Draft, path: str, said: Mapping[str, Json]) -> Message:
    before = shown(path, sheet.value_at(draft, path), precision=draft.answers)
    after = shown(path, said[path], precision=said)
    return say(key, fact=label(draft, path), before=before, after=after)


def _days(desk: Desk, path: str, said: Mapping[str, Json]) -> tuple[Choice, ...]:
    """Both days, each on a button; a month or a year is no day to tap."""
    told = (desk.draft.answers, said)
    exact = all(values.get(f"{path}_precision", "day") == "day" for values in told)
    if question(path).expects is not Expects.DATE or not exact:
        return ()
    days = (sheet.value_at(desk.draft, path), said[path])
    return tuple(day_choice(date.fromisoformat(day), desk.today) for day in days)


def _clashing(
    desk: Desk,
    path: str,
    said: Mapping[str, Json],
    *,
    notes: tuple[Message, ...],
    added: Mapping[str, Json],
) -> Turn:
    """What is told otherwise than it was answered: both are shown, and it is asked."""
    both = _both("told.differs", desk.draft, path, said)
    asking = replace(desk, at=replace(desk.at, editing=path, picked=None, month=None))
    turn = show(asking, *notes, both)
    *ahead, last = turn.replies
    offered = {choice.id for row in last.choices for choice in row}
    days = tuple(day for day in _days(desk, path, said) if day.id not in offered)
    last = replace(last, choices=(days, *last.choices)) if days else last
    return replace(turn, replies=(*ahead, last), events=[("answered", {"paths": sorted(added)})])
