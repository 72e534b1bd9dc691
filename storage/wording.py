"""What a reminder says, and the files of a report, as columns and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from flows.model import Json
from flows.reminding import File, Words
from flows.wire import file_from_json, file_to_json, message_from_json, message_to_json
from storage.values import compact


def words_to_text(words: Words) -> str:
    """Only what is there is written."""
    raw: dict[str, Json] = {"title": message_to_json(words.title)}
    if words.rolled is not None:
        raw["rolled"] = words.rolled.isoformat()
    if words.lines:
        raw["lines"] = [message_to_json(line) for line in words.lines]
    if words.missing:
        raw["missing"] = [message_to_json(line) for line in words.missing]
    return compact(raw)


def words_from_text(text: str) -> Words:
    raw = json.loads(text)
    return Words(
        message_from_json(raw["title"]),
        rolled=date.fromisoformat(raw["rolled"]) if "rolled" in raw else None,
        lines=tuple(message_from_json(line) for line in raw.get("lines", ())),
        missing=tuple(message_from_json(line) for line in raw.get("missing", ())),
    )


def files_to_text(files: Sequence[File]) -> str:
    return compact([file_to_json(file) for file in files])


def files_from_text(text: str) -> tuple[File, ...]:
    return tuple(file_from_json(raw) for raw in json.loads(text))
