"""Buttons say what they do, and the harmless one comes first."""

from __future__ import annotations

from flows.model import Role
from locales import catalog
from tests.flows.officer import Officer


def labels(officer: Officer) -> list[str]:
    choices = (choice for row in officer.screen[-1].choices for choice in row)
    return [catalog.text(choice.label, "vi") for choice in choices]


def test_a_day_of_another_year_is_offered_with_its_year() -> None:
    officer = Officer().say("khen đột xuất").tap("Cứu người, cứu tài sản", "Một cá nhân")
    officer.tap("Trực tiếp tham gia").say("23/11")
    assert "T6 23/10" in labels(officer)
    assert "Chủ nhật 23/11/2025" in labels(officer)


def test_keeping_a_draft_is_offered_before_deleting_it() -> None:
    officer = Officer().say("khen đột xuất").tap("Cứu người, cứu tài sản")
    officer.press("g:ask_delete:1")
    assert labels(officer) == ["Giữ lại", "Xóa hẳn"]


def test_what_is_done_to_a_whole_draft_is_no_answer_to_its_question() -> None:
    officer = Officer().say("khen đột xuất").tap("Cứu người, cứu tài sản").press("g:open:1")
    choices = [choice for row in officer.screen[-1].choices for choice in row]
    whole = [one for one in choices if one.id in ("g:rename:1", "g:copy:1", "g:ask_delete:1")]
    assert [one.role for one in whole] == [Role.ASIDE] * 3
