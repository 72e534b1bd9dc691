"""What would lose answers is asked first: the only one on the list left out, a case begun anew."""

from __future__ import annotations

import pytest

from flows.actions import ACTIONS
from flows.desk import At, Desk
from flows.model import Draft
from flows.proposals.course import Course, State
from flows.turn import Said
from language.fold import fold
from tests.flows.officer import SATURDAY, Officer, member

COLLECTIVE = ("đột xuất", "cứu người", "một tập thể", "12", "19")
BOTH = ("đột xuất", "cứu người", "nhiều đối tượng", "tập thể Dân quân xã\nông Nông Văn Hải", "xong")
SURE_OF_ALL = "Xóa cả 4 câu trả lời của Khen đột xuất · Tập thể 1 rồi hỏi lại từ đầu?"


@pytest.mark.parametrize(
    "text", ["làm lại từ đầu", "xoá hết làm lại", "Xóa hết đi em", "lam lai tu dau", "start over"]
)
def test_to_begin_anew_is_asked_before_answers_go(text: str) -> None:
    officer = Officer().say(*COLLECTIVE)
    before = officer.answers
    officer.say(text)
    assert SURE_OF_ALL in officer.text
    assert officer.answers == before


@pytest.mark.parametrize("yes", ["ừ", "có", "đồng ý", "Xóa, làm lại từ đầu"])
def test_a_yes_clears_the_answers_and_asks_from_the_start(yes: str) -> None:
    officer = Officer().say(*COLLECTIVE, "làm lại từ đầu", yes)
    assert (officer.answers, officer.open) == ({}, "nominees[*].ground")
    assert officer.draft is not None
    assert list(officer.stored) == [officer.draft.id]


def test_what_was_cleared_comes_back_at_once() -> None:
    officer = Officer().say(*COLLECTIVE)
    before = officer.answers
    officer.say("làm lại từ đầu").tap("Xóa, làm lại từ đầu").say("hoàn tác")
    assert officer.answers == before


@pytest.mark.parametrize("no", ["không", "thôi không", "Giữ nguyên", "12"])
def test_whatever_is_no_yes_keeps_the_answers(no: str) -> None:
    officer = Officer().say(*COLLECTIVE)
    before = officer.answers
    officer.say("làm lại từ đầu", no)
    assert (officer.answers, officer.open) == (before, "card")


def test_where_nothing_was_answered_nothing_is_asked() -> None:
    officer = Officer().say("đột xuất", "làm lại")
    assert officer.open == "nominees[*].ground"
    assert "Chưa có câu trả lời nào để xóa." in officer.text


def test_files_that_were_sent_are_no_answers_to_clear() -> None:
    answers = {"achieved_on": "2026-11-12", "note.files.report": [], "note.made": "y"}
    desk = Desk(member(), SATURDAY, Draft("surprise", answers), At())
    turn = ACTIONS["clear"](desk, Said(command="clear"))
    assert turn.draft is not None
    assert turn.draft.answers == {"note.files.report": [], "note.made": "y"}


def test_a_proposal_that_was_never_sent_is_cleared() -> None:
    draft = Draft("surprise", {"achieved_on": "2026-11-12"}, course=Course(State.DRAFT))
    desk = Desk(member(), SATURDAY, draft, At())
    assert ACTIONS["restart"](desk, Said(command="restart")).open == "sure:clear"


@pytest.mark.parametrize("command", ["restart", "clear"])
def test_nothing_of_what_was_sent_is_cleared(command: str) -> None:
    draft = Draft("surprise", {"achieved_on": "2026-11-12"}, course=Course(State.RETURNED))
    desk = Desk(member(), SATURDAY, draft, At(stage="mend"))
    turn = ACTIONS[command](desk, Said(command=command))
    assert turn.draft is not None
    assert turn.draft.answers == draft.answers
    assert not turn.open.startswith("sure:")


@pytest.mark.parametrize("text", ["bỏ tập thể đi", "Bỏ phần tập thể", "bo tap the di em"])
def test_the_only_one_on_the_list_is_left_out_after_a_yes(text: str) -> None:
    officer = Officer().say(*COLLECTIVE, text)
    assert "mất các câu: số người của tập thể tham gia" in officer.text
    assert officer.answers["nominees[0].participants"] == 12
    officer.say("có")
    assert (officer.nominees, officer.open) == ([], "who")


def test_instead_of_the_only_collective_an_individual_can_be_proposed() -> None:
    officer = Officer().say(*COLLECTIVE, "bỏ tập thể đi").tap("Đề nghị cá nhân thay tập thể")
    assert officer.answers["nominees[0].type"] == "individual"


def test_of_an_individual_or_another_award_no_other_kind_is_offered() -> None:
    officer = Officer().say("đột xuất", "cứu người", "một cá nhân", "bỏ cá nhân đi")
    assert officer.buttons == ["c:remove:0", "c:show"]
    assert "Bỏ Cá nhân 1 thì danh sách không còn ai. Bỏ không?" in officer.text
    officer = Officer().say("chuyên đề", "tổng kết phong trào", "cấp tỉnh", "một tập thể")
    assert officer.say("bỏ tập thể").buttons == ["c:remove:0", "c:show"]


@pytest.mark.parametrize("text", ["bỏ tập thể đi", "thôi không khen tập thể nữa"])
def test_one_of_several_is_left_out_at_once_and_comes_back(text: str) -> None:
    for typed in (text, fold(text)):
        officer = Officer().say(*BOTH, typed)
        assert [one["type"] for one in officer.nominees] == ["individual"]
        assert "Nhắn «hoàn tác» để lấy lại." in officer.text
        officer.say("hoàn tác")
        assert [one["type"] for one in officer.nominees] == ["collective", "individual"]


def test_of_two_of_the_kind_it_is_asked_which() -> None:
    listed = "tập thể Dân quân xã\ntập thể Công an xã"
    officer = Officer().say(*BOTH[:3], listed, "xong", "bỏ tập thể đi")
    assert "Danh sách có 2 tập thể." in officer.text
    officer.tap("Xóa: tập thể Dân quân xã", "Xong")
    assert [one["name"] for one in officer.nominees] == ["tập thể Công an xã"]


def test_of_a_kind_that_is_not_listed_nobody_is_left_out() -> None:
    officer = Officer().say(*COLLECTIVE, "bỏ hộ gia đình đi")
    assert "Danh sách không có hộ gia đình nào để bỏ." in officer.text
    assert len(officer.nominees) == 1


def test_where_a_name_is_asked_leaving_out_is_no_name() -> None:
    officer = Officer().say("đột xuất", "cứu người", "một tập thể", "sửa tên", "bỏ tập thể đi")
    assert "bỏ tập thể đi" not in officer.answers.values()


def test_a_whole_list_is_cleared_after_a_yes_and_is_nobodys_name() -> None:
    officer = Officer().say("đột xuất", "cứu người", "danh sách", "ông Hải\nbà Lả", "bỏ hết")
    assert len(officer.nominees) == 2
    assert officer.say("có").nominees == []
