"""The command line imports a command only when it is called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import names

ROOT = Path(__file__).parents[2]
SHOW_MODULES = """
import json, sys
from bot.cli import app
try:
    app(sys.argv[1:])
finally:
    print(json.dumps(sorted(sys.modules)))
"""
HEAVY = {"aiogram", "telegram", "aiohttp", "sqlalchemy", "alembic", "structlog"}


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "PYTHONUTF8": "1", **environment},
    )


def test_every_command_of_the_vocabulary_is_there() -> None:
    assert {"admin", "chat", "check", "date", "deadline", "rules", "run"} <= set(names())


def test_no_argument_shows_the_commands() -> None:
    shown = command("--help")
    assert shown.returncode == 0
    assert all(name in shown.stdout for name in names())


def test_an_unknown_command_is_refused_with_exit_2() -> None:
    assert command("nosuch").returncode == 2


@pytest.mark.parametrize("name", ["check", "rules", "deadline", "date"])
def test_the_law_s_commands_import_neither_telegram_nor_a_database(name: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_MODULES, name, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    modules = set(json.loads(shown.stdout.splitlines()[-1]))
    assert f"bot.commands.{name}" in modules
    assert not HEAVY & modules


def test_a_wrong_setting_ends_with_a_sentence_and_exit_2() -> None:
    refused = command("run", KIPTHOI_PORT="web")
    assert refused.returncode == 2
    assert "KIPTHOI_PORT" in refused.stderr
    assert "Traceback" not in refused.stderr
