"""A case told in the officer's own words, from the first message to the stored draft."""

from __future__ import annotations

import pytest

from flows.model import Expects
from tests.flows.officer import Officer

RESCUE = (
    "Hôm qua 12 đc dân quân trong 18 người cứu được 2 cháu bé ở suối, khen đột xuất được không?"
)
TWO = (
    "1. Ngày 12/11 anh Hải cứu người đuối nước, khen đột xuất được không?\n"
    "2. Ngày 15/11 chị Hoa cứu 2 cháu trong đám cháy, khen đột xuất được không?"
)


def test_one_message_is_answered_with_what_was_understood_the_verdict_and_the_last_day() -> None:
    officer = Officer().say(RESCUE)
    assert "Tôi hiểu đây là việc khen đột xuất" in officer.text
    assert "thứ Sáu 20/11/2026" in officer.text
    assert officer.verdict == "eligible"
    assert "thứ Hai 30/11" in officer.text
    assert officer.stored == {}


def test_what_was_understood_is_stored_by_one_tap() -> None:
    officer = Officer().say(RESCUE).tap("c:file")
    (draft,) = officer.stored.values()
    assert draft.answers["forces_total"] == 18
    assert draft.answers["nominees[0].participants"] == 12


def test_each_thing_understood_is_mended_by_a_tap() -> None:
    officer = Officer().say(RESCUE).tap("c:edit:forces_total").say("19")
    assert officer.answers["forces_total"] == 19
    assert officer.verdict == "not_eligible"


def test_a_correction_in_words_turns_the_verdict() -> None:
    officer = Officer().say(RESCUE, "không phải 12 mà 11 người")
    assert officer.answers["nominees[0].participants"] == 11
    assert officer.verdict == "not_eligible"


@pytest.mark.parametrize("before", [(), ("trợ giúp",), ("hỏi thử",)])
def test_a_case_may_be_told_from_any_page(before: tuple[str, ...]) -> None:
    officer = Officer().say(*before, RESCUE)
    assert officer.answers["forces_total"] == 18


def test_more_that_is_told_in_the_middle_is_taken_and_not_asked_again() -> None:
    officer = Officer().say("khen đột xuất")
    officer.say("12 dân quân trong tổng số 18 người cứu được 2 cháu bé ngày 20/11")
    assert officer.answers["forces_total"] == 18
    assert officer.answers["achieved_on"] == "2026-11-20"
    assert "Tôi hiểu đây là" in officer.text


def test_of_two_cases_in_one_message_it_is_asked_which_first_and_the_other_waits() -> None:
    officer = Officer().say(TWO)
    assert "Trong tin có 2 trường hợp" in officer.text
    officer.say("chưa nghĩ ra")
    assert "2 trường hợp" in officer.text
    officer.tap("a:2")
    assert officer.answers["achieved_on"] == "2026-11-15"
    officer.say("menu").tap("g:resume:unfinished")
    officer.say("1")
    assert officer.answers["achieved_on"] == "2026-11-12"


def test_an_edited_case_is_told_anew_with_what_changed() -> None:
    officer = Officer().send(text=RESCUE, message="m1")
    officer.send(text=RESCUE.replace("12 đc", "11 đc"), message="m1", edited=True)
    assert officer.answers["nominees[0].participants"] == 11
    assert officer.verdict == "not_eligible"
    officer.send(text=RESCUE.replace("12 đc", "11 đc"), message="m1", edited=True)
    assert "không có gì thay đổi" in officer.text


def test_an_award_to_be_revoked_is_told_with_the_clauses_that_say_so() -> None:
    officer = Officer().say(
        "Ông Nông Văn B được giấy khen ngày 20/3/2021, thành tích 2016-2020, tháng 5/2018 ông vi"
        " phạm, ngày 10/6/2018 bị kỷ luật cảnh cáo, giấy khen chưa hủy, có phải hủy không?"
    )
    assert officer.verdict == "revoke"
    assert "«có vi phạm pháp luật bị xử lý kỷ luật" in officer.text
    assert officer.screen[-1].clauses == ("CL2023.7.a", "CL2023.7.b")


def test_a_question_in_the_middle_is_answered_and_the_same_question_comes_back() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "một tập thể", "12")
    before, opened = officer.answers, officer.open
    officer.say("Hạn 10 ngày tính từ lúc nào?")
    assert "được cơ quan có thẩm quyền công nhận»" in officer.text
    assert (officer.answers, officer.open) == (before, opened)
    assert officer.screen[-1].expects is Expects.NUMBER
    officer.say("18")
    assert officer.answers["forces_total"] == 18


def test_a_question_at_a_card_is_answered_with_the_ways_of_the_card() -> None:
    officer = Officer().say(RESCUE).say("một sáng kiến được dùng mấy lần?")
    assert "Một sáng kiến chỉ được" in officer.text
    officer.tap("c:file")
    assert len(officer.stored) == 1


@pytest.mark.parametrize("page", ["menu", "trợ giúp"])
def test_a_question_from_a_page_is_answered_and_one_out_of_scope_is_told_where_to_ask(
    page: str,
) -> None:
    officer = Officer().say(page, "Tập thể phải chiếm bao nhiêu phần lực lượng?")
    assert "«chiếm 2/3 trong tổng số các lực lượng tham gia»" in officer.text
    officer.say("lệ phí đăng ký kết hôn bao nhiêu?")
    assert "Hai công văn không nói về" in officer.text


def test_small_talk_is_met_with_the_ways_in() -> None:
    officer = Officer().say("xin chào")
    assert "Ở đây anh/chị kể vụ việc" in officer.text


def asked_for_the_day() -> Officer:
    return Officer().say("khen đột xuất", "cứu người", "một tập thể", "12", "18")


def test_another_case_told_in_the_middle_is_opened_and_the_first_one_waits() -> None:
    officer = asked_for_the_day()
    before = officer.answers
    officer.say(
        "Ngày 15/11 chị Nông Thị Hoa nhảy xuống suối cứu 2 cháu bé, khen đột xuất được không?"
    )
    assert officer.flow == "check"
    assert officer.answers["achieved_on"] == "2026-11-15"
    assert officer.answers["nominees[0].type"] == "individual"
    (draft,) = officer.stored.values()
    assert draft.answers == before
    officer.tap("g:open:1")
    assert officer.answers == before


def test_a_story_of_the_other_kind_is_not_forced_into_the_draft() -> None:
    officer = Officer().say("khen chuyên đề").say(RESCUE)
    assert (officer.flow, officer.draft and officer.draft.kind) == ("check", "surprise")
    assert "occasion" not in officer.answers


def test_what_is_told_otherwise_than_it_was_answered_is_shown_and_asked() -> None:
    officer = asked_for_the_day()
    officer.say("vụ việc xảy ra ngày 20/11, tổng số 25 người tham gia cứu nạn")
    assert officer.answers["achieved_on"] == "2026-11-20"
    assert officer.answers["forces_total"] == 18
    assert "đã ghi 18, tin này nói 25" in officer.text
    assert officer.open == "forces_total"
    officer.say("25")
    assert officer.verdict == "not_eligible"


def test_a_question_where_a_text_is_asked_is_answered_and_not_kept_as_the_text() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều")
    officer.say("ông Nông Văn A", "xong")
    assert officer.open != "who"
    officer = Officer().say("khen đột xuất", "cứu người")
    officer.say("Hạn 10 ngày tính từ lúc nào?")
    assert "được cơ quan có thẩm quyền công nhận»" in officer.text
    assert officer.nominees == []


def test_a_story_told_where_it_is_asked_for_whom_is_heard() -> None:
    officer = Officer().say("khen đột xuất", "cứu người")
    officer.say("tổng số 18 người, 12 người tham gia của dân quân xã")
    assert officer.answers["forces_total"] == 18


def test_a_nominee_in_a_sentence_is_put_on_the_list_while_it_is_typed() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều", "thêm một cá nhân: Nông Văn A")
    assert [one.get("name") for one in officer.nominees] == ["Nông Văn A"]


def test_a_third_case_leaves_the_two_that_wait() -> None:
    officer = Officer().say(TWO, RESCUE)
    assert officer.answers["forces_total"] == 18
    officer.say("menu")
    assert "g:resume:unfinished" in officer.buttons


def test_a_wish_to_propose_is_asked_for_which_award() -> None:
    officer = Officer().say("xin chào, tôi muốn đề nghị khen thưởng cho một anh dân quân")
    assert (officer.flow, officer.open) == ("check", "kind")


@pytest.mark.parametrize("word", ["khen", "dân quân", "công văn"])
def test_a_word_alone_is_no_question(word: str) -> None:
    officer = Officer().say(word)
    assert "Hai công văn không nói về" not in officer.text


def test_a_message_that_only_differs_is_asked_about_and_nothing_is_told_back() -> None:
    officer = asked_for_the_day().say("mà hình như tổng số 25 người tham gia cứu nạn cơ")
    assert "đã ghi 18, tin này nói 25" in officer.text
    assert "Tôi hiểu đây là" not in officer.text


def test_a_case_told_while_a_question_stands_is_another_case_however_it_is_asked() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "ông Lò Văn Páo", "có", "18/11")
    before = officer.stored[1].answers
    officer.say("Đêm qua 5 công an xã trong 6 người cứu 3 người bị lũ cuốn, khen được không?")
    assert officer.flow == "check"
    assert officer.answers["forces_total"] == 6
    assert officer.stored[1].answers == before


def test_save_said_of_a_case_only_looked_at_saves_it() -> None:
    officer = Officer().say(RESCUE, "lưu")
    assert len(officer.stored) == 1


def test_an_answer_in_the_words_of_the_question_is_an_answer() -> None:
    officer = Officer().say("khen chuyên đề", "hội nghị", "cấp huyện", "một cá nhân")
    assert officer.open == "directive"
    officer.say("không có văn bản chỉ đạo")
    assert officer.answers["directive"] == "none"


IN_ONE_BREATH = (
    "Hôm qua anh Hải cứu 2 cháu đuối nước, khen đột xuất được không? Còn chị Hoa cứu cụ bà trong"
    " đám cháy hôm 15/11 thì sao?"
)


def _day(officer: Officer) -> object:
    return officer.answers["achieved_on"]


def _names(officer: Officer) -> list[object]:
    return [one.get("name") for one in officer.nominees]


def test_two_cases_told_in_one_breath_are_both_kept() -> None:
    officer = Officer().say(IN_ONE_BREATH)
    assert "Trong tin có 2 trường hợp" in officer.text
    officer.say("2")
    assert (_day(officer), _names(officer)) == ("2026-11-15", ["chị Hoa"])
    officer.tap("g:resume:unfinished").say("1")
    assert (_day(officer), _names(officer)) == ("2026-11-20", ["anh Hải"])


def test_two_cases_told_in_the_middle_of_another_are_both_kept() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", IN_ONE_BREATH, "1")
    assert _names(officer) == ["anh Hải"]
    assert "g:resume:unfinished" in officer.buttons


def test_a_photo_where_it_is_asked_which_case_asks_again() -> None:
    officer = Officer().say(IN_ONE_BREATH).show("photo")
    assert officer.open == "cases"


ASIDE = "Hôm qua anh Hải cứu 2 cháu đuối nước, khen đột xuất được không? "


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("Ngoài ra cho em hỏi hồ sơ chuyên đề phải gửi trước lễ trao bao nhiêu ngày?", "ý 5"),
        ("Em hỏi thêm: khen chuyên đề thì có cần tổng kết không?", "mục 1, ý 1"),
    ],
)
def test_a_question_beside_the_case_is_answered_too(asked: str, place: str) -> None:
    officer = Officer().say(ASIDE + asked)
    assert place in officer.text
    assert officer.verdict == "eligible"
    assert officer.open == "card"
    assert _names(officer) == ["anh Hải"]
