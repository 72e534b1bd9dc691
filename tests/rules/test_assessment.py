"""What an assessment says beyond one rule: the day judged, the chat, and why a fact is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rules.assessment import RULEBOOK, assess, why
from rules.calendar import load_calendar
from rules.case import KINDS, Case, CaseError
from rules.facts import facts
from rules.rule import rules_of
from rules.verdict import Assessment, Outcome, Severity, Verdict

TODAY = date(2024, 9, 11)


def surprise(nominee: dict[str, Any] | None = None, **given: Any) -> Case:
    own = {"type": "individual", "ground": "outside_duty", "participation": "direct"}
    facts = {"achieved_on": "2024-09-10", **given}
    return Case.from_json({"kind": "surprise", "facts": facts, "nominees": [own | (nominee or {})]})


def outcomes(found: Assessment) -> dict[str, Outcome]:
    return {finding.rule: finding.outcome for finding in found.findings}


def test_before_the_first_letter_nothing_is_judged() -> None:
    with pytest.raises(CaseError, match=r"today: 2022-04-30"):
        assess(surprise(), today=date(2022, 4, 30))
    with pytest.raises(CaseError, match=r"submitted_on: 2022-04-30"):
        assess(surprise(submitted_on="2022-04-30"), today=TODAY)


def test_a_case_is_judged_on_the_day_it_was_submitted() -> None:
    found = assess(surprise(submitted_on="2024-09-20"), today=date(2024, 12, 1))
    assert found.timing.status == "in_time"
    assert found.rulebook.day == date(2024, 9, 20)
    assert found.rulebook.version == RULEBOOK


def test_the_chat_asks_what_a_file_may_leave_out() -> None:
    case = surprise()
    assert assess(case, today=TODAY).verdict is Verdict.ELIGIBLE
    found = assess(case, today=TODAY, chat=True)
    assert found.verdict is Verdict.NEEDS_MORE
    assert found.next_question == "unit_in_cao_loc"
    elsewhere = assess(surprise(unit_in_cao_loc=False), today=TODAY, chat=True)
    assert elsewhere.verdict is Verdict.ELIGIBLE
    assert elsewhere.missing == ("nominees[0].under_discipline",)


def test_the_chat_asks_no_initiative_of_a_rescue() -> None:
    rescue = surprise({"ground": "brave_rescue"}, unit_in_cao_loc=True)
    assert assess(rescue, today=TODAY, chat=True).verdict is Verdict.ELIGIBLE
    duty = surprise(unit_in_cao_loc=True)
    assert assess(duty, today=TODAY, chat=True).next_question == "nominees[0].initiative"


def test_after_july_2025_the_verdict_stands_and_the_letter_tells_its_status() -> None:
    case = surprise(
        {"initiative": "used_for_title", "initiative_is_deed": True}, unit_in_cao_loc=True
    )
    for day, told in ((date(2025, 6, 30), False), (date(2025, 7, 1), True)):
        found = assess(case, today=day)
        assert found.verdict is Verdict.NOT_ELIGIBLE
        (bar,) = [one for one in found.findings if one.rule == "initiative.used_once"]
        assert (bar.status is not None) is told


def test_the_district_letter_binds_nobody_before_it_was_written() -> None:
    case = surprise(
        {"initiative": "used_for_title", "initiative_is_deed": True}, unit_in_cao_loc=True
    )
    found = assess(case, today=date(2023, 9, 30))
    assert "initiative.used_once" not in outcomes(found)


def test_a_person_judges_only_what_bears_on_the_case() -> None:
    found = assess(surprise(), today=TODAY)
    assert "LS2022.2.b.1" in found.not_checked
    assert not [name for name in found.not_checked if name.startswith("CL2023")]
    review = Case("thematic", facts={"occasion": "movement", "award_level": "province"})
    assert "LS2022.1.b.2" not in assess(review, today=TODAY).not_checked
    anniversary = Case("thematic", facts={"occasion": "anniversary", "award_level": "province"})
    assert "LS2022.1.b.2" in assess(anniversary, today=TODAY).not_checked


def test_the_calendar_given_is_the_one_used() -> None:
    found = assess(surprise(), today=TODAY, calendar=load_calendar())
    assert found.timing.due == date(2024, 9, 20)


def test_satisfied_advice_never_decides() -> None:
    found = assess(surprise(), today=TODAY)
    for finding in found.findings:
        assert finding.decides == (finding.severity is not Severity.ADVICE)


def test_why_names_the_rules_and_the_clauses() -> None:
    reason = why("nominees[0].participants", "surprise")
    assert "surprise.share" in reason.rules
    assert "LS2022.2.b.2" in reason.clauses
    assert "LS2022.2.d" in why("recognized_on", "surprise").clauses
    assert why("ceremony_on", "thematic").clauses == ("LS2022.1.e",)
    assert why("plan", "surprise").clauses == ()


def test_every_rule_names_facts_that_exist() -> None:
    for kind in KINDS:
        for rule in rules_of(kind):
            assert set(rule.facts) <= set(facts())


def test_verdicts_and_outcomes_are_no_booleans() -> None:
    for value in (Verdict.ELIGIBLE, Outcome.SATISFIED):
        with pytest.raises(TypeError, match="three values"):
            bool(value)
