"""What is asked of the case in hand is answered from the case, at its card and in the middle."""

from __future__ import annotations

from datetime import date

import pytest

from locales import catalog
from rules.message import say
from tests.flows.officer import Officer

GOOD = "Hôm qua 12 đc dân quân trong 18 người cứu được 2 cháu bé ở suối, khen đột xuất được không?"
FEW = "Hôm qua 8 đc dân quân trong 15 người cứu được 2 cháu bé ở suối, khen đột xuất được không?"
OPEN = "Hôm qua tập thể trạm y tế xã, khen đột xuất được không, 5/7 người tham gia cấp cứu"
PARTY = "Khen chuyên đề phong trào nông thôn mới, lễ trao thưởng ngày 18/12/2026, được không?"


@pytest.mark.parametrize(
    "words",
    ["vậy bao giờ hết hạn?", "vay bao gio het han", "còn mấy ngày nữa ạ", "có kịp không em"],
)
def test_the_last_day_is_told_of_the_case_in_hand(words: str) -> None:
    officer = Officer().say(GOOD, words)
    assert "thứ Hai 30/11" in officer.text
    assert "mục 2, ý 4" in officer.text
    assert "không nói về" not in officer.text
    assert officer.open == "card"
    assert officer.buttons


def test_of_a_lost_case_the_last_day_is_told_behind_the_verdict() -> None:
    officer = Officer().say(FEW, "bao giờ hết hạn")
    assert officer.text.index("chưa đủ điều kiện") < officer.text.index("30/11")


def test_the_last_day_is_told_ahead_of_the_same_question() -> None:
    officer = Officer().say(PARTY)
    before = officer.open
    officer.say("bao giờ phải gửi?")
    assert "chưa biết có hạn gửi hồ sơ hay không" in officer.text
    assert "ít nhất 15 ngày làm việc" in officer.text
    assert officer.open == before
    assert officer.text.splitlines()[-1] == "Đề nghị cấp nào quyết định khen?"


def test_of_a_case_without_a_last_day_it_is_told_why() -> None:
    officer = Officer().say(PARTY, "cấp xã", "bao giờ hết hạn")
    assert "không nói về" not in officer.text
    assert "⏳" in officer.text


def test_a_day_in_a_year_whose_days_off_are_not_settled_is_told_as_an_estimate() -> None:
    officer = Officer(day=date(2027, 12, 30)).say(GOOD, "bao giờ hết hạn")
    assert "2028" in officer.text
    assert catalog.text(say("days.estimated"), "vi") in officer.text


@pytest.mark.parametrize("words", ["bao giờ hết hạn", "ai ký", "cảm ơn nhé", "còn thiếu gì"])
def test_what_is_asked_of_the_case_is_nobodys_name(words: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người", words)
    assert officer.open == "who"
    assert officer.nominees == []


@pytest.mark.parametrize("words", ["còn thiếu gì nữa", "con thieu gi nua ko a"])
def test_what_a_case_lacks_is_told_with_the_question_that_is_open(words: str) -> None:
    officer = Officer().say(OPEN)
    before = officer.open
    officer.say(words)
    assert "Còn thiếu" in officer.text
    assert officer.open == before != "card"


def test_of_a_settled_case_it_is_told_that_nothing_is_lacking() -> None:
    officer = Officer().say(GOOD, "còn thiếu gì nữa không")
    assert "Không còn thiếu gì để xét điều kiện" in officer.text
    assert "đủ điều kiện đề nghị" in officer.text


def test_of_a_lost_case_what_is_lacking_is_why_it_is_lost() -> None:
    officer = Officer().say(FEW, "còn thiếu gì nữa")
    assert "Không còn thiếu" not in officer.text
    assert "thiếu 2 người" in officer.text


@pytest.mark.parametrize("words", ["thế có được không?", "vậy khen được không", "vậy thì sao"])
def test_whether_it_may_be_proposed_is_told_again(words: str) -> None:
    assert "đủ điều kiện đề nghị" in Officer().say(GOOD, words).text
    assert "chưa đủ điều kiện" in Officer().say(FEW, words).text
    assert "cần thêm thông tin" in Officer().say(OPEN, words).text


@pytest.mark.parametrize("words", ["cần giấy tờ gì?", "can giay to gi", "hồ sơ gồm những gì ạ"])
def test_which_papers_are_written_is_told(words: str) -> None:
    officer = Officer().say(GOOD, words)
    assert "tờ trình, danh sách đề nghị và báo cáo thành tích" in officer.text
    assert "soạn giấy tờ" in officer.text
    assert "biên bản họp Hội đồng" in Officer().say(PARTY, words).text


def test_the_papers_of_a_stored_draft_are_one_tap_away() -> None:
    officer = Officer().say(GOOD).tap("c:file").say("cần giấy tờ gì")
    (draft,) = officer.stored
    assert f"g:papers:{draft}" in officer.buttons or "Giấy tờ" in " ".join(officer.buttons)


def test_who_signs_is_not_made_up() -> None:
    officer = Officer().say(GOOD, "ai ký?")
    assert "không nói ai ký" in officer.text
    assert "Anh/chị hỏi" in officer.text


def test_what_holds_of_an_individual_is_told_with_the_way_there() -> None:
    officer = Officer().say(FEW, "thế còn cá nhân thì sao?")
    assert "không tính tỷ lệ 2/3" in officer.text
    officer.tap("c:instead:0")
    assert officer.nominees[0]["type"] == "individual"


def test_of_two_nominees_none_is_made_an_individual() -> None:
    officer = Officer().say(FEW, "thêm một cá nhân: Nông Văn Hải", "thế còn cá nhân thì sao?")
    assert "không tính tỷ lệ 2/3" in officer.text
    assert len(officer.nominees) == 2


def test_what_holds_of_a_collective_is_told() -> None:
    officer = Officer().say(GOOD, "thế còn tập thể thì sao")
    assert "2/3 tổng số các lực lượng" in officer.text


def test_for_a_thematic_award_the_letters_are_asked_about_individuals() -> None:
    officer = Officer().say(PARTY, "thế còn cá nhân thì sao?")
    assert "không tính tỷ lệ 2/3" not in officer.text


def test_thanks_are_answered_and_nothing_is_asked_of_them() -> None:
    officer = Officer().say(GOOD, "cảm ơn nhé")
    assert "Cảm ơn anh/chị" in officer.text
    assert "chọn một nút" not in officer.text


def test_assent_to_a_card_is_heard_and_is_no_answer_to_a_question() -> None:
    assert "Vâng." in Officer().say(GOOD, "đúng rồi").text
    officer = Officer().say(OPEN)
    before = dict(officer.answers)
    assert officer.say("đúng rồi").answers == before
    assert "Vâng." not in officer.text


def test_with_no_answer_yet_nothing_is_told_of_a_case() -> None:
    officer = Officer().say("khen đột xuất", "bao giờ hết hạn")
    assert "Cảm ơn" not in officer.text
    assert officer.open == "nominees[*].ground"


def test_a_question_of_who_counts_is_answered_by_the_clause_on_the_share() -> None:
    officer = Officer().say("đột xuất", "cứu người", "một tập thể")
    officer.say("có tính cả người dân phụ giúp không")
    assert "«chiếm 2/3 trong tổng số các lực lượng tham gia»" in officer.text
    assert officer.open == "nominees[0].participants"


@pytest.mark.parametrize(
    "text", ["thế trình tỉnh thì sao", "the cap xa khen thi sao", "trình tỉnh có được không?"]
)
def test_another_level_asked_about_is_asked_and_judged(text: str) -> None:
    officer = Officer().say("hôm 12/11 chị Lý Thị Hoa cứu cụ bà trong đám cháy, xã tặng giấy khen")
    officer.say(text)
    assert officer.open == "award_level"
    assert "tôi xét lại theo cấp đó" in officer.text
    officer.say("cấp tỉnh")
    assert (officer.answers["award_level"], officer.open) == ("province", "card")


def test_a_past_award_has_no_level_to_change() -> None:
    told = "ông Triệu Văn Ba được bằng khen tỉnh năm 2019, năm 2021 bị kỷ luật vì đánh bạc năm 2018"
    officer = Officer().say(told, "thế trình tỉnh thì sao")
    assert officer.open != "award_level"
