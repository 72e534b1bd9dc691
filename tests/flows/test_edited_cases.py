"""A case told in one message and edited later; a report written in several, and one edited."""

from __future__ import annotations

import pytest

from flows.model import Json
from flows.reminding import File
from flows.state import from_json, to_json
from flows.turn import Heard, State
from tests.fakes import MemoryStorage
from tests.flows.officer import Officer
from tests.flows.reminded import PAPER, kept, with_task

STORY = "Hôm qua 12 đc dân quân trong 18 người cứu được 2 cháu bé ở suối, khen đột xuất được không?"
PHOTO = File("telegram", "f1", "anh.jpg", size=10, media="image/jpeg")


def told() -> Officer:
    return Officer().send(text=STORY, message="m1")


def edit(officer: Officer, old: str, new: str) -> Officer:
    return officer.send(text=STORY.replace(old, new), message="m1", edited=True)


def test_a_word_mended_in_a_case_leaves_what_was_corrected_since() -> None:
    officer = told().say("không phải 12 mà 11 người")
    before = officer.answers
    edit(officer, "ở suối", "ở con suối")
    assert officer.answers == before
    assert officer.verdict == "not_eligible"
    assert "không có gì thay đổi" in officer.text


def test_what_is_told_otherwise_is_changed_and_what_was_corrected_since_is_kept() -> None:
    officer = told().say("không phải 12 mà 11 người")
    edit(officer, "12 đc dân quân trong 18", "13 đc dân quân trong 17")
    assert officer.answers["nominees[0].participants"] == 11
    assert officer.answers["forces_total"] == 17
    assert "18 → 17" in officer.text
    assert "tôi giữ nguyên: " in officer.text
    edit(officer, "12 đc dân quân trong 18", "14 đc dân quân trong 17")
    assert officer.answers["nominees[0].participants"] == 11
    assert "tôi giữ nguyên: " in officer.text


def test_an_edit_that_is_no_case_is_refused_and_changes_nothing() -> None:
    officer = told()
    before = officer.answers
    officer.send(text="thôi bỏ qua nhé", message="m1", edited=True)
    assert officer.answers == before
    assert "không còn kể" in officer.text


def test_counts_that_cannot_be_are_told_and_change_nothing() -> None:
    officer = told()
    before = officer.answers
    edit(officer, "12 đc dân quân trong 18", "20 đc dân quân trong 18")
    assert officer.answers == before
    assert "20" in officer.text
    edit(officer, "Hôm qua", "Ngày 18/11 và ngày 19/11")
    assert officer.answers == before
    assert "nói chưa rõ: ngày lập thành tích" in officer.text


def test_what_the_case_tells_more_is_taken_and_what_it_leaves_out_is_dropped() -> None:
    story = STORY.replace("khen đột xuất được không?", "đề nghị khen đột xuất")
    officer = Officer().send(text=story, message="m1")
    officer.send(text=story.replace("Hôm qua ", ""), message="m1", edited=True)
    assert "achieved_on" not in officer.answers
    assert "đã bỏ: ngày lập thành tích" in officer.text
    officer.send(text=story, message="m1", edited=True)
    assert officer.answers["achieved_on"] == "2026-11-20"


def test_words_that_no_longer_tell_of_whom_change_nothing() -> None:
    officer = told()
    before = officer.answers
    edit(officer, " trong 18 người", "")
    assert officer.answers == before
    assert "nói chưa rõ: tổng số" in officer.text


def test_a_case_whose_answers_were_taken_back_is_not_told_anew() -> None:
    officer = told().say("hoàn tác")
    assert officer.answers == {}
    edit(officer, "12", "11")
    assert officer.answers == {}
    assert "không còn biết tin vừa sửa" in officer.text


def test_a_case_of_which_nothing_is_left_is_not_told_anew() -> None:
    story = "Đề nghị khen chuyên đề cho phong trào thi đua, tổng kết ngày 10/12"
    officer = Officer().send(text=story, message="m1").say("hoàn tác")
    officer.send(text=f"{story}, có văn bản chỉ đạo của tỉnh", message="m1", edited=True)
    assert officer.answers == {}
    assert "không còn biết tin vừa sửa" in officer.text


RESCUER = "Hôm qua ông Nông Văn Ba cứu được 2 cháu bé ở suối, đề nghị khen đột xuất"
TWO_RESCUERS = RESCUER.replace("Ba cứu", "Ba và ông Hoàng Văn An cứu")


def test_a_case_edited_may_tell_of_one_more() -> None:
    officer = Officer().send(text=RESCUER, message="m1")
    officer.send(text=TWO_RESCUERS, message="m1", edited=True)
    assert [one["name"] for one in officer.nominees] == ["Nông Văn Ba", "Hoàng Văn An"]
    assert "Hoàng Văn An" in officer.text


def test_a_case_edited_says_nothing_of_who_was_added_since_by_other_words() -> None:
    officer = Officer().send(text=RESCUER, message="m1").say("thêm một cá nhân: Nông Văn Hải")
    before = officer.answers
    officer.send(text=TWO_RESCUERS, message="m1", edited=True)
    assert officer.answers == before
    assert "tôi giữ nguyên: " in officer.text


def test_a_case_kept_as_a_draft_is_still_corrected_by_its_message() -> None:
    officer = edit(told().tap("c:file"), "12 đc", "13 đc")
    [draft] = officer.stored.values()
    assert draft.answers["nominees[0].participants"] == 13


def test_a_case_of_a_nominee_removed_since_is_not_told_anew() -> None:
    officer = Officer().send(text=STORY.replace("dân quân", "của Dân quân Một"), message="m1")
    officer.say("thêm một cá nhân: Nông Văn Hải", "bỏ Dân quân Một")
    assert [one["name"] for one in officer.nominees] == ["Nông Văn Hải"]
    before = officer.answers
    edit(officer, "12", "11")
    assert officer.answers == before


def test_what_was_told_in_the_middle_is_corrected_by_an_edit() -> None:
    more = "12 dân quân trong tổng số 18 người cứu được 2 cháu bé ngày 19/11"
    officer = Officer().say("khen đột xuất").send(text=more, message="m1")
    officer.send(text=more.replace("19/11", "20/11"), message="m1", edited=True)
    assert officer.answers["achieved_on"] == "2026-11-20"
    before = officer.answers
    officer.send(text="thôi bỏ qua nhé các anh", message="m1", edited=True)
    assert officer.answers == before


def test_what_answered_one_kind_of_award_is_no_edit_of_the_other() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều")
    officer.send(text="tập thể Dân quân xã", message="m1").say("xong", "3", "19")
    officer.tap("c:fix", "c:edit:nominees[*].ground", "a:none", "c:other_kind:thematic")
    before = officer.answers
    officer.send(text="tập thể Dân quân Một", message="m1", edited=True)
    assert officer.answers == before
    assert "thuộc một vụ khác" in officer.text


def reporting() -> Officer:
    storage = MemoryStorage()
    with_task(storage)
    return Officer(storage=storage).press("g:report:1")


def report(officer: Officer) -> tuple[str | None, tuple[File, ...]]:
    """As it is handed in."""
    officer.say("gửi")
    return kept(officer).report, kept(officer).files


def test_a_paragraph_of_a_report_edited_stands_in_its_old_place() -> None:
    officer = reporting().send(text="12 hồ sơ", message="m1").send(text="3 quyển", message="m2")
    officer.send(text="13 hồ sơ", message="m1", edited=True)
    assert "12 hồ sơ → 13 hồ sơ" in officer.text
    officer.send(text="13 hồ sơ", message="m1", edited=True)
    assert "không có gì thay đổi" in officer.text
    assert report(officer) == ("13 hồ sơ\n3 quyển", ())


def test_words_of_the_program_in_an_edit_of_a_report_are_its_words() -> None:
    officer = reporting().send(text="12 hồ sơ", message="m1")
    officer.send(text="Gửi", message="m1", edited=True)
    assert report(officer) == ("Gửi", ())


def test_an_edited_caption_adds_its_file_once() -> None:
    officer = reporting().send(text="Ảnh hồ sơ", files=(PHOTO,), message="m1")
    officer.send(text="Ảnh bìa hồ sơ", files=(PHOTO,), message="m1", edited=True)
    assert "Ảnh hồ sơ, anh.jpg → Ảnh bìa hồ sơ, anh.jpg" in officer.text
    officer.send(files=(PAPER,), message="m1", edited=True)
    assert report(officer) == ("", (PAPER,))


def test_an_edit_that_leaves_nothing_or_too_much_is_refused() -> None:
    officer = reporting().send(text="12 hồ sơ " + "x" * 80, message="m1")
    officer.send(attachment="sticker", message="m1", edited=True)
    officer.send(text="x" * 3001, message="m1", edited=True)
    assert "3001" in officer.text
    assert report(officer) == ("12 hồ sơ " + "x" * 80, ())


def test_an_edit_of_an_answer_is_no_word_of_a_report_nor_the_other_way_round() -> None:
    officer = reporting().say("menu", "khen đột xuất", "cứu người", "một tập thể")
    officer.send(text="12", message="m1").press("g:report:1").send(text="12 hồ sơ", message="m2")
    officer.send(text="11", message="m1", edited=True)
    assert "thuộc một vụ khác" in officer.text
    assert report(officer) == ("12 hồ sơ", ())
    before = officer.answers
    officer.send(text="13 hồ sơ", message="m2", edited=True)
    assert officer.answers == before
    assert kept(officer).report == "12 hồ sơ"


@pytest.mark.parametrize("raw", [{"heard": [["m1", ["forces_total"]]]}, {}])
def test_what_an_older_version_remembered_of_messages_is_left_out(raw: Json) -> None:
    assert from_json(raw) == State()


def test_what_is_remembered_of_messages_is_stored_and_read_again() -> None:
    now = State(case=3, heard=(Heard("m1", 3, values={"plan": True}), Heard("m2", 3, 7, told=True)))
    assert from_json(to_json(now)) == now
