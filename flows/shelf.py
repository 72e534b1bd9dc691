"""The list of drafts: a page of it at a time, or those that a part of their name fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from flows.headings import line_name
from flows.model import Choice, DraftLine, Json, Reply
from flows.ways import after, go
from language.fold import clean, fold
from locales import catalog
from rules.message import Message, say

MOST_LISTED = 12
SUBMITTED = "submitted_on"
FROM = "from"
"""What the argument of `drafts` begins with where it names the first line of a page."""
MOST_SHOWN = 60


def at_page(argument: str) -> Mapping[str, Json]:
    """Where the list stands for the argument of its command."""
    first = argument.removeprefix(FROM)
    return {"from": int(first)} if first.isdecimal() else {}


def page(lines: Sequence[DraftLine], at: Mapping[str, Json], today: date) -> Reply:
    """So many of the drafts, newest first, and the way to the others."""
    labels = _labels(lines, today)
    wanted = str(at.get("find", ""))
    found = [n for n, label in enumerate(labels) if _fits(label, wanted)]
    note = _found_note(wanted, len(found)) if wanted and lines else None
    found = found or list(range(len(lines)))
    first = int(at.get("from", 0)) if int(at.get("from", 0)) < len(found) else 0
    rows: list[tuple[Choice, ...]] = [
        (_open(lines[n], labels[n]),) for n in found[first : first + MOST_LISTED]
    ]
    rows += _others(len(found), first=first, whole=len(lines))
    text = (*_title(lines, labels),)
    ways = (go("surprise"), go("thematic")), (go("menu"),)
    reply = Reply(text, choices=(*rows, *ways))
    for told in (note, say(at["note"]) if at.get("note") else None):
        reply = after(told, reply) if told is not None else reply
    return reply


def _title(lines: Sequence[DraftLine], labels: Sequence[Message]) -> tuple[Message, ...]:
    if not lines:
        return (say("drafts.none"),)
    told = [say("drafts.title", count=len(lines))]
    if len(lines) > MOST_LISTED:
        told.append(say("drafts.how_to_find"))
    if any(label.key == "drafts.line.number" for label in labels):
        told.append(say("drafts.numbered"))
    return tuple(told)


def _open(line: DraftLine, label: Message) -> Choice:
    return go("open", argument=str(line.id), label=label)


def _others(count: int, *, first: int, whole: int) -> list[tuple[Choice, ...]]:
    """The next and the page before; from some found, all."""
    around = []
    if first > 0:
        before = max(0, first - MOST_LISTED)
        around.append(go("drafts", argument=f"{FROM}{before}", label=say("drafts.before")))
    if first + MOST_LISTED < count:
        after_these = first + MOST_LISTED
        around.append(go("drafts", argument=f"{FROM}{after_these}", label=say("drafts.more")))
    if count < whole:
        around.append(go("drafts", label=say("drafts.all")))
    return [tuple(around)] if around else []


def _found_note(wanted: str, count: int) -> Message:
    shown = clean(wanted)[:MOST_SHOWN]
    return say("drafts.found" if count else "drafts.not_found", words=shown, count=count)


def _fits(label: Message, wanted: str) -> bool:
    """Whether what was typed stands in the line, in any language, with or without marks."""
    words = fold(wanted)
    return any(words in fold(catalog.text(label, name)) for name in catalog.languages())


def _labels(lines: Sequence[DraftLine], today: date) -> list[Message]:
    """Each line's words; those that read alike with the draft's number."""
    plain = [_line(line, today) for line in lines]
    return [
        say("drafts.line.number", line=label, number=str(line.id))
        if plain.count(label) > 1
        else label
        for line, label in zip(lines, plain, strict=True)
    ]


def _line(line: DraftLine, today: date) -> Message:
    name = line_name(line, today)
    sign = say(f"sign.{line.verdict or 'none'}")
    sent = line.answers.get(SUBMITTED)
    if sent:
        return say("drafts.line.sent", sign=sign, name=name, day=date.fromisoformat(sent))
    if line.last_day is None:
        return say("drafts.line", sign=sign, name=name, changed=line.changed_at.date())
    if line.last_day < today:
        return say("drafts.line.late", sign=sign, name=name, due=line.last_day)
    same = line.last_day.year == today.year
    key = "drafts.line.due" if same else "drafts.line.due.other_year"
    return say(key, sign=sign, name=name, due=line.last_day)
