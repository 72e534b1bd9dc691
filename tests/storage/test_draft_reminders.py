"""The reminders of a draft follow its newest plan, in the draft's own transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows import asking
from flows.model import Draft
from flows.ports import StaleDraft
from flows.reminder_ports import Slot
from flows.reminding import About, LastDay, Matter, Plan, Rung
from tests.storage.office import DAY, DUE, FRIDAY, THREE, TUESDAY, Office, plan_of, planned
from tests.storage.parts import rows

LAST = LastDay(Matter.WINDOW, date.fromisoformat(DUE))
NOTHING = Plan(digest="closed")


def ids(office: Office) -> list[int]:
    return [row[0] for row in rows(office.storage, "SELECT id FROM reminders ORDER BY at, id")]


def test_the_plan_is_stored_with_the_draft(office: Office) -> None:
    office.keep("an", Draft("surprise"), plan_of(THREE, DAY))

    assert office.reminders() == [("an", "three", "planned"), ("an", "day", "planned")]


def test_a_plan_with_the_stored_digest_is_not_written_again(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    draft = office.keep("an", replace(draft, name="x"), plan_of(DAY, name="other words"))

    assert [row[1] for row in office.reminders()] == ["three", "day"]
    assert "other words" not in rows(office.storage, "SELECT words FROM reminders")[0][0]


def test_new_words_leave_the_reminders_in_place(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    before = ids(office)
    office.keep("an", draft, plan_of(THREE, DAY, digest="2", name="Cứu hộ"))

    assert ids(office) == before
    words = rows(office.storage, "SELECT DISTINCT words FROM reminders")
    assert len(words) == 1
    assert "Cứu hộ" in words[0][0]


def test_another_last_day_takes_the_place_of_the_first(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    later = planned(Rung.DAY, FRIDAY + timedelta(days=5), due="2026-11-25")
    office.keep("an", draft, plan_of(later, digest="2"))

    assert rows(office.storage, "SELECT rung, due FROM reminders") in (
        [("day", "2026-11-25")],
        [("day", date(2026, 11, 25))],
    )


def test_other_hours_move_what_is_planned(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(DAY))
    before = ids(office)
    late = replace(DAY, at=FRIDAY + timedelta(hours=1))
    office.keep("an", draft, plan_of(late, digest="2"))

    assert ids(office) == before
    assert office.storage.reminders.next_due() == FRIDAY + timedelta(hours=1)


def test_what_was_queued_or_sent_is_not_planned_again(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.clock.pass_by(timedelta(days=1))
    messages = office.queue("an")
    draft = office.keep("an", draft, plan_of(THREE, DAY, digest="2"))
    assert [row[1:] for row in office.reminders()] == [("three", "queued"), ("day", "planned")]

    office.sent(*messages)
    office.keep("an", draft, plan_of(THREE, DAY, digest="3"))
    assert [row[1:] for row in office.reminders()] == [("three", "sent"), ("day", "planned")]


def test_what_waits_for_a_pause_to_end_outlives_a_new_plan(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.clock.pass_by(timedelta(days=1))
    thursday = datetime(2026, 11, 19, 0, tzinfo=UTC)
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        (person,) = dispatching.due(office.clock.now(), accounts=5)
        dispatching.move([one.id for one in person.due], Slot(thursday.date(), thursday))
    office.keep("an", draft, plan_of(DAY, digest="2", days=(LAST,)))

    assert office.storage.reminders.next_due() == thursday
    assert [row[1] for row in office.reminders()] == ["three", "day"]


def test_a_closed_draft_is_reminded_of_no_more(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    about = About(draft=draft.id)
    assert office.ask("an", asking.RemindAgain(about, "hour")) is not None
    office.keep("an", replace(draft, answers={"submitted_on": "2026-11-16"}), NOTHING)

    assert office.reminders() == []
    assert office.ask("an", asking.RemindAgain(about, "hour")) is None


def test_a_reminder_asked_for_stays_with_an_open_draft(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"))
    at = office.ask("an", asking.RemindAgain(About(draft=draft.id), "hour"))
    assert at == office.clock.now() + timedelta(hours=1)
    draft = office.keep("an", draft, Plan(digest="no last day"))
    assert office.reminders() == [("an", "again", "planned")]

    draft = office.keep("an", draft, plan_of(DAY, digest="2"))
    assert rows(office.storage, "SELECT DISTINCT due FROM reminders") in (
        [(DUE,)],
        [(date.fromisoformat(DUE),)],
    )
    office.keep("an", draft, NOTHING, verdict="not_eligible")
    assert office.reminders() == []


def test_asked_again_it_comes_once(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(DAY))
    office.ask("an", asking.RemindAgain(About(draft=draft.id), "hour"))
    at = office.ask("an", asking.RemindAgain(About(draft=draft.id), "tomorrow"))

    assert at == TUESDAY
    assert office.whom(Rung.AGAIN) == ["an"]


def test_a_message_on_its_way_is_withdrawn_with_its_matter(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE))
    office.clock.pass_by(timedelta(days=1))
    office.queue("an")
    office.keep("an", replace(draft, answers={"submitted_on": "2026-11-17"}), NOTHING)

    assert office.outbox() == [("replaced", "closed")]
    assert office.reminders() == []


def two_in_one(office: Office) -> Draft:
    """A message on its way about two drafts; the first of them."""
    draft = office.keep("an", Draft("surprise"), plan_of(THREE))
    office.keep("an", Draft("thematic"), plan_of(replace(THREE, matter=Matter.DOSSIER)))
    office.clock.pass_by(timedelta(days=1))
    office.queue("an")
    return draft


def test_a_message_about_two_matters_is_withdrawn_and_says_the_open_one_alone(
    office: Office,
) -> None:
    draft = two_in_one(office)
    office.keep("an", replace(draft, answers={"submitted_on": "2026-11-17"}), NOTHING)

    assert office.outbox() == [("replaced", "closed")]
    assert office.reminders() == [("an", "three", "planned")]
    (person,) = office.due()
    assert [(one.matter, one.at) for one in person.due] == [(Matter.DOSSIER, TUESDAY)]


def test_a_closed_matter_never_comes_back_from_a_message_that_was_refused(office: Office) -> None:
    draft = two_in_one(office)
    (message,) = (row[0] for row in rows(office.storage, "SELECT id FROM outbox WHERE lane = 1"))
    office.storage.outbox.give_up(message, why="403", unreachable=True)
    office.keep("an", replace(draft, answers={"submitted_on": "2026-11-17"}), NOTHING)

    assert office.take_back() == 1
    assert office.reminders(f"r.draft_id = {draft.id}") == [("an", "three", "sent")]


@pytest.mark.parametrize("who", ["an", "head"])
def test_a_deleted_draft_takes_its_reminders_along(office: Office, who: str) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.clock.pass_by(timedelta(days=1))
    office.queue("an")
    other = office.talk("other").person
    with office.storage.turn() as turn:
        assert not turn.delete_draft(other, draft.id or 0)
    assert len(office.reminders()) == 2
    person = office.talk(who).person
    with office.storage.turn() as turn:
        assert turn.delete_draft(person, draft.id or 0)

    assert office.reminders() == []
    assert office.outbox() == [("replaced", "closed")]


def test_what_a_head_changes_still_reminds_the_owner(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE))
    person = office.talk("head").person
    with office.storage.turn() as turn:
        seen = turn.draft(person, draft.id or 0)
    assert seen is not None
    office.keep("head", replace(seen, name="x"), plan_of(THREE, DAY, digest="2"))

    assert office.reminders() == [("an", "three", "planned"), ("an", "day", "planned")]


def test_a_stale_write_plans_nothing(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE))
    office.keep("an", replace(draft, name="x"))
    with pytest.raises(StaleDraft):
        office.keep("an", replace(draft, name="y"), plan_of(DAY, digest="2"))

    assert [row[1] for row in office.reminders()] == ["three"]
