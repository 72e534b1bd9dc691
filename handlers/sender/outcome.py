"""What became of one attempt to send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

from flows.ports import Envelope


@dataclass(frozen=True, slots=True)
class Delivered:
    """It is there; `message` is the channel's id, by which it can be edited."""

    message: str | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Not now. `seconds` where the channel told how long; else back-off, and an end to it.

    `everyone`: told to the channel as a whole, so that nothing else goes meanwhile either.
    `unanswered`: nobody answered at all; the line may be cut.
    """

    why: str
    seconds: float | None = None
    everyone: bool = False
    unanswered: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """Never. `unreachable` where the chat itself is gone (blocked, deleted)."""

    why: str
    unreachable: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """It was not sent: since it was read, its row was taken back. Nothing is to be noted."""


Outcome: TypeAlias = Delivered | Later | Failed | Withdrawn


class Deliver(Protocol):
    """One attempt to send one envelope."""

    async def __call__(self, envelope: Envelope, /) -> Outcome: ...
