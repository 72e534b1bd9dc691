"""A case left for help, the menu or another page is there to come back to."""

from __future__ import annotations

import pytest

from tests.fakes import MemoryStorage
from tests.flows.officer import Officer, member

ASKED = ("hỏi thử", "khen đột xuất", "cứu người", "tập thể", "12")


def asking(person: object = None) -> Officer:
    """A guest half-way through a case, asked for all the forces."""
    officer = Officer(None) if person is None else Officer()
    officer.say(*ASKED)
    assert officer.open == "forces_total"
    return officer


@pytest.mark.parametrize("who", [None, "member"])
def test_help_is_told_and_the_same_question_comes_back(who: object) -> None:
    officer = asking(who)
    before = officer.answers
    officer.say("trợ giúp")
    assert "Cách dùng" in officer.text
    assert officer.open == "forces_total"
    assert officer.answers == before
    assert [bool(reply.choices) for reply in officer.screen] == [False, True]
    officer.say("18")
    assert officer.answers["forces_total"] == 18


@pytest.mark.parametrize("away", ["menu", "thôi", "ngôn ngữ"])
@pytest.mark.parametrize("who", [None, "member"])
def test_a_case_not_stored_waits_while_one_is_away(away: str, who: object) -> None:
    officer = asking(who)
    before = officer.answers
    officer.say(away, "abc xyz", "tiếp tục trường hợp")
    assert officer.answers == before
    assert officer.open == "forces_total"
    officer.say("18")
    assert officer.answers["forces_total"] == 18


def test_the_menu_offers_the_case_by_its_name() -> None:
    officer = asking().say("menu")
    assert officer.buttons[0] == "g:resume:case"
    officer.say("tiep tuc truong hop chua luu: khen dot xuat · tap the 1")
    assert officer.open == "forces_total"


def test_a_case_not_stored_and_a_stored_draft_are_each_offered() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân")
    officer.say("hỏi thử", "khen chuyên đề", "phong trào", "menu")
    assert officer.buttons[:2] == ["g:resume:case", "g:open:1"]
    officer.tap("g:open:1")
    assert officer.draft is not None
    assert officer.draft.id == 1
    officer.say("menu").tap("g:resume:case")
    assert officer.flow == "check"


def test_going_back_from_one_case_to_another_leaves_the_first_in_its_turn() -> None:
    officer = asking().say("hỏi thử", "khen chuyên đề", "phong trào")
    second = officer.answers
    officer.say("tiếp tục trường hợp")
    assert officer.open == "forces_total"
    officer.say("tiếp tục trường hợp")
    assert officer.answers == second


def test_a_button_of_the_question_that_was_left_still_answers_it() -> None:
    officer = Officer(None).say("hỏi thử", "khen đột xuất", "cứu người")
    (reply,) = officer.screen
    officer.say("menu").press("a:collective", reply.token)
    assert officer.answers["nominees[0].type"] == "collective"


def test_an_older_button_after_leaving_changes_nothing() -> None:
    officer = Officer(None).say("hỏi thử", "khen đột xuất")
    (reply,) = officer.screen[-1:]
    officer.say("cứu người", "menu").press("a:combat", reply.token)
    assert officer.flow == "menu"
    officer.tap("g:resume:case")
    assert officer.answers["nominees[*].ground"] == "brave_rescue"


def test_another_language_comes_back_to_the_same_question() -> None:
    officer = asking().say("ngôn ngữ", "english")
    assert officer.open == "forces_total"
    assert officer.language == "en"


def test_another_language_comes_back_to_the_draft_though_a_case_was_left_before() -> None:
    officer = asking("member").say("/dotxuat", "chiến đấu", "tập thể")
    officer.say("ngôn ngữ", "english")
    grounds = [officer.answers["nominees[*].ground"]]
    officer.say("menu").tap("g:resume:case")
    grounds.append(officer.answers["nominees[*].ground"])
    assert grounds == ["combat", "brave_rescue"]


def test_another_language_comes_back_to_the_stored_draft() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "12", "ngôn ngữ", "english")
    assert officer.open == "forces_total"
    assert officer.draft is not None
    assert officer.draft.id == 1


def test_another_language_at_the_menu_stays_at_the_menu() -> None:
    officer = Officer().say("ngôn ngữ", "english")
    assert officer.flow == "menu"


def test_going_on_with_nothing_left_leads_to_the_menu() -> None:
    officer = Officer().say("tiếp tục hồ sơ")
    assert officer.flow == "menu"


def test_going_on_opens_the_stored_draft_in_hand() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "menu", "tiếp tục hồ sơ")
    assert officer.open.endswith("participants")


def test_one_who_is_let_in_goes_on_with_the_draft_of_the_account() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    phone = Officer(None, storage=officer.storage, channel="telegram", name="phone")
    officer.storage.memory.codes["ABCDEFGH23"] = member()
    phone.say("ABCDEFGH23", "tiếp tục hồ sơ")
    assert phone.draft is not None
    assert phone.draft.id == 1
    assert phone.open.endswith("participants")


def test_a_deleted_draft_is_nothing_to_come_back_to() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể")
    (asked,) = officer.screen[-1:]
    officer.say("hồ sơ của tôi").press("g:ask_delete:1").tap("Xóa hẳn")
    officer.press("a:individual", asked.token)
    assert officer.draft is None
    officer.say("tiếp tục hồ sơ")
    assert officer.flow == "menu"


def test_a_guest_who_is_let_in_brings_the_case_along_and_files_it() -> None:
    storage = MemoryStorage()
    storage.memory.codes["ABCDEFGH23"] = member()
    officer = Officer(None, storage=storage).say(*ASKED, "ABCDEFGH23")
    assert officer.buttons[0] == "g:resume:case"
    officer.tap("g:resume:case").say("18", "hôm qua")
    officer.tap("c:file")
    assert officer.draft is not None
    assert officer.draft.id == 1
    assert officer.answers["forces_total"] == 18


def test_a_case_that_was_filed_is_not_offered_twice() -> None:
    officer = asking("member").say("18", "hôm qua").tap("c:file").say("menu")
    assert "g:resume:case" not in officer.buttons
    assert "g:open:1" in officer.buttons


@pytest.mark.parametrize("typed", ["Đổi tên", "doi ten", "RENAME"])
def test_the_words_of_a_button_are_as_good_as_a_tap(typed: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "hồ sơ của tôi").tap("g:open:1")
    officer.say(typed)
    assert officer.open == "rename:1"


@pytest.mark.parametrize("typed", ["Đề nghị cá nhân thay tập thể", "de nghi ca nhan thay tap the"])
def test_the_way_out_of_a_verdict_may_be_typed(typed: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "11", "18")
    officer.say(typed)
    assert officer.answers["nominees[0].type"] == "individual"


def test_mending_may_be_typed_wherever_one_is() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể", "sửa")
    assert officer.open == "fix"
