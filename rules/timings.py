"""Makes a timing of a day count, with the sentences that explain it."""

from __future__ import annotations

from datetime import date

from rules.calendar import Calendar
from rules.deadlines import Deadline, explain
from rules.look import Look
from rules.message import Message, MessageValue, say
from rules.spans import Span
from rules.verdict import Timing, TimingStatus


def counted(
    status: TimingStatus,
    words: Message,
    *,
    count: Deadline,
    basis: str,
    clause: str,
    calendar: Calendar,
    since: Message | None = None,
) -> Timing:
    """A timing by its count; `since` says what the days were counted from."""
    lines = (*((since,) if since else ()), *explain(count, calendar))
    return Timing(
        status,
        explanation=words,
        due=count.due,
        due_rolled=count.due_rolled,
        basis=basis,
        clause=clause,
        estimated=count.estimated,
        counting=say_all(lines) if lines else None,
        safe=count.safe,
    )


def say_all(lines: tuple[Message, ...]) -> Message:
    """Sentences one after the other."""
    said = lines[0]
    for line in lines[1:]:
        said = say("sentences", first=said, second=line)
    return said


def not_counted(
    key: str,
    *,
    basis: str,
    clause: str,
    due: date | None = None,
    rolled: date | None = None,
    estimated: bool = False,
    **values: MessageValue,
) -> Timing:
    """A timing not known yet, with the day that is known of it."""
    if due is not None:
        values = {**values, "due": due}
    return Timing(
        TimingStatus.UNKNOWN,
        explanation=say(key, **values),
        due=due,
        due_rolled=rolled,
        basis=basis,
        clause=clause,
        estimated=estimated,
    )


def ending(count: Deadline, status: TimingStatus, *, case: Look) -> str:
    """Which wording of a window still open: submitted in it, its last day today, or rolling on."""
    if status is TimingStatus.LATE:
        return ""
    if case["submitted_on"].is_known:
        return ".submitted"
    if status is TimingStatus.ROLLED:
        return ""
    today = ".today" if count.due == case.day else ""
    return f"{today}.rolls" if count.due_rolled is not None else today


def assumed(basis: Span, start: date) -> str:
    """Which end of an imprecise date the count starts from."""
    if basis.first == basis.last:
        return ""
    return ".earliest" if start == basis.first else ".latest"


def sending(count: Deadline, status: TimingStatus, *, case: Look) -> str:
    """Which wording of the last day to send: the arrival is known, or it is time to hurry."""
    if case["dossier_arrived_on"].is_known or case["submitted_on"].is_known:
        return ".arrived"
    hurry = count.safe is not None and count.safe < case.day
    return ".soon" if hurry and status is TimingStatus.IN_TIME else ""
