"""Buttons that lead on, and the same question again after a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.model import Choice, Reply, Role
from rules.message import Message, say


def go(command: str, *, argument: str = "", label: Message | None = None) -> Choice:
    """A button that is good for ever: it begins a flow or opens a draft."""
    tail = f":{argument}" if argument else ""
    return Choice(f"g:{command}{tail}", label or say(f"way.{command}"), role=Role.GO)


def way(
    command: str, *, role: Role = Role.GO, argument: str = "", label: Message | None = None
) -> Choice:
    """A button of the open question, labelled by its command."""
    tail = f":{argument}" if argument else ""
    return Choice(f"c:{command}{tail}", label or say(f"way.{command}"), role=role)


def led_on(told: Reply, page: Reply) -> Reply:
    """What was asked for at a page, with the page's ways on in place of the page once more."""
    choices = (*told.choices, *page.choices)
    return replace(told, choices=choices, token=page.token, progress=page.progress)


def without_ways(replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """What is told ahead of a question, which has its own ways on."""
    return tuple(replace(reply, choices=()) for reply in replies)


def after(note: Message, reply: Reply) -> Reply:
    """The reply with a sentence before its own."""
    return replace(reply, text=(note, *reply.text))
