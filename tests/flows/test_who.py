"""The list of nominees: only names get on it, and a wrong line comes off it."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer


def listing(*lines: str) -> Officer:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều")
    return officer.say("\n".join(lines)) if lines else officer


def names(officer: Officer) -> list[object]:
    return [nominee.get("name") for nominee in officer.nominees]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("có", "«có» không phải là tên"),
        ("không biết", "«không biết» không phải là tên"),
        ("mười hai", "«mười hai» không phải là tên. Tôi cần đối tượng"),
        ("tập thể được không?", "«chiếm 2/3 trong tổng số các lực lượng tham gia»"),
        (";", "Tôi cần đối tượng"),
    ],
)
def test_what_is_no_name_is_refused_with_the_reason(typed: str, told: str) -> None:
    for officer in (listing(), Officer().say("khen đột xuất", "cứu người")):
        officer.say(typed)
        assert officer.nominees == []
        assert officer.open == "who"
        assert told in officer.text


def test_one_line_that_is_no_name_keeps_the_whole_list_out() -> None:
    officer = listing("ông A", "hôm qua", "bà B")
    assert officer.nominees == []
    assert "«hôm qua» là ngày tháng" in officer.text
    assert "Chưa ghi dòng nào" in officer.text


def test_a_word_that_is_a_name_is_taken_with_its_kind() -> None:
    officer = listing("cá nhân Mai", "ông Năm")
    assert names(officer) == ["Mai", "ông Năm"]


def test_the_list_numbers_its_lines() -> None:
    assert "Đã ghi 2 dòng: 1. ông A, 2. bà B." in listing("ông A", "bà B").text


@pytest.mark.parametrize(
    "typed", ["xóa dòng 2", "xoa dong 2", "bỏ 2", "xóa bỏ dòng số 2", "remove line 2"]
)
def test_a_wrong_line_is_taken_out_by_its_number(typed: str) -> None:
    officer = listing("ông A", "bà Sai", "bà B").say(typed)
    assert names(officer) == ["ông A", "bà B"]
    assert officer.open == "who"


def test_the_last_line_is_taken_out_by_that_word() -> None:
    assert names(listing("ông A", "bà B", "bà Sai").say("xóa dòng cuối")) == ["ông A", "bà B"]


def test_a_wrong_line_is_taken_out_by_a_tap_and_undo_brings_it_back() -> None:
    officer = listing("ông A", "bà B").tap("Xóa: ông A")
    assert names(officer) == ["bà B"]
    assert names(officer.say("hoàn tác")) == ["ông A", "bà B"]


def test_a_list_emptied_is_asked_for_again() -> None:
    officer = listing("ông A").say("xóa dòng 1")
    assert officer.nominees == []
    assert "c:done" not in officer.buttons
    assert names(officer.say("bà B")) == ["bà B"]


@pytest.mark.parametrize("typed", ["xóa dòng 9", "xóa dòng 0"])
def test_a_line_that_is_not_there_is_refused(typed: str) -> None:
    officer = listing("ông A").say(typed)
    assert names(officer) == ["ông A"]
    assert "Danh sách có 1 dòng" in officer.text


def test_a_button_of_a_line_that_has_gone_is_refused() -> None:
    officer = listing("ông A", "bà B")
    token = officer.screen[-1].token
    officer.press("a:drop_1", token).press("a:drop_1", token)
    assert names(officer) == ["ông A"]


def test_a_long_list_has_no_button_for_each_line() -> None:
    officer = listing(*(f"ông Thử {letter}" for letter in "ABCDEFGHI"))
    assert not any(button.startswith("a:drop_") for button in officer.buttons)
    assert "nhắn «xóa dòng 2»" in officer.text


@pytest.mark.parametrize("text", ["danh sách", "Danh sách", "theo danh sách", "gửi file danh sách"])
def test_the_word_for_a_list_opens_one_and_names_nobody(text: str) -> None:
    officer = Officer().say("đột xuất", "cứu người", text)
    assert (officer.open, officer.nominees) == ("who", [])
    assert "a:add_individual" in officer.buttons
    officer.say("ông Nông Văn Hải\nbà Lý Thị Lả").tap("Xong")
    assert [one["name"] for one in officer.nominees] == ["ông Nông Văn Hải", "bà Lý Thị Lả"]


def test_where_a_name_is_asked_the_list_is_opened_with_whom_it_has() -> None:
    officer = Officer().say("đột xuất", "cứu người", "một cá nhân", "trực tiếp", "hôm qua")
    officer.say("lập hồ sơ")
    assert officer.open == "nominees[0].name"
    officer.say("danh sách")
    assert "Đã ghi 1 dòng: 1. Cá nhân 1." in officer.text
    assert "nominees[0].name" not in officer.answers


@pytest.mark.parametrize("text", ["như trên", "mấy anh em dân quân", "dân quân"])
def test_words_for_several_are_told_to_be_no_name(text: str) -> None:
    officer = Officer().say("đột xuất", "cứu người", text)
    assert f"«{text}» chưa phải là tên." in officer.text
    assert officer.nominees == []
    named = Officer().say("đột xuất", "cứu người", "một cá nhân", "trực tiếp", "hôm qua")
    named.say("lập hồ sơ", text)
    assert f"«{text}» chưa phải là tên." in named.text
    assert "nominees[0].name" not in named.answers


def test_where_something_else_is_asked_a_list_is_not_opened() -> None:
    officer = Officer().say("đột xuất", "danh sách")
    assert officer.open == "nominees[*].ground"


def test_two_on_one_line_are_two_nominees() -> None:
    officer = Officer().say("đột xuất", "cứu người", "anh Hải và anh Tú")
    assert [one["name"] for one in officer.nominees] == ["anh Hải", "anh Tú"]
    assert "Đã ghi 2 dòng: 1. anh Hải, 2. anh Tú." in officer.text
