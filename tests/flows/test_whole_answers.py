"""What is not an answer word for word changes nothing; that it is not known is kept as that."""

from __future__ import annotations

import pytest

from tests.flows.officer import Officer

DOUBTS = ("có lẽ", "có thể", "hình như có", "chắc là có", "đúng không", "có hay không", "maybe")
UNKNOWN = ("không rõ lắm", "không biết nữa", "không chắc lắm", "not known", "not sure")


def asked_whether_direct() -> Officer:
    return Officer().say("khen đột xuất", "cứu người", "cá nhân")


@pytest.mark.parametrize("typed", DOUBTS)
def test_a_doubt_is_refused_and_the_question_asked_again(typed: str) -> None:
    officer = asked_whether_direct()
    answers, path = officer.answers, officer.open
    officer.say(typed)
    assert officer.answers == answers
    assert officer.open == path
    assert "Ghi" not in officer.text


@pytest.mark.parametrize("typed", UNKNOWN)
def test_that_it_is_not_known_is_kept_as_unknown(typed: str) -> None:
    officer = asked_whether_direct()
    path = officer.open
    assert officer.say(typed).answers[path] is None


@pytest.mark.parametrize("typed", UNKNOWN)
def test_a_count_may_be_unknown_in_other_words(typed: str) -> None:
    officer = Officer().say("khen đột xuất", "cứu người", "tập thể").say(typed)
    assert officer.answers["nominees[0].participants"] is None
