"""A good verdict names what decides, the day count too; a review of an award is no proposal."""

from __future__ import annotations

from flows.model import Expects
from tests.flows.officer import Officer

SHARE = ("khen đột xuất", "cứu người", "tập thể", "13", "19", "hôm qua")
MIXED = ("khen đột xuất", "cứu người", "tập thể Đội A\nbà B", "xong", "12", "19")


def test_a_good_card_shows_the_share_and_the_clause_of_the_day_count() -> None:
    officer = Officer().say(*SHARE)
    assert "13/19 = 68,4 %" in officer.text
    assert officer.text.count("68,4") == 1
    assert "mục 2, ý 1; mục 2, ý 2; mục 2, ý 4." in officer.text


def test_the_green_of_a_mixed_list_have_their_clauses_and_their_last_day() -> None:
    officer = Officer().say(*MIXED).tap("c:continue").say("trực tiếp", "hôm qua")
    assert officer.verdict == "not_eligible"
    assert "🟢 bà B" in officer.text
    assert "Căn cứ: Công văn UBND tỉnh 5/2022, mục 2, ý 1; mục 2, ý 4." in officer.text
    assert "30/11/2026" in officer.text


def test_a_verdict_ahead_of_the_question_of_time_has_its_clause() -> None:
    officer = Officer().say("khen chuyên đề", "phong trào", "cấp tỉnh", "cá nhân").tap("a:none")
    while officer.screen[-1].expects is not Expects.DATE:
        ways = [way for way in officer.buttons if way == "c:all"] or officer.buttons
        officer.say("5") if ways[0] == "c:unknown" else officer.tap(ways[0])
    assert "Còn một câu" in officer.text
    assert "Căn cứ" in officer.text


def test_there_is_nothing_to_mend_before_the_first_answer() -> None:
    officer = Officer().say("khen đột xuất", "sửa")
    assert officer.open == "nominees[*].ground"
    assert "Chưa có câu trả lời nào" in officer.text


def test_an_award_annulled_already_is_no_failure_and_asks_only_whose_it_is() -> None:
    officer = Officer().say("hỏi thử", "rà soát")
    officer.say("có")
    assert officer.verdict == "keep"
    officer.say("xem căn cứ")
    assert "✗" not in officer.text
    officer.tap("c:file").tap("c:dossier")
    assert officer.open == "note.holder"
    officer.say("vì sao", "Nông Văn Hòa")
    assert officer.open == "review"
    assert "Nông Văn Hòa" in officer.text


def test_each_kind_of_nominee_is_asked_for_its_own_name() -> None:
    asked = []
    for kind, answer in (("cá nhân", "trực tiếp"), ("tập thể", "12")):
        officer = Officer().say(*SHARE[:2], kind, answer)
        officer.say(*(["hôm qua"] if kind == "cá nhân" else ["18", "hôm qua"])).tap("c:dossier")
        asked.append(officer.text)
    assert asked == ["Họ tên cá nhân là gì?", "Tên tập thể là gì?"]


def test_several_of_a_kind_are_asked_about_by_what_they_are_called() -> None:
    officer = Officer().say(*SHARE[:2], "5 cá nhân")
    assert "5 cá nhân có trực tiếp tham gia không?" in officer.text


def percent(officer: Officer) -> int:
    progress = officer.screen[-1].progress
    assert progress is not None
    assert progress.percent is not None
    return progress.percent


def test_the_share_done_never_falls_while_a_list_grows_nor_when_a_case_is_kept() -> None:
    officer = Officer().say(*SHARE[:2], "nhiều đối tượng")
    shares = [percent(officer)]
    lines = ("ông A", "2 tập thể", "bà C", "cá nhân", "xong")
    shares += [percent(officer.say(line)) for line in lines]
    assert shares == sorted(shares)
    officer = Officer().say("hỏi thử", "đột xuất", *SHARE[1:])
    before = percent(officer)
    assert percent(officer.tap("c:file")) == before
