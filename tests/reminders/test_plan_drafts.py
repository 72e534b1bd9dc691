"""From a draft to its plan: which last days it has, and what each says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from flows.desk import At, Desk
from flows.judging import judge
from flows.model import Draft, Json
from flows.reminding import Hours, Matter, Plan
from locales import catalog
from reminders.plan import MARK, Plans
from rules.calendar import load_calendar
from tests.flows.officer import ELSEWHERE, member
from tests.reminders.days import CALENDAR, PLANS, USUAL, ZONE, at, on, told

RESCUE: Mapping[str, Json] = {
    "nominees[*].ground": "brave_rescue",
    "nominees[0].type": "individual",
    "nominees[0].name": "Nông Văn Thử",
    "nominees[0].participation": "direct",
    "nominees[0].under_discipline": False,
    "achieved_on": "2026-11-12",
    "recognition": "none",
}
CEREMONY: Mapping[str, Json] = {
    "occasion": "movement",
    "award_level": "province",
    "nominees[0].type": "individual",
    "nominees[0].name": "Nông Văn Thử",
    "final_review": "planned",
    "ceremony_on": "2026-12-15",
    "note.final_review_on": "2026-12-11",
    "note.movement_ends_on": "2026-12-04",
}


def plan(
    answers: Mapping[str, Json],
    now: str = "2026-11-13 09:00",
    *,
    hours: Hours = USUAL,
    **more: Json,
) -> Plan:
    """The plan of a draft with these answers; None takes one away."""
    given = {path: value for path, value in {**answers, **more}.items() if value is not None}
    kind = "thematic" if "occasion" in given else "surprise"
    return of(Draft(kind, given, id=1), now, hours=hours)


def of(draft: Draft, now: str, *, hours: Hours = USUAL) -> Plan:
    desk = Desk(member(ELSEWHERE), at(now).date(), draft, At(), keeps=True, calendar=CALENDAR)
    return PLANS.of_draft(draft, judge(desk), hours=hours, now=at(now))


def dues(found: Plan) -> dict[Matter, date]:
    return {last.matter: last.due for last in found.last_days}


def said(found: Plan, matter: Matter) -> str:
    words = found.words[matter]
    return "\n".join(catalog.text(line) for line in (words.title, *words.lines, *words.missing))


def test_a_rescue_has_ten_days_told_by_their_raw_end() -> None:
    found = plan(RESCUE)
    (last,) = found.last_days
    assert (last.matter, last.due, last.rolled) == (
        Matter.WINDOW,
        on("2026-11-22"),
        on("2026-11-23"),
    )
    assert last.safe == on("2026-11-20")
    assert told(found.planned) == {
        "five": "2026-11-16",
        "three": "2026-11-18",
        "day": "2026-11-20",
        "after": "2026-11-23",
    }
    assert {one.due for one in found.planned} == {on("2026-11-22")}


def test_the_words_say_whose_it_is_how_it_was_counted_and_where_it_rolls() -> None:
    found = plan(RESCUE)
    assert found.words[Matter.WINDOW].rolled == on("2026-11-23")
    text = said(found, Matter.WINDOW)
    assert "Khen đột xuất · Nông Văn Thử" in text
    assert "Nên gửi muộn nhất thứ Sáu 20/11/2026." in text
    assert "Tính 10 ngày" in text
    assert "CN 22/11" in text


def test_on_a_working_day_there_is_no_better_day_and_none_to_roll_to() -> None:
    found = plan(RESCUE, achieved_on="2026-11-10")
    assert found.words[Matter.WINDOW].rolled is None
    assert "Nên gửi" not in said(found, Matter.WINDOW)


def test_a_later_recognition_opens_a_window_of_its_own() -> None:
    found = plan(RESCUE, recognition="dated", recognized_on="2026-11-13")
    assert dues(found) == {Matter.WINDOW: on("2026-11-23")}


def test_what_is_missing_or_still_to_be_mended_is_told() -> None:
    found = plan(RESCUE, **{"nominees[0].participation": None})
    assert "Còn thiếu:" in said(found, Matter.WINDOW)


def test_of_what_is_still_to_be_mended_the_first_points_are_told() -> None:
    steps = dict.fromkeys(("guidance", "plan", "launch", "council_review"), "not_yet")
    found = plan(CEREMONY, **steps).words[Matter.DOSSIER]
    missing, *mending = map(catalog.text, found.missing)
    assert missing.startswith("Còn thiếu:")
    assert len(mending) == 3
    assert "Chưa phát động phong trào thi đua." in mending


def test_what_is_to_be_mended_for_several_is_told_once() -> None:
    two: dict[str, Json] = {"nominees[1].type": "individual", "nominees[1].participation": "direct"}
    own = {"initiative": "unused", "initiative_is_deed": True, "initiative_recognized": False}
    shared = {f"nominees[*].{fact}": value for fact, value in own.items()}
    answers = {**RESCUE, **two, **shared, "nominees[*].ground": "outside_duty"}
    desk = Desk(member(), on("2026-11-13"), Draft("surprise", answers, id=1), At())
    found = PLANS.of_draft(desk.draft, judge(desk), hours=USUAL, now=at("2026-11-13 09:00"))
    assert said(found, Matter.WINDOW).count("công nhận") == 1


def test_a_thematic_draft_has_the_dossier_the_movement_and_its_summing_up() -> None:
    found = plan(CEREMONY)
    assert dues(found) == {
        Matter.DOSSIER: on("2026-11-23"),
        Matter.SUMMING_UP: on("2026-12-11"),
        Matter.MOVEMENT: on("2026-12-04"),
    }
    assert [one.at for one in found.planned] == sorted(one.at for one in found.planned)
    text = said(found, Matter.DOSSIER)
    assert "Trao thưởng thứ Ba 15/12/2026." in text
    assert "Nên gửi muộn nhất thứ Sáu 20/11/2026." in text
    assert "T3 24/11" in text


def test_an_estimated_calendar_is_told_as_one() -> None:
    found = plan(CEREMONY, "2027-01-04 09:00", ceremony_on="2027-02-28")
    dossier = found.last_days[0]
    assert dossier.due == on("2027-02-01")
    assert dossier.estimated
    assert "chưa có bản chính thức" in said(found, Matter.DOSSIER)


def test_once_summed_up_only_the_dossier_is_left() -> None:
    assert set(dues(plan(CEREMONY, final_review="done"))) == {Matter.DOSSIER}


def test_a_summing_up_without_a_day_and_another_occasion_have_no_last_day_of_their_own() -> None:
    found = plan(CEREMONY, **{"note.final_review_on": None, "occasion": "anniversary"})
    assert set(dues(found)) == {Matter.DOSSIER}


@pytest.mark.parametrize(
    "more",
    [{"submitted_on": "2026-11-13"}, {"nominees[0].participation": "none"}],
)
def test_nothing_is_planned_once_submitted_or_barred(more: dict[str, Json]) -> None:
    found = plan(RESCUE, **more)
    assert (found.planned, found.words, found.last_days) == ((), {}, ())
    assert found.digest == plan(RESCUE, submitted_on="2026-11-12").digest
    assert found.digest != plan(RESCUE).digest


def test_without_a_day_nothing_is_planned_but_there_are_words_for_who_asks() -> None:
    found = plan(RESCUE, achieved_on=None)
    assert (found.planned, found.last_days) == ((), ())
    assert [catalog.text(line) for line in found.words[Matter.ASKED].missing]
    assert found.words[Matter.ASKED].rolled is None


def test_a_dossier_that_has_arrived_is_not_asked_for() -> None:
    found = plan(CEREMONY, dossier_arrived_on="2026-11-12")
    assert Matter.DOSSIER not in dues(found)
    assert Matter.MOVEMENT in dues(found)


def test_a_review_of_awards_given_has_no_last_day() -> None:
    found = of(Draft("revocation", {"nominees[0].type": "individual"}, id=1), "2026-11-13 09:00")
    assert (found.planned, found.last_days) == ((), ())


def test_a_ceremony_beyond_the_calendars_plans_nothing_and_raises_nothing() -> None:
    found = plan(CEREMONY, "2027-12-20 09:00", ceremony_on="2028-02-28")
    assert Matter.DOSSIER not in dues(found)
    assert found.planned == ()


def test_the_digest_is_the_same_whatever_the_time_and_the_pause() -> None:
    first = plan(RESCUE)
    later = plan(RESCUE, "2026-11-19 15:00")
    assert len(later.planned) < len(first.planned)
    assert later.digest == first.digest
    assert plan(RESCUE, hours=Hours(paused_until=on("2026-12-01"))).digest == first.digest


def test_the_digest_tells_other_days_words_and_hours() -> None:
    digests = {
        plan(RESCUE).digest,
        plan(RESCUE, achieved_on="2026-11-11").digest,
        plan(RESCUE, **{"nominees[0].name": "Nông Văn Khác"}).digest,
        plan(RESCUE, **{"nominees[0].participation": None}).digest,
        plan(RESCUE, hours=Hours(start=480)).digest,
        plan(RESCUE, hours=Hours(end=1080)).digest,
    }
    assert len(digests) == 6
    assert all(len(digest) == 72 for digest in digests)


def test_the_digest_tells_another_calendar(tmp_path: Path) -> None:
    file = tmp_path / "calendar.yaml"
    file.write_text(
        """2026:
  status: official
  source: "the office"
  checked: 2026-11-16
  days_off:
    2026-12-24: "Nghỉ"
"""
    )
    other = Plans(load_calendar(file), ZONE)
    assert other.mark != PLANS.mark
    assert Plans(load_calendar(), ZONE).mark == PLANS.mark
    assert Plans(load_calendar(), ZoneInfo("Asia/Tokyo")).mark != PLANS.mark

    nothing = Draft("surprise"), judge(Desk(member(), on("2026-11-16"), Draft("surprise"), At()))
    plans = [
        one.of_draft(*nothing, hours=USUAL, now=at("2026-11-16 09:00")) for one in (PLANS, other)
    ]
    assert plans[0].digest[MARK:] == plans[1].digest[MARK:]
    assert [plan.digest[:MARK] for plan in plans] == [PLANS.mark, other.mark]
