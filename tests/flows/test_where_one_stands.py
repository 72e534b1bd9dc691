"""Where one stands is told truly, and drafts of one kind are told apart."""

from __future__ import annotations

from locales import catalog
from tests.flows.officer import Officer

LOST = ("khen đột xuất", "cứu người", "tập thể", "12", "19")
WON = ("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")


def share(officer: Officer) -> int | None:
    progress = officer.screen[-1].progress
    assert progress is not None
    return progress.percent


def listed(officer: Officer) -> list[str]:
    officer.say("hồ sơ của tôi")
    choices = [choice for row in officer.screen[-1].choices for choice in row]
    drafts = [choice for choice in choices if choice.id.startswith("g:open:")]
    return [catalog.text(choice.label) for choice in drafts]


def test_the_share_grows_from_nothing_to_the_finished_dossier() -> None:
    officer = Officer().say("khen đột xuất")
    shares = [share(officer), *(share(officer.say(answer)) for answer in WON[1:])]
    assert officer.open == "card"
    officer.tap("c:dossier")
    while officer.open != "review":
        shares.append(share(officer))
        assert shares[-1] != 100
        officer.say("Nông Văn A" if officer.open.endswith("name") else "giấy khen, cấp tỉnh")
        if "c:unknown" in officer.buttons and share(officer) == shares[-1]:
            officer.tap(officer.buttons[0])
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert share(officer) == 100


def test_what_is_not_known_yet_is_not_done() -> None:
    officer = Officer().say(*WON[:3], "chưa biết")
    known = Officer().say(*WON[:4])
    assert (share(officer) or 0) < (share(known) or 0)


def test_a_verdict_that_ends_the_way_shows_no_share() -> None:
    officer = Officer().say(*LOST)
    assert officer.verdict == "not_eligible"
    assert share(officer) is None
    officer.say("nhầm, 13 người")
    assert share(officer) not in (None, 100)


def test_a_trial_has_no_dossier_on_its_way() -> None:
    officer = Officer().say("hỏi thử", "đột xuất", *WON[1:])
    assert officer.open == "card"
    assert share(officer) == 100


def test_drafts_without_names_are_told_by_nominee_and_day() -> None:
    officer = Officer().say(*WON[:4], "12/11/2026").say(*WON)
    first, second = listed(officer)
    assert "T6 20/11" in first
    assert "T5 12/11" in second
    assert "Cá nhân 1" in first


def test_drafts_without_a_day_are_told_by_ground_or_occasion() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "đội Dân quân xã")
    officer.say("khen chuyên đề", "kỷ niệm, đại hội")
    thematic, surprise = listed(officer)
    assert "Dân quân xã · Cứu người" in surprise
    assert "ỷ niệm" in thematic


def test_drafts_of_nominees_that_differ_are_told_by_the_first_ones_ground() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "ông A\nbà B", "xong", WON[3])
    officer.say("sửa").tap("c:edit:nominees[*].ground", "a:each", "a:brave_rescue")
    assert "Cứu người" in listed(officer)[0]


def test_a_month_is_no_day_to_tell_a_draft_by() -> None:
    officer = Officer().say(*WON[:4], "tháng 10/2026")
    assert "/10" not in listed(officer)[0]


def test_drafts_that_read_alike_carry_their_number() -> None:
    officer = Officer().say("khen đột xuất", "cứu người").say("khen đột xuất", "cứu người")
    first, second = listed(officer)
    assert (first[-4:], second[-4:]) == ("số 2", "số 1")


def test_a_name_of_ones_own_tells_enough() -> None:
    officer = Officer().say(*WON).press("g:rename:1").say("Suối Bản Ngà")
    assert "Suối Bản Ngà · hạn" in listed(officer)[0]
