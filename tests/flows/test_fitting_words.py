"""Each kind of nominee is asked in words that fit it, and in the order an officer thinks."""

from __future__ import annotations

import pytest

from flows.model import Draft
from flows.questions import words
from locales import catalog
from tests.flows.officer import Officer
from tests.flows.test_words_of_the_talk import answer_first

MEMBER = "steering_member"


def asked(path: str, *kinds: str) -> str:
    answers = {f"nominees[{n}].type": kind for n, kind in enumerate(kinds)}
    return catalog.text(words(Draft("thematic", answers), path), "vi").replace("**", "")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("individual", "Có phải thành viên Ban Chỉ đạo không?"),
        ("collective", "Tập thể này có phải đơn vị thành viên của Ban Chỉ đạo không?"),
        ("household", "Trong hộ có ai là thành viên Ban Chỉ đạo không?"),
    ],
)
def test_one_nominee_is_asked_as_what_it_is(kind: str, told: str) -> None:
    assert asked(f"nominees[0].{MEMBER}", kind) == told


def test_one_of_several_is_asked_as_what_it_is() -> None:
    told = asked(f"nominees[1].{MEMBER}", "individual", "collective")
    assert told == "Tập thể 2 có phải đơn vị thành viên của Ban Chỉ đạo không?"
    assert "đơn vị" not in asked(f"nominees[0].{MEMBER}", "individual", "collective")


def test_all_alike_are_asked_as_what_they_all_are() -> None:
    assert "2 hộ này đều có người" in asked(f"nominees[*].{MEMBER}", "household", "household")
    assert "2 đối tượng này" in asked(f"nominees[*].{MEMBER}", "household", "collective")


def test_a_collective_is_still_asked_about_the_steering_committee_and_its_members() -> None:
    officer = Officer().say("khen chuyên đề").tap("a:programme_review", "a:province")
    officer.tap("a:collective")
    seen = []
    while officer.open != "review":
        if officer.open == "card":
            officer.press("c:dossier", officer.screen[-1].token)
            continue
        seen.append(officer.open)
        answer_first(officer)
    assert {"nominees[0].steering_committee", "nominees[0].steering_member"} <= {*seen}
    plan = seen.index("provincial_review_plan")
    assert plan < seen.index("provincial_plan_has_awards") < seen.index("plan_parts")
    assert seen.index("guidance") < seen.index("joint_guidance") < seen.index("guidance_parts")
