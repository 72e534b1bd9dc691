"""An office's list narrowed by words, on both databases: names, units, numbers, days, any marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from flows.model import UnitRole
from flows.proposals.board import Wanted
from flows.proposals.matter import Details
from flows.proposals.moves import Step
from rules.message import say
from storage.names import Name
from storage.schema import migrate, migrate_back
from tests.storage.office import Office
from tests.storage.parts import rows
from tests.storage.proposing import SNAPSHOT, draft_of, send, take

LATE = date(2020, 1, 1)
NAMED = replace(SNAPSHOT, title=say("kind.surprise"), names=("Đặng Thị Én",), deed="2026-11-10")


def listed(office: Office, sought: str, who: str = "reviewer", **rest: str) -> list[int]:
    office.come(who)
    boards = office.storage.proposal_boards
    found = boards.listed("telegram", who, Wanted(sought=sought, **rest), overdue_from=LATE)
    assert found is not None
    assert found.count == len(found.lines)
    return [one.draft for one in found.lines]


@pytest.fixture
def two(office: Office) -> tuple[int, int]:
    """One on its way, of the unit; one decided, of another."""
    first = draft_of(office)
    send(office, first)
    office.accounts["boss"] = office.storage.people.add_account(
        "boss", unit=office.units["other unit"], role=UnitRole.HEAD
    )
    with office.storage._engine.begin() as connection:
        name = {"name": "UBND xã Hợp Thành", "id": office.units["other unit"]}
        connection.execute(text("UPDATE units SET name = :name WHERE id = :id"), name)
    second = draft_of(office, "other")
    take(office, "other", Step.SEND, second, snapshot=NAMED)
    take(office, "boss", Step.CONFIRM, second, snapshot=NAMED)
    for step in (Step.TAKE, Step.ACCEPT):
        take(office, "reviewer", step, second)
    decided = Details(number="123/QĐ-UBND", day=office.clock.today())
    take(office, "reviewer", Step.DECIDE, second, details=decided)
    return first, second


def test_it_is_found_in_any_state_by_what_is_remembered(
    office: Office, two: tuple[int, int]
) -> None:
    first, second = two
    for sought in ("Nguyễn Văn Ổn", "van on", "12/11/2026", f"#{first}"):
        assert listed(office, sought) == [first], sought
    for sought in ("dang thi en", "Én hợp thành", "HOP THANH", "123/qd", "QĐ-UBND", f"#{second}"):
        assert listed(office, sought) == [second], sought
    for sought in ("100%", "_", "'; --", "thành\\", "không có ai"):
        assert listed(office, sought) == [], sought
    assert listed(office, "") == [first], "without words what is ended is left out"
    assert listed(office, "en", state="submitted") == []
    assert listed(office, "ổn", who="foreign") == [], "another office's"


def test_an_erased_name_finds_nothing_more(office: Office, two: tuple[int, int]) -> None:
    first, _ = two
    office.storage.privacy.erase_name(Name("Nguyễn Văn Ổn", "[đã xóa]"), dry=False)
    assert listed(office, "van on") == []
    assert listed(office, "Dân quân") == [first]


def test_what_was_sent_before_there_were_words_is_found_too(
    office: Office, two: tuple[int, int], database_url: str
) -> None:
    first, second = two
    migrate_back(database_url, "0010")
    migrate(database_url)
    assert rows(office.storage, "SELECT count(*) FROM proposal_words") == [(2,)]
    assert listed(office, "nguyễn văn ổn") == [first]
    for sought in ("qd-ubnd", "123/QĐ", "10/11/2026", "thị én"):
        assert listed(office, sought) == [second], sought
