"""Lines of `{"text", "today"}` in, one answer a line out: for `kipthoi date -` and `ask -`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, TextIO

from bot.commands.deadline import parse_day
from bot.errors import Refused
from locales.catalog import text as words
from rules.message import say

EXIT_WRONG: Final = 2
Answer = Callable[[str, date], str]


def run_lines(
    lines: Iterable[str], answer: Answer, *, today: date, out: TextIO, err: TextIO
) -> int:
    """Answer each line that is not empty with one line; the exit code.

    A line at fault answers `{"error": …}` and is told on `err`; the others are answered.
    """
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
        out.write(answer(text, day) + "\n")
    return code


def _asked(line: str, today: date) -> tuple[str, date]:
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
