"""The papers of a draft: asked part by part, passed over, and handed over as one file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.book.papers import Papers
from flows.model import UnitRole
from flows.papers.facts import MOST_NOMINEES
from flows.proposals.course import Course, State
from flows.turn import OpenDraft, Said, Scene
from tests.flows.officer import CAO_LOC, Officer, member
from tests.flows.sent import Office, at_office

TWO = ("khen đột xuất", "cứu người", "nhiều", "ông Hoàng Văn Thái\ntập thể Dân quân xã", "xong")


def with_draft() -> Officer:
    """A draft of one person and one collective, on its review."""
    return Officer().say(*TWO, "12/18", "trực tiếp", "hôm qua", "xem lại")


def writing() -> Officer:
    return with_draft().tap("g:papers:1", "g:write_papers:1")


def answered(officer: Officer, path: str) -> object:
    return officer.stored[1].answers.get(path)


def test_the_review_leads_to_the_papers() -> None:
    officer = with_draft().tap("g:papers:1")
    assert "Giấy tờ · Khen đột xuất · ông Hoàng Văn Thái" in officer.text
    assert "Còn để dòng chấm" in officer.text
    assert {"g:write_papers:1", "g:make_papers:1"} <= set(officer.buttons)


def test_each_part_is_asked_with_an_example_and_can_be_passed_over() -> None:
    officer = writing()
    asked = []
    while officer.open.startswith("text:"):
        asked.append(officer.open.removeprefix("text:papers:"))
        assert "Ví dụ: «" in officer.text
        officer.tap("c:unknown")
    assert asked == [
        "note.subject",
        "note.place",
        "note.circumstances",
        "nominees[0].birth_year",
        "nominees[0].position",
        "nominees[0].deed",
        "nominees[1].profile",
        "nominees[1].deed",
        "note.result",
        "note.authority",
        "note.head_title",
        "note.head_name",
        "note.office_place",
    ]
    assert answered(officer, "note.subject") is None
    assert "note.subject" in officer.stored[1].answers
    assert "g:write_papers:1" not in officer.buttons


def test_a_body_is_shown_how_a_bodys_deed_is_told() -> None:
    officer = writing().tap(*["c:unknown"] * 5)
    assert "Ông Thái nhảy" in officer.text
    officer.tap("c:unknown", "c:unknown")
    assert "Trung đội căng dây" in officer.text


def test_what_is_written_is_kept_as_typed_line_by_line() -> None:
    officer = writing().say("cứu 02 cháu bé & <ba>", "suối Nà Lầm", "Mưa to.\n\nNước dâng.")
    assert answered(officer, "note.subject") == "cứu 02 cháu bé & <ba>"
    assert answered(officer, "note.circumstances") == "Mưa to.\nNước dâng."
    assert officer.open == "text:papers:nominees[0].birth_year"


def test_words_of_a_deed_are_no_command_and_no_correction() -> None:
    officer = writing()
    while officer.open != "text:papers:nominees[0].deed":
        officer.tap("c:unknown")
    officer.say("Sửa cầu thành đường, 13 người")
    assert answered(officer, "nominees[0].deed") == "Sửa cầu thành đường, 13 người"
    assert answered(officer, "nominees[1].participants") == 12


def test_not_known_may_be_typed_as_well() -> None:
    officer = writing().say("chưa biết")
    assert "note.subject" in officer.stored[1].answers
    assert officer.open == "text:papers:note.place"


@pytest.mark.parametrize("text", ["năm 88", "1850", "2090", "chưa già"])
def test_what_is_no_year_of_birth_is_asked_again(text: str) -> None:
    officer = writing().tap(*["c:unknown"] * 3).say(text)
    assert officer.open == "text:papers:nominees[0].birth_year"
    assert "ví dụ 1988" in officer.text
    officer.say("sinh 05/3/1988")
    assert answered(officer, "nominees[0].birth_year") == 1988


def test_too_long_a_part_is_refused_with_its_length() -> None:
    officer = writing().say("a" * 301)
    assert "301" in officer.text
    assert officer.open == "text:papers:note.subject"
    officer.show("photo")
    assert officer.open == "text:papers:note.subject"


def test_why_is_answered_and_the_same_part_asked_again() -> None:
    officer = writing().tap("c:why")
    assert "dòng chấm, viết tay sau" in officer.text
    assert officer.open == "text:papers:note.subject"


def test_an_old_button_asks_the_same_part_again() -> None:
    officer = writing().press("a:one", "stale")
    assert officer.open == "text:papers:note.subject"
    assert answered(officer, "note.subject") is None


def test_a_question_of_the_papers_can_be_left_and_is_not_lost() -> None:
    officer = writing().say("cứu hai cháu bé").tap("g:papers:1")
    assert "Đã có 4/17 phần" in officer.text
    officer.tap("g:write_papers:1")
    assert officer.open == "text:papers:note.place"
    officer.say("quay lại")
    assert officer.open == "papers:1"


def test_the_verdict_and_the_reminders_stay_as_they_are() -> None:
    officer = with_draft()
    before = officer.verdict
    officer.tap("g:papers:1", "g:write_papers:1").say("cứu hai cháu bé")
    assert officer.stored[1].answers["note.subject"] == "cứu hai cháu bé"
    officer.tap("g:papers:1", "g:open:1")
    assert officer.verdict == before


def test_the_file_is_promised_to_this_account_alone() -> None:
    officer = with_draft().tap("g:papers:1", "g:make_papers:1")
    file = officer.screen[-1].file
    assert file is not None
    assert file.kept is not None
    assert (file.kept.channel, file.kept.reference) == ("papers", "1-1")
    assert file.name == "ho-so-1.zip"
    assert "5 giấy tờ và mục lục" in officer.text
    assert "Còn để dòng chấm" in officer.text


def test_a_file_is_called_by_the_draft_in_plain_letters() -> None:
    officer = with_draft().tap("g:drafts").press("g:rename:1").say("../Cứu người Nà Lầm")
    officer.press("g:make_papers:1")
    assert officer.screen[-1].file is not None
    assert officer.screen[-1].file.name == "ho-so-1-cuu-nguoi-na-lam.zip"


def test_a_day_without_rules_judges_nothing_and_makes_the_papers_all_the_same() -> None:
    officer = with_draft()
    before = officer.stored[1]
    officer.day = date(2019, 1, 1)
    officer.press("g:make_papers:1")
    assert officer.screen[-1].file is not None
    assert officer.stored[1] == before


def test_a_whole_dossier_says_that_nothing_is_missing() -> None:
    officer = with_draft().tap("c:continue")
    while officer.open != "review":
        option = next((one for one in officer.buttons if one.startswith("a:")), "")
        officer.tap(option) if option else officer.say("Giấy xác nhận số 1")
    officer.tap("g:papers:1", "g:write_papers:1")
    while officer.open.startswith("text:"):
        if officer.open == "text:papers:note.office_place":
            officer.press("g:papers:1")
            assert "Còn để dòng chấm: địa danh trên văn bản." in officer.text
            officer.tap("g:write_papers:1")
        officer.say("1988" if "birth" in officer.open else "Đã có.")
    officer.tap("g:make_papers:1")
    assert "Không còn phần nào thiếu" in officer.text


def test_a_thematic_dossier_asks_for_targets_and_solutions() -> None:
    officer = Officer().say("khen chuyên đề", "kỷ niệm, đại hội", "cấp tỉnh", "cá nhân", "xem lại")
    officer.press("g:write_papers:1")
    assert "Tên chuyên đề, phong trào là gì?" in officer.text
    assert "nông thôn mới" in officer.text
    asked = []
    while officer.open.startswith("text:"):
        asked.append(officer.open.removeprefix("text:papers:"))
        officer.tap("c:unknown")
    assert {"nominees[0].targets", "nominees[0].solutions", "note.plan_doc"} <= set(asked)
    assert not {"note.place", "note.circumstances", "note.authority"} & set(asked)
    officer.press("g:make_papers:1")
    assert "5 giấy tờ và mục lục" in officer.text


def test_several_alike_without_names_get_papers_without_questions_of_each() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "5 cá nhân", "trực tiếp", "hôm qua")
    officer.press("g:make_papers:1")
    assert "8 giấy tờ và mục lục" in officer.text


def test_nobody_or_too_many_are_refused_with_the_number() -> None:
    officer = Officer().say("khen đột xuất", "cứu người").press("g:make_papers:1")
    assert officer.screen[-1].file is None
    assert f"từ 1 đến {MOST_NOMINEES}" in officer.text
    officer = Officer().say("khen đột xuất", "cứu người", "400 cá nhân").press("g:make_papers:1")
    assert officer.screen[-1].file is None


def test_the_command_is_for_the_draft_in_hand() -> None:
    officer = with_draft().say("soạn giấy tờ")
    assert officer.open == "papers:1"
    officer = Officer().say("soạn giấy tờ")
    assert "mở một hồ sơ trước" in officer.text


def test_a_stranger_and_a_reviewer_have_no_papers() -> None:
    for person in (None, member(CAO_LOC, UnitRole.REVIEWER)):
        officer = Officer(person).press("g:papers:1")
        assert "g:make_papers:1" not in officer.buttons


def test_another_officers_draft_is_not_there() -> None:
    mine = with_draft()
    other = Officer(member(account=2), storage=mine.storage, name="other")
    for command in ("papers", "write_papers", "make_papers"):
        other.press(f"g:{command}:1")
        assert "không còn" in other.text.lower()
        assert all(reply.file is None for reply in other.screen)


def test_a_past_award_has_no_papers_of_a_proposal() -> None:
    officer = Officer().press("g:revocation")
    while not officer.stored:
        officer.tap("c:unknown")
    officer.press("g:papers:1")
    assert "không có giấy tờ đề nghị" in officer.text


def test_what_was_sent_is_not_rewritten_but_still_made() -> None:
    officer = with_draft()
    sent = replace(officer.stored[1], course=Course(State.WITH_HEAD))
    officer.stored[1] = sent
    officer.press("g:write_papers:1")
    assert not officer.open.startswith("text:")
    assert "g:write_papers:1" not in officer.buttons
    officer.press("g:make_papers:1")
    assert officer.screen[-1].file is not None
    assert officer.stored[1] == sent


def test_a_part_is_edited_from_the_review_as_any_answer() -> None:
    officer = writing().say("cứu hai cháu bé").press("g:open:1").say("xem lại")
    officer.tap("c:fix")
    officer.press("c:edit:note.subject", officer.screen[-1].token).say("cứu ba cháu bé")
    assert answered(officer, "note.subject") == "cứu ba cháu bé"
    officer.tap("c:fix")
    officer.press("c:edit:note.subject", officer.screen[-1].token).say("a" * 301)
    assert "301" in officer.text
    officer.say("cũng chưa rõ lắm")
    assert answered(officer, "note.subject") is None


def test_a_long_part_is_shown_short_on_the_review() -> None:
    officer = writing().say("cứu " + "rất " * 60 + "nhiều người").press("g:open:1").say("xem lại")
    assert "…" in officer.text
    assert "nhiều người" not in officer.text


def test_the_office_has_the_file_of_what_was_sent_and_writes_none() -> None:
    _, _, _, reviewer = at_office()
    reviewer.press("g:make_papers:1")
    file = reviewer.screen[-1].file
    assert file is not None
    assert file.kept is not None
    assert file.kept.reference == "1-9"
    assert "DỰ THẢO" in reviewer.text
    assert "g:proposal:1" in reviewer.buttons
    for command in ("papers", "write_papers"):
        reviewer.press(f"g:{command}:1")
        assert "từ trang của hồ sơ đó" in reviewer.text
    reviewer.press("g:make_papers:2")
    assert reviewer.screen[-1].file is None


def test_what_only_the_head_has_makes_no_file_for_the_office() -> None:
    office = Office()
    officer, reviewer = office.officer(), office.reviewer()
    office.draft()
    officer.press("g:submit:1").tap("c:send")
    reviewer.press("g:make_papers:1")
    assert reviewer.screen[-1].file is None


def test_what_is_decided_is_no_draft_any_more() -> None:
    office, _, _, reviewer = at_office()
    registers = office.storage.memory.registers
    registers.proposals[1] = replace(office.proposal(), state=State.DECIDED)
    reviewer.press("g:make_papers:1")
    assert "DỰ THẢO" not in reviewer.text


def test_made_again_it_says_what_has_changed() -> None:
    officer = writing().say("cứu hai cháu bé").press("g:make_papers:1")
    assert "lần lập trước" not in officer.text
    officer.press("g:make_papers:1")
    assert "Không đổi gì so với lần lập trước" in officer.text
    officer.press("g:write_papers:1").say("suối Nà Lầm").press("g:open:1").say("nhầm, 13 người")
    officer.press("g:make_papers:1")
    changed = next(line for line in officer.text.splitlines() if "lần lập trước" in line)
    assert "nơi xảy ra sự việc" in changed
    assert "số người của tập thể" in changed
    assert "hoàn cảnh" not in changed


def test_much_that_has_changed_is_told_in_part() -> None:
    officer = with_draft().press("g:make_papers:1").tap("g:papers:1", "g:write_papers:1")
    while officer.open.startswith("text:"):
        officer.tap("c:unknown")
    officer.press("g:make_papers:1")
    assert "và 5 phần khác" in officer.text


def test_who_left_the_list_is_no_change_to_name() -> None:
    officer = with_draft().press("g:make_papers:1").press("g:open:1").say("xem lại")
    officer.say("bỏ tập thể Dân quân xã").press("g:make_papers:1")
    assert officer.screen[-1].file is not None
    assert "Danh sách bớt 1 đối tượng" in officer.text
    assert "Không đổi gì" not in officer.text
    assert "Danh sách bớt" not in officer.press("g:make_papers:1").text


def test_the_mark_of_what_was_made_is_no_answer() -> None:
    officer = with_draft()
    review = officer.text
    officer.press("g:make_papers:1")
    assert "note.made" in officer.stored[1].answers
    officer.press("g:open:1").say("xem lại")
    assert officer.text.splitlines()[-8:] == review.splitlines()[-8:]
    officer.say("hoàn tác")
    assert "note.made" in officer.stored[1].answers
    assert "achieved_on" not in officer.stored[1].answers


def test_a_page_is_shown_where_it_can_be_drawn() -> None:
    officer = with_draft()
    assert officer.stored[1].id == 1
    at = {"draft": 1, "do": "make_papers"}
    found = replace(officer.stored[1])
    scene = Scene(member(), officer.day, at=at, asked=OpenDraft(1), found=found)
    (reply,) = Papers(draws=True).step(scene, Said(command="found")).replies
    assert reply.choices[0][0].id == "g:show_papers:1"
    assert not any("show" in button for button in officer.press("g:make_papers:1").buttons)
    made_of = officer.stored[1]
    file = officer.press("g:show_papers:1").screen[-1].file
    assert file is not None
    assert file.kept is not None
    assert (file.media, file.kept.reference) == ("image/png", "1-1-1")
    assert officer.stored[1].answers == made_of.answers
