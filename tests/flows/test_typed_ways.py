"""The words of a way on do what its button does, on the page where it stands."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer


def red_collective() -> Officer:
    return Officer().say("khen đột xuất", "cứu người", "tập thể", "12", "19")


def test_the_first_words_of_a_long_label_are_enough_at_its_own_card() -> None:
    officer = red_collective().say("đề nghị cá nhân")
    assert officer.answers["nominees[0].type"] == "individual"


@pytest.mark.parametrize("typed", ["đề nghị", "đề nghị tập thể"])
def test_too_little_of_a_label_is_not_taken(typed: str) -> None:
    officer = red_collective().say(typed)
    assert officer.answers["nominees[0].type"] == "collective"


def test_the_dossier_is_gone_on_with_by_its_name_at_the_review() -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    officer.say("xem lại")
    assert "Lập hồ sơ" not in officer.buttons
    assert officer.say("Lập hồ sơ").open == "nominees[0].name"


def test_an_answer_to_mend_is_named_without_the_word_for_it() -> None:
    officer = Officer().say("đột xuất", "cứu người", "bà Lý Thị Lả", "trực tiếp", "12/11", "sửa")
    officer.say("tên đối tượng")
    assert officer.open == "nominees[0].name"
