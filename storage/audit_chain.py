"""The arithmetic of the audit's chain: salted digests of values, and links over digests; pure.

A link holds digests of the values, not the values: these can be erased with their salts, after
which the digest tells nobody what they were, and the chain still holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

FIRST_LINK: Final = "0" * 64
"""What the first row is linked to."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a row's link binds: everything of it, values by their digests."""

    place: int
    id: int
    at: datetime
    conversation: int | None
    event: str
    who: str
    what: str


def digest_of(salt: str, value: int | str | None) -> str:
    """The salted digest of a value; nothing is a value too."""
    return _digest((salt, value))


def link_of(before: str, bound: Bound) -> str:
    """The link of a row to the one whose link is `before`."""
    at = bound.at.astimezone(UTC).isoformat(timespec="microseconds")
    where = (bound.place, bound.id, at, bound.conversation)
    return _digest((before, *where, bound.event, bound.who, bound.what))


def _digest(values: Sequence[int | str | None]) -> str:
    # as ASCII: half a surrogate pair is written like any other sign
    return hashlib.sha256(json.dumps(values, separators=(",", ":")).encode()).hexdigest()
