"""After eligibility: only what the papers need, then every answer on one page."""

from __future__ import annotations

from datetime import date

import pytest

from flows.wire import message_to_json
from rules.message import say
from tests.flows.officer import ELSEWHERE, Officer, member


def late() -> Officer:
    """A deed of long ago without recognition: eligible, and late."""
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "1/9/2026")
    return officer.tap("a:none")


def asked_in_dossier(officer: Officer) -> list[str]:
    officer.tap("c:dossier")
    asked = []
    while officer.open != "review":
        asked.append(officer.open)
        officer.tap("c:unknown")
    return asked


def test_a_late_case_is_eligible_and_asked_for_its_reason() -> None:
    officer = late()
    assert officer.verdict == "eligible"
    assert officer.assessment.timing.status.value == "late"
    assert "note.reason" in asked_in_dossier(officer)
    officer.say("lưu")
    assert officer.stored[1].answers["note.reason"] is None


def test_a_case_in_time_without_a_point_to_note_is_not_asked_for_a_reason() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    asked = asked_in_dossier(officer)
    assert "note.reason" not in asked
    assert "nominees[0].name" in asked


def test_a_draft_is_opened_at_its_review_once_its_dossier_was_begun() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    officer.press("g:open:1")
    assert officer.open == "card"
    assert "c:dossier" in officer.buttons
    asked_in_dossier(officer)
    officer.say("hồ sơ của tôi").tap("g:open:1")
    assert officer.open == "review"
    assert {"g:papers:1", "g:attachments:1"} <= set(officer.buttons)
    assert "c:dossier" not in officer.buttons
    assert officer.say("quay lại").open == "card", "back leads to the verdict, and takes nothing"
    assert "award_form" in officer.stored[1].answers
    assert officer.press("g:copy:1").open == "card", "a copy is of another deed"


def test_a_lost_case_is_opened_at_its_verdict() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "Dân quân xã", "12", "18")
    asked_in_dossier(officer.say("trực tiếp", "hôm qua"))
    officer.press("c:edit:forces_total", officer.screen[-1].token).say("40")
    assert officer.verdict == "not_eligible"
    assert officer.press("g:open:1").open == "card"


def test_many_alike_are_not_asked_for_one_name() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "5 cá nhân", "trực tiếp", "hôm qua")
    assert officer.nominees[0]["count"] == 5
    assert "nominees[0].name" not in asked_in_dossier(officer)


def test_the_outstanding_are_asked_why() -> None:
    officer = Officer(member(ELSEWHERE)).say("khen chuyên đề", "kỷ niệm, đại hội", "cấp tỉnh")
    officer.tap("a:individual", "a:yes")
    while officer.open != "card":
        officer.tap("c:unknown")
    assert "outstanding_reason" in asked_in_dossier(officer)


def test_back_from_the_first_question_of_the_dossier_leads_to_the_card() -> None:
    officer = late().tap("c:dossier")
    first = officer.open
    officer.tap("c:unknown").say("quay lại")
    assert officer.open == first
    officer.say("quay lại")
    assert officer.open == "card"


def test_a_name_may_be_a_word_of_the_program() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    officer.tap("c:dossier").say("Lưu")
    assert officer.nominees[0]["name"] == "Lưu"


def test_a_button_of_no_question_is_no_text_and_no_number() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    officer.tap("c:dossier")
    officer.press("a:one", officer.screen[-1].token)
    assert "name" not in officer.nominees[0]
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    officer.press("a:one", officer.screen[-1].token)
    assert officer.open == "nominees[0].participants"


def test_the_review_names_the_nominee_of_each_answer_where_there_are_several() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều", "ông A\nông B", "xong")
    officer.say("trực tiếp", "hôm qua", "xem lại")
    assert "(tất cả)" in officer.text
    assert "(ông A)" in officer.text
    officer.tap("c:fix", "c:edit:nominees[*].participation", "a:none")
    assert officer.verdict == "not_eligible"


def test_an_answer_kept_as_it_was_changes_nothing() -> None:
    officer = late()
    before = officer.stored[1]
    officer.tap("c:fix", "c:edit:achieved_on").say("1/9/2026")
    assert officer.stored[1].answers == before.answers
    assert officer.stored[1].past == before.past


def test_a_part_list_left_empty_is_said_to_be_empty() -> None:
    officer = Officer().say("khen chuyên đề", "kỷ niệm, đại hội", "cấp xã", "cá nhân")
    while officer.open != "guidance":
        officer.tap("c:unknown")
    officer.say("đã ban hành").say("thế nào nhỉ")
    assert officer.open == "guidance_parts"
    officer.tap("c:done")
    assert officer.answers["guidance_parts"] == []
    officer.say("xem lại")
    assert "chưa có phần nào" in officer.text


def test_below_the_province_the_trace_counts_no_days() -> None:
    officer = Officer().say("khen chuyên đề", "kỷ niệm, đại hội", "cấp xã", "cá nhân", "xem căn cứ")
    assert "⏳" not in officer.text
    assert "Bộ quy tắc" in officer.text


def test_a_unit_that_the_district_letter_does_not_bind_sees_nothing_left_to_people() -> None:
    officer = Officer(member(ELSEWHERE)).say("hỏi thử", "rà soát", "xem căn cứ")
    assert "Người xét còn xem" not in officer.text
    assert "Bộ quy tắc" in officer.text


def test_a_day_counted_in_a_year_without_an_official_calendar_says_so() -> None:
    officer = Officer(day=date(2027, 3, 5)).say("khen đột xuất", "cứu người", "cá nhân")
    officer.say("trực tiếp", "hôm qua")
    assert officer.assessment.timing.estimated
    assert officer.verdict == "eligible"
    assert len(officer.text.splitlines()) >= 3


def test_saving_before_any_answer_says_that_there_is_nothing() -> None:
    officer = Officer().say("khen đột xuất", "lưu")
    assert "Chưa có câu trả lời nào để lưu" in officer.text
    assert officer.stored == {}


def test_a_ceremony_without_its_year_offers_both_years() -> None:
    officer = Officer().say("khen chuyên đề", "kỷ niệm, đại hội", "cấp tỉnh", "cá nhân")
    while officer.open != "ceremony_on":
        officer.tap("c:unknown")
    officer.say("12/11")
    assert {"day:2026-11-12", "day:2027-11-12"} <= set(officer.buttons)
    officer.tap("day:2027-11-12")
    assert officer.answers["ceremony_on"] == "2027-11-12"


def test_a_correction_finds_the_answer_that_such_a_value_could_be() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12", "18", "hôm qua")
    officer.say("nhầm, 13 người")
    assert officer.answers["nominees[0].participants"] == 13
    assert officer.answers["achieved_on"] == "2026-11-20"


def test_an_option_not_understood_is_asked_again() -> None:
    officer = Officer().say("khen đột xuất", "trời đẹp quá nhỉ")
    assert officer.open == "nominees[*].ground"
    assert len(officer.text.splitlines()) == 2
    officer = Officer().say("hỏi thử", "trời đẹp quá nhỉ")
    assert officer.open == "kind"
    assert len(officer.text.splitlines()) == 2


def test_a_bare_kind_adds_one_of_it_to_the_list() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều", "cá nhân", "tập thể")
    assert [own["type"] for own in officer.nominees] == ["individual", "collective"]


def test_a_message_holds_only_what_json_can_hold() -> None:
    with pytest.raises(TypeError, match="float"):
        message_to_json(say("x", value=1.5))  # type: ignore[arg-type]


def test_what_nobody_knows_is_named_and_not_asked_again() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    while officer.open != "card":
        officer.tap("c:unknown")
    assert officer.verdict == "needs_more"
    assert "Còn thiếu: số người của tập thể tham gia" in officer.text
    assert "ngày lập thành tích" in officer.text
    assert "c:continue" not in officer.buttons


def test_a_window_that_waits_for_a_recognition_is_told() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "1/10/2026")
    officer.tap("a:pending")
    assert officer.verdict == "eligible"
    assert officer.assessment.timing.status.value == "unknown"
    assert "⏳" in officer.text
    assert "công nhận" in officer.text


def test_a_lost_case_keeps_the_answers_about_its_days() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12/18", "1/10/2026")
    officer.tap("a:none")
    officer.say("sửa tổng số thành 20")
    assert officer.verdict == "not_eligible"
    assert "không còn dùng" not in officer.text
    assert officer.answers["recognition"] == "none"
    officer.say("sửa tổng số thành 18")
    assert officer.open == "card"
    assert officer.assessment.timing.status.value == "late"


def test_a_word_of_the_program_in_small_letters_leads_where_a_name_is_asked() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    officer.tap("c:dossier").say("lưu")
    assert "Đã lưu" in officer.text
    assert "name" not in officer.nominees[0]
