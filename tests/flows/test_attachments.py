"""Files of a draft: each as the paper it is; which is missing is told from the answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.attached import MOST_BYTES, MOST_FILES, count_of, files_of, missing_of
from flows.model import Role, UnitRole
from flows.proposals.course import Course, State
from flows.reminding import File
from rules.message import say
from tests.flows.officer import CAO_LOC, Officer, member

CASE = ("khen đột xuất", "cứu người", "tập thể", "Dân quân xã", "12", "18", "trực tiếp", "hôm qua")
PDF = File("web", "a" * 64, "xac-nhan.pdf", size=9, media="application/pdf")
PHOTO = File("telegram", "photo:abc", "anh.jpg", size=9, media=None)
TWO = ("khen đột xuất", "cứu người", "nhiều", "ông Hoàng Văn Thái\ntập thể Dân quân xã", "xong")


def reviewed() -> Officer:
    """A stored draft of a surprise award, on its review."""
    return Officer().say(*TWO, "12/18", "trực tiếp", "hôm qua", "xem lại")


def page() -> Officer:
    return reviewed().tap("Tệp kèm theo")


def send(officer: Officer, *files: File) -> Officer:
    return officer.send(attachment="file", files=files)


def there(officer: Officer) -> dict[str, list[str]]:
    return {
        paper: [one.name for one in files] for paper, files in files_of(officer.stored[1]).items()
    }


def test_the_review_tells_what_is_missing_and_leads_to_the_files() -> None:
    officer = reviewed()
    assert "Còn thiếu giấy: Xác nhận thành tích" in officer.text
    officer.tap("Tệp kèm theo")
    assert "Tệp kèm theo · Khen đột xuất" in officer.text
    assert "Gửi ảnh hoặc tệp" in officer.text
    assert officer.screen[-1].expects.value == "files"


def test_a_file_is_said_to_be_a_paper_and_is_stored_with_the_draft() -> None:
    officer = send(page(), PDF)
    assert "Đã nhận xac-nhan.pdf. Đây là giấy gì?" in officer.text
    assert officer.buttons == ["a:confirmation", "a:photos", "a:other", "c:cancel"]
    officer.tap("Xác nhận thành tích")
    assert there(officer) == {"confirmation": ["xac-nhan.pdf"]}
    assert "Đã để vào «Xác nhận thành tích»: xac-nhan.pdf" in officer.text
    assert "Còn thiếu" not in officer.text
    assert officer.storage.memory.events[-1] == ("attached", {})
    assert files_of(officer.stored[1])["confirmation"] == (PDF,)


def test_a_draft_with_files_is_opened_at_its_review_which_names_them() -> None:
    officer = send(page(), PDF).tap("Xác nhận thành tích").tap("Mở hồ sơ")
    assert officer.open == "review"
    assert "✓ Xác nhận thành tích: xac-nhan.pdf" in officer.text
    assert {"g:papers:1", "g:attachments:1"} <= set(officer.buttons)
    assert "c:dossier" not in officer.buttons


def test_several_sent_one_after_the_other_are_said_at_once_and_the_same_one_is_one() -> None:
    officer = send(send(page(), PDF), PHOTO, PDF)
    assert "xac-nhan.pdf, anh.jpg, xac-nhan.pdf" in officer.text
    officer.tap("a:photos")
    assert there(officer) == {"photos": ["xac-nhan.pdf", "anh.jpg"]}
    send(officer, PDF).tap("Ảnh")
    assert count_of(officer.stored[1]) == 2


def test_what_is_not_yet_said_waits_and_can_be_left() -> None:
    officer = send(page(), PDF)
    assert "Đây là giấy gì?" in officer.say("không rõ nữa").text
    assert "Đây là giấy gì?" in officer.press("g:help").text
    officer.press("a:nothing", officer.screen[-1].token)
    assert "Đây là giấy gì?" in officer.text
    officer.tap("c:cancel")
    assert there(officer) == {}
    assert "Gửi ảnh hoặc tệp" in officer.text


def test_a_file_is_looked_at_and_taken_off_by_its_own_buttons() -> None:
    officer = send(page(), PDF, PHOTO).tap("a:other")
    officer.tap("Xem anh.jpg")
    assert officer.screen[-1].file is not None
    assert officer.screen[-1].file.kept == PHOTO
    assert officer.screen[-1].file.media == "application/octet-stream"
    officer.tap("Tệp kèm theo").tap("c:take_off:other:0", "c:taken_off:other:0")
    assert "Đã bỏ xac-nhan.pdf" in officer.text
    assert there(officer) == {"other": ["anh.jpg"]}
    officer.tap("c:take_off:other:0", "c:taken_off:other:0")
    assert there(officer) == {}
    assert "note.files.other" not in officer.stored[1].answers


def test_taking_off_names_the_file_and_is_asked_about_first() -> None:
    officer = send(page(), PDF, PHOTO).tap("a:other")
    roles = {choice.id: choice.role for row in officer.screen[-1].choices for choice in row}
    assert roles["c:take_off:other:0"] is Role.ASIDE
    officer.tap("Bỏ anh.jpg")
    assert "Bỏ anh.jpg khỏi «Giấy tờ khác»?" in officer.text
    assert there(officer) == {"other": ["xac-nhan.pdf", "anh.jpg"]}
    officer.tap("Giữ lại")
    assert "Gửi ảnh hoặc tệp" in officer.text
    assert there(officer) == {"other": ["xac-nhan.pdf", "anh.jpg"]}
    officer.tap("Bỏ anh.jpg", "Bỏ anh.jpg")
    assert there(officer) == {"other": ["xac-nhan.pdf"]}


@pytest.mark.parametrize("which", ["other:7", "other:x", "nothing:0", "other"])
def test_a_file_that_is_not_there_is_said(which: str) -> None:
    officer = send(page(), PDF).tap("a:other")
    assert "không còn" in officer.press(f"g:attached:1:{which}").text
    officer.press(f"c:take_off:{which}", officer.screen[-1].token)
    assert "không còn" in officer.text
    assert there(officer) == {"other": ["xac-nhan.pdf"]}


def test_words_are_no_file_and_back_leads_to_the_page() -> None:
    officer = page().say("alo")
    assert "Tôi cần một tệp hoặc ảnh" in officer.text
    assert "Tôi cần" not in officer.say("quay lại").text


def test_it_can_be_asked_for_in_words() -> None:
    officer = reviewed().say("còn thiếu giấy gì")
    assert "Còn thiếu giấy: Xác nhận thành tích" in officer.text
    assert "Mở một hồ sơ trước" in Officer().say("tệp kèm theo").text


def test_so_many_files_and_no_more() -> None:
    many = [replace(PHOTO, reference=f"photo:{n}") for n in range(MOST_FILES)]
    officer = send(page(), *many).tap("a:photos")
    assert count_of(officer.stored[1]) == MOST_FILES
    assert f"đến {MOST_FILES} tệp" in send(officer, PDF).text
    assert count_of(officer.stored[1]) == MOST_FILES


def test_so_many_bytes_and_no_more() -> None:
    half = replace(PDF, size=MOST_BYTES // 2)
    officer = send(page(), half, replace(half, reference="b" * 64)).tap("a:other")
    assert count_of(officer.stored[1]) == 2
    assert "cộng lại đến 45 MB" in send(officer, PHOTO).text
    assert "Gửi ảnh hoặc tệp" in officer.text
    assert count_of(officer.stored[1]) == 2
    send(officer.tap("c:take_off:other:0", "c:taken_off:other:0"), PHOTO).tap("a:other")
    assert count_of(officer.stored[1]) == 2


REFUSED = say("file.refused.kind", name="anh.jpg")


def test_a_file_that_is_not_taken_is_said_and_the_same_page_comes_back() -> None:
    officer = page().send(attachment="file", refused=REFUSED)
    assert officer.text.startswith("Không nhận anh.jpg: bên trong không phải PDF")
    assert "Gửi ảnh hoặc tệp" in officer.text
    send(officer, PDF).send(attachment="file", refused=REFUSED)
    assert "Không nhận anh.jpg" in officer.text
    assert "Đã nhận xac-nhan.pdf. Đây là giấy gì?" in officer.text, "what came before is kept"
    officer.tap("a:confirmation")
    assert there(officer) == {"confirmation": ["xac-nhan.pdf"]}


def test_what_was_written_beside_a_file_that_is_not_taken_is_heard() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "Dân quân xã")
    officer.send(text="12", attachment="file", refused=REFUSED)
    assert "Không nhận anh.jpg" in officer.text
    assert officer.stored[1].answers["nominees[0].participants"] == 12


def test_a_file_that_is_not_taken_at_a_question_answers_nothing() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "Dân quân xã")
    before, asked = dict(officer.stored[1].answers), officer.open
    officer.send(attachment="photo", refused=REFUSED)
    assert "Không nhận anh.jpg" in officer.text
    assert (dict(officer.stored[1].answers), officer.open) == (before, asked)


def test_what_was_sent_is_closed_and_still_looked_at() -> None:
    officer = send(page(), PDF).tap("a:other")
    stored = officer.storage.memory.drafts
    stored[1] = replace(stored[1], course=Course(State.SUBMITTED))
    officer.press("g:attachments:1")
    assert "không đổi được nữa" in officer.text
    assert officer.screen[-1].expects.value == "nothing"
    assert "không đổi được nữa" in send(officer, PHOTO).text
    officer.press("g:attached:1:other:0")
    assert officer.screen[-1].file is not None
    assert there(officer) == {"other": ["xac-nhan.pdf"]}


def test_of_another_s_draft_there_is_nothing() -> None:
    officer = send(page(), PDF).tap("a:other")
    other = Officer(member(CAO_LOC, account=2), storage=officer.storage, name="other")
    for choice in ("g:attachments:1", "g:attached:1:other:0"):
        other.press(choice)
        assert other.screen[-1].file is None
        assert "xac-nhan" not in other.text


@pytest.mark.parametrize("role", [UnitRole.REVIEWER, UnitRole.ADMINISTRATOR])
def test_who_keeps_no_drafts_has_no_files(role: UnitRole) -> None:
    officer = Officer(member(CAO_LOC, role)).press("g:attachments:1")
    assert officer.open == "attached"


def test_a_copy_is_of_another_deed_and_takes_no_files() -> None:
    officer = send(page(), PDF).tap("a:other").press("g:copy:1")
    copies = [draft for number, draft in officer.stored.items() if number != 1]
    assert all(count_of(draft) == 0 for draft in copies)
    assert officer.draft is not None
    assert count_of(officer.draft) == 0


def test_each_answer_that_speaks_of_a_paper_wants_it() -> None:
    officer = reviewed()
    draft = officer.stored[1]
    dated = replace(draft, answers={**draft.answers, "recognition": "dated"})
    assert missing_of(dated) == ("confirmation", "recognition")
    found = replace(draft, answers={**draft.answers, "nominees[0].initiative_recognized": True})
    assert missing_of(found) == ("confirmation", "initiative")
    whole = {"plan": "done", "guidance": "not_yet", "directive": "written"}
    thematic = replace(draft, kind="thematic", answers={**whole, "council_review": "done"})
    assert missing_of(thematic) == ("plan", "directive", "council")


def test_a_paper_whose_answer_changed_keeps_its_file_until_it_is_taken_off() -> None:
    officer = send(page(), PDF).tap("a:confirmation")
    stored = officer.storage.memory.drafts
    raw = [{"channel": "web", "reference": "b" * 64, "name": "kh.pdf"}]
    stored[1] = replace(stored[1], answers={**stored[1].answers, "note.files.plan": raw})
    assert "✓ Kế hoạch: kh.pdf" in officer.press("g:attachments:1").text
    assert there(officer) == {"confirmation": ["xac-nhan.pdf"], "plan": ["kh.pdf"]}


def test_a_past_award_has_no_attachments() -> None:
    officer = Officer().press("g:revocation")
    while not officer.stored:
        officer.say("12/11/2025") if officer.screen[-1].expects.value == "date" else officer.tap(
            officer.buttons[0]
        )
    assert "Không" in officer.press("g:attachments:1").text or officer.open == "attached"
