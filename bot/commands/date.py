"""kipthoi date: what the reader of dates finds in a text."""

from __future__ import annotations

import json
import sys
from datetime import date as Date  # noqa: N812 - the command itself is named date
from typing import Annotated

import typer

from bot.commands.deadline import parse_day
from bot.textlines import run_lines
from language.dates import DateFound, ImpossibleDate, find_date
from locales.catalog import text as words
from rules.message import say


def read(text: str, today: Date) -> tuple[DateFound | None, str | None]:
    """The first date, and the sentence about it where it is impossible or clashes."""
    try:
        found = find_date(text, today)
    except ImpossibleDate as error:
        return None, words(say(f"date.impossible.{error.reason.value}", words=error.words))
    if found and found.weekday_clash:
        return found, words(say("date.clash", day=found.first, others=found.weekday_clash[1:]))
    return found, None


def as_json(found: DateFound | None) -> str:
    """`{"from", "to"}`, or null."""
    if found is None:
        return "null"
    return json.dumps({"from": found.first.isoformat(), "to": found.last.isoformat()})


def answer(text: str, today: Date) -> str:
    """One line for one text."""
    return as_json(read(text, today)[0])


def as_text(found: DateFound | None, note: str | None) -> str:
    """A sentence for a reader: the day with its weekday, or that there is none."""
    if found is None:
        return note or words(say("date.none"))
    if found.first == found.last:
        line = words(say("date.found.day", day=found.first))
    else:
        line = words(say("date.found.span", first=found.first, last=found.last))
    return f"{line}\n{note}" if note else line


def date(
    text: Annotated[str, typer.Argument(help=words(say("date.help.text")))],
    today: Annotated[str | None, typer.Option(help=words(say("date.help.today")))] = None,
    json_out: Annotated[  # noqa: FBT002
        bool, typer.Option("--json", help=words(say("deadline.help.json")))
    ] = False,
) -> None:
    """Đọc ngày trong một đoạn văn bản; `-` đọc từng dòng JSON từ đầu vào chuẩn."""
    day = parse_day(today) if today is not None else _today()
    if text == "-":
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
        code = run_lines(sys.stdin, answer, today=day, out=sys.stdout, err=sys.stderr)
        raise typer.Exit(code)
    found, note = read(text, day)
    if json_out:
        typer.echo(as_json(found))
        if note:
            typer.echo(note, err=True)
    else:
        typer.echo(as_text(found, note))


def _today() -> Date:
    from bot.clock import SystemClock  # noqa: PLC0415 - only where no day is given

    return SystemClock().today()
