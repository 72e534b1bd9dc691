"""What officers send by mistake: a sentence that says what is expected, and nothing lost."""

from __future__ import annotations

import unicodedata

import pytest

from flows.model import Tap
from tests.flows.officer import Officer


def asked_for_people() -> Officer:
    return Officer().say("khen đột xuất", "cứu người", "tập thể")


def asked_for_total() -> Officer:
    return asked_for_people().say("12")


def asked_for_day() -> Officer:
    return Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mười hai chấm năm", "con số"),
        ("-3", "âm"),
        ("12,5", "số nguyên"),
        ("99999999999999999999", "lớn quá"),
        ("2000000", "lớn quá"),
        ("🙂🙂", "con số"),
        ("12/0", ""),
        ("13 trên 12", "không thể nhiều hơn"),
        ("<b>12</b>; DROP TABLE", "con số"),
        ("x" * 5000, "5000 ký tự"),
        ("không biết đâu hỏi anh Ba", "con số"),
    ],
)
def test_what_is_no_count_is_refused_with_what_is_expected(typed: str, told: str) -> None:
    officer = asked_for_people()
    answers = officer.answers
    officer.say(typed)
    assert officer.answers == answers
    assert officer.open == "nominees[0].participants"
    assert told in officer.text
    assert "Bao nhiêu người" in officer.text


def test_more_of_one_collective_than_of_all_forces_is_refused() -> None:
    officer = asked_for_total().say("11")
    assert "12 người tham gia không thể nhiều hơn tổng 11 người" in officer.text
    assert "forces_total" not in officer.answers
    assert officer.open == "forces_total"
    officer.say("0")
    assert "từ 1 đến" in officer.text


@pytest.mark.parametrize(
    ("typed", "heads", "total"),
    [("12/18", 12, 18), ("12 trong 18 người", 12, 18), ("12 trên 18", 12, 18)],
)
def test_both_counts_may_come_at_once(typed: str, heads: int, total: int) -> None:
    officer = asked_for_people().say(typed)
    assert officer.answers["nominees[0].participants"] == heads
    assert officer.answers["forces_total"] == total
    assert "66,7 %" in officer.text
    assert officer.open == "achieved_on"


def test_a_total_beyond_all_bounds_is_refused_in_a_pair_too() -> None:
    officer = asked_for_people().say("12/0")
    assert officer.answers.get("forces_total") is None
    assert officer.open == "nominees[0].participants"


@pytest.mark.parametrize("typed", ["12", "mười hai", "12 người", "12 đ/c", "  12  ", "１２"])
def test_a_count_is_read_in_its_ordinary_forms(typed: str) -> None:
    assert asked_for_people().say(typed).answers["nominees[0].participants"] == 12


def test_an_estimate_on_the_threshold_decides_nothing() -> None:
    officer = asked_for_total().say("khoảng 18")
    assert officer.answers["forces_approximate"] is True
    assert "ước lượng" in officer.text
    assert officer.assessment.nominees[0].verdict.value == "needs_more"
    officer.say("sửa tổng số thành 18")
    assert "forces_approximate" not in officer.answers
    officer.say("hôm qua")
    assert officer.verdict == "eligible"


def test_an_estimated_part_makes_the_share_an_estimate_until_it_is_counted() -> None:
    officer = asked_for_people().say("khoảng 12", "18")
    assert officer.answers["forces_approximate"] is True
    officer.say("sửa số người thành 13")
    assert officer.answers["nominees[0].participants"] == 13


DAYS = {
    "12/11": "2026-11-12",
    "12-11-2026": "2026-11-12",
    "12.11.2026": "2026-11-12",
    "ngày 12 tháng 11": "2026-11-12",
    "ngày 12 tháng 11 năm 2026": "2026-11-12",
    "hôm qua": "2026-11-20",
    "hôm nay": "2026-11-21",
    "hôm kia": "2026-11-19",
    "thứ sáu tuần trước": "2026-11-13",
    "thứ 5 tuần trước": "2026-11-12",
    "hom qua": "2026-11-20",
    "thứ năm 12/11": "2026-11-12",
    unicodedata.normalize("NFD", "ngày 12 tháng 11"): "2026-11-12",
}


@pytest.mark.parametrize("typed", DAYS)
def test_a_day_is_read_in_its_ordinary_forms_and_said_with_its_weekday(typed: str) -> None:
    officer = asked_for_day().say(typed)
    assert officer.answers["achieved_on"] == DAYS[typed]
    assert "thứ" in officer.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31/11/2026", "không có trong lịch"),
        ("30/2/2026", "không có trong lịch"),
        ("12/11/20226", ""),
        ("26/11/2026", "chưa tới"),
        ("ngày mai", "chưa tới"),
        ("12/11/1990", "xa quá"),
        ("từ 10/11 đến 12/11", "ngày"),
        ("tuần trước", ""),
        ("bao giờ cũng được", "ngày"),
        ("😀", "ngày"),
        ("x" * 5000, "ký tự"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(typed: str, told: str) -> None:
    officer = asked_for_day()
    answers = officer.answers
    officer.say(typed)
    assert officer.answers == answers
    assert officer.open == "achieved_on"
    assert told in officer.text
    assert "ngày nào" in officer.text


def test_a_weekday_that_does_not_fit_its_date_offers_the_days_it_may_be() -> None:
    officer = asked_for_day().say("thứ ba 12/11")
    assert "thứ Năm" in officer.text
    offered = [b for b in officer.buttons if b.startswith("day:")]
    assert "day:2026-11-12" in offered[:3]
    assert "day:2026-11-10" in offered[:3]
    officer.tap("day:2026-11-10")
    assert officer.answers["achieved_on"] == "2026-11-10"


def test_a_future_day_offers_the_past_ones_it_may_be() -> None:
    officer = asked_for_day().say("26/11/2026")
    offered = [b for b in officer.buttons if b.startswith("day:")]
    assert "day:2025-11-26" in offered or "day:2026-10-26" in offered


def test_a_day_of_the_calendar_may_not_lie_ahead_either() -> None:
    officer = asked_for_day()
    officer.press("day:2026-12-01", officer.screen[-1].token)
    assert "achieved_on" not in officer.answers
    officer.press("day:not-a-day", officer.screen[-1].token)
    assert "achieved_on" not in officer.answers
    assert officer.open == "achieved_on"


def test_a_month_is_kept_as_inexact_as_it_is() -> None:
    officer = asked_for_day().say("tháng 11/2026")
    assert officer.answers["achieved_on"] == "2026-11-01"
    assert officer.answers["achieved_on_precision"] == "month"
    officer.say("sửa ngày thành 12/11")
    assert officer.answers["achieved_on_precision"] == "day"
    officer.say("sửa ngày thành tháng 10/2026")
    assert officer.answers["achieved_on_precision"] == "month"
    officer.say("bỏ thay đổi", "bỏ thay đổi")
    assert "thứ Năm 12/11/2026 → tháng 11/2026" in officer.text
    assert officer.answers["achieved_on_precision"] == "month"


def test_a_year_is_kept_as_inexact_as_it_is() -> None:
    officer = asked_for_day().say("năm 2025")
    assert officer.answers["achieved_on_precision"] == "year"
    officer.say("xem lại")
    assert "năm 2025" in officer.text


def test_a_recognition_before_the_deed_is_refused() -> None:
    officer = asked_for_day().say("1/10/2026", "đã có văn bản công nhận")
    assert officer.open == "recognized_on"
    officer.say("30/9/2026")
    assert "không thể trước" in officer.text
    assert "recognized_on" not in officer.answers


def test_a_ceremony_far_ahead_is_refused_and_a_near_one_is_not() -> None:
    officer = Officer().say("khen chuyên đề", "kỷ niệm, đại hội", "cấp tỉnh", "cá nhân")
    while officer.open != "ceremony_on":
        officer.tap("c:unknown")
    officer.say("25/12/2031")
    assert "xa quá" in officer.text
    officer.say("25/12/2026")
    assert officer.answers["ceremony_on"] == "2026-12-25"


@pytest.mark.parametrize("attachment", ["photo", "voice", "sticker", "file"])
def test_a_photo_where_something_else_is_asked_brings_the_question_again(attachment: str) -> None:
    for officer in (asked_for_people(), asked_for_day(), Officer().say("khen đột xuất")):
        asked, answers = officer.open, officer.answers
        officer.show(attachment)
        assert officer.open == asked
        assert officer.answers == answers
        assert len(officer.text.splitlines()) >= 2


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "**Đậm** _nghiêng_ [x](y)", "Tổ {due} {0} %s", "Tổ 🙂"]
)
def test_markup_in_a_name_is_only_a_name(name: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều", name, "xong")
    assert [own["name"] for own in officer.nominees] == [name]
    officer.say("trực tiếp", "hôm qua", "xem lại")
    assert officer.open == "review"


def test_a_name_in_decomposed_letters_is_stored_composed() -> None:
    name = "tập thể Đội cứu hộ"
    officer = Officer().say("khen đột xuất", "cứu người", unicodedata.normalize("NFD", name))
    assert officer.nominees[0]["name"] == name


@pytest.mark.parametrize("typed", ["0 cá nhân", "7", "12 con trâu", "x" * 201, "5 cá nhân; 7"])
def test_a_list_that_cannot_be_read_adds_nobody(typed: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều", typed)
    assert officer.nominees == []
    assert "Tôi cần đối tượng" in officer.text
    assert officer.open == "who"


def test_a_list_too_long_is_refused_whole() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều")
    officer.say("\n".join(f"ông Nông Văn {n}" for n in range(201)))
    assert "200" in officer.text
    assert officer.nominees == []


def test_a_stale_button_changes_nothing_and_asks_politely() -> None:
    officer = Officer().say("khen đột xuất")
    token = officer.screen[-1].token
    officer.tap("a:brave_rescue").press("a:none", token)
    assert officer.answers == {"nominees[*].ground": "brave_rescue"}
    assert "đã trả lời rồi" in officer.text
    assert officer.open == "who"


def test_a_double_tap_answers_once() -> None:
    officer = Officer().say("khen đột xuất")
    token = officer.screen[-1].token
    officer.press("a:brave_rescue", token).press("a:brave_rescue", token)
    assert officer.answers == {"nominees[*].ground": "brave_rescue"}
    assert officer.open == "who"


def test_the_same_update_three_times_has_one_effect() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    for _ in range(3):
        officer.send(text="12", update="the same")
    assert officer.answers["nominees[0].participants"] == 12
    assert officer.open == "forces_total"
    assert officer.screen == []
    assert officer.storage.memory.conversation(officer.chat).serial == 4


@pytest.mark.parametrize(
    "choice", ["a:nobody", "t:scope", "c:edit:nothing", "x:y", "c:", "g:clause:none"]
)
def test_a_button_that_never_was_changes_nothing(choice: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người")
    officer.press(choice, officer.screen[-1].token)
    assert officer.answers == {"nominees[*].ground": "brave_rescue"}
    assert officer.open == "who"


def test_a_correction_of_nothing_known_asks_which() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân")
    officer.say("nhầm, 13 người")
    assert "chưa rõ" in officer.text
    assert "forces_total" not in officer.answers


def test_a_correction_that_cannot_be_read_says_what_is_expected() -> None:
    officer = asked_for_total().say("18").say("sửa tổng số thành nhiều lắm")
    assert "con số" in officer.text
    assert officer.answers["forces_total"] == 18


def test_an_answer_that_fits_several_options_names_them() -> None:
    officer = Officer().say("khen chuyên đề", "tổng kết")
    assert "khớp nhiều lựa chọn" in officer.text or officer.open != "occasion"


def test_an_empty_message_brings_the_question_again() -> None:
    officer = asked_for_people().say("   ")
    assert officer.open == "nominees[0].participants"
    officer.send(tap=Tap("", officer.screen[-1].token))
    assert officer.open == "nominees[0].participants"
