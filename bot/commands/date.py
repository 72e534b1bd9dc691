"""kipthoi date: what the reader of dates finds in a text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date as Date  # noqa: N812 - the command itself is named date
from typing import Annotated, Any, Final, TextIO

import typer

from bot.commands.deadline import parse_day
from bot.errors import Refused
from language.dates import DateFound, ImpossibleDate, find_date
from locales.catalog import text as words
from rules.message import say

EXIT_WRONG: Final = 2


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


def as_text(found: DateFound | None, note: str | None) -> str:
    """A sentence for a reader: the day with its weekday, or that there is none."""
    if found is None:
        return note or words(say("date.none"))
    if found.first == found.last:
        line = words(say("date.found.day", day=found.first))
    else:
        line = words(say("date.found.span", first=found.first, last=found.last))
    return f"{line}\n{note}" if note else line


def run_lines(lines: Iterable[str], *, today: Date, out: TextIO, err: TextIO) -> int:
    """Answer one line of `{"text", "today"}` with one line; the exit code."""
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            text, day = _asked(line, today)
        except Refused as refused:
            out.write(json.dumps({"error": str(refused)}, ensure_ascii=False) + "\n")
            err.write(words(say("date.wrong.line", line=number, why=str(refused))) + "\n")
            code = EXIT_WRONG
            continue
        out.write(as_json(read(text, day)[0]) + "\n")
    return code


def _asked(line: str, today: Date) -> tuple[str, Date]:
    try:
        raw: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refused(words(say("date.wrong.json"))) from error
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
        raise Refused(words(say("date.wrong.text")))
    if raw.keys() - {"text", "today"}:
        unknown = min(raw.keys() - {"text", "today"})[:40]
        raise Refused(words(say("date.wrong.key", name=unknown)))
    day = raw.get("today")
    if day is not None and not isinstance(day, str):
        raise Refused(words(say("date.wrong.today")))
    return raw["text"], today if day is None else parse_day(day)


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
        raise typer.Exit(run_lines(sys.stdin, today=day, out=sys.stdout, err=sys.stderr))
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
