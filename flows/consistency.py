"""What answers do to one another: contradictions refused, and answers that lost their question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from flows import sheet
from flows.judging import case_of
from flows.model import Draft, Json, Person
from flows.paths import fact_of, is_shared, nominee_of, of_nominee
from rules.case import contradictions
from rules.message import Message, say

PROVINCE = ("province", "state")
_LISTED = ("legal_review", "conference", "forum")


def contradiction(draft: Draft, person: Person) -> Message | None:
    """Two answers that cannot both be true, told with both."""
    for fault in contradictions(case_of(draft, person)):
        first, second = (value if isinstance(value, date) else str(value) for value in fault.values)
        key = f"refuse.{fact_of(fault.paths[0])}.{fact_of(fault.paths[1])}"
        return say(key, first=first, second=second)
    deed, recognised = (draft.answers.get(f) for f in ("achieved_on", "recognized_on"))
    if deed and recognised and recognised < deed:
        first, second = date.fromisoformat(recognised), date.fromisoformat(deed)
        return say("refuse.recognized_on.achieved_on", first=first, second=second)
    return None


def orphans(draft: Draft) -> tuple[str, ...]:
    """Answers whose question no longer arises; only those that a tap or word had given."""
    return tuple(path for path in draft.answers if not _still_asked(draft, path))


def _still_asked(draft: Draft, path: str) -> bool:
    rule = _ARISES.get(fact_of(path))
    if rule is None:
        return True
    index = nominee_of(path)
    own = sheet.nominees(draft)
    nominee = own[index] if index is not None and index < len(own) else None
    if nominee is None and is_shared(path):
        return True
    return rule(draft, nominee or {})


Arises = Callable[[Draft, Mapping[str, Json]], bool]


def _case_is(fact: str, *values: Json) -> Arises:
    return lambda draft, _nominee: draft.answers.get(fact) in values


def _nominee_is(fact: str, value: Json) -> Arises:
    return lambda _draft, nominee: nominee.get(fact) == value


def _has_collective(draft: Draft, _nominee: Mapping[str, Json]) -> bool:
    own = sheet.own_answers(draft)
    return not own or any(nominee.get("type") == "collective" for nominee in own)


_ARISES: Mapping[str, Arises] = {
    "participants": _nominee_is("type", "collective"),
    "forces_total": _has_collective,
    "forces_approximate": _has_collective,
    "steering_committee": _nominee_is("type", "collective"),
    "recognized_on": _case_is("recognition", "dated"),
    "recognition_doc": _case_is("recognition", "dated"),
    "directive": _case_is("occasion", *_LISTED),
    "directive_issuer": _case_is("directive", "written"),
    "directive_doc": _case_is("directive", "written"),
    "multi_sector": _case_is("occasion", "programme_review", "conference", "forum"),
    "province_wide": _case_is("occasion", "programme_review"),
    "provincial_review_plan": _case_is("occasion", "programme_review"),
    "provincial_plan_has_awards": _case_is("occasion", "programme_review"),
    "joint_guidance": _case_is("occasion", "programme_review"),
    "outstanding": _case_is("occasion", "anniversary"),
    "outstanding_reason": _case_is("occasion", "anniversary"),
    "home_affairs_criteria": _case_is("occasion", "anniversary"),
    "home_affairs_quantity": _case_is("occasion", "anniversary"),
    "agreed_individuals": _case_is("occasion", "anniversary"),
    "agreed_collectives": _case_is("occasion", "anniversary"),
    "guidance_parts": _case_is("guidance", "done"),
    "quota_individuals": _case_is("guidance", "done"),
    "quota_collectives": _case_is("guidance", "done"),
    "plan_parts": _case_is("plan", "done"),
    "ceremony_on": _case_is("award_level", *PROVINCE),
    "dossier_arrived_on": _case_is("award_level", *PROVINCE),
}
"""When a question arises at all; its answer is dropped, and said so, when it no longer does."""


def as_individual(draft: Draft, argument: str) -> Draft:
    """Propose an individual who took part instead of the collective at this place."""
    index = int(argument or 0)
    changes: dict[str, Json] = {of_nominee(index, "type"): "individual"}
    for fact in ("participants", "name", "participation"):
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

