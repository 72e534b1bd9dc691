"""Nominees from a spreadsheet: each row a nominee, or told by its cell; nothing by halves."""

from __future__ import annotations

from flows.reminding import File
from flows.table import Row, Table, cell_name
from rules.message import say
from tests.flows.officer import Officer

SENT = File("web", "0" * 64, "ds.xlsx", size=9)


def table(*rows: list[str], faults: tuple[int, ...] = ()) -> Table:
    told = tuple((row, say("sheet.formula", place=cell_name(row, 1))) for row in faults)
    return Table(tuple(Row(n, tuple(row)) for n, row in enumerate(rows, start=1)), told)


def listing(*taps: str) -> Officer:
    """At the list of nominees of a surprise award."""
    officer = Officer().tap("g:surprise") if taps else Officer().press("g:surprise")
    while officer.open != "who":
        officer.tap(officer.buttons[0])
    return officer.tap("Nhiều đối tượng")


def sent(officer: Officer, *rows: list[str], faults: tuple[int, ...] = ()) -> Officer:
    return officer.send(attachment="file", files=(SENT,), table=table(*rows, faults=faults))


def names(officer: Officer) -> list[object]:
    return [(one["type"], one["name"]) for one in officer.nominees]


def test_rows_without_a_fault_are_the_list() -> None:
    officer = sent(
        listing(),
        ["STT", "Họ và tên", "Loại"],
        ["1", "Nông Văn An", "Cá nhân"],
        ["2", "Dân quân xã", "tập thể"],
        ["3", "Lý Thị Hoa", ""],
        ["4", "gia đình ông Lý", "Hộ gia đình"],
    )
    assert names(officer) == [
        ("individual", "Nông Văn An"),
        ("collective", "Dân quân xã"),
        ("individual", "Lý Thị Hoa"),
        ("household", "gia đình ông Lý"),
    ]
    assert "1. " in officer.text


def test_without_heads_the_first_column_that_is_no_number_is_the_name() -> None:
    assert names(sent(listing(), ["1", "Nông Văn An"], ["2", "Lý Thị Hoa"]))[1][1] == "Lý Thị Hoa"
    assert len(sent(listing(), ["Nông Văn An"], ["Lý Thị Hoa"]).nominees) == 2


WRONG = (
    ["TT", "Họ tên", "Đối tượng"],
    ["1", "Nông Văn An", "cá nhân"],
    ["2", "12/11/2026", ""],
    ["3", "", ""],
    ["4", "Lý Thị Hoa", "đảng viên"],
    ["5", "nông văn an", ""],
    ["6", "Công an xã", "cá nhân"],
    ["7", "=1+1", ""],
    ["8", "5 cá nhân", ""],
    ["9", "Hoàng Văn Tư", ""],
)


def test_each_fault_is_told_by_its_cell_and_nothing_is_added_yet() -> None:
    officer = sent(listing(), *WRONG, faults=(8,))
    assert officer.nominees == []
    assert "2 dòng đúng, 7 dòng chưa nhận" in officer.text
    for told in (
        "Ô B3: «12/11/2026» không đọc được thành tên",
        "Ô B4: «»",
        "Ô C5: loại «đảng viên» không có",
        "Ô B6: «nông văn an» đã có trong danh sách",
        "Ô B7: «Công an xã» là tên tập thể",
        "Ô B8: công thức",
        "Ô B9: «5 cá nhân»",
    ):
        assert told in officer.text
    assert officer.buttons[:2] == ["a:keep_rows", "a:drop_rows"]


def test_the_right_rows_are_kept_by_a_tap() -> None:
    officer = sent(listing(), *WRONG, faults=(8,)).tap("Giữ 2 dòng đúng")
    assert names(officer) == [("individual", "Nông Văn An"), ("individual", "Hoàng Văn Tư")]
    officer.press("a:keep_rows", officer.screen[-1].token)
    assert len(officer.nominees) == 2


def test_or_the_file_is_left_and_the_list_stays() -> None:
    officer = sent(listing().say("Nông Văn Sáu"), *WRONG, faults=(8,)).tap("Bỏ tệp này")
    assert names(officer) == [("individual", "Nông Văn Sáu")]
    assert "Nông Văn Sáu" in officer.text


def test_what_is_typed_instead_is_taken_and_the_file_left() -> None:
    officer = sent(listing(), *WRONG, faults=(8,)).say("Nông Văn Sáu")
    assert names(officer) == [("individual", "Nông Văn Sáu")]
    assert "dòng chưa nhận" not in officer.text


def test_the_page_waits_after_something_else() -> None:
    officer = sent(listing(), *WRONG, faults=(8,)).press("g:help")
    assert "2 dòng đúng" in officer.text


def test_only_faults_leave_nothing_to_keep_and_many_are_counted() -> None:
    rows = [[str(n), "12/11/2026"] for n in range(1, 13)]
    officer = sent(listing(), ["STT", "Tên"], *rows)
    assert "0 dòng đúng, 12 dòng chưa nhận" in officer.text
    assert "Còn 4 dòng chưa nhận nữa" in officer.text
    assert "a:keep_rows" not in officer.buttons


def test_a_name_that_is_too_long_is_shown_in_short() -> None:
    officer = sent(listing(), ["Tên", "Loại"], ["x" * 400, ""], ["Nông Văn An", "y" * 90])
    assert f"«{'x' * 60}…»" in officer.text
    assert f"«{'y' * 60}…»" in officer.text


def test_more_than_a_draft_takes_is_refused_whole() -> None:
    officer = sent(listing(), ["Tên"], *[[f"Nông Văn {'A' * n}"] for n in range(1, 102)])
    assert len(officer.nominees) == 101
    more = [[f"Nông Thị {'B' * n}"] for n in range(1, 102)]
    assert "200" in sent(officer, ["Tên"], *more).text
    assert len(officer.nominees) == 101


def test_a_file_that_is_not_read_is_told_why() -> None:
    officer = listing()
    refused = Table(refused=say("sheet.broken"))
    officer.send(attachment="file", files=(SENT,), table=refused)
    assert "Tệp hỏng" in officer.text
    assert "không có dòng nào" in sent(officer, ["Tên"]).text


def test_a_caption_does_not_hide_the_file() -> None:
    officer = listing()
    officer.send(text="danh sách đây", files=(SENT,), table=table(["Tên"], ["Nông Văn An"]))
    assert names(officer) == [("individual", "Nông Văn An")]


def test_a_list_may_come_before_it_is_said_to_be_many_and_undo_takes_it_back() -> None:
    officer = Officer().press("g:surprise")
    while officer.open != "who":
        officer.tap(officer.buttons[0])
    sent(officer, ["Tên"], ["Nông Văn An"], ["Lý Thị Hoa"])
    assert len(officer.nominees) == 2
    assert officer.say("hoàn tác").nominees == []


def test_elsewhere_a_spreadsheet_is_no_answer() -> None:
    officer = Officer().press("g:surprise")
    assert officer.open != "who"
    before = officer.open
    sent(officer, ["Tên"], ["Nông Văn An"])
    assert (officer.open, officer.nominees) == (before, [])
