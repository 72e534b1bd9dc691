"""kipthoi deadline: the public shape, the sentences, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import Refused

KEYS = ["due", "due_rolled", "safe", "skipped", "estimated"]


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["deadline", *words])


def answer(*words: str) -> dict[str, object]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert list(found) == KEYS
    return found


def test_the_window_runs_ten_days_and_names_the_roll() -> None:
    assert answer("surprise", "--achieved", "2026-11-14") == {
        "due": "2026-11-24",
        "due_rolled": "2026-11-25",
        "safe": "2026-11-23",
        "skipped": [{"day": "2026-11-24", "why": "Ngày Văn hóa Việt Nam"}],
        "estimated": False,
    }


def test_a_dated_recognition_starts_the_window_anew() -> None:
    found = answer("surprise", "--achieved", "2026-10-01", "--recognized", "2026-11-10")
    assert (found["due"], found["due_rolled"]) == ("2026-11-20", None)


def test_the_dossier_is_counted_back_over_every_day_off() -> None:
    found = answer("dossier", "--ceremony", "2027-02-28")
    assert (found["due"], found["safe"], found["estimated"]) == ("2027-02-01", "2027-01-29", True)
    assert isinstance(found["skipped"], list)
    assert {"day": "2027-02-06", "why": "Tết Nguyên Đán"} in found["skipped"]


def test_before_a_day_is_the_day_before() -> None:
    found = answer("before", "2023-10-20")
    assert (found["due"], found["due_rolled"], found["skipped"]) == ("2023-10-19", None, [])


def test_an_officer_reads_days_with_their_weekday_and_why_days_were_skipped() -> None:
    result = run("surprise", "--achieved", "12/11/2026")
    assert "Chậm nhất: Chủ nhật 22/11/2026." in result.stdout
    assert "đến thứ Hai 23/11/2026" in result.stdout
    assert "nên xong trong thứ Sáu 20/11/2026" in result.stdout


def test_a_ceremony_on_a_day_off_is_pointed_out() -> None:
    result = run("dossier", "--ceremony", "2026-09-02")
    assert "là ngày nghỉ" in result.stdout
    assert "T7 22/08 làm bù" in result.stdout
    assert "ngày nghỉ; anh/chị" not in run("dossier", "--ceremony", "2026-12-15").stdout
    assert "ngày nghỉ; anh/chị" not in run("dossier", "--ceremony", "2028-01-01").stdout


def test_a_window_without_a_calendar_says_so() -> None:
    assert "Chưa có lịch nghỉ" in run("surprise", "--achieved", "2030-01-01").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["surprise", "--achieved", "2026-02-30"], "2026-02-30"),
        (["surprise", "--achieved", "hôm qua"], "hôm qua"),
        (["surprise", "--achieved", "20226-01-01"], "20226"),
        (["before", "1812-10-20"], "1812"),
        (["surprise", "--achieved", "2020-01-01"], "01/01/2020"),
        (
            ["surprise", "--achieved", "2026-11-12", "--recognized", "2026-11-11"],
            "Ngày công nhận (11/11/2026)",
        ),
        (["dossier", "--ceremony", "2028-06-01"], "2028"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_sentence(words: list[str], told: str) -> None:
    result = run(*words, "--json")
    assert isinstance(result.exception, Refused)
    assert told in str(result.exception)
    assert result.stdout == ""


def test_a_missing_day_ends_with_two() -> None:
    assert run("surprise").exit_code == 2
    assert run("before").exit_code == 2


def test_the_owners_file_changes_the_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "nghi.yaml"
    path.write_text(
        "2026:\n  status: official\n  source: Thông báo\n  checked: 2026-11-21\n"
        "  removed: [2026-11-24]\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("KIPTHOI_CALENDAR", str(path))
    assert answer("surprise", "--achieved", "2026-11-14")["due_rolled"] is None
    path.write_text("2026:\n  status: official\n", encoding="utf-8")
    result = run("before", "2026-11-24")
    assert isinstance(result.exception, Refused)
    assert "nghi.yaml: 2026.source" in str(result.exception)
