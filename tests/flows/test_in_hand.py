"""The award typed again, and the name told by itself: both are of the case in hand."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

DEED = "hôm 15/11 anh nhảy xuống suối cứu hai đứa trẻ bị nước cuốn"
NAME = "nominees[0].name"


@pytest.mark.parametrize("text", ["khen đột xuất", "đột xuất", "Khen nóng"])
def test_the_award_of_the_case_in_hand_begins_no_other_case(text: str) -> None:
    officer = Officer().say(DEED)
    answers = officer.answers
    officer.say(text)
    assert "Vụ này đang xét theo loại khen ấy rồi." in officer.text
    assert (officer.answers, officer.open) == (answers, "card")
    officer.tap("Bắt đầu vụ mới")
    assert (officer.answers, officer.open) == ({}, "nominees[*].ground")


def test_beside_a_stored_draft_another_is_begun() -> None:
    officer = Officer().say("đột xuất", "cứu người", "đột xuất", "chiến đấu")
    assert len(officer.stored) == 2


def test_a_left_case_that_is_none_of_an_award_is_not_in_hand() -> None:
    officer = Officer(person=None).say("đột xuất", "cứu người", "đột xuất")
    assert officer.open == "who"


@pytest.mark.parametrize("text", ["khen chuyên đề", "/dotxuat"])
def test_another_award_or_a_slash_begins_another_case(text: str) -> None:
    assert Officer().say(DEED, text).answers == {}


def test_where_nothing_was_answered_the_award_is_begun_as_before() -> None:
    officer = Officer().say("đột xuất", "đột xuất")
    assert "Vụ này đang xét" not in officer.text
    assert officer.open == "nominees[*].ground"


def test_from_the_menu_the_award_begins_another_case() -> None:
    officer = Officer().say(DEED, "menu", "đột xuất")
    assert officer.answers == {}


@pytest.mark.parametrize(
    "text",
    [
        *("tên anh ấy là Vàng A Sính", "tên là Vàng A Sính", "anh Vàng A Sính"),
        *("ảnh tên đầy đủ là Vàng A Sính", "sửa tên thành Vàng A Sính"),
    ],
)
def test_the_name_of_the_only_one_is_taken_where_he_has_none(text: str) -> None:
    officer = Officer().say(DEED, text)
    assert officer.answers[NAME] == "Vàng A Sính"
    assert "Ghi Vàng A Sính." in officer.text


@pytest.mark.parametrize("text", ["tên là gì", "Trực Tiếp Tham Gia", "tên đợt là thi đua"])
def test_other_words_are_nobodys_name(text: str) -> None:
    assert NAME not in Officer().say(DEED, text).answers


def test_a_name_is_not_taken_for_one_who_has_one_or_for_several() -> None:
    named = Officer().say("hôm 15/11 anh Nông Văn Hải nhảy xuống suối cứu hai cháu bé đuối nước")
    assert named.say("anh Vàng A Sính").answers[NAME] == "Nông Văn Hải"
    several = Officer().say("đột xuất", "cứu người", "5 cá nhân", "anh Vàng A Sính")
    assert NAME not in several.answers


def test_the_dossier_of_a_case_not_kept_is_begun_by_keeping_it() -> None:
    officer = Officer().say(DEED, "lập hồ sơ")
    assert "Đã lưu trường hợp này" in officer.text
    assert len(officer.stored) == 1


def test_thanks_at_the_menu_are_answered() -> None:
    assert "Cảm ơn anh/chị." in Officer().say("cảm ơn em").text
    assert "Cảm ơn anh/chị." not in Officer().say("chào buổi sáng").text


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [("cấp tỉnh", "award_level", "province"), ("bằng khen", "award_form", "bang_khen")],
)
def test_another_option_typed_at_the_card_is_a_change(text: str, path: str, value: str) -> None:
    officer = Officer().say("hôm 12/11 chị Lý Thị Hoa cứu cụ bà trong đám cháy, xã tặng giấy khen")
    assert officer.open == "card"
    officer.say(text)
    assert officer.answers[path] == value
    assert "Đã đổi" in officer.text


def test_a_bare_no_at_the_card_changes_nothing() -> None:
    officer = Officer().say(DEED)
    answers = officer.answers
    assert officer.say("không", "12").answers == answers


def test_a_day_with_what_it_is_of_is_taken_at_another_question() -> None:
    officer = Officer().say("chuyên đề", "tổng kết phong trào", "cấp tỉnh", "một tập thể", "không")
    officer.say("lễ trao 25/12")
    assert officer.answers["ceremony_on"] == "2026-12-25"
    assert officer.open == "nominees[0].initiative"
