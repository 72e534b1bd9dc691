"""What is no name is not written as one: neither in the list nor in the dossier."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

NO_NAMES = (
    *("hôm nay", "nhầm", "Đề nghị cá nhân thay tập thể", "😀", "có lẽ", "không rõ là ai?", "12"),
    *("Lập hồ sơ", "cá nhân", "5 cá nhân", "20/11"),
)


def asked_for_the_name() -> Officer:
    officer = Officer().say("khen đột xuất", "cứu người", "cá nhân", "trực tiếp", "hôm qua")
    officer.say("không có công nhận") if officer.open == "recognition" else None
    officer.tap("c:dossier")
    assert officer.open == "nominees[0].name", officer.text
    return officer


@pytest.mark.parametrize("typed", NO_NAMES)
def test_the_dossier_takes_no_other_words_for_a_name(typed: str) -> None:
    officer = asked_for_the_name().say(typed)
    assert "nominees[0].name" not in officer.answers
    assert officer.open == "nominees[0].name"


@pytest.mark.parametrize("typed", ["Nông Văn A", "bà Lò Thị Mai", "Huy", "cá nhân Mai", "Lưu"])
def test_the_dossier_takes_a_name(typed: str) -> None:
    assert asked_for_the_name().say(typed).answers["nominees[0].name"] == typed


def test_a_name_that_is_not_known_is_kept_as_unknown() -> None:
    assert asked_for_the_name().say("không rõ lắm").answers["nominees[0].name"] is None


@pytest.mark.parametrize("typed", ["😀", "nhầm", "Đề nghị cá nhân thay tập thể", "…"])
def test_the_list_takes_no_such_line(typed: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "nhiều đối tượng").say(typed)
    assert not [path for path in officer.answers if path.endswith(".name")]
