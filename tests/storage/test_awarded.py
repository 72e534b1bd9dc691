"""The register tells whom a proposal names: for the same deed, or awarded before, by right."""

from __future__ import annotations

from typing import Any

from flows.model import UnitRole
from flows.proposals.asked import FindAlike, Named
from flows.proposals.course import State
from flows.proposals.matter import Alike, Details
from flows.proposals.moves import Step
from tests.storage.office import Office
from tests.storage.proposing import SNAPSHOT, draft_of, read, renamed, send, take


def find(office: Office, draft: int) -> tuple[Alike, ...]:
    found = office.ask("an", FindAlike(draft))
    assert isinstance(found, Named)
    return found.found


def awarded(office: Office, **answers: Any) -> int:
    """A draft whose proposal is decided."""
    draft = draft_of(office, **answers)
    send(office, draft)
    decision = Details(number="7/QĐ", day=office.clock.today())
    for step, details in ((Step.TAKE, None), (Step.ACCEPT, None), (Step.DECIDE, decision)):
        taken = take(office, "reviewer", step, draft, details=details)
        assert taken is not None
        assert taken.why_not is None
    return draft


def named(office: Office, *names: str, achieved_on: str = "2026-10-01") -> int:
    """A draft of theirs with these names."""
    called = {f"nominees[{place}].name": name for place, name in enumerate(names)}
    types = {f"nominees[{place}].type": "individual" for place in range(len(names))}
    return draft_of(office, **called, **types, achieved_on=achieved_on)


def test_an_award_is_found_by_the_name_alone_with_its_number_and_day(office: Office) -> None:
    first = awarded(office)
    draft = named(office, "Bà Ai Khác", "Ông NGUYỄN VĂN ỔN")
    (found,) = find(office, draft)
    assert (found.draft, found.name, found.state) == (first, "Ông NGUYỄN VĂN ỔN", State.DECIDED)
    assert (found.number, found.day, found.same) == ("7/QĐ", office.clock.today(), False)
    (found,) = find(office, named(office, "Ổn", "nguyễn văn ổn"))
    assert found.name == "nguyễn văn ổn"
    same = named(office, "Nguyễn Văn Ổn", achieved_on="2026-11-12")
    assert [one.same for one in find(office, same)] == [True]


def test_of_another_deed_only_what_was_awarded_is_found(office: Office) -> None:
    send(office, draft_of(office))
    draft = named(office, "Nguyễn Văn Ổn")
    assert find(office, draft) == ()
    assert find(office, draft_of(office)) == ()


def test_the_office_sees_awards_of_all_its_units_and_a_unit_its_own(office: Office) -> None:
    awarded(office)
    people = office.storage.people
    people.add_role(office.accounts["other"], unit=office.units["other unit"], role=UnitRole.HEAD)
    theirs = draft_of(office, "other")
    other = renamed(SNAPSHOT, "Nguyễn Văn Ổn", deed="2025-01-01")
    take(office, "other", Step.CONFIRM, theirs, snapshot=other)
    assert read(office, "other", theirs).alike == ()
    (found,) = read(office, "reviewer", theirs).alike
    assert (found.unit_name, found.same) == ("unit", False)


def test_what_was_awarded_for_the_same_deed_goes_before_many_others(office: Office) -> None:
    for _ in range(2):
        awarded(office)
    last = renamed(SNAPSHOT, "Nguyễn Văn Ổn", deed="2026-11-12")
    draft = draft_of(office)
    take(office, "an", Step.SEND, draft, snapshot=last)
    assert [one.same for one in read(office, "an", draft).alike] == [True, True]


def test_three_hundred_names_are_looked_up_at_once(office: Office) -> None:
    first = awarded(office)
    draft = named(office, *(f"Ông Lý Văn {number}" for number in range(299)), "Nguyễn Văn Ổn")
    assert [one.draft for one in find(office, draft)] == [first]
