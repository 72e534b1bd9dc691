"""Corrections of somebody's name or part in the deed, and what was forgotten."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

TWO = "Ngày 12/11 ông Nông Văn Hải và bà Lý Thị Lả cứu 2 cháu bé đuối nước, khen đột xuất được chứ"
SQUAD = "Hôm qua tổ dân quân gồm 12 trong 18 người cứu 2 cháu bé ở suối, khen đột xuất được không?"
MOVEMENT = "khen chuyên đề tổng kết phong trào cho ông Nông Văn Hải"


def told(first: str, *more: str) -> Officer:
    return Officer().say(first, *more)


def names(officer: Officer) -> list[object]:
    return [one.get("name") for one in officer.nominees]


def parts(officer: Officer) -> list[object]:
    return [one.get("participation") for one in officer.nominees]


@pytest.mark.parametrize(
    "text",
    [
        "sai rồi, bà Lả không tham gia",
        "nhầm, bà Lả không tham gia",
        "không phải, bà Lý Thị Lả không tham gia",
        "à quên, bà Lả không tham gia",
        "sai roi, ba La khong tham gia",
        "wrong, Mrs Lả did not take part",
    ],
)
def test_who_took_no_part_is_corrected_by_name(text: str) -> None:
    officer = told(TWO, text)
    assert parts(officer) == ["direct", "none"]
    assert "Lý Thị Lả" in officer.text
    assert officer.verdict == "not_eligible"


@pytest.mark.parametrize(
    "text",
    [
        "sai rồi, bà Lả chỉ gọi điện báo",
        "nhầm, bà Lả không trực tiếp tham gia",
        "bà Lả chỉ là người báo tin",
        "bà Lả không trực tiếp tham gia",
        "Không, bà Lả không trực tiếp cứu",
        "ông Hải mới là người trực tiếp cứu, còn bà Lả chỉ gọi điện",
    ],
)
def test_whose_part_becomes_doubtful_is_asked_about(text: str) -> None:
    officer = told(TWO, text)
    assert officer.open == "nominees[1].participation"
    officer.say("không tham gia")
    assert parts(officer) == ["direct", "none"]


def test_a_denial_further_on_makes_no_part_doubtful() -> None:
    officer = told(TWO, "ông Hải là người đã không quản hiểm nguy")
    assert officer.open == "card"
    assert parts(officer) == ["direct", "direct"]


def test_what_is_said_of_somebody_without_a_name_is_no_name() -> None:
    officer = told(TWO, "sai rồi, anh hàng xóm")
    assert "sửa tên của ai" not in officer.text
    assert names(officer) == ["Nông Văn Hải", "Lý Thị Lả"]


def test_a_part_told_otherwise_without_a_word_of_correction_is_asked() -> None:
    officer = told(TWO, "bà Lả không tham gia")
    assert officer.open == "nominees[1].participation"
    assert "đã ghi Trực tiếp tham gia, tin này nói Không tham gia" in officer.text


def test_a_part_that_is_noted_so_already_changes_nothing() -> None:
    for text in ("à quên, ông Hải trực tiếp tham gia", "ông Hải trực tiếp tham gia ạ"):
        assert "không có gì thay đổi" in told(TWO, text).text


def test_a_part_that_was_not_known_is_set() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều", "ông Hải\nbà Lả", "xong")
    officer.say("sai rồi, bà Lả không tham gia")
    assert parts(officer) == [None, "none"]
    assert "chưa trả lời" in officer.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tên đúng là Nông Văn Hào", ["Nông Văn Hào", "Lý Thị Lả"]),
        ("sai tên, Nông Văn Hào mới đúng", ["Nông Văn Hào", "Lý Thị Lả"]),
        ("nhầm, ông Nông Văn Hào", ["Nông Văn Hào", "Lý Thị Lả"]),
        ("Ông Hải tên đúng là Vi Văn Hào", ["Vi Văn Hào", "Lý Thị Lả"]),
        ("tên đúng của bà Lả là Lý Thị La", ["Nông Văn Hải", "Lý Thị La"]),
        ("sửa tên bà Lả thành Lý Thị La", ["Nông Văn Hải", "Lý Thị La"]),
        ("không phải ông Hải mà là ông Hào", ["ông Hào", "Lý Thị Lả"]),
        ("the name is Nông Văn Hào", ["Nông Văn Hào", "Lý Thị Lả"]),
        ("not Hải but Hào", ["Hào", "Lý Thị Lả"]),
    ],
)
def test_a_name_is_corrected_where_it_is_like_or_is_said_whose(
    text: str, expected: list[str]
) -> None:
    assert names(told(TWO, text)) == expected


@pytest.mark.parametrize("text", ["tên đúng là Vi Thị Hoa", "sửa tên", "sửa tên thành Vi Văn B"])
def test_whose_name_is_meant_is_asked_where_it_is_not_told(text: str) -> None:
    officer = told(TWO, text)
    assert "Anh/chị sửa tên của ai" in officer.text
    officer.tap("c:edit:nominees[1].name").say("Vi Thị Hoa")
    assert names(officer) == ["Nông Văn Hải", "Vi Thị Hoa"]


def test_the_name_of_the_only_one_is_asked_anew() -> None:
    one = Officer().say("khen đột xuất", "cứu người", "ông Nông Văn Hải")
    assert one.say("sửa tên").open == "nominees[0].name"
    assert names(one.say("sửa tên thành Vi Văn B")) == ["Vi Văn B"]


def test_a_name_that_is_none_is_refused() -> None:
    officer = told(TWO, "tên đúng của bà Lả là 12/11")
    assert names(officer) == ["Nông Văn Hải", "Lý Thị Lả"]


def test_a_name_asked_for_is_taken_however_it_is_worded() -> None:
    officer = told(TWO).tap("c:edit:nominees[0].name").say("tên đúng là Vi Văn Cò")
    assert names(officer) == ["Vi Văn Cò", "Lý Thị Lả"]


def test_a_place_is_no_name() -> None:
    officer = told(TWO, "nhầm, Cao Bằng")
    assert names(officer) == ["Nông Văn Hải", "Lý Thị Lả"]
    assert "chưa rõ anh/chị sửa câu nào" in officer.text


def test_a_name_where_nobody_is_named_yet_corrects_nothing() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tên đúng là Nông Văn Hào")
    assert names(officer) == []
    assert "chưa rõ anh/chị sửa câu nào" in officer.text


def test_a_role_is_corrected_of_the_one_it_names() -> None:
    officer = told(TWO, "sửa vai trò bà Lả thành chỉ huy")
    assert parts(officer) == ["direct", "directing"]


def test_the_number_said_to_be_wrong_is_the_one_corrected() -> None:
    officer = told(SQUAD, "không phải 18 mà là 19 người")
    assert officer.answers["forces_total"] == 19
    assert officer.nominees[0]["participants"] == 12


def test_an_answer_of_several_options_is_corrected_by_its_words() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "nhầm, tập thể")
    assert officer.nominees[0]["type"] == "collective"


def test_of_several_it_is_not_guessed_whose_answer_is_wrong() -> None:
    officer = told(TWO, "nhầm, ngoài nhiệm vụ")
    assert {one["ground"] for one in officer.nominees} == {"brave_rescue"}


def test_a_bare_yes_corrects_no_choice() -> None:
    officer = told(TWO, "nhầm, không")
    assert parts(officer) == ["direct", "direct"]


def test_who_was_forgotten_is_put_on_the_list() -> None:
    officer = told(TWO, "à quên, còn anh Triệu Văn Ba nữa")
    assert names(officer) == ["Nông Văn Hải", "Lý Thị Lả", "anh Triệu Văn Ba"]
    assert officer.open == "nominees[2].ground"


@pytest.mark.parametrize(
    "text",
    [
        "à quên, còn 3 công an xã cùng tham gia nữa",
        "quen mat, con 3 bo doi cung cuu",
        "quên chưa tính 3 công an",
    ],
)
def test_more_who_took_part_have_the_total_asked_again(text: str) -> None:
    officer = told(SQUAD, text)
    assert officer.answers["forces_total"] == 18
    assert "thì tổng là 21" in officer.text
    officer.say("21")
    assert officer.verdict == "not_eligible"


@pytest.mark.parametrize("text", ["à quên, còn 3 cháu bé nữa", "à quên, còn thiếu tờ trình"])
def test_what_was_forgotten_and_is_not_understood_changes_nothing(text: str) -> None:
    officer = told(SQUAD)
    before = officer.answers
    assert officer.say(text).answers == before


def test_more_who_took_part_change_no_total_that_is_not_known() -> None:
    officer = told(TWO, "à quên, còn 3 công an xã cùng tham gia nữa")
    assert "forces_total" not in officer.answers


def test_in_another_award_nobody_has_a_part_in_a_deed() -> None:
    officer = Officer().say(MOVEMENT)
    assert "participation" not in str(officer.say("sai rồi, ông Hải không tham gia").answers)


@pytest.mark.parametrize(
    "text", ["nhầm, bà Lả", "nhầm, ông Hải là trưởng thôn", "sai rồi, bà Lả 👍"]
)
def test_what_says_nothing_of_a_part_changes_none(text: str) -> None:
    officer = told(TWO, text)
    assert parts(officer) == ["direct", "direct"]
    assert officer.open == "card"


def test_another_award_asks_nobodys_part_where_it_is_denied_bare() -> None:
    officer = Officer().say(MOVEMENT, "bà Lả chỉ là người báo tin")
    assert officer.open == "award_level"


def test_a_correction_that_fits_nothing_is_heard_as_more_of_the_case() -> None:
    officer = told(SQUAD, "không phải, hôm đó tổng cộng có 20 người tham gia, trong đó 12 dân quân")
    assert officer.open == "forces_total"
    assert "đã ghi 18, tin này nói 20" in officer.text
