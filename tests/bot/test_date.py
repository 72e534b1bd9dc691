"""kipthoi date: one text or many lines, and what is refused."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.commands.date import answer
from bot.textlines import run_lines

TODAY = date(2026, 11, 21)


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["date", *words], input=stdin)


def lines(*asked: str) -> tuple[int, list[Any], str]:
    out, err = io.StringIO(), io.StringIO()
    code = run_lines([f"{line}\n" for line in asked], answer, today=TODAY, out=out, err=err)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_one_day_is_printed_twice() -> None:
    result = run("cứu người hôm qua", "--today", "2026-11-21", "--json")
    assert json.loads(result.stdout) == {"from": "2026-11-20", "to": "2026-11-20"}


def test_a_span_is_printed_with_both_ends() -> None:
    result = run("cuối tháng 10", "--today", "2026-11-21", "--json")
    assert json.loads(result.stdout) == {"from": "2026-10-21", "to": "2026-10-31"}


def test_no_date_is_null() -> None:
    assert json.loads(run("có 12/18 đồng chí", "--json").stdout) is None


def test_an_impossible_day_is_null_and_told_beside() -> None:
    result = run("ngày 31/02", "--today", "2026-11-21", "--json")
    assert (result.exit_code, result.stdout) == (0, "null\n")
    assert "«ngày 31/02»" in result.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12/11", "thứ Năm 12/11/2026"),
        ("quý I", "Từ thứ Năm 01/01/2026 đến thứ Ba 31/03/2026."),
        ("thứ ba 12/11", "Có thể là: thứ Ba 10/11/2026, thứ Ba 17/11/2026."),
        ("không có gì", "Không thấy ngày nào."),
        ("32/13", "không có tháng này"),
        ("12/11/20226", "từ 1900 đến 2100"),
    ],
)
def test_an_officer_reads_a_sentence(text: str, told: str) -> None:
    assert told in run(text, "--today", "2026-11-21").stdout


def test_without_today_the_clock_is_asked() -> None:
    assert run("hôm nay").exit_code == 0


def test_a_wrong_today_is_refused() -> None:
    result = run("hôm nay", "--today", "mai")
    assert result.exit_code != 0
    assert "«mai»" in str(result.exception)


def test_many_lines_are_answered_in_order_each_by_its_own_today() -> None:
    code, answers, err = lines(
        '{"text": "hôm qua", "today": "2024-03-01"}',
        "",
        '{"text": "hôm qua"}',
        '{"text": "không", "today": null}',
    )
    assert (code, err) == (0, "")
    assert answers == [
        {"from": "2024-02-29", "to": "2024-02-29"},
        {"from": "2026-11-20", "to": "2026-11-20"},
        None,
    ]


@pytest.mark.parametrize(
    "bad",
    [
        "không phải JSON",
        "[1]",
        "{}",
        '{"text": 5}',
        '{"text": "a", "to_day": "2026-11-21"}',
        '{"text": "a", "today": 20261121}',
        '{"text": "a", "today": "2026-02-30"}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_answers_an_error_and_the_others_go_on(bad: str) -> None:
    code, answers, err = lines(bad, '{"text": "12/11"}')
    assert code == 2
    assert list(answers[0]) == ["error"]
    assert answers[1] == {"from": "2026-11-12", "to": "2026-11-12"}
    assert "1" in err


def test_standard_input_is_read_for_a_dash() -> None:
    result = run("-", stdin='{"text": "mùng 5 tháng 11", "today": "2026-11-21"}\nx\n')
    assert result.exit_code == 2
    assert result.stdout.splitlines()[0] == '{"from": "2026-11-05", "to": "2026-11-05"}'


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda s: st.lists(s) | st.dictionaries(st.sampled_from(["text", "today", "x"]), s),
    )
)
def test_any_json_value_is_answered(value: object) -> None:
    code, answers, _ = lines(json.dumps(value))
    assert code in (0, 2)
    assert len(answers) == 1
