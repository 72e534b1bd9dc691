"""What changes a draft in more than one place says what changed; undo says what it undid."""

from __future__ import annotations

from tests.flows.officer import Officer

COLLECTIVE = ("khen đột xuất", "cứu người", "tập thể")
THREE = ("khen đột xuất", "cứu người", "ông A\nbà B\nđội Dân quân", "xong")


def noted(officer: Officer) -> str:
    return officer.text.splitlines()[0]


def test_an_individual_instead_says_what_changed_and_what_fell() -> None:
    officer = Officer().say(*COLLECTIVE, "12", "19").tap("c:instead:0")
    assert "Một tập thể → Một cá nhân" in noted(officer)
    assert "đã bỏ: " in officer.text
    assert "số người" in officer.text


def test_undoing_an_individual_instead_says_what_came_back() -> None:
    officer = Officer().say(*COLLECTIVE, "12", "19").tap("c:instead:0").say("bỏ thay đổi")
    assert "cá nhân → Một tập thể" in noted(officer)
    assert "Lấy lại câu trả lời: " in officer.text
    assert officer.answers["nominees[0].participants"] == 12


def test_undoing_a_pair_names_both_counts() -> None:
    officer = Officer().say(*COLLECTIVE, "13/19", "bỏ thay đổi")
    assert "13 → chưa trả lời" in noted(officer)
    assert "19 → chưa trả lời" in noted(officer)


def test_undoing_a_correction_names_the_answer_that_was_corrected() -> None:
    officer = Officer().say(*COLLECTIVE, "12", "19", "nhầm, 13 người", "bỏ thay đổi")
    assert "13 → 12" in noted(officer)
    assert "19" not in noted(officer)


def test_undoing_a_set_names_its_parts() -> None:
    officer = Officer().say("khen chuyên đề", "phong trào thi đua", "cấp tỉnh", "cá nhân")
    while officer.open != "guidance_parts":
        officer.tap("a:done" if "a:done" in officer.buttons else officer.buttons[0])
    officer.tap("c:all").say("bỏ thay đổi")
    assert "phạm vi" in noted(officer)
    assert "→ chưa trả lời" in noted(officer)


def test_removing_a_nominee_names_it_and_undo_puts_it_back() -> None:
    officer = Officer().say(*THREE, "trực tiếp", "12", "19")
    officer.tap("c:remove:2")
    assert noted(officer) == "Đã bỏ đội Dân quân khỏi danh sách."
    assert len(officer.nominees) == 2
    officer.say("bỏ thay đổi")
    assert "Đã đưa lại vào danh sách: đội Dân quân." in officer.text
    assert len(officer.nominees) == 3


def test_the_first_nominee_removed_is_the_one_put_back() -> None:
    officer = Officer().say(*THREE)
    officer.press("c:remove:0", officer.screen[-1].token)
    assert noted(officer) == "Đã bỏ ông A khỏi danh sách."
    officer.say("bỏ thay đổi")
    assert "Đã đưa lại vào danh sách: ông A." in officer.text


def test_undoing_a_list_says_who_left_it() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "ông A\nbà B", "bỏ thay đổi")
    assert "Đã bỏ khỏi danh sách: ông A, bà B." in officer.text


def test_the_units_own_level_says_from_what_to_what() -> None:
    officer = Officer().say("khen chuyên đề", "hội nghị, hội thảo", "cấp tỉnh", "cá nhân")
    while "c:own_level" not in officer.buttons:
        officer.tap(officer.buttons[0])
    officer.tap("c:own_level")
    assert "cấp tỉnh →" in noted(officer).lower()
    officer.say("bỏ thay đổi")
    assert "→ cấp tỉnh" in noted(officer).lower()


def test_undoing_each_alike_says_so_in_words() -> None:
    officer = Officer().say(*THREE[:2], "ông A\nbà B", "xong").tap("a:each").say("bỏ thay đổi")
    assert "Mỗi đối tượng một khác → chưa trả lời" in noted(officer)


def test_undoing_how_exact_a_day_is_names_the_day() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "tháng 10/2026")
    officer.say("bỏ thay đổi")
    assert "tháng 10/2026 → chưa trả lời" in noted(officer)
