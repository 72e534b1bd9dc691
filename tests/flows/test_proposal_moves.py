"""Every step in every state by everybody: what is not in the table is denied."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date

import pytest

from flows.desk import At, Desk
from flows.judging import judge
from flows.model import Draft, Person, Unit, UnitRole
from flows.proposals.asked import TakeStep
from flows.proposals.course import (
    MISSING,
    Course,
    Flag,
    State,
    allows,
    course_from_json,
    course_to_json,
)
from flows.proposals.matter import Details, Proposal, Snapshot
from flows.proposals.moves import MOVES, Part, Step, move_of, steps_open
from flows.proposals.moving import marked, stepped
from flows.proposals.sending import snapshot_of
from flows.proposals.telling import page
from flows.reminding import Colleague
from rules.message import Message, say

TODAY = date(2026, 11, 21)
BEFORE, LATER = date(2026, 11, 20), date(2026, 11, 22)
UNIT = Unit(1, "Xã Thử", "commune", letters=frozenset(), receiving_office="Sở")
OFFICE = Unit(9, "Sở", "department", letters=frozenset())
OTHER = Unit(7, "Xã Khác", "commune", letters=frozenset())
OWNER = Colleague(1, "An")
SNAPSHOT = Snapshot(
    "surprise",
    {"forces_total": 18},
    title=say("kind.surprise"),
    verdict="eligible",
    timing="in_time",
    explanation=say("kind.surprise"),
    rulebook="1",
    names=("nông văn  A", "Lý Thị B"),
)
SENT = Proposal(
    5,
    State.DRAFT,
    unit=1,
    unit_name="Xã Thử",
    office=9,
    office_name="Sở",
    owner=OWNER,
    snapshot=SNAPSHOT,
    version=1,
    first_sent_on=TODAY,
)
ALL = Details((Flag("forces_total"),), words="Vì thế", number="12/QĐ", day=TODAY)


def person(account: int, unit: Unit, *roles: UnitRole) -> Person:
    return Person(account, f"người {account}", unit, frozenset(roles))


PEOPLE = {
    "owner": person(1, UNIT, UnitRole.OFFICER),
    "colleague": person(2, UNIT, UnitRole.OFFICER),
    "head": person(3, UNIT, UnitRole.HEAD),
    "owner and head": person(1, UNIT, UnitRole.OFFICER, UnitRole.HEAD),
    "reviewer": person(9, OFFICE, UnitRole.REVIEWER),
    "nominee who reviews": Person(14, "Nông Văn A", OFFICE, frozenset({UnitRole.REVIEWER})),
    "administrator": person(10, OFFICE, UnitRole.ADMINISTRATOR),
    "officer of the office": person(11, OFFICE, UnitRole.OFFICER),
    "head elsewhere": person(12, OTHER, UnitRole.HEAD),
    "reviewer elsewhere": person(13, OTHER, UnitRole.REVIEWER),
    "owner who moved to the office": person(1, OFFICE, UnitRole.REVIEWER),
    "nobody": Person(),
}
UNIT_STEPS = {
    "owner": {
        (State.DRAFT, Step.SEND): State.WITH_HEAD,
        (State.WITH_HEAD, Step.WITHDRAW): State.DRAFT,
        (State.UNDER_REVIEW, Step.ANSWER): State.UNDER_REVIEW,
        (State.RETURNED, Step.RESEND): State.RESUBMITTED,
    },
    "head": {
        (State.DRAFT, Step.CONFIRM): State.SUBMITTED,
        (State.WITH_HEAD, Step.CONFIRM): State.SUBMITTED,
        (State.WITH_HEAD, Step.HAND_BACK): State.DRAFT,
        (State.UNDER_REVIEW, Step.ANSWER): State.UNDER_REVIEW,
        (State.RETURNED, Step.RESEND): State.RESUBMITTED,
    },
}
ALLOWED: dict[str, dict[tuple[State, Step], State]] = {
    **UNIT_STEPS,
    "owner and head": UNIT_STEPS["owner"] | UNIT_STEPS["head"],
    "reviewer": {
        (State.SUBMITTED, Step.TAKE): State.UNDER_REVIEW,
        (State.RESUBMITTED, Step.TAKE): State.UNDER_REVIEW,
        **{
            (state, step): to
            for state in (State.SUBMITTED, State.RESUBMITTED, State.UNDER_REVIEW)
            for step, to in (
                (Step.RETURN, State.RETURNED),
                (Step.ASK, State.UNDER_REVIEW),
                (Step.ACCEPT, State.ACCEPTED),
            )
        },
        (State.UNDER_REVIEW, Step.DECLINE): State.DECLINED,
        (State.ACCEPTED, Step.DECLINE): State.DECLINED,
        (State.ACCEPTED, Step.DECIDE): State.DECIDED,
    },
}


@pytest.mark.parametrize("who", PEOPLE)
def test_every_step_in_every_state_by_everybody(who: str) -> None:
    reached: dict[tuple[State, Step], State] = {}
    for state, step in itertools.product(State, Step):
        asked = TakeStep(5, step, 1, ALL, snapshot=SNAPSHOT)
        found = stepped(replace(SENT, state=state), PEOPLE[who], asked, today=TODAY)
        if not isinstance(found, Message):
            reached[state, step] = found[0].state
    assert reached == ALLOWED.get(who, {})


def test_what_is_offered_is_what_is_allowed() -> None:
    for who, state in itertools.product(PEOPLE, State):
        parts = replace(SENT, state=state).parts_of(PEOPLE[who])
        allowed = {step for of, step in ALLOWED.get(who, {}) if of is state}
        assert set(steps_open(state, parts)) == allowed


def test_whoever_had_a_hand_in_it_never_reviews_it() -> None:
    for hand in ("sender", "head"):
        touched = replace(SENT, **{hand: Colleague(9, "người 9")})
        assert touched.parts_of(PEOPLE["reviewer"]) == frozenset()


def test_the_office_sees_nothing_before_it_was_sent_there() -> None:
    unsent = replace(SENT, state=State.WITH_HEAD, first_sent_on=None)
    for who, seen in (("owner", True), ("head", True), ("colleague", False), ("reviewer", False)):
        assert unsent.is_seen_by(PEOPLE[who]) is seen
    for who, seen in (("reviewer", True), ("administrator", True), ("reviewer elsewhere", False)):
        assert SENT.is_seen_by(PEOPLE[who]) is seen


def test_every_step_tells_somebody_else() -> None:
    assert all(
        move.tells and move.by not in move.tells for move in MOVES if move.by is not Part.HEAD
    )
    assert {move.step for move in MOVES} == set(Step)
    assert move_of(Step.SEND, State.DECIDED, frozenset(Part)) is None


@pytest.mark.parametrize(
    ("step", "state", "details", "told"),
    [
        (Step.RETURN, State.UNDER_REVIEW, Details(words="x"), "proposal.needs_flags"),
        (Step.DECLINE, State.UNDER_REVIEW, Details(), "proposal.needs_words"),
        (Step.ASK, State.SUBMITTED, Details(), "proposal.needs_words"),
        (Step.DECIDE, State.ACCEPTED, Details(day=TODAY), "proposal.needs_number"),
        (Step.DECIDE, State.ACCEPTED, Details(number="1"), "proposal.needs_day"),
        (Step.DECIDE, State.ACCEPTED, Details(number="1", day=LATER), "proposal.day_ahead"),
        (Step.DECIDE, State.ACCEPTED, Details(number="1", day=BEFORE), "proposal.day_before"),
    ],
)  # fmt: skip
def test_a_step_without_what_it_needs_is_not_taken(
    step: Step, state: State, details: Details, told: str
) -> None:
    asked = TakeStep(5, step, 1, details)
    found = stepped(replace(SENT, state=state), PEOPLE["reviewer"], asked, today=TODAY)
    assert found == say(told) or (isinstance(found, Message) and found.key == told)


@pytest.mark.parametrize(
    ("changes", "marks"),
    [
        ({"verdict": "needs_more"}, {}),
        ({"timing": "late"}, {}),
        ({"timing": "rolled"}, {}),
        ({}, {"LS2022.2.a": "not_met"}),
    ],
)
def test_a_warning_is_passed_over_only_with_a_written_reason(
    changes: dict[str, str], marks: dict[str, str]
) -> None:
    snapshot = replace(SNAPSHOT, **changes)  # type: ignore[arg-type]
    under_review = replace(SENT, state=State.UNDER_REVIEW, snapshot=snapshot)
    asked = TakeStep(5, Step.ACCEPT, 1, Details(marks=marks))
    found = stepped(under_review, PEOPLE["reviewer"], asked, today=TODAY)
    assert found == say("proposal.needs_override")
    reasoned = replace(asked, details=Details(words="Có văn bản đồng ý", marks=marks))
    after = stepped(under_review, PEOPLE["reviewer"], reasoned, today=TODAY)
    assert not isinstance(after, Message)
    assert after[0].words == "Có văn bản đồng ý"


def test_a_decision_made_before_anything_was_sent_is_dated_freely() -> None:
    accepted = replace(SENT, state=State.ACCEPTED, first_sent_on=None)
    asked = TakeStep(5, Step.DECIDE, 1, Details(number="1", day=date(2026, 1, 1)))
    assert not isinstance(stepped(accepted, PEOPLE["reviewer"], asked, today=TODAY), Message)


def test_the_first_day_of_sending_stays() -> None:
    later = date(2026, 12, 1)
    returned = replace(SENT, state=State.RETURNED)
    found = stepped(
        returned, PEOPLE["owner"], TakeStep(5, Step.RESEND, 1, snapshot=SNAPSHOT), today=later
    )
    assert not isinstance(found, Message)
    assert (found[0].first_sent_on, found[0].sent_on) == (TODAY, later)


RETURNED = Course(State.RETURNED, (Flag("a", "sai", 1),), remark="Sửa", first_sent_on=TODAY)


@pytest.mark.parametrize(
    ("course", "before", "after", "may"),
    [
        (None, {"a": 1}, {"a": 2}, True),
        (Course(State.DRAFT), {"a": 1}, {"a": 2}, True),
        (Course(State.SUBMITTED), {"a": 1}, {"a": 2}, False),
        (Course(State.SUBMITTED), {"a": 1}, {"a": 1, "submitted_on": "2026-11-21"}, True),
        (Course(State.WITH_HEAD), {"a": 1}, {}, False),
        (RETURNED, {"a": None, "b": 1}, {"a": 2, "b": 1}, True),
        (RETURNED, {"a": None, "b": 1}, {"a": 2, "b": 2}, False),
        (RETURNED, {"a": None, "b": 1}, {"a": 2}, True),
        (RETURNED, {"a": None}, {"a": 2, "c": 1}, True),
    ],
)
def test_what_was_sent_may_change_only_as_far_as_it_was_returned(
    course: Course | None, before: dict[str, object], after: dict[str, object], *, may: bool
) -> None:
    assert allows(course, before, after) is may


def test_a_course_comes_back_as_it_was_kept() -> None:
    for course in (RETURNED, Course(State.DECIDED)):
        assert course_from_json(course_to_json(course)) == course
    assert RETURNED.flag_of("a") == Flag("a", "sai", 1)
    assert RETURNED.flag_of(None) is None
    assert MISSING


def test_a_clause_is_marked_by_its_reviewer_alone() -> None:
    under_review = replace(SENT, state=State.UNDER_REVIEW)
    assert marked(under_review, PEOPLE["owner"], "LS2022.2.a", "met") is None
    assert marked(SENT, PEOPLE["reviewer"], "LS2022.2.a", "met") is None
    found = marked(under_review, PEOPLE["reviewer"], "LS2022.2.a", "met")
    assert found is not None
    assert found.marks == {"LS2022.2.a": "met"}


def test_a_head_who_made_it_is_offered_to_confirm_not_to_send() -> None:
    reply = page(SENT, PEOPLE["owner and head"], TODAY, UTC)
    buttons = [choice.id for row in reply.choices for choice in row]
    assert "c:do:confirm" in buttons
    assert "c:do:send" not in buttons


def test_a_thematic_deed_is_its_occasion_and_period() -> None:
    answers = {"occasion": "movement", "achievement_from": "2026-01-01", "note.x": 1}
    draft = Draft("thematic", answers)
    found = judge(Desk(PEOPLE["owner"], TODAY, draft, At()))
    assert snapshot_of(draft, found).deed == "movement 2026-01-01"
    of_any_year = Draft("thematic", {"occasion": "movement"})
    assert snapshot_of(of_any_year, found).deed == "", "an occasion alone tells no deed"


def test_only_what_was_sent_can_be_flagged() -> None:
    under_review = replace(SENT, state=State.UNDER_REVIEW)
    for path in ("submitted_on", "nominees[9].name"):
        asked = TakeStep(5, Step.RETURN, 1, Details((Flag("forces_total"), Flag(path))))
        found = stepped(under_review, PEOPLE["reviewer"], asked, today=TODAY)
        assert found == say("proposal.needs_flags")
