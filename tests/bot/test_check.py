"""kipthoi check: one answer a case, and a clear refusal of anything that is none."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.check import run_check

TODAY = date(2026, 11, 21)
GOOD: dict[str, Any] = {
    "kind": "surprise",
    "facts": {"achieved_on": "2026-11-12", "forces_total": 18},
    "nominees": [
        {"type": "collective", "name": "Dân quân xã", "ground": "brave_rescue", "participants": 12}
    ],
}
KEYS = {
    "verdict",
    "timing",
    "nominees",
    "findings",
    "missing",
    "next_question",
    "not_checked",
    "rulebook",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def run(source: str, *, as_json: bool = True) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    code = run_check(source, today=TODAY, out=out, err=err, as_json=as_json)
    return code, out.getvalue(), err.getvalue()


def test_one_case_gives_one_answer_with_every_key() -> None:
    code, out, err = run(json.dumps(GOOD, indent=2))
    answer = json.loads(out)
    assert (code, err, set(answer)) == (0, "", KEYS)
    assert answer["verdict"] == "eligible"
    assert answer["timing"]["due"] == "2026-11-22"
    assert answer["timing"]["due_rolled"] == "2026-11-23"


def test_a_card_says_the_verdict_first() -> None:
    code, out, _ = run(json.dumps(GOOD), as_json=False)
    assert code == 0
    assert out.splitlines()[0] == "● Đủ điều kiện đề nghị"


def test_a_card_of_several_names_each_and_the_way_out() -> None:
    facts = {"forces_total": 19, "achieved_on": None}
    directing = {"ground": "combat", "participation": "directing"}
    row = {**GOOD, "facts": facts, "nominees": [GOOD["nominees"][0], directing]}
    _, out, _ = run(json.dumps(row), as_json=False)
    assert "Dân quân xã" in out
    assert "Đối tượng 2" in out
    assert "13/19" in out
    assert "Lưu ý" in out
    assert "Còn cần biết" in out


def test_lines_are_answered_in_order_and_a_fault_is_told_in_its_place() -> None:
    bad = '{"kind": "surprise", "facts": {"colour": 1}}'
    code, out, err = run(f"{json.dumps(GOOD)}\n{bad}\n\n{json.dumps(GOOD)}\n")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert [set(one) for one in answers] == [KEYS, {"error"}, KEYS]
    assert "colour" in answers[1]["error"]
    assert "Dòng 2" in err


def test_a_case_may_bring_its_own_day() -> None:
    _, out, _ = run(json.dumps({**GOOD, "today": "2026-12-21"}))
    assert json.loads(out)["timing"]["status"] == "unknown"
    assert json.loads(out)["rulebook"]["day"] == "2026-12-21"


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("", "JSON"),
        ("{", "1:2"),
        ("[1]", "case"),
        ('{"kind": "surprise", "kind": "thematic"}', "kind"),
        ('{"kind": "surprise", "facts": {"forces_total": NaN}}', "NaN"),
        ('{"kind": "surprise", "today": "20226-01-01"}', "today"),
        ('{"kind": "surprise", "today": "2021-01-01"}', "today"),
        ('{"kind": "surprise", "facts": {"award_level": "x"}}', "province"),
        ("[" * 100_000, "JSON"),
        ('{"kind": ' + "9" * 5_000 + "}", "JSON"),
    ],
)
def test_a_fault_names_its_place_and_leaves_nothing_on_the_output(source: str, named: str) -> None:
    code, out, err = run(source)
    assert (code, out) == (2, "")
    assert named in err


@settings(max_examples=300, deadline=None)
@given(JSON, st.sampled_from(["kind", "facts", "nominees", "today", "whole", "fact"]))
def test_any_json_gives_an_answer_or_a_sentence(value: Any, place: str) -> None:
    row: Any = value if place == "whole" else {**GOOD, place: value}
    if place == "fact":
        row = {**GOOD, "facts": dict.fromkeys(["achieved_on", "forces_total"], value)}
    code, out, err = run(json.dumps(row))
    assert (code == 0) == bool(out)
    assert (code == 2) == bool(err)
