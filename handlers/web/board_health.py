"""The board's line on how the reminders do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, tzinfo
from typing import Final

from flows.health import Health
from handlers.web.elements import Element, element
from rules.message import Message, say

LATE_TICK: Final = timedelta(minutes=2)
LONG_WAIT: Final = timedelta(minutes=5)
SIGNS: Final = {"good": "✓", "more": "!", "bad": "✕"}

Said = Callable[[Message], str]


def health_line(health: Health | None, said: Said, *, now: datetime, zone: tzinfo) -> Element:
    """A sign and a word, then last tick, queue, what failed, and what is due next."""
    tone = _tone(health, now)
    badge = element(
        "strong",
        element("span", SIGNS[tone], aria_hidden="true"),
        " ",
        said(say(f"board.health.{tone}")),
    )
    facts = [element("li", said(fact)) for fact in _facts(health, now, zone)] if health else []
    return element("section", badge, element("ul", facts), class_=f"health {tone}")


def _tone(health: Health | None, now: datetime) -> str:
    if health is None or health.last_tick is None or now - health.last_tick > LATE_TICK:
        return "bad"
    waits_long = health.oldest_queued is not None and now - health.oldest_queued > LONG_WAIT
    return "more" if health.failed or health.unreadable or waits_long else "good"


def _facts(health: Health, now: datetime, zone: tzinfo) -> Iterator[Message]:
    if health.last_tick is None:
        yield say("board.health.no_tick")
    else:
        yield say("board.health.tick", at=_at(health.last_tick, zone))
    if not health.queued:
        yield say("board.health.no_queue")
    else:
        since = health.oldest_queued or now
        minutes = max(0, int((now - since).total_seconds() // 60))
        yield say("board.health.queue", count=health.queued, minutes=minutes)
    yield say("board.health.failed" if health.failed else "board.health.none_failed",
              count=health.failed)  # fmt: skip
    if health.unreadable:
        yield say("board.health.unreadable", count=health.unreadable)
    if health.next_due is None:
        yield say("board.health.no_next")
    else:
        yield say("board.health.next", at=_at(health.next_due, zone))


def _at(at: datetime, zone: tzinfo) -> Message:
    there = at.astimezone(zone)
    return say("board.at", time=f"{there:%H:%M}", day=there.date())
