"""Newer schemas are taken back and made again over what is stored, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from flows import asking
from flows.reminding import Rung
from storage.schema import migrate, migrate_back
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.storage.office import Office
from tests.storage.parts import rows
from tests.storage.test_migrated_data import BEFORE, MOMENT, read, write

MONDAY = date(2026, 11, 16)
AGAIN = (
    "INSERT INTO reminders (account_id, draft_id, kind, due, rung, on_day, at, words, status)"
    f" VALUES (1, 1, 'window', '2026-11-20', 'again', '2026-11-20', '{MOMENT}', '{{}}', 'planned')"
)
SNOOZED = (
    "INSERT INTO snoozes (account_id, draft_id, kind, due, on_day, at, words)"
    f" VALUES (1, 1, 'window', '2026-11-20', '2026-11-20', '{MOMENT}', '{{}}')"
)
COUNTS = "SELECT (SELECT count(*) FROM snoozes), (SELECT count(*) FROM reminders)"
PIECES = (("Điều 5", "Mức tiền thưởng là 300.000 đồng."), ("", "Điều khoản cuối."))


@contextmanager
def opened(url: str, *, office: Office | None = None) -> Iterator[Office]:
    """An office on the newest schema, new or as it was before."""
    migrate(url)
    clock = office.clock if office else HandClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    storage = open_storage(url, clock, PLANS)
    if office is None:
        office = Office(storage, clock)
    office.storage = storage
    yield office
    storage.close()


def test_what_was_set_aside_is_given_up_and_what_is_planned_stays(empty_url: str) -> None:
    """0004: a schema without snoozes forgets them when a draft is closed."""
    migrate(empty_url, "0004")
    write(empty_url, *BEFORE, AGAIN, SNOOZED)
    assert read(empty_url, COUNTS) == [(1, 1)]

    migrate_back(empty_url, "0003")
    assert read(empty_url, "SELECT id, rung FROM reminders") == [(1, "again")]
    migrate(empty_url, "0004")

    assert read(empty_url, COUNTS) == [(0, 1)]
    write(empty_url, SNOOZED, "DELETE FROM drafts")
    assert read(empty_url, COUNTS) == [(0, 0)], "both go with their draft"


def test_reports_owed_are_planned_anew_and_lose_nothing(empty_url: str) -> None:
    with opened(empty_url) as office:
        office.give("2026-11-30")
        office.ask("an", asking.ConfirmTask(office.task().id))
        before = office.reminders()
    migrate_back(empty_url, "0003")
    with opened(empty_url, office=office):
        (task,) = office.storage.owed.behind(PLANS.mark, after=0, at_most=9)
        assert office.storage.owed.plan_anew(task, PLANS.mark)
        assert office.reminders() == before


def test_a_report_handed_in_anew_is_not_late_for_want_of_its_first_day(empty_url: str) -> None:
    with opened(empty_url) as office:
        office.give("2026-11-17")
        number = office.task().id
        office.ask("an", asking.ReportTask(number, "Một"))
        office.clock.pass_by(timedelta(days=3))
        office.ask("an", asking.ReportTask(number, "Hai"))
        assert office.task().reported_on == MONDAY
    migrate_back(empty_url, "0003")
    with opened(empty_url, office=office):
        assert office.task().reported_on is None, "the day of the first is not known any more"
        changed = office.ask("an", asking.ReportTask(number, "Ba"))
        assert (changed.report, changed.reported_on) == ("Ba", None)
        words = rows(office.storage, "SELECT words FROM reminders WHERE rung = 'told'")
        assert office.whom(Rung.TOLD) == ["reviewer"]
        assert "told.reported.late" not in str(words)


def test_a_report_handed_in_in_time_keeps_its_day(empty_url: str) -> None:
    with opened(empty_url) as office:
        office.give("2026-11-17")
        office.ask("an", asking.ReportTask(office.task().id, "Một"))
    migrate_back(empty_url, "0003")
    with opened(empty_url, office=office):
        office.clock.pass_by(timedelta(days=3))
        changed = office.ask("an", asking.ReportTask(office.task().id, "Hai"))
        assert changed.reported_on == MONDAY


def test_replies_and_what_they_answer_stay_without_their_index(empty_url: str) -> None:
    """0005."""
    migrate(empty_url, "0005")
    write(
        empty_url,
        *BEFORE,
        'INSERT INTO inbox (id, channel, "update", identity_id, payload, at)'
        f" VALUES (7, 'telegram', '7', 1, '{{}}', '{MOMENT}')",
        "UPDATE outbox SET answers_id = 7",
    )
    migrate_back(empty_url, "0004")
    assert read(empty_url, "SELECT id, answers_id FROM outbox") == [(1, 7)]
    migrate(empty_url, "0005")
    assert read(empty_url, "SELECT id, answers_id FROM outbox") == [(1, 7)]


def test_own_letters_are_given_up_and_can_be_added_again(empty_url: str) -> None:
    """0006."""
    with opened(empty_url) as office:
        talks = office.talk("an")
        office.storage.letters.add("Quy chế", PIECES)
    migrate_back(empty_url, "0005")
    with opened(empty_url, office=office):
        assert office.storage.letters.listed() == ()
        number = office.storage.letters.add("Quy chế", PIECES)
        assert [one.label for one in office.storage.letters.shelf().pieces] == ["Điều 5", ""]
        assert office.storage.letters.remove(number)
        assert office.talk("an").person == talks.person
