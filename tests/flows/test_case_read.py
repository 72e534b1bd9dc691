"""Where nothing is asked: which messages tell a case, and which ask what the letters say."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

DEEDS = (
    "cứu 3 người dân bị lũ cuốn",
    "cuu 3 nguoi dan bi lu cuon",
    "dân quân xã đã cứu 2 cháu bé đuối nước",
    "sáng nay anh Páo cứu cháu bé ở suối",
)
COUNTS = (
    "khen tập thể, 30 người tham gia chống bão, tổng cộng 50 người",
    "có 12 người trên tổng 16",
    "khen tap the, 30 nguoi tham gia chong bao, tong cong 50 nguoi",
)
PARTIES = (
    (
        "mai tổ chức lễ tổng kết rồi mà giờ mới làm hồ sơ khen chuyên đề xây dựng nông thôn mới,"
        " có kịp không"
    ),
)
RULES = (
    "cứu người",
    "cứu người có được khen đột xuất không",
    "tập thể cứu người thì cần bao nhiêu người tham gia",
    "hội nghị trao thưởng 18/12 thì hạn gửi hồ sơ chuyên đề ngày nào",
    "quy định về khen đột xuất cứu người",
    "tập thể 12 người trên tổng 16 người thì đã đủ tỷ lệ chưa, quy định mục nào",
)


@pytest.mark.parametrize("text", DEEDS)
def test_one_deed_told_flatly_opens_a_case(text: str) -> None:
    officer = Officer().say(text)
    assert officer.flow == "check"
    assert officer.nominees[0]["ground"] == "brave_rescue"


@pytest.mark.parametrize("text", COUNTS)
def test_how_many_of_all_took_part_is_told_of_a_sudden_deed(text: str) -> None:
    officer = Officer().say(text)
    assert officer.flow == "check"
    assert officer.answers["forces_total"] in (16, 50)
    assert "khen đột xuất" in officer.text


@pytest.mark.parametrize("text", PARTIES)
def test_a_day_to_come_of_which_the_letters_say_nothing_opens_a_case(text: str) -> None:
    officer = Officer().say(text)
    assert officer.flow == "check"
    assert officer.answers["ceremony_on"] == "2026-11-22"


@pytest.mark.parametrize("text", RULES)
def test_what_asks_of_the_rules_opens_no_case(text: str) -> None:
    assert Officer().say(text).flow != "check"


def test_a_case_told_in_four_messages_comes_together() -> None:
    officer = Officer().say("dân quân cứu 3 người dân bị lũ cuốn", "có 12 người trên tổng 16")
    assert officer.answers["forces_total"] == 16
    officer.say("hôm qua", "khen được không")
    assert officer.answers["achieved_on"] == "2026-11-20"


def test_an_edit_of_a_case_told_flatly_corrects_it() -> None:
    officer = Officer().send(text="có 12 người trên tổng 16", message="7")
    officer.send(text="có 13 người trên tổng 16", message="7", edited=True)
    assert officer.nominees[0]["participants"] == 13
