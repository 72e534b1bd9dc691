"""A case that does not qualify stays at its card, and a correction that wins it says so."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

LOST = ("khen đột xuất", "cứu người", "tập thể", "12", "19")
MIXED = ("khen đột xuất", "cứu người", "tập thể Đội A\nbà B", "xong", "12", "19")


def test_the_review_of_a_lost_case_offers_the_ways_out_of_its_card() -> None:
    officer = Officer().say(*LOST, "xem lại")
    assert "c:instead:0" in officer.buttons
    assert "c:continue" not in officer.buttons
    officer.tap("c:instead:0")
    assert officer.nominees[0]["type"] == "individual"


@pytest.mark.parametrize("way", [("xem lại", "hỏi tiếp"), ("lưu", "tiếp tục")])
def test_going_on_from_a_lost_case_asks_nothing_for_papers(way: tuple[str, str]) -> None:
    officer = Officer().say(*LOST, *way)
    assert officer.open == "card"
    assert "chưa đủ điều kiện" in officer.text


def test_a_list_with_one_lost_nominee_goes_on_with_what_is_open_for_the_others() -> None:
    officer = Officer().say(*MIXED, "xem lại")
    assert {"c:remove:0", "c:continue"} <= {*officer.buttons}
    officer.tap("c:continue")
    assert officer.open == "nominees[1].participation"


def test_a_saved_lost_list_has_no_dossier_to_go_on_with() -> None:
    officer = Officer().say(*MIXED, "xem lại", "lưu", "tiếp tục", "trực tiếp", "hôm qua")
    officer.say("xem lại", "lưu", "tiếp tục")
    assert officer.open == "card"


def test_there_is_no_dossier_of_a_lost_case() -> None:
    officer = Officer().say(*LOST[:4]).say("18", "hôm qua")
    (card,) = officer.screen
    officer.say("sửa 12 thành 11").press("c:dossier", officer.screen[-1].token)
    assert card.choices[0][0].id == "c:dossier"
    assert officer.open == "card"
    assert "chưa lập hồ sơ được" in officer.text


def test_a_correction_that_wins_the_case_says_so_and_asks_what_is_open() -> None:
    officer = Officer().say(*LOST, "xem lại", "sửa 12 thành 13")
    assert "cần thêm thông tin" in officer.text
    assert "Còn thiếu: ngày lập thành tích" in officer.text
    assert officer.open == "achieved_on"
    officer.say("hôm qua")
    assert officer.verdict == "eligible"


def test_a_correction_in_the_dossier_that_loses_the_case_shows_its_card() -> None:
    officer = Officer().say(*LOST[:4], "18", "hôm qua").tap("c:dossier")
    assert officer.open == "nominees[0].name"
    officer.say("sửa 12 thành 11")
    assert officer.open == "card"
    assert "c:instead:0" in officer.buttons
    officer.say("sửa 11 thành 12")
    assert "đủ điều kiện đề nghị" in officer.text


def test_a_verdict_that_waits_says_what_for() -> None:
    officer = Officer().say(*LOST[:4], "chưa biết", "chưa biết").tap("c:dossier")
    while officer.open != "review":
        officer.say("chưa biết")
    assert "Còn thiếu" in officer.text


def test_back_from_the_dossier_of_an_open_case_leads_to_its_card() -> None:
    officer = Officer().say("khen chuyên đề", "phong trào", "cấp tỉnh", "cá nhân")
    officer.tap("a:none")
    while officer.open != "card":
        officer.tap(officer.buttons[1])
    assert "c:continue" in officer.buttons
    officer.tap("c:dossier").say("quay lại")
    assert officer.open == "card"
