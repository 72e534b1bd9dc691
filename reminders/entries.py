"""What is due for a person, as few matters as it is: rungs merged, the late ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from flows.reminder_ports import Due
from flows.reminding import Rung
from flows.wire import message_to_json
from rules.message import Message

LADDER: Final = {
    rung: place
    for place, rung in enumerate(
        (
            Rung.FIVE,
            Rung.THREE,
            Rung.ONE,
            Rung.DAY,
            Rung.AFTER,
            Rung.HEAD,
            Rung.OFFICE,
            Rung.AGAIN,
            Rung.NUDGE,
            Rung.TOLD,
        )
    )
}
"""Of several rungs of one last day the last one of these is told; news only beside another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter to be told: the newest of its reminders, and all that it stands for.

    `units` are those that have not reported, where an office hears of several at once; `news`
    what is to be known besides, each piece once however many it was meant for.
    """

    newest: Due
    reminders: tuple[int, ...]
    is_late: bool = False
    units: tuple[str, ...] = ()
    news: tuple[Message, ...] = ()


def merge(due: Iterable[Due], *, is_late: Callable[[Due], bool]) -> tuple[Entry, ...]:
    """The matters of these reminders: late ones first, the oldest of them first, then by day."""
    groups: dict[object, list[Due]] = {}
    for one in due:
        groups.setdefault(_matter(one), []).append(one)
    entries = [_entry(group, is_late) for group in groups.values()]
    return tuple(sorted(entries, key=_order))


def _matter(due: Due) -> object:
    """What reminders must share to be told as one."""
    if due.rung is Rung.OFFICE:
        return Rung.OFFICE, due.due, str(message_to_json(due.words.title))
    return due.about, due.matter, due.due


def _entry(group: list[Due], is_late: Callable[[Due], bool]) -> Entry:
    news = [one for one in group if one.rung is Rung.TOLD]
    rungs = [one for one in group if one.rung is not Rung.TOLD] or news
    newest = max(rungs, key=lambda one: (LADDER[one.rung], one.at, one.id))
    units = dict.fromkeys(one.whose for one in group if one.whose is not None)
    return Entry(
        newest,
        tuple(sorted(one.id for one in group)),
        is_late=is_late(newest),
        units=tuple(units) if newest.rung is Rung.OFFICE else (),
        news=_pieces(news),
    )


def _pieces(news: Iterable[Due]) -> tuple[Message, ...]:
    """What is told, in the order in which it happened; the same for several people is one."""
    told: list[Message] = []
    for one in sorted(news, key=lambda one: (one.at, one.id)):
        told += [line for line in one.words.lines if line not in told]
    return tuple(told)


def _order(entry: Entry) -> tuple[bool, date, date, int]:
    newest = entry.newest
    first = newest.on_day if entry.is_late else newest.due
    return (not entry.is_late, first, newest.due, newest.id)
