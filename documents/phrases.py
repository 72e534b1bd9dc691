"""The fixed Vietnamese words of the papers, from phrases.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def _phrases() -> dict[str, str]:
    raw = yaml.safe_load((Path(__file__).parent / "phrases.yaml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for name, value in raw.items():
        for key, text in value.items() if isinstance(value, dict) else (("", value),):
            found[f"{name}.{key}" if key else name] = str(text)
    return found


def phrase(key: str, **values: str) -> str:
    """The phrase with its places filled; a value is never read for places. Raises KeyError."""
    return _phrases()[key].format(**values)


def phrase_or_none(key: str) -> str | None:
    """The phrase, or None where there is none of that name."""
    return _phrases().get(key)
