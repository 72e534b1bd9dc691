"""The report on free text fails where a row is read wrong, and above all where it is grave."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools import accuracy

RESCUE = "Hôm qua anh Nông Văn Hải nhảy xuống suối cứu được 2 cháu bé, khen đột xuất được không?"


def rows(folder: Path, name: str, *found: dict[str, Any]) -> None:
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in found)
    (folder / name).write_text(lines, encoding="utf-8")


def case(verdict: str, timing: str = "in_time") -> dict[str, Any]:
    expect = {"verdict": verdict, "timing": timing, "due": None}
    return {"id": "x", "today": "2024-06-11", "text_vi": RESCUE, "expect": expect}


def report(folder: Path, capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["accuracy", str(folder), *args])
        code = accuracy.main()
    return code, capsys.readouterr().out


def test_a_row_read_right_meets_the_target(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows(tmp_path, "surprise.jsonl", case("eligible"))
    code, told = report(tmp_path, capsys)
    assert (code, "MISSED" in told) == (0, False)


@pytest.mark.parametrize("wanted", [case("not_eligible"), case("eligible", timing="late")])
def test_eligible_or_in_time_where_it_is_not_is_grave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wanted: dict[str, Any]
) -> None:
    rows(tmp_path, "surprise.jsonl", wanted)
    code, told = report(tmp_path, capsys, "-v")
    assert code == 1
    assert "grave 1   MISSED" in told
    assert RESCUE in told


def test_a_row_read_wrong_is_missed_though_it_is_not_grave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = RESCUE.replace("Hôm qua anh", "Anh")
    rows(tmp_path, "surprise.jsonl", {**case("eligible"), "text_vi": text})
    code, told = report(tmp_path, capsys)
    assert code == 1
    assert "0 of 1" in told
    assert "grave 0   MISSED" in told


def test_a_row_that_is_disputable_is_not_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows(tmp_path, "surprise.jsonl", {**case("not_eligible"), "disputable": True})
    assert report(tmp_path, capsys) == (0, f"\n{tmp_path}\n")


def test_dates_and_clauses_that_are_wrong_are_missed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows(
        tmp_path,
        "dates.jsonl",
        {"text": "hôm qua", "today": "2024-06-11", "expect": ["2024-06-10", "2024-06-10"]},
        {"text": "hôm qua", "today": "2024-06-11", "expect": None},
    )
    asked = "Hạn 10 ngày tính từ lúc nào?"
    rows(tmp_path, "questions.jsonl", {"q": asked, "item": "x", "key_phrase": "no such words"})
    code, told = report(tmp_path, capsys)
    lines = {line.split("  ")[0]: line for line in told.splitlines()}
    assert code == 1
    assert "1 of 2" in lines["dates"]
    assert "0 of 1" in lines["questions"]
