"""What has changed since the papers were last made: a mark beside the answers, read by nobody."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace

from flows.model import Draft
from flows.paths import MADE, nominee_of
from flows.sheet import own_answers


def marked(draft: Draft) -> Draft:
    """The draft with its answers as they are made of now; no step that undo takes back."""
    return replace(draft, answers={**_answers(draft), MADE: _written(_marks(draft))})


def changed_since(draft: Draft) -> tuple[str, ...] | None:
    """The paths answered otherwise since; None where no papers were made yet."""
    before = draft.answers.get(MADE)
    if not before:
        return None
    then = dict(pair.split("=", 1) for pair in str(before).split())
    now = _marks(draft)
    differ = (p for p in {**then, **now} if then.get(p) != now.get(p))
    there = len(own_answers(draft))
    return tuple(path for path in differ if (nominee_of(path) or 0) < there)


def _answers(draft: Draft) -> dict[str, object]:
    return {path: value for path, value in draft.answers.items() if path != MADE}


def _marks(draft: Draft) -> dict[str, str]:
    """A few signs for each answer: enough to tell that it is another one."""
    return {
        path: format(zlib.crc32(json.dumps(value).encode()), "08x")
        for path, value in _answers(draft).items()
    }


def _written(marks: dict[str, str]) -> str:
    return " ".join(f"{path}={mark}" for path, mark in marks.items())
