"""Proposals that were played, and not written by a test, count as they were played."""

from __future__ import annotations

from datetime import date

from flows.figures import figures
from flows.proposals.course import Flag
from flows.proposals.matter import Details
from flows.proposals.moves import Step
from storage.names import Name
from tests.storage.office import Office
from tests.storage.proposing import draft_of, read, send, take

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def test_a_proposal_counts_from_the_day_it_was_first_sent_with_why_it_was_returned(
    office: Office,
) -> None:
    draft = draft_of(office)
    assert office.storage.statistics.sent(*YEAR) == ()
    send(office, draft)
    take(office, "reviewer", Step.TAKE, draft)
    flags = (Flag("forces_total", "Đếm lại", 18), Flag("achieved_on", "Ngày nào?"))
    take(office, "reviewer", Step.RETURN, draft, details=Details(flags, words="Sửa"))

    (one,) = office.storage.statistics.sent(*YEAR, unit=office.units["unit"])

    assert (one.draft, one.state, one.sent_on) == (draft, "returned", office.clock.today())
    assert one.days == (office.clock.today() - date(2026, 11, 12)).days
    assert figures([one]).why_returned == [("achieved_on", 1), ("forces_total", 1)]
    (to_office,) = office.storage.statistics.sent(*YEAR, unit=office.units["office"])
    assert to_office == one
    assert office.storage.statistics.sent(*YEAR, unit=office.units["other unit"]) == ()


def test_an_officer_who_sent_one_is_erased_and_it_still_counts(office: Office) -> None:
    draft = draft_of(office)
    send(office, draft)
    office.storage.privacy.erase_account(office.accounts["an"], mark="[đã xóa]", dry=False)
    office.storage.privacy.erase_name(Name("Nguyễn Văn Ổn", "[đã xóa]"), dry=False)
    assert [one.draft for one in office.storage.statistics.sent(*YEAR)] == [draft]
    assert take(office, "reviewer", Step.TAKE, draft) is not None
    assert read(office, "reviewer", draft).snapshot.names == ("[đã xóa]", "Dân quân xã")
