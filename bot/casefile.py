"""Reads cases from text: one JSON object, or one object a line."""

from __future__ import annotations

import json
from typing import Any

from rules.case import CaseError
from rules.message import Message, say


class Unreadable(ValueError):  # noqa: N818 - told to whoever wrote the file
    """Text that is no JSON: a sentence that names the place."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.key)


def read_object(source: str) -> Any:
    """One JSON value. Raises Unreadable, also for a key that stands twice in one object."""
    try:
        return json.loads(source, object_pairs_hook=_once_each, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = f"{error.lineno}:{error.colno}"
        raise Unreadable(say("check.error.json", place=where, problem=error.msg)) from error
    except (RecursionError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        problem = "too deep" if isinstance(error, RecursionError) else "a number too long"
        raise Unreadable(say("check.error.json", place="1:1", problem=problem)) from error


def lines_of(source: str) -> tuple[str, ...]:
    """The lines of a file of many cases; none where the text is (or was meant as) one object."""
    lines = tuple(line for line in source.split("\n") if line.strip())
    if len(lines) < len(("one", "two")):
        return ()
    openings = sum(line.startswith("{") for line in lines)
    try:
        read_object(source)
    except Unreadable:
        return lines if openings > 1 or any(_is_object(line) for line in lines) else ()
    return ()


def told(error: CaseError) -> Message:
    """The place and the fault, as a sentence."""
    return say("check.error.place", place=error.place, problem=error.message)


def _is_object(line: str) -> bool:
    try:
        return isinstance(read_object(line), dict)
    except Unreadable:
        return False


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            shown = repr(key)[1:-1][:40]
            raise Unreadable(say("check.error.twice", name=shown))
        found[key] = value
    return found


def _no_number(name: str) -> Any:
    raise Unreadable(say("check.error.json", place="1:1", problem=name))
