"""`**bold**` of catalogue texts as spans; what officers wrote is never read as markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rules.message import Message

STAR = "\ue000"
"""Stands for an officer's own asterisk while the catalogue's are read (private use)."""

_SHIELD = str.maketrans(
    {"*": STAR, STAR: None}
    # direction overrides let a name rewrite the sentence around it
    | {chr(code): None for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
)


def shield(message: Message) -> Message:
    """The same message with every asterisk of its values out of the markup's reach."""
    if not message.values:
        return message
    values: Mapping[str, Any] = {name: _shielded(value) for name, value in message.values.items()}
    return Message(message.key, values)


def _shielded(value: Any) -> Any:
    if isinstance(value, str):
        return value.translate(_SHIELD)
    if isinstance(value, Message):
        return shield(value)
    if isinstance(value, Sequence) and not isinstance(value, date):
        return tuple(_shielded(item) for item in value)
    return value


def spans(text: str) -> list[dict[str, object]]:
    """The text as runs, strong or not; a lone `**` is shown as it stands."""
    parts = text.split("**")
    if len(parts) % 2 == 0:
        parts[-2:] = ["**".join(parts[-2:])]
    return [
        {"text": part.replace(STAR, "*"), "strong": bool(index % 2)}
        for index, part in enumerate(parts)
        if part
    ]


def plain(text: str) -> str:
    """The text without its markup, for labels."""
    return "".join(str(span["text"]) for span in spans(text))
