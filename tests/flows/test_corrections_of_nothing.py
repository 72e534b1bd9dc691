"""A correction that changes nothing says so; one that names a part by its whole finds the part."""

from __future__ import annotations

from tests.flows.officer import Officer

PARTS = "guidance_parts"


def guided() -> Officer:
    officer = Officer().say("khen chuyên đề", "tổng kết phong trào", "cấp tỉnh", "cá nhân")
    while officer.open != PARTS:
        officer.say("đã ban hành") if officer.open == "guidance" else officer.tap("c:unknown")
    return officer.say("trừ số lượng")


def test_the_parts_of_the_guidance_are_meant_by_what_only_they_can_be() -> None:
    officer = guided()
    assert len(officer.answers[PARTS]) == 5
    officer.say("sửa hướng dẫn thành đủ cả")
    assert len(officer.answers[PARTS]) == 6
    assert officer.answers["guidance"] == "done"
    officer.say("hoàn tác")
    assert len(officer.answers[PARTS]) == 5


def test_where_both_could_be_meant_it_is_the_one_that_changes() -> None:
    officer = guided().say("sửa hướng dẫn thành đủ")
    assert officer.answers["guidance"] == "done"
    assert "Đã ban hành → " not in officer.text


def test_a_correction_to_the_same_is_no_change_and_undo_takes_nothing_for_it() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12")
    before = officer.answers
    officer.say("nhầm, 12 người")
    assert "không có gì thay đổi" in officer.text
    assert "Đã sửa" not in officer.text
    assert officer.answers == before
    officer.say("hoàn tác")
    assert "nominees[0].participants" not in officer.answers


def test_a_named_fact_to_the_same_is_no_change() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12")
    assert "không có gì thay đổi" in officer.say("sửa số người thành 12").text


def test_a_correction_without_a_value_asks_anew() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12", "sửa loại thành tích")
    assert officer.open == "nominees[*].ground"
    officer.say("ngoài nhiệm vụ")
    assert officer.answers["nominees[*].ground"] == "outside_duty"


def test_a_day_that_cannot_be_is_told_before_any_day_was_given() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12")
    officer.say("sửa ngày lập thành tích thành 30/2")
    assert "không có trong lịch" in officer.text
    officer.say("sửa ngày lập thành tích")
    assert "chưa rõ anh/chị sửa câu nào" in officer.text
    officer.say("sửa ngày lập thành tích thành 12/11")
    assert "chưa rõ anh/chị sửa câu nào" in officer.text
