"""Whole conversations of officers, from the first word to the draft as stored."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.flows.officer import ELSEWHERE, Officer, member

THEMATIC_FACTS = {
    "final_review": "đã tổng kết",
    "guidance": "đã ban hành",
    "guidance_parts": "đủ cả",
    "quota_collectives": "2",
    "plan": "đã có kế hoạch",
    "plan_parts": "đủ cả",
    "launch": "đã phát động",
    "report_in_theme": "đã nêu rõ",
    "report_compares_targets": "đã so sánh",
    "report_names_solutions": "đã nêu",
    "council_review": "đã họp xét chọn",
    "ceremony_on": "25/12/2026",
    "nominees[0].steering_committee": "không phải",
    "nominees[0].initiative": "không dựa vào sáng kiến",
}


def thematic(officer: Officer) -> Officer:
    """A movement's award asked of the province for one collective."""
    return officer.say("khen chuyên đề", "tổng kết phong trào thi đua", "cấp tỉnh").tap(
        "a:collective"
    )


def answer_all(officer: Officer, answers: dict[str, str]) -> Officer:
    """Answer whatever is asked, until something else is shown."""
    while officer.open in answers:
        officer.say(answers[officer.open])
    return officer


def test_twelve_of_nineteen_is_not_eligible_and_thirteen_is() -> None:
    officer = Officer().say("khen đột xuất")
    assert officer.open == "nominees[*].ground"
    officer.tap("Cứu người, cứu tài sản", "Một tập thể").say("12", "19")
    assert officer.verdict == "not_eligible"
    assert "63,2 %" in officer.text
    assert "13/19" in officer.text
    assert "cá nhân" in officer.text
    assert "2/3" in officer.text
    officer.say("nhầm, 13 người")
    assert "12 → 13" in officer.text
    assert "68,4 %" in officer.text
    assert officer.open == "achieved_on"
    officer.say("thứ 5 tuần trước")
    assert officer.answers["achieved_on"] == "2026-11-12"
    assert "thứ Năm 12/11/2026" in officer.text
    assert "Chủ nhật 22/11" in officer.text
    assert "thứ Hai 23/11" in officer.text
    assert officer.verdict == "eligible"
    [draft] = officer.stored.values()
    assert draft.answers["nominees[0].participants"] == 13
    assert officer.storage.memory.judged[1][0] == "eligible"


def test_a_fatal_answer_ends_the_questions_at_once() -> None:
    officer = Officer().say("khen đột xuất").tap("Không thuộc loại nào")
    assert officer.open == "card"
    assert officer.verdict == "not_eligible"
    assert "c:other_kind:thematic" in officer.buttons


def test_an_individual_may_be_proposed_instead_of_the_collective() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12", "19")
    officer.tap("c:instead:0")
    assert officer.nominees == [{"ground": "brave_rescue", "type": "individual"}]
    assert officer.open == "nominees[0].participation"
    officer.say("trực tiếp", "hôm qua")
    assert officer.verdict == "eligible"


def test_the_other_kind_begins_with_the_same_nominees() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều", "tập thể Dân quân xã", "xong")
    officer.say("3", "19").tap("c:fix", "c:edit:nominees[*].ground", "a:none")
    assert officer.verdict == "not_eligible"
    officer.tap("c:other_kind:thematic")
    assert officer.draft is not None
    assert officer.draft.kind == "thematic"
    assert officer.nominees == [{"type": "collective", "name": "tập thể Dân quân xã"}]
    assert officer.open == "occasion"


def test_a_guidance_that_lacks_one_part_is_named_and_the_proposal_goes_on() -> None:
    officer = thematic(Officer())
    answer_all(officer, {**THEMATIC_FACTS, "guidance_parts": "trừ thời gian lập thành tích"})
    assert officer.open == "card"
    assert officer.verdict == "needs_more"
    assert "thời gian lập thành tích" in officer.text
    assert "mục 1, ý 1" in officer.text
    officer.tap("Hỏi tiếp")
    answer_all(officer, THEMATIC_FACTS)
    assert officer.open == "card"
    assert "thứ Sáu 04/12/2026" in officer.text
    officer.tap("Lập hồ sơ").say("Dân quân xã", "bằng khen")
    while officer.open != "review":
        officer.tap("Chưa biết")
    assert "Dân quân xã" in officer.text
    officer.tap("Lưu để sau")
    [draft] = officer.stored.values()
    assert "achievement_period" not in draft.answers["guidance_parts"]
    assert draft.answers["award_form"] == "bang_khen"
    officer.say("hồ sơ của tôi").tap("g:open:1")
    assert officer.answers == dict(draft.answers)
    assert officer.verdict == "needs_more"


def test_parts_are_ticked_and_unticked_before_they_are_answered() -> None:
    officer = thematic(Officer())
    answer_all(officer, {k: v for k, v in THEMATIC_FACTS.items() if k != "guidance_parts"})
    officer.tap("t:scope", "t:criteria", "t:scope", "c:done")
    assert officer.answers["guidance_parts"] == ["criteria"]
    assert "guidance_parts" not in officer.open


def test_all_parts_are_one_tap() -> None:
    officer = thematic(Officer())
    answer_all(officer, {k: v for k, v in THEMATIC_FACTS.items() if k != "guidance_parts"})
    officer.tap("Đủ cả")
    assert len(officer.answers["guidance_parts"]) == 6  # type: ignore[arg-type]


def test_a_conference_inside_one_sector_is_no_case_for_the_province_but_for_the_unit() -> None:
    officer = Officer(member(ELSEWHERE)).say("khen chuyên đề", "hội nghị, hội thảo", "cấp tỉnh")
    officer.tap("a:individual").say("không")
    assert officer.open == "directive"
    officer.tap("a:none")
    assert officer.verdict == "not_eligible"
    officer.tap("Khen theo thẩm quyền đơn vị")
    assert officer.answers["award_level"] == "unit"
    assert officer.verdict == "needs_more"
    assert "multi_sector" not in officer.answers


@pytest.mark.parametrize(
    ("said", "verdict", "word"),
    [
        ("a:none", "not_eligible", "văn bản chỉ đạo"),
        ("a:promised", "needs_more", "văn bản"),
        ("a:oral", "needs_more", "văn bản"),
    ],
)
def test_only_a_written_directive_lifts_the_bar_on_reviews_of_a_law(
    said: str, verdict: str, word: str
) -> None:
    officer = Officer().say("khen chuyên đề", "tổng kết luật, nghị định, chỉ thị", "cấp tỉnh")
    officer.tap("a:individual", said)
    assert officer.open == "card"
    assert officer.verdict == verdict
    assert word in officer.text


def test_a_written_directive_is_asked_for_its_number_in_the_dossier() -> None:
    officer = Officer().say("khen chuyên đề", "tổng kết luật, nghị định, chỉ thị", "cấp tỉnh")
    officer.tap("a:individual", "a:written", "a:province")
    answer_all(officer, THEMATIC_FACTS | {"quota_individuals": "3"})
    assert officer.verdict == "eligible"
    officer.tap("Lập hồ sơ")
    seen = set()
    while officer.open != "review":
        seen.add(officer.open)
        officer.tap("c:unknown")
    assert "directive_doc" in seen


def test_the_same_answers_in_any_order_lead_to_the_same_verdict() -> None:
    edits = [("participants", "sửa số người thành 13"), ("total", "sửa tổng số thành 20"),
             ("day", "sửa ngày thành 12/11")]  # fmt: skip
    found = set()
    for order in permutations(edits):
        officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12", "18", "11/11/2026")
        officer.say(*(words for _, words in order))
        found.add((officer.verdict, tuple(sorted(officer.answers.items()))))
    assert len(found) == 1
    assert found.pop()[0] == "not_eligible"


def test_several_nominees_are_each_judged_and_the_fatal_one_can_go() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều")
    officer.say("tập thể Dân quân xã\nông Nông Văn A; 5 cá nhân", "xong")
    assert [n["type"] for n in officer.nominees] == ["collective", "individual", "individual"]
    assert officer.nominees[2]["count"] == 5
    officer.say("12", "19")
    assert officer.verdict == "not_eligible"
    verdicts = [one.verdict.value for one in officer.assessment.nominees]
    assert verdicts == ["not_eligible", "needs_more", "needs_more"]
    officer.tap("c:continue")
    assert officer.open.endswith("participation")
    while officer.open.endswith("participation"):
        officer.say("trực tiếp")
    officer.say("hôm qua")
    assert officer.verdict == "not_eligible"
    verdicts = [one.verdict.value for one in officer.assessment.nominees]
    assert verdicts == ["not_eligible", "eligible", "eligible"]
    officer.tap("c:remove:0")
    assert officer.verdict == "eligible"
    assert [n["type"] for n in officer.nominees] == ["individual", "individual"]
    assert "forces_total" not in officer.answers


def test_nominees_that_differ_are_asked_one_by_one() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều")
    officer.tap("a:add_individual", "a:add_individual", "c:done")
    assert officer.open == "nominees[*].participation"
    officer.tap("Mỗi đối tượng một khác")
    assert officer.open == "nominees[0].participation"
    officer.tap("a:direct", "a:none")
    verdicts = [one.verdict.value for one in officer.assessment.nominees]
    assert verdicts[1] == "not_eligible"


def test_more_nominees_than_the_quota_are_too_many_by_a_number() -> None:
    officer = Officer().say("khen chuyên đề", "tổng kết phong trào thi đua", "cấp tỉnh")
    officer.say("nhiều", "5 cá nhân", "xong")
    answer_all(officer, THEMATIC_FACTS | {"quota_individuals": "4"})
    assert officer.verdict == "not_eligible"
    assert "vượt 1" in officer.text.lower() or "1 cá nhân" in officer.text


def test_an_unknown_person_may_ask_and_stores_nothing() -> None:
    officer = Officer(person=None).say(
        "xin chào", "khen đột xuất", "cứu người", "cá nhân", "trực tiếp"
    )
    while officer.open != "card":
        officer.say("hôm qua") if officer.open == "achieved_on" else officer.tap("c:unknown")
    assert officer.verdict in {"eligible", "needs_more"}
    officer.say("lưu")
    assert "mã một lần" in officer.text
    officer.tap("c:file")
    assert "mã một lần" in officer.text
    officer.say("hồ sơ của tôi")
    assert "mã một lần" in officer.text
    assert officer.stored == {}


def test_a_checked_case_becomes_a_draft_with_one_tap() -> None:
    officer = Officer().say("hỏi thử", "đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    assert officer.verdict == "eligible"
    assert officer.stored == {}
    officer.tap("Lưu trường hợp này")
    [draft] = officer.stored.values()
    assert draft.kind == "surprise"
    assert draft.answers["achieved_on"] == "2026-11-20"
    assert officer.flow == "surprise"


def test_a_past_award_is_reviewed_as_well() -> None:
    officer = Officer().say("hỏi thử", "rà soát")
    for _ in range(12):
        if officer.open == "card":
            break
        officer.tap("c:unknown")
    assert officer.open == "card"
    assert officer.verdict == "needs_more"


def test_a_good_verdict_ahead_of_the_questions_on_time_is_told_once() -> None:
    officer = Officer().say("khen đột xuất").tap("a:brave_rescue", "a:individual", "a:direct")
    officer.say("1/11")
    assert officer.open == "recognition"
    assert "đủ điều kiện" in officer.text
    officer.tap("a:dated")
    assert officer.open == "recognized_on"
    assert "đủ điều kiện" not in officer.text
    officer.say("15/11")
    assert "đủ điều kiện" in officer.text
    assert "thứ Tư 25/11/2026" in officer.text
