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
    then = _then(draft)
    if not then:
        return None
    now = _marks(draft)
    differ = (p for p in {**then, **now} if then.get(p) != now.get(p))
    there = len(own_answers(draft))
    return tuple(path for path in differ if (nominee_of(path) or 0) < there)


def fewer_since(draft: Draft) -> int:
    """So many nominees have left the list: they have no answers left to name."""
    places = (nominee_of(path) for path in _then(draft))
    before = max((place + 1 for place in places if place is not None), default=0)
    return max(0, before - len(own_answers(draft)))


def _then(draft: Draft) -> dict[str, str]:
    """The marks of what they were made of; none where none were made yet."""
    return dict(pair.split("=", 1) for pair in str(draft.answers.get(MADE) or "").split())


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
