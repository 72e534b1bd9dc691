"""One nominee more or fewer, said at any time."""

from __future__ import annotations

from tests.flows.officer import Officer


def names(officer: Officer) -> list[object]:
    return [nominee.get("name") for nominee in officer.nominees]


def two_named() -> Officer:
    return Officer().say(
        "khen đột xuất", "cứu người", "nhiều", "ông Nông Văn A\nbà Lý Thị B", "xong"
    )


def test_one_more_is_put_on_the_list_in_the_middle_of_a_question() -> None:
    officer = two_named()
    opened = officer.open
    officer.say("thêm một cá nhân: Vi Văn C")
    assert names(officer) == ["ông Nông Văn A", "bà Lý Thị B", "Vi Văn C"]
    assert "Đã thêm Vi Văn C" in officer.text
    assert officer.open.partition(".")[2] == opened.partition(".")[2]


def test_one_is_taken_off_by_the_last_part_of_the_name() -> None:
    officer = two_named().say("bỏ bà B")
    assert names(officer) == ["ông Nông Văn A"]
    assert "Đã bỏ bà Lý Thị B" in officer.text


def test_a_name_that_two_bear_or_none_takes_nobody_off() -> None:
    officer = two_named().say("bỏ ông Hải")
    assert names(officer) == ["ông Nông Văn A", "bà Lý Thị B"]


def test_undo_takes_the_addition_back() -> None:
    officer = two_named().say("thêm một cá nhân: Vi Văn C", "hoàn tác")
    assert names(officer) == ["ông Nông Văn A", "bà Lý Thị B"]


def test_one_more_is_asked_about_alone_where_the_others_are_told_of() -> None:
    officer = Officer().say(
        "Hôm qua ông Nông Văn Hải và bà Lý Thị Lả cứu 2 cháu bé đuối nước, khen đột xuất được chứ"
    )
    officer.say("thêm một cá nhân: Vi Văn C")
    assert officer.open == "nominees[2].ground"
    officer.say("cứu người", "trực tiếp")
    assert officer.verdict == "eligible"
    assert [one["ground"] for one in officer.nominees] == ["brave_rescue"] * 3


def test_of_two_more_each_is_asked_in_turn() -> None:
    officer = Officer().say("Hôm qua ông Nông Văn Hải cứu 2 cháu bé đuối nước, khen đột xuất")
    officer.say("thêm cá nhân: Vi Văn C", "thêm cá nhân: Vi Văn D", "cứu người")
    assert officer.open == "nominees[2].ground"


def test_two_are_added_in_one_sentence() -> None:
    officer = Officer().say("đột xuất", "cứu người", "ông Vi Văn Ba")
    officer.say("thêm ông Nông Văn Hải, bà Lý Thị Lả")
    assert "Đã thêm ông Nông Văn Hải, bà Lý Thị Lả vào danh sách." in officer.text
    assert len(officer.nominees) == 3
