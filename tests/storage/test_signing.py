"""Who signs a unit's papers is kept with the unit, and goes when the person is erased."""

from __future__ import annotations

from flows.papers.signing import KeepSign
from storage.names import Name
from tests.storage.office import Office
from tests.storage.parts import rows
from tests.storage.proposing import draft_of

NAME, PLACE = "note.head_name", "note.office_place"


def signs(office: Office, who: str) -> dict[str, str]:
    unit = office.talk(who).person.unit
    assert unit is not None
    return dict(unit.signs)


def test_it_is_the_units_until_it_is_said_otherwise(office: Office) -> None:
    for value in ("Lý Thị Hoa", "Nông Văn Mới"):
        assert office.ask("an", KeepSign(NAME, value))
    assert office.ask("binh", KeepSign(PLACE, "Cao\0 Lâu"))
    for who in ("an", "head"):
        assert signs(office, who) == {NAME: "Nông Văn Mới", PLACE: "Cao Lâu"}
    assert signs(office, "other") == {}


def test_nothing_else_is_kept_and_by_nobody_else(office: Office) -> None:
    for who in ("reviewer", "administrator", "stranger"):
        assert not office.ask(who, KeepSign(NAME, "x"))
    assert not office.ask("an", KeepSign("forces_total", "18"))
    assert set(rows(office.storage, "SELECT signs FROM units")) == {("{}",)}


def test_who_is_erased_is_offered_no_more(office: Office) -> None:
    office.ask("an", KeepSign(NAME, "Lý Thị Hoa"))
    office.ask("an", KeepSign(PLACE, "Cao Lâu"))
    name = Name("lý thị hoa", "(đã xóa)")
    ((told,), _) = office.storage.privacy.mentions(name)
    assert told.table == "units"
    office.storage.privacy.erase_name(name, dry=False)
    assert signs(office, "an") == {}


def test_the_papers_name_the_unit_above_and_the_office_that_would_get_them(office: Office) -> None:
    draft = draft_of(office, award_level="district")
    office.come("an")
    with office.storage.turn() as turn:
        turn._connection.exec_driver_sql(
            f"UPDATE units SET parent_id = {office.units['other office']}"
            f" WHERE id = {office.units['unit']}"
        )
    found = office.storage.papers.read(draft, office.accounts["an"])
    assert found is not None
    assert (found[1].parent, found[1].receiving_office) == ("other office", "office")
