"""Who is told what becomes of a report that is owed, and what is given to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from flows.reminding import About, Matter, Rung, Words
from rules.message import Message
from storage.ledger import Ledger
from storage.persons import Member
from storage.planned import PUT_OFF, Entry, add_planned, read_planned, take_away
from storage.task_plans import people_of, reporting, words_of_task
from storage.task_rows import Kept
from storage.values import AnyRow
from storage.wording import words_to_text


def tell(
    ledger: Ledger, kept: Kept, members: Sequence[Member], *, line: Message | None, rung: Rung
) -> None:
    """Say something at once, or at their next hour; it takes the place of what waits to be said."""
    about = About(task=kept.task.id)
    told = {member.account for member in members}
    rows = [
        row
        for row in read_planned(ledger.connection, about)
        if row.rung == rung and row.status == "planned" and row.account_id in told
    ]
    take_away(ledger.connection, rows)
    add_planned(ledger.connection, telling(ledger, kept, members, line=line, rung=rung))


def telling(
    ledger: Ledger, kept: Kept, members: Sequence[Member], *, line: Message | None, rung: Rung
) -> Iterator[Entry]:
    words = words_of_task(ledger, kept)
    text = words_to_text(Words(words.title, lines=(line,)) if line else words)
    for member in members:
        slot = ledger.soon(member.hours)
        yield Entry(
            member.account,
            About(task=kept.task.id),
            Matter.DUTY,
            due=kept.task.due,
            rung=rung,
            on_day=slot.on_day,
            at=slot.at,
            words=text,
        )


def given_to(ledger: Ledger, member: Member) -> dict[str, Any]:
    """The columns of a reminder that has come and is this person's now, with no chat tried."""
    slot = ledger.soon(member.hours)
    why = PUT_OFF if slot.at > ledger.now else None
    given = {"account_id": member.account, "at": slot.at, "on_day": slot.on_day}
    return {**given, "status": "planned", "tried": "[]", "why": why}


def given_from(ledger: Ledger, row: AnyRow, member: Member) -> dict[str, Any]:
    """The columns of a draft's reminder that is this person's now.

    What waited for its time keeps it. What was put off, for the hours or the pause of whoever
    had it, waits for this person's instead; what was late already keeps the day it was meant for.
    """
    if row.why != PUT_OFF:
        at = {"at": row.at, "on_day": row.on_day}
        return {"account_id": member.account, "status": "planned", "tried": "[]", "why": None, **at}
    given = given_to(ledger, member)
    return {**given, "on_day": min(row.on_day, given["on_day"])}


def tell_unit(ledger: Ledger, kept: Kept, line: Message) -> None:
    people = people_of(ledger, (kept,))
    tell(ledger, kept, reporting(kept, people), line=line, rung=Rung.TOLD)


def tell_office(ledger: Ledger, kept: Kept, line: Message) -> None:
    people = people_of(ledger, (kept,))
    tell(ledger, kept, people.receivers(kept.office), line=line, rung=Rung.TOLD)
