"""What reading an answer leads to: values for paths, or a refusal that says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flows.desk import At
from flows.model import Choice, Json
from rules.message import Message


@dataclass(frozen=True, slots=True)
class Given:
    """Values understood. `notes` repeat what was typed, `echo` what was tapped.

    With `at` nothing is answered yet, only the talk moves (a set half chosen, a month turned).
    """

    values: Mapping[str, Json]
    notes: tuple[Message, ...] = ()
    echo: Message | None = None
    at: At | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why it could not be taken, and choices that may be what was meant."""

    why: Message
    choices: tuple[Choice, ...] = ()
