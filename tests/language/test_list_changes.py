"""Nominees put on the list and taken off it in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.fold import fold
from language.list_changes import Added, Dropped, read_kind_left_out, read_list_change

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("thêm một cá nhân: Nông Văn B", "individual", "Nông Văn B"),
        ("them 1 ca nhan Nong Van B", "individual", "Nong Van B"),
        ("thêm cá nhân nữa: Mai", "individual", "Mai"),
        ("thêm tập thể Đội xung kích", "collective", "tập thể Đội xung kích"),
        ("thêm ông Lộc nữa", "individual", "ông Lộc"),
        ("dạ thêm cho em chị Hoa với ạ", "individual", "chị Hoa"),
        ("bổ sung hộ gia đình: bà Lan nhé", "household", "hộ gia đình bà Lan"),
        ("thêm một tập thể", "collective", None),
        ("à quên, còn anh Triệu Văn Ba nữa", "individual", "anh Triệu Văn Ba"),
        ("à quên, còn Triệu Văn Ba", "individual", "Triệu Văn Ba"),
        ("quên mất, có cả chị Hoa nữa ạ", "individual", "chị Hoa"),
        ("em quên, thêm tập thể Đội xung kích", "collective", "tập thể Đội xung kích"),
        ("còn anh Triệu Văn Ba nữa", "individual", "anh Triệu Văn Ba"),
        ("I forgot, also Triệu Văn Ba", "individual", "Triệu Văn Ba"),
    ],
)
def test_one_more_is_put_on_the_list(text: str, kind: str, name: str | None) -> None:
    found = read_list_change(text, TODAY)
    assert isinstance(found, Added)
    assert (found.lines[0].kind, found.lines[0].name) == (kind, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bỏ ông Hải", "ông Hải"),
        ("bo ong Hai ra khoi danh sach", "ong Hai"),
        ("rút tên chị Hoa đi ạ", "chị Hoa"),
        ("remove Nông Văn B from the list", "Nông Văn B"),
    ],
)
def test_one_is_taken_off_by_name(text: str, name: str) -> None:
    assert read_list_change(text, TODAY) == Dropped(name)


@pytest.mark.parametrize(
    "text", ["thêm 6 công an nữa", "thêm vào 3 người", "thêm", "bỏ", "12", "", "cá nhân Mai"]
)
def test_a_count_of_people_is_no_nominee(text: str) -> None:
    assert read_list_change(text, TODAY) is None


@given(st.text())
def test_any_text_is_read_without_an_exception(text: str) -> None:
    read_list_change(text, TODAY)
    read_list_change(f"thêm {text}", TODAY)
    read_list_change(f"bỏ {text}", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Thêm chị em phụ nữ thôn Bản Thẳm vượt khó làm đường",
        "Bổ sung hộ gia đình khó khăn của thôn",
        "bổ sung bà con hiến đất",
        "bổ sung anh Nam cũng cứu người",
        "thêm hộ khẩu",
    ],
)
def test_a_tale_that_begins_like_an_addition_names_nobody(text: str) -> None:
    assert read_list_change(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("thêm một cá nhân: Nông Văn A", "Nông Văn A"),
        ("thêm một cá nhân: Lò Thị Á", "Lò Thị Á"),
        ("thêm cá nhân Hoàng Văn Voi", "Hoàng Văn Voi"),
        ("them ca nhan Nong Thi Nhe nhe", "Nong Thi Nhe"),
    ],
)
def test_no_part_of_a_name_is_taken_for_a_courtesy(text: str, name: str) -> None:
    found = read_list_change(text, TODAY)
    assert isinstance(found, Added)
    assert found.lines[0].name == name


def test_a_body_called_by_a_letter_is_taken_off_by_its_name() -> None:
    assert read_list_change("bỏ Dân quân A", TODAY) == Dropped("Dân quân A")


def test_what_is_told_behind_a_comma_is_no_part_of_the_name() -> None:
    found = read_list_change("thêm một cá nhân: Giàng A Tủa, trưởng bản, cùng xuống cứu", TODAY)
    assert isinstance(found, Added)
    assert found.lines[0].name == "Giàng A Tủa"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bỏ tập thể đi", "collective"),
        ("bỏ phần tập thể", "collective"),
        ("thôi không khen cá nhân nữa ạ", "individual"),
        ("không đề nghị cho tập thể nữa", "collective"),
        ("xóa hộ đó đi", "household"),
        ("rút cá nhân ra khỏi danh sách nhé", "individual"),
        ("leave out the collective", "collective"),
    ],
)
def test_a_kind_is_left_out_by_the_whole_message(text: str, kind: str) -> None:
    assert read_kind_left_out(text) == kind
    assert read_kind_left_out(fold(text)) == kind


@pytest.mark.parametrize(
    "text",
    [
        *("", "tập thể", "bỏ", "bỏ ông Hải", "bỏ tập thể Dân quân xã", "không phải tập thể"),
        *("bỏ hộ em", "xóa hộ tôi nhé", "không cần hộ em"),
        *("bỏ tập thể đi được không?", "không khen tập thể nữa mà khen cá nhân", "bỏ " * 200),
    ],
)
def test_other_words_leave_out_no_kind(text: str) -> None:
    assert read_kind_left_out(text) is None
