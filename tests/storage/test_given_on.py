"""What was a person's goes to another with its time, or anew; nobody is told of their own step."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from flows import asking
from flows.model import Draft, UnitRole
from flows.proposals.moves import Step
from flows.reminding import About, Hours
from storage.ledger import Ledger
from storage.persons import Member
from storage.planned import PUT_OFF
from storage.telling import given_from
from tests.storage.office import THREE, Office, plan_of
from tests.storage.parts import rows
from tests.storage.proposing import draft_of, take

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
TODAY = date(2026, 11, 20)
BEFORE, AFTER = timedelta(days=-2), timedelta(days=2)


@pytest.mark.parametrize(
    ("why", "meant", "at", "on_day"),
    [
        (None, AFTER, NOW + AFTER, TODAY + AFTER),
        ("403", BEFORE, NOW + BEFORE, TODAY + BEFORE),
        (PUT_OFF, AFTER, NOW, TODAY),
        (PUT_OFF, BEFORE, NOW, TODAY + BEFORE),
    ],
    ids=["waits for its time", "was refused", "put off and not yet meant", "put off and late"],
)
def test_a_reminder_keeps_its_time_but_for_what_waited_for_another_s_hours(
    why: str | None, meant: timedelta, at: datetime, on_day: date
) -> None:
    ledger: Any = Ledger(None, NOW, TODAY)  # type: ignore[arg-type]
    row: Any = SimpleNamespace(why=why, at=NOW + meant, on_day=TODAY + meant)
    member = Member(7, "binh", hours=Hours(), roles=frozenset())
    assert given_from(ledger, row, member) == {
        "account_id": 7,
        "status": "planned",
        "tried": "[]",
        "why": None,
        "at": at,
        "on_day": on_day,
    }


@pytest.mark.parametrize(("sent", "status"), [(False, "planned"), (True, "sent")])
def test_what_an_erased_person_s_chat_carried_for_another_goes_anew_or_stays_sent(
    office: Office, status: str, *, sent: bool
) -> None:
    office.come("head")
    draft = office.keep("an", Draft("surprise"), plan_of(THREE))
    office.clock.pass_by(timedelta(days=1))
    (message,) = office.queue("an")
    if sent:
        office.sent(message)
    else:
        office.storage.outbox.give_up(message, why="403", unreachable=True)
    # on its way, the reminder may be the head's already while its message is in an's chat
    head = office.accounts["head"]
    with office.storage._sessions.writing() as connection:
        moved = f"UPDATE reminders SET account_id = {head} WHERE draft_id = {draft.id}"
        connection.exec_driver_sql(moved)

    office.storage.privacy.erase_account(office.accounts["an"], mark="(đã xóa)", dry=False)

    found = "SELECT account_id, status, outbox_id FROM reminders WHERE rung = 'three'"
    assert rows(office.storage, found) == [(head, status, None)]


def told(office: Office) -> list[tuple[str, str]]:
    found = rows(
        office.storage,
        "SELECT a.name, r.words FROM reminders r JOIN accounts a ON a.id = r.account_id"
        " WHERE r.kind = 'proposal' ORDER BY r.id",
    )
    return [(name, json.loads(words)["lines"][0][0]) for name, words in found]


def test_who_takes_a_step_is_not_told_of_it_as_anything_else_either(office: Office) -> None:
    people, unit = office.storage.people, office.units["unit"]
    people.add_role(office.accounts["an"], unit=unit, role=UnitRole.HEAD)
    draft = draft_of(office, "an")
    take(office, "an", Step.CONFIRM, draft)
    assert [name for name, _ in told(office)] == ["reviewer"], "an is its owner, and a head"
    take(office, "reviewer", Step.TAKE, draft)
    assert [name for name, _ in told(office)][1:] == ["an", "head"], "each once"


@pytest.mark.parametrize("way", ["handed on before", "handed on after", "left with the head"])
def test_who_made_a_draft_never_reviews_it_though_it_was_given_on(office: Office, way: str) -> None:
    people, units, an = office.storage.people, office.units, office.accounts["an"]
    draft = draft_of(office, "an")

    def given(to: str, by: str) -> None:
        asked = asking.HandOver(About(draft=draft), office.accounts[to])
        assert office.ask(by, asked) is not None

    if way == "handed on before":
        given("head", by="an")
    take(office, "head", Step.CONFIRM, draft)
    if way == "handed on after":
        given("head", by="an")
    people.add_role(an, unit=units["office"], role=UnitRole.REVIEWER)
    people.remove_role(an, unit=units["unit"], role=UnitRole.OFFICER)

    assert rows(office.storage, f"SELECT account_id, maker_id FROM drafts WHERE id = {draft}") == [
        (office.accounts["head"], an)
    ]
    taken = take(office, "an", Step.TAKE, draft)
    assert taken is not None
    assert taken.why_not is not None
    assert take(office, "reviewer", Step.TAKE, draft).why_not is None  # type: ignore[union-attr]


def test_of_who_made_a_draft_and_is_erased_not_even_the_number_is_left(office: Office) -> None:
    draft, an = draft_of(office, "an"), office.accounts["an"]
    asked = asking.HandOver(About(draft=draft), office.accounts["head"])
    assert office.ask("an", asked) is not None
    told = office.storage.privacy.account(an)["drafts"]
    assert [row["id"] for row in told] == [draft], "who made it is told of it"
    erased = office.storage.privacy.erase_account(an, mark="(đã xóa)", dry=False)
    assert erased.is_gone
    found = rows(office.storage, f"SELECT account_id, maker_id FROM drafts WHERE id = {draft}")
    assert found == [(office.accounts["head"], None)]
