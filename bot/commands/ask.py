"""kipthoi ask: a case or a question in one's own words, read and answered."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Annotated

import typer

from bot.asking import answered
from bot.commands.check import read_today
from bot.textlines import run_lines
from locales.catalog import text as words
from rules.message import say


def as_json(text: str, today: date) -> str:
    """One line for one text."""
    return json.dumps(answered(text, today), ensure_ascii=False)


def ask(
    text: Annotated[str, typer.Argument(help=words(say("date.help.text")))],
    today: Annotated[str | None, typer.Option(help=words(say("date.help.today")))] = None,
    json_out: Annotated[  # noqa: FBT002
        bool, typer.Option("--json", help=words(say("check.help.json")))
    ] = False,
) -> None:
    """Hỏi bằng lời: hồ sơ có đủ điều kiện không, công văn nói gì; `-` đọc từng dòng JSON."""
    day = read_today(today)
    if text == "-":
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
        code = run_lines(sys.stdin, as_json, today=day, out=sys.stdout, err=sys.stderr)
        raise typer.Exit(code)
    typer.echo(as_json(text, day) if json_out else answered(text, day)["reply"])
