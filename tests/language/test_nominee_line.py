"""One line as a nominee, and the lines that are none."""

from __future__ import annotations

from datetime import date

import pytest

from language.fold import fold
from language.nominee_line import Doubt, NomineeLine, asks_for_list, read_nominee

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("ông Nông Văn A", "individual", "ông Nông Văn A"),
        ("Nông Văn Không", "individual", "Nông Văn Không"),
        ("Nguyễn Thị Năm", "individual", "Nguyễn Thị Năm"),
        ("Mai Văn Ba", "individual", "Mai Văn Ba"),
        ("cô Lan", "individual", "cô Lan"),
        ("ông Năm", "individual", "ông Năm"),
        ("cá nhân Mai", "individual", "Mai"),
        ("individual May", "individual", "May"),
        ("tập thể Dân quân xã", "collective", "tập thể Dân quân xã"),
        ("- Tổ 3;", "collective", "Tổ 3;"),
        ("hộ gia đình ông Ba", "household", "hộ gia đình ông Ba"),
        ("cá nhân", "individual", None),
        ("households", "household", None),
    ],
)
def test_a_name_is_taken_with_the_kind_it_tells(line: str, kind: str, name: str | None) -> None:
    assert read_nominee(line, TODAY) == NomineeLine(kind, name=name)


BODIES = (
    *("Trạm y tế xã", "tram y te xa", "Trường Mầm non Hải Yến", "truong thpt hoang van thu"),
    *("Công an xã Yên Trạch", "Dân quân xã", "Bản Nà Tềnh", "Chi bộ thôn Pò Nhùng", "Tổ tự quản"),
    *("HTX Nông nghiệp Yên Trạch", "Thôn Nà Pheo", "CLB dân vũ", "Bệnh viện đa khoa huyện"),
    *("MTTQ xã", "Uỷ ban nhân dân xã", "Trung tâm Y tế huyện", "Đoàn Thanh niên xã", "Khoa Nội"),
)
PERSONS = (
    *("Tô Văn Hải", "to van hai", "Đoàn Thị Bích", "doan thi bich", "Đoàn Minh Tuấn"),
    *("Hồ Văn Nam", "ho van nam", "Trưởng thôn Lý Văn A", "truong thon ly van a", "Khoa"),
    *("Tổ trưởng Hoàng Văn Páo", "Trương Văn Nam", "Bàn Thị Lan", "Phương Thị Lan", "Trâm Anh"),
    *("Bí thư chi bộ thôn Lý Văn A", "công an viên Lý Văn A", "Hội viên Lý Thị Mai"),
    *("Kiểm lâm viên Lý Văn A", "Phó Trạm trưởng Lý Thị Mai", "Bạn Nông Thị Hoa"),
)


@pytest.mark.parametrize("line", BODIES)
def test_a_body_is_told_by_its_first_words(line: str) -> None:
    assert read_nominee(line, TODAY) == NomineeLine("collective", name=line)


@pytest.mark.parametrize("line", PERSONS)
def test_a_surname_or_a_post_like_the_word_of_a_body_is_a_person(line: str) -> None:
    assert read_nominee(line, TODAY) == NomineeLine("individual", name=line)


def test_so_many_of_a_kind_are_one_line() -> None:
    assert read_nominee("5 cá nhân", TODAY) == NomineeLine("individual", count=5)
    assert read_nominee("12 collectives", TODAY) == NomineeLine("collective", count=12)


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("hôm qua", Doubt.DAY),
        ("12/11", Doubt.DAY),
        ("31/02", Doubt.DAY),
        ("thứ Hai", Doubt.DAY),
        ("Mai", Doubt.DAY),
        ("yesterday", Doubt.DAY),
        ("last Friday", Doubt.DAY),
        ("12", Doubt.NUMBER),
        ("mười hai", Doubt.NUMBER),
        ("có 3 người", Doubt.NUMBER),
        ("0 cá nhân", Doubt.NUMBER),
        ("12 con trâu", Doubt.NUMBER),
        ("có", Doubt.YES_NO),
        ("có ạ", Doubt.YES_NO),
        ("không", Doubt.YES_NO),
        ("ok", Doubt.YES_NO),
        ("không biết", Doubt.YES_NO),
        ("chưa biết", Doubt.YES_NO),
        ("don't know", Doubt.YES_NO),
        ("not known", Doubt.YES_NO),
        ("tập thể có được không", Doubt.QUESTION),
        ("Ban Chỉ đạo là gì", Doubt.QUESTION),
        ("bao nhiêu người cũng được", Doubt.QUESTION),
        ("Nông Văn A?", Doubt.QUESTION),
        ("who can be proposed", Doubt.QUESTION),
        ("để em xem lại", Doubt.YES_NO),
        ("chắc vậy", Doubt.YES_NO),
        ("cứu người trước", Doubt.EMPTY),
        ("ông", Doubt.EMPTY),
        ("-", Doubt.EMPTY),
        ("x" * 201, Doubt.EMPTY),
    ],
)
def test_what_is_no_name_is_told_apart(line: str, doubt: Doubt) -> None:
    assert read_nominee(line, TODAY) is doubt


LISTS = ("danh sách", "theo danh sách kèm theo", "gửi file danh sách", "để em gửi ds sau", "Excel")
SEVERAL = ("mấy anh em dân quân", "như trên", "các đồng chí", "dân quân", "chúng tôi", "tất cả")


@pytest.mark.parametrize("line", [*LISTS, *SEVERAL])
def test_a_list_or_several_are_nobodys_name(line: str) -> None:
    for typed in (line, fold(line)):
        assert read_nominee(typed, TODAY) is Doubt.LIST
        assert asks_for_list(typed) is (line in LISTS)


@pytest.mark.parametrize(
    "line", ["bằng khen", "Nhung", "nhung", "Nguyễn Thị Các", "May", "Nông Văn Danh", ""]
)
def test_a_name_that_begins_like_such_a_word_asks_for_no_list(line: str) -> None:
    assert not asks_for_list(line)
    assert read_nominee(line, TODAY) is not Doubt.LIST


@pytest.mark.parametrize("line", ["cả đội", "Công đoàn", "toàn thể", "hợp tác xã"])
def test_words_for_a_body_may_be_the_whole_line(line: str) -> None:
    assert read_nominee(line, TODAY) == NomineeLine("collective", name=line)


@pytest.mark.parametrize("line", ["nong van hai", "lý thị lả", "hải", "la thi nhan", "Hầu Nhỉ"])
def test_a_name_written_small_is_a_name(line: str) -> None:
    assert read_nominee(line, TODAY) == NomineeLine("individual", name=line)


@pytest.mark.parametrize("line", ["tôi", "anh ấy", "Bà ấy ạ", "nguoi do", "bản thân em"])
def test_somebody_told_of_elsewhere_has_no_name_yet(line: str) -> None:
    assert read_nominee(line, TODAY) == NomineeLine("individual")


@pytest.mark.parametrize("line", ["bỏ hết", "bỏ ông Hải", "thêm người nữa", "sửa lại cho em"])
def test_what_is_asked_of_the_program_is_no_name(line: str) -> None:
    assert read_nominee(line, TODAY) is Doubt.EMPTY


@pytest.mark.parametrize("line", ["ông Đó", "Thêm Thị Lan", "bo thi lan", "be van nam"])
def test_a_name_that_looks_like_such_words_is_one(line: str) -> None:
    assert read_nominee(line, TODAY) == NomineeLine("individual", name=line)
