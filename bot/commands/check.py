"""kipthoi check: judges cases from a file or standard input, as text or as JSON."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from bot.assessments import card, to_json
from bot.casefile import Unreadable, lines_of, read_object, told
from bot.clock import SystemClock
from bot.errors import Refused
from locales.catalog import text
from rules.assessment import assess
from rules.case import Case, CaseError
from rules.facts import parse_day
from rules.message import Message, say
from rules.parameters import ParameterError
from rules.verdict import Assessment

REFUSED = 2


def run_check(source: str, *, today: date, out: TextIO, err: TextIO, as_json: bool) -> int:
    """Judge every case of the text; the exit code.

    One case that is at fault writes nothing to `out`; among many lines each has its answer.
    """
    source = source.removeprefix("\ufeff")
    lines = lines_of(source)
    if lines:
        return _run_many(lines, today=today, out=out, err=err, as_json=as_json)
    if not source.strip():
        return _refuse(say("check.error.empty"), err)
    answer = _judge(source, today)
    if isinstance(answer, Message):
        return _refuse(answer, err)
    out.write(_shown(answer, as_json=as_json) + "\n")
    return 0


def _run_many(
    lines: tuple[str, ...], *, today: date, out: TextIO, err: TextIO, as_json: bool
) -> int:
    code = 0
    for number, line in enumerate(lines, start=1):
        answer = _judge(line, today)
        if isinstance(answer, Message):
            code = _refuse(say("check.error.line", line=number, error=answer), err)
            out.write(_error(answer, as_json=as_json) + "\n")
            continue
        # cards are several lines each: an empty one between them keeps them apart
        out.write(_shown(answer, as_json=as_json) + ("\n" if as_json else "\n\n"))
    return code


def _judge(source: str, today: date) -> Assessment | Message:
    """The assessment of one case, or the sentence that says why there is none."""
    try:
        row = read_object(source)
        case = Case.from_json(row)
        return assess(case, today=_today(row, today))
    except Unreadable as fault:
        return fault.message
    except CaseError as fault:
        return told(fault)
    except ParameterError as fault:
        return say("check.error.parameter", name=fault.name, day=fault.day)


def _today(row: dict[str, Any], today: date) -> date:
    own = row.get("today")
    if own is None:
        return today
    day = parse_day(own)
    if day is None:
        message = say("check.error.day")
        raise CaseError("today", "expected a day such as 2026-11-21", message)
    return day


def _shown(answer: Assessment, *, as_json: bool) -> str:
    return json.dumps(to_json(answer), ensure_ascii=False) if as_json else card(answer)


def _error(message: Message, *, as_json: bool) -> str:
    said = text(message)
    return json.dumps({"error": said}, ensure_ascii=False) if as_json else said


def _refuse(message: Message, err: TextIO) -> int:
    err.write(text(message) + "\n")
    return REFUSED


def read_source(path: str) -> str:
    """The text of a file, or of standard input for `-`. Raises Refused."""
    try:
        raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return raw.decode("utf-8")
    except (OSError, UnicodeDecodeError, ValueError):
        raise Refused(text(say("check.error.file", path=path))) from None


def read_today(given: str | None) -> date:
    """The day named, else the officers' today. Raises Refused."""
    if given is None:
        return SystemClock().today()
    day = parse_day(given)
    if day is None:
        raise Refused(text(say("check.error.today", value=given[:40])))
    return day


def check(
    path: Annotated[str, typer.Argument(help=text(say("check.help.path")))],
    today: Annotated[str | None, typer.Option(help=text(say("check.help.today")))] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help=text(say("check.help.json")))] = False,
) -> None:
    """Xét một hồ sơ (JSON) theo hai công văn."""
    day = read_today(today)
    source = read_source(path)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    code = run_check(source, today=day, out=sys.stdout, err=sys.stderr, as_json=as_json)
    raise typer.Exit(code)
