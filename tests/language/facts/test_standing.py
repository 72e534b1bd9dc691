"""How things named in a text are said to stand: one verb holds for a list until another."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import pytest

from language.facts.passage import read_passage
from language.facts.signs import find_signs
from language.facts.standing import find_mentions, read_standing
from language.fold import fold
from language.marked import cue

THINGS: Final = MappingProxyType(
    {"plan": cue("kế hoạch"), "launch": cue("phát động"), "review": cue("tổng kết")}
)
SAID: Final = (
    ("có kế hoạch, phát động, tổng kết", {"plan": "done", "launch": "done", "review": "done"}),
    (
        "kế hoạch, phát động, tổng kết đều đủ cả",
        {"plan": "done", "launch": "done", "review": "done"},
    ),
    (
        "đã có kế hoạch, phát động nhưng chưa tổng kết",
        {"plan": "done", "launch": "done", "review": "not_yet"},
    ),
    ("có kế hoạch, phát động, tổng kết thì chưa", {"review": "not_yet", "plan": "done"}),
    ("kế hoạch chưa có, phát động rồi", {"plan": "not_yet", "launch": "done"}),
    ("sẽ không tổng kết nữa", {"review": "refused"}),
    ("không tổ chức tổng kết", {"review": "refused"}),
    ("tổng kết thì lãnh đạo dứt khoát không làm", {"review": "refused"}),
    ("dự kiến tổng kết cuối tháng", {"review": "planned"}),
    ("đâu có kế hoạch gì", {"plan": "not_yet"}),
    ("chưa biết có kế hoạch hay chưa", {"plan": "unknown"}),
    ("nếu chưa tổng kết thì sao", {}),
    ("có phải tổng kết không", {}),
    ("kế hoạch không ghi chỉ tiêu", {"plan": "says_not"}),
)


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
@pytest.mark.parametrize(("text", "stands"), SAID, ids=[text for text, _ in SAID])
def test_each_thing_stands_as_it_is_said(text: str, stands: dict[str, str], *, bare: bool) -> None:
    passage = read_passage(fold(text) if bare else text)
    found = read_standing(passage, find_mentions(passage, THINGS), find_signs(passage))
    told = {one.name: one.stand.value for one in found}
    assert {name: told.get(name) for name in stands} == stands
    assert stands or not told


@pytest.mark.parametrize("bare", [False, True], ids=["marked", "bare"])
def test_what_has_a_saying_of_its_own_is_not_on_the_list_behind_it(*, bare: bool) -> None:
    text = "kế hoạch thì anh phó một mình gật, phát động đủ cả"
    passage = read_passage(fold(text) if bare else text)
    found = read_standing(passage, find_mentions(passage, THINGS), find_signs(passage))
    assert {one.name for one in found} == {"launch"}
