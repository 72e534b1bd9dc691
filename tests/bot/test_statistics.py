"""kipthoi admin statistics counts what was sent, by unit and period, within five seconds."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert

from bot.errors import Refused
from bot.keeping.statistics import statistics
from flows.figures import told_by
from flows.model import UnitRole
from storage.proposal_tables import proposal_steps, proposals
from storage.register import NotThere
from storage.session import SqlStorage
from storage.tables import drafts
from tests.bot.backups import url_of

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
DEED = date(2026, 11, 1)
FORMULA = '=HYPERLINK("http://x")'
NAME = "Nông Thị Hạnh"


@pytest.fixture
def office(storage: SqlStorage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SqlStorage:
    """Sở (1) receives from a province's two communes: 3 and, named like a formula, 4."""
    people = storage.people
    people.add_unit("Sở Nội vụ", level="department")
    people.add_unit("Tỉnh", level="province")
    for name in ("UBND xã Cao Lâu", FORMULA):
        people.add_unit(name, level="commune", parent=2, office=1)
    people.add_account("an", unit=3, role=UnitRole.OFFICER)
    monkeypatch.setenv("DATABASE_URL", url_of(storage))
    monkeypatch.setenv("KIPTHOI_FILES", str(tmp_path))
    return storage


def answers(**rest: Any) -> dict[str, Any]:
    return {
        "achieved_on": DEED.isoformat(),
        "nominees[0].name": NAME,
        "nominees[0].type": "individual",
        "nominees[0].grassroots": True,
        "nominees[1].type": "collective",
        **rest,
    }


def send(storage: SqlStorage, *rows: dict[str, Any]) -> None:
    """Proposals as they are kept once sent; the first one's number is 1."""
    kept: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    for number, row in enumerate(rows, 1):
        said = {
            "unit_id": 3,
            "office_id": 1,
            "kind": "surprise",
            "state": "submitted",
            "verdict": "eligible",
            "timing": "in_time",
            "first_sent_on": date(2026, 11, 6),
            **{key: value for key, value in row.items() if key not in {"answers", "returns"}},
        }
        snapshot = {"answers": row.get("answers", answers())}
        sent = said["first_sent_on"]
        days = {"since": sent or DEED, "sent_on": sent, "changed_at": NOW}
        told = told_by(said["kind"], snapshot["answers"])
        found = {"deed_on": told.deed_on, "types": " ".join(told.types),
                 "grassroots": told.grassroots,
                 "grassroots_asked": told.grassroots_asked}  # fmt: skip
        kept.append({**said, **days, **found, "id": number, "draft_id": number, "title": "{}",
                     "snapshot": json.dumps(snapshot), "version": 1})  # fmt: skip
        for paths in row.get("returns", ()):
            payload = json.dumps({"words": "", "flags": [[path, "vì"] for path in paths]})
            steps.append({"proposal_id": number, "at": NOW, "account_id": 1, "step": "return",
                          "payload": payload})  # fmt: skip
    with storage._sessions.writing() as connection:
        blank = {"unit_id": 3, "account_id": 1, "kind": "surprise", "answers": "{}", "past": "[]",
                 "version": 1, "changed_at": NOW}  # fmt: skip
        connection.execute(insert(drafts), [{**blank, "id": row["id"]} for row in kept])
        connection.execute(insert(proposals), kept)
        if steps:
            connection.execute(insert(proposal_steps), steps)


SOME = (
    {},
    {"timing": "late", "verdict": "needs_more", "state": "returned",
     "returns": [["achieved_on", "nominees[0].participants"], ["achieved_on"]]},
    {"unit_id": 4, "timing": "rolled", "state": "decided", "first_sent_on": date(2026, 11, 21)},
    {"first_sent_on": date(2025, 12, 31)},
    {"first_sent_on": None},
)  # fmt: skip


def counted(storage: SqlStorage, *, unit: int | None = None) -> list[int]:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    return [one.draft for one in storage.statistics.sent(first, last, unit=unit)]


def test_what_was_first_sent_in_the_period_counts_and_nothing_else(office: SqlStorage) -> None:
    send(office, *SOME)
    assert counted(office) == [1, 2, 3]
    one = office.statistics.sent(date(2026, 11, 6), date(2026, 11, 6))[1]
    assert (one.days, one.types, one.grassroots) == (5, ("individual", "collective"), 1)
    assert one.returns == (("achieved_on", "nominees[0].participants"), ("achieved_on",))


def test_of_a_unit_those_below_it_and_those_sent_to_it_count(office: SqlStorage) -> None:
    send(office, *SOME)
    assert [counted(office, unit=unit) for unit in (1, 2, 3, 4)] == [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2],
        [3],
    ]
    with pytest.raises(NotThere):
        counted(office, unit=99)


def test_the_figures_are_told_by_unit_and_in_all(
    office: SqlStorage, capsys: pytest.CaptureFixture[str]
) -> None:
    send(office, *SOME)
    statistics(first="2026-01-01", last="31/12/2026")
    one, other = capsys.readouterr().out.split("\n4. ")
    assert "Đúng hạn 1/2 đề nghị có tính ngày (50,0 %)" in one
    assert "không quá 5 ngày, lâu nhất 5 ngày" in one
    assert "cá nhân chiếm 50,0 %, trong đó trực tiếp ở cơ sở 100,0 %" in one
    assert "Bị trả lại 1 (50,0 %)" in one
    assert "ngày lập thành tích 1" in one
    assert "Tất cả" in other
    assert "Đúng hạn 2/3 đề nghị có tính ngày (66,7 %)" in other


def test_where_nobody_was_asked_of_the_grassroots_no_share_is_told(
    office: SqlStorage, capsys: pytest.CaptureFixture[str]
) -> None:
    unasked = answers()
    del unasked["nominees[0].grassroots"]
    send(office, {"answers": unasked})
    statistics(first="2026-01-01", last="2026-12-31")
    told = capsys.readouterr().out
    assert "trực tiếp ở cơ sở chưa có dữ liệu" in told
    assert "0,0 %" not in told.replace("50,0 %", "").replace("100,0 %", "")


def test_the_workbook_has_tables_charts_and_no_formula_and_no_nominee(
    office: SqlStorage, tmp_path: Path
) -> None:
    send(office, *SOME)
    path = tmp_path / "figures.xlsx"
    statistics(first="2026-01-01", last="2026-12-31", xlsx=path)
    with pytest.raises(Refused):
        statistics(first="2026-01-01", last="2026-12-31", xlsx=path)

    book = load_workbook(path)
    assert book.sheetnames == ["Theo đơn vị", "Theo tháng", "Lý do trả lại", "Danh sách"]
    units = list(book["Theo đơn vị"].iter_rows(values_only=True))
    assert [row[:5] for row in units[1:]] == [
        ("UBND xã Cao Lâu", 2, 1, 1, 0.5),
        (FORMULA, 1, 1, 0, 1),
        ("Tất cả", 3, 2, 1, 0.667),
    ]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(cell.quotePrefix for cell in cells if cell.value == FORMULA)
    assert not any(NAME in str(cell.value) for cell in cells)
    assert [len(book[name]._charts) for name in book.sheetnames] == [1, 1, 0, 0]
    reasons = book["Lý do trả lại"].iter_rows(min_row=2, values_only=True)
    assert next(reasons) == ("ngày lập thành tích", 1)
    assert book["Danh sách"].max_row == 4


def test_nothing_sent_is_told_and_writes_nothing(
    office: SqlStorage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statistics(first="2026-01-01", last="2026-12-31", xlsx=tmp_path / "none.xlsx")
    assert capsys.readouterr().out.strip().endswith(": 0.")
    assert not (tmp_path / "none.xlsx").exists()


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [("2026-13-01", "", None), ("", "hôm qua", None), ("2026-12-31", "2026-01-01", None),
     ("2026-01-01", "2026-12-31", 99)],
)  # fmt: skip
def test_a_period_or_unit_there_is_not_is_refused(
    office: SqlStorage, first: str, last: str, unit: int | None
) -> None:
    with pytest.raises(Refused):
        statistics(first=first, last=last, unit=unit)


@pytest.mark.slow
def test_ten_thousand_proposals_are_counted_and_written(office: SqlStorage, tmp_path: Path) -> None:
    long = answers(**{f"nominees[{place}].type": "individual" for place in range(2, 12)},
                   outstanding_reason="x" * 2000)  # fmt: skip
    send(
        office,
        *(
            {
                "unit_id": 3 + number % 2,
                "answers": long,
                "first_sent_on": date(2026, 1, 1) + timedelta(days=number % 300),
                "returns": [["achieved_on"]] if number % 7 == 0 else [],
            }
            for number in range(10_000)
        ),
    )
    statistics(first="2026-01-01", last="2026-12-31", xlsx=tmp_path / "many.xlsx")
    book = load_workbook(tmp_path / "many.xlsx", read_only=True)
    assert sum(1 for _ in book["Danh sách"].iter_rows()) == 10_001
