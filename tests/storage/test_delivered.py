"""The day on which a report was handed in, and at most one nudge on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from flows import asking
from flows.reminding import Rung
from tests.storage.office import Office
from tests.storage.parts import rows

DUE = date(2026, 11, 17)


def test_a_nudge_goes_out_once_on_a_day_also_where_the_first_has_left(office: Office) -> None:
    """Nine in the morning; pressed again at noon, and on the next day."""
    nudge = asking.NudgeMissing(office.give("2026-11-27", "unit", "other unit").id or 0)
    at = office.clock.now()
    office.come("an", "binh", "head", "other")
    assert office.ask("reviewer", nudge) == asking.Nudged(2)
    office.sent(*office.queue())
    office.clock.pass_by(timedelta(hours=3))

    again = office.ask("administrator", nudge)

    assert again == asking.Nudged(0, (("unit", at), ("other unit", at)))
    assert office.whom(Rung.NUDGE) == []
    assert office.whom(Rung.NUDGE, "sent") == ["an", "binh", "head", "other"]
    office.clock.pass_by(timedelta(hours=21))
    assert office.ask("administrator", nudge) == asking.Nudged(2)
    assert office.whom(Rung.NUDGE) == ["an", "binh", "head", "other"]


def test_who_is_nudged_late_in_the_evening_is_not_nudged_again_until_midnight(
    office: Office,
) -> None:
    nudge = asking.NudgeMissing(office.give().id or 0)
    office.clock.pass_by(timedelta(hours=14, minutes=30))
    assert office.ask("reviewer", nudge) == asking.Nudged(1), "half past eleven in the evening"
    office.clock.pass_by(timedelta(minutes=29))
    assert office.ask("reviewer", nudge).count == 0
    office.clock.pass_by(timedelta(minutes=2))
    assert office.ask("reviewer", nudge).count == 1
    assert office.whom(Rung.NUDGE) == ["an", "binh", "head"], "what still waits is not told twice"


def test_a_report_keeps_the_day_on_which_it_was_handed_in_first(office: Office) -> None:
    office.give(DUE.isoformat())
    number = office.task().id
    first = office.ask("an", asking.ReportTask(number, "Một"))
    office.clock.pass_by(timedelta(days=3))
    again = office.ask("an", asking.ReportTask(number, "Hai"))

    assert first.reported_on == again.reported_on == date(2026, 11, 16)
    assert again.changed_at == first.changed_at + timedelta(days=3)
    assert "told.reported.late" not in rows(office.storage, "SELECT words FROM reminders")[0][0]


def test_the_office_is_told_by_how_many_days_a_report_is_late(office: Office) -> None:
    office.give(DUE.isoformat())
    number = office.task().id
    office.clock.pass_by(timedelta(days=3))
    office.ask("an", asking.ReportTask(number, "Một"))

    told = rows(office.storage, "SELECT words FROM reminders WHERE rung = 'told'")[-1][0]
    assert "told.reported.late" in told
    assert '"count":2' in told.replace(" ", "")


def test_the_offices_list_tells_how_many_units_still_owe(office: Office) -> None:
    office.give("2026-11-27", "unit", "other unit")
    (duty,) = office.ask("reviewer", asking.ListDuties())
    office.ask("an", asking.ReportTask(office.task().id, "Một"))
    assert office.ask("reviewer", asking.ListDuties()) == (replace(duty, owing=1),)
    office.ask("other", asking.ReportTask(office.task("other").id, "Một"))
    assert office.ask("reviewer", asking.ListDuties()) == (replace(duty, owing=0),)
