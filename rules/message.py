"""A sentence by its catalogue key and its values: what the pure layers say instead of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

Scalar: TypeAlias = str | int | bool | date
NO_VALUES: Mapping[str, MessageValue] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Message:
    """A catalogue key (`finding.surprise.share.violated`) and the values its text names.

    Values are strings, integers, booleans, dates, other messages, or sequences of these
    (a sequence is joined with commas). Formatting belongs to the catalogue: a date without
    a format shows with its weekday.
    """

    key: str
    values: Mapping[str, MessageValue] = field(default_factory=lambda: NO_VALUES)

    def __hash__(self) -> int:
        """By key alone: a mapping has no hash, and equal messages have equal keys."""
        return hash(self.key)


MessageValue: TypeAlias = Scalar | Message | Sequence["Scalar | Message"]


def say(key: str, **values: MessageValue) -> Message:
    """Build a message: `say("ask.achieved_on", today=day)`."""
    return Message(key, MappingProxyType(values) if values else NO_VALUES)
