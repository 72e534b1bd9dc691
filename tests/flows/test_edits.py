"""A message edited after it was sent corrects what it answered, and nothing else."""

from __future__ import annotations

from flows.edits import MOST_VALUES, REMEMBERED
from tests.flows.officer import Officer


def asked_for_heads() -> Officer:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể")
    return officer.send(text="12", message="m1").send(text="18", message="m2")


def test_an_edited_answer_corrects_the_answer_it_gave_and_not_the_open_question() -> None:
    officer = asked_for_heads()
    opened = officer.open
    officer.send(text="11", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 11
    assert officer.answers["forces_total"] == 18
    assert "12 → 11" in officer.text
    assert officer.verdict == "not_eligible"
    officer.send(text="13", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 13
    assert officer.open == opened


def test_an_edit_that_says_the_same_changes_nothing() -> None:
    officer = asked_for_heads().send(text="12 người", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 12
    assert "không có gì thay đổi" in officer.text


def test_an_edit_that_cannot_be_an_answer_is_refused_and_the_answer_stays() -> None:
    officer = asked_for_heads().send(text="nhiều lắm", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 12
    assert "Tôi cần một con số" in officer.text


def test_an_edit_of_what_was_not_understood_is_said_anew() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể")
    officer.send(text="mười hay", message="m1").send(text="12", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 12


def test_an_edit_of_a_message_long_past_says_how_to_correct_and_changes_nothing() -> None:
    officer = asked_for_heads()
    for number in range(REMEMBERED):
        officer.send(text=f"sửa tổng số thành {20 + number}", message=f"n{number}")
        officer.send(text=f"sửa tổng số thành {30 + number}", message=f"o{number}")
        officer.say("quay lại")
    before = officer.answers
    officer.send(text="5", message="m1", edited=True)
    assert officer.answers == before
    assert "sửa ngày thành 12/11" in officer.text


def test_an_edit_after_another_case_was_begun_does_not_touch_it() -> None:
    officer = asked_for_heads().say("menu", "khen đột xuất", "cứu người", "một tập thể")
    assert officer.open == "nominees[0].participants"
    before = officer.answers
    officer.send(text="11", message="m1", edited=True)
    assert officer.answers == before
    assert officer.open == "nominees[0].participants"
    assert "thuộc một vụ khác" in officer.text


def test_an_edit_of_a_message_never_seen_changes_nothing() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể")
    before = officer.answers
    officer.send(text="11", message="m0", edited=True)
    assert officer.answers == before
    assert "không còn biết tin vừa sửa" in officer.text


def test_a_case_come_back_to_is_still_corrected_by_its_messages() -> None:
    officer = asked_for_heads().say("menu", "tiếp tục")
    officer.send(text="13", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 13


def test_a_draft_opened_again_from_the_list_is_still_corrected_by_its_messages() -> None:
    officer = asked_for_heads().say("hồ sơ của tôi").press("g:open:1")
    officer.send(text="13", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 13


def test_another_draft_opened_from_the_list_is_not_corrected_by_them() -> None:
    officer = asked_for_heads().say("menu", "khen đột xuất", "cứu người", "một tập thể")
    officer.send(text="14", message="n1").say("hồ sơ của tôi").press("g:open:1")
    officer.send(text="13", message="n1", edited=True)
    assert officer.answers["nominees[0].participants"] == 12
    assert "thuộc một vụ khác" in officer.text


def test_what_was_not_understood_is_not_said_anew_to_another_question() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể")
    officer.send(text="mười hay", message="m1").send(text="12", message="m2")
    assert officer.open == "forces_total"
    officer.send(text="12", message="m1", edited=True)
    assert "forces_total" not in officer.answers


def test_a_question_to_the_letters_edited_is_answered_anew() -> None:
    officer = asked_for_heads().send(text="Hạn mười ngày tính thế", message="m3")
    officer.send(text="Hạn 10 ngày tính từ lúc nào?", message="m3", edited=True)
    assert "được cơ quan có thẩm quyền công nhận" in officer.text


def test_a_way_back_edited_is_no_answer() -> None:
    officer = asked_for_heads().send(text="quay lại", message="m3")
    before = officer.answers
    officer.send(text="17", message="m3", edited=True)
    assert officer.answers == before


def test_two_counts_in_one_message_are_both_corrected_and_both_told() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể")
    officer.send(text="12/18", message="m1").send(text="11/17", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 11
    assert officer.answers["forces_total"] == 17
    assert "12 → 11" in officer.text
    assert "18 → 17" in officer.text


def test_a_correction_edited_corrects_what_it_corrected() -> None:
    officer = asked_for_heads().send(text="sửa tổng số thành 20", message="m3")
    officer.send(text="sửa tổng số thành 19", message="m3", edited=True)
    assert officer.answers["forces_total"] == 19
    assert "20 → 19" in officer.text


def test_an_edit_that_contradicts_is_refused() -> None:
    officer = asked_for_heads().send(text="20", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 12


# an answer taken back meanwhile


def test_an_edit_of_an_answer_taken_back_is_the_answer_where_it_is_asked() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể")
    officer.send(text="12", message="m1").say("quay lại")
    assert officer.open == "nominees[0].participants"
    officer.send(text="11", message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 11
    assert "Ghi 11" in officer.text


def test_an_edit_of_an_answer_taken_back_and_not_asked_says_so() -> None:
    officer = asked_for_heads().say("quay lại", "quay lại", "quay lại")
    before = officer.answers
    officer.send(text="17", message="m2", edited=True)
    assert officer.answers == before
    assert "không còn biết tin vừa sửa" in officer.text


# a list


def two_named() -> Officer:
    officer = Officer().say("khen đột xuất", "cứu người").tap("a:many")
    officer.say("tập thể Dân quân Một; tập thể Dân quân Hai").tap("c:done")
    while not officer.open.endswith(".participants"):
        officer.tap(officer.buttons[0])
    return officer.send(text="12", message="m1").send(text="14", message="m2")


def test_an_edit_follows_its_nominee_when_another_is_removed() -> None:
    officer = two_named()
    officer.say("bỏ Dân quân Một")
    assert [one["participants"] for one in officer.nominees] == [14]
    officer.send(text="13", message="m1", edited=True)
    assert [one["participants"] for one in officer.nominees] == [14]
    officer.send(text="15", message="m2", edited=True)
    assert [one["participants"] for one in officer.nominees] == [15]
    officer.say("hoàn tác", "hoàn tác")
    assert [one["participants"] for one in officer.nominees] == [12, 14]
    officer.send(text="16", message="m2", edited=True)
    assert [one["participants"] for one in officer.nominees] == [12, 16]


def test_a_name_typed_is_corrected_and_nobody_is_added() -> None:
    officer = Officer().say("khen đột xuất", "cứu người").tap("a:many")
    officer.send(text="tập thể Dân quân Mốt", message="m1")
    officer.send(text="tập thể Dân quân Một", message="m1", edited=True)
    assert [one["name"] for one in officer.nominees] == ["tập thể Dân quân Một"]
    assert "tập thể Dân quân Mốt → tập thể Dân quân Một" in officer.text
    officer.send(text="12/11", message="m1", edited=True)
    assert [one["name"] for one in officer.nominees] == ["tập thể Dân quân Một"]


def test_an_edit_adds_nobody_to_a_list_and_says_how() -> None:
    officer = Officer().say("khen đột xuất", "cứu người").tap("a:many")
    officer.send(text="Nông Văn Hải", message="m1")
    officer.send(text="Nông Văn Hải; Nông Văn An", message="m1", edited=True)
    assert [one["name"] for one in officer.nominees] == ["Nông Văn Hải"]
    assert "không thêm bớt được" in officer.text


def test_a_long_list_is_not_remembered() -> None:
    names = "\n".join(f"Nông Văn {chr(65 + n // 9)}{chr(97 + n % 9)}" for n in range(MOST_VALUES))
    officer = Officer().say("khen đột xuất", "cứu người").tap("a:many")
    officer.send(text=names, message="m1")
    before = officer.answers
    assert len(officer.nominees) == MOST_VALUES
    officer.send(text="Nông Văn Hải", message="m1", edited=True)
    assert officer.answers == before
