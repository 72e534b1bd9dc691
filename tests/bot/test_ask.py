"""kipthoi ask: one message or many, answered as the contract says."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.commands.ask import as_json
from bot.textlines import run_lines

TODAY = date(2026, 11, 21)
RESCUE = (
    "Hôm qua 12 đc dân quân trong 18 người cứu được 2 cháu bé ở suối, khen đột xuất được không?"
)
KEYS = {"intent", "kind", "facts", "nominees", "assessment", "clauses", "understood", "reply"}


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["ask", *words], input=stdin)


def asked(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_json(text, TODAY))
    return found


def test_a_case_is_answered_with_what_was_understood_and_the_verdict() -> None:
    found = asked(RESCUE)
    assert set(found) == KEYS
    assert (found["intent"], found["kind"]) == ("case", "surprise")
    assert found["facts"]["achieved_on"] == "2026-11-20"
    assert found["facts"]["forces_total"] == 18
    assert found["nominees"][0]["participants"] == 12
    assert found["assessment"]["verdict"] == "eligible"
    assert found["assessment"]["timing"]["due"] == "2026-11-30"
    assert "thứ Hai 30/11" in found["reply"]
    assert "LS2022.2.b.2" in {one["clause"] for one in found["clauses"]}


def test_of_several_cases_none_is_judged_and_each_is_told() -> None:
    deed = "hôm qua anh Hải cứu 1 cháu bé đuối nước"
    found = asked(f"Có 2 việc: {deed}; còn hồ sơ tổng kết phong trào nông thôn mới trình tỉnh khen")
    assert set(found) == KEYS
    assert (found["intent"], found["kind"], found["assessment"]) == ("case", None, None)
    assert (found["facts"], found["nominees"]) == ({}, [])
    assert f"1. {deed}" in found["reply"]


@pytest.mark.parametrize("text", [RESCUE, "", "a", "🙂", "x" * 5000, "\u200b\u202e", "ngu thế"])
def test_every_text_has_all_the_keys_and_a_reply(text: str) -> None:
    found = asked(text)
    assert set(found) == KEYS
    assert found["reply"].strip()
    for one in found["understood"]:
        assert all(words in text for words in one["words"])


def test_many_lines_have_one_answer_each_and_a_bad_one_spoils_no_other() -> None:
    out, err = io.StringIO(), io.StringIO()
    lines = [json.dumps({"text": RESCUE, "today": "2026-11-21"}), "{", json.dumps({"text": "chào"})]
    code = run_lines(lines, as_json, today=TODAY, out=out, err=err)
    first, second, third = (json.loads(line) for line in out.getvalue().splitlines())
    assert (code, first["intent"], set(second), third["intent"]) == (2, "case", {"error"}, "other")
    assert err.getvalue().startswith("Dòng 2:")


def test_the_command_prints_the_reply_for_a_person() -> None:
    result = run(RESCUE, "--today", "2026-11-21")
    assert result.exit_code == 0
    assert "Tôi hiểu đây là" in result.stdout
    assert run(RESCUE, "--today", "31/31").exit_code != 0


def test_what_is_told_two_ways_is_not_known_and_both_are_shown() -> None:
    found = asked(
        "Hôm 10/11 có 12 người của dân quân xã cứu được dân trong lũ, tổng số 20 người tham gia;"
        " báo cáo khác ghi tổng số 16 người. Khen đột xuất tập thể dân quân được không?"
    )
    assert found["facts"]["forces_total"] is None
    assert found["assessment"]["verdict"] == "needs_more"
    assert "20" in found["reply"]
    assert "16" in found["reply"]
