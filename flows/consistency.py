"""What answers do to one another: contradictions refused, and answers that lost their question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import sheet
from flows.desk import Desk
from flows.dossier import days_to_come
from flows.judging import case_of, judge
from flows.model import Draft, Json, Person
from flows.paths import DAYS_TO_COME, fact_of, is_shared, of_nominee, remarks_on
from flows.sheet import MISSING
from flows.spots import OPENING
from rules.assessment import why
from rules.case import contradictions
from rules.facts import facts
from rules.message import Message, say
from rules.timing import TIMING_FACTS
from rules.verdict import Verdict

ALWAYS_ASKED = frozenset(fact_of(path) for paths in OPENING.values() for path in paths) | {"type"}
"""Asked ahead of the rules (a `type` is what "for whom" is answered with): never out of use."""


def contradiction(draft: Draft, person: Person) -> Message | None:
    """Two answers that cannot both be true, told with both."""
    for fault in contradictions(case_of(draft, person)):
        first, second = (_told(value) for value in fault.values)
        key = f"refuse.{fact_of(fault.paths[0])}.{fact_of(fault.paths[1])}"
        return say(key, first=first, second=second)
    deed, recognised = (draft.answers.get(f) for f in ("achieved_on", "recognized_on"))
    if deed and recognised and recognised < deed:
        first, second = date.fromisoformat(recognised), date.fromisoformat(deed)
        return say("refuse.recognized_on.achieved_on", first=first, second=second)
    return None


def _told(value: int | date) -> Message | date:
    """A value of a contradiction as it is repeated: a count with its thousands apart."""
    return value if isinstance(value, date) else say("value.number", value=value)


def orphans(before: Draft, after: Draft, desk: Desk) -> tuple[str, ...]:
    """Answers whose question no longer arises once an earlier answer has changed.

    An answer is one when the rules, had it never been given, would not ask for it.
    """
    if not _is_changed(before, after):
        return ()
    gone = tuple(path for path in after.answers if _is_orphan(after, path, desk))
    return (*gone, *(path for path in after.answers if remarks_on(path) in gone))


def _is_changed(before: Draft, after: Draft) -> bool:
    return any(after.answers.get(path, MISSING) != old for path, old in before.answers.items())


def _is_orphan(draft: Draft, path: str, desk: Desk) -> bool:
    fact = fact_of(path)
    if fact in ALWAYS_ASKED:
        return False
    if path in DAYS_TO_COME:
        return path not in days_to_come(draft)
    if fact not in facts() or is_shared(path) or remarks_on(path) is not None:
        return False
    if not why(fact, draft.kind).clauses:
        return False
    answers = {other: value for other, value in draft.answers.items() if other != path}
    without = judge(desk, replace(draft, answers=answers))
    if without.verdict is Verdict.NOT_ELIGIBLE and fact in TIMING_FACTS[draft.kind]:
        return False  # a lost case asks for no day, and may be won again by a correction
    needed = {need for finding in without.findings for need in finding.needs}
    return path not in needed and path not in without.missing


def as_individual(draft: Draft, argument: str) -> Draft:
    """Propose an individual who took part instead of the collective at this place."""
    index = int(argument or 0)
    changes: dict[str, Json] = {of_nominee(index, "type"): "individual"}
    for fact in ("participants", "name", "participation", "profile"):
        path = of_nominee(index, fact)
        if path in draft.answers:
            changes[path] = sheet.MISSING
    return sheet.amend(draft, changes)


def at_own_level(draft: Draft, _argument: str) -> Draft:
    """Decide within the unit's own authority instead of proposing upward."""
    return sheet.amend(draft, {"award_level": "unit"})


def without_nominee(draft: Draft, argument: str) -> Draft:
    """Take one nominee off the list."""
    return sheet.remove_nominee(draft, int(argument or 0))
