"""Replies and messages as JSON, for the outbox and the page."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from flows.model import Choice, Download, Expects, Json, Progress, Reply, Role, Tone
from flows.month import MonthCalendar
from flows.reminding import File
from rules.message import Message, say

_ANSWER = Role.ANSWER.value


def message_to_json(message: Message) -> Json:
    """`["key", {"name": value}]`; a date is `{"d": "2026-11-12"}`, a message `{"m": […]}`."""
    if not message.values:
        return [message.key]
    return [message.key, {name: _value_out(value) for name, value in message.values.items()}]


def message_from_json(raw: Json) -> Message:
    if len(raw) == 1:
        return _plain(raw[0])
    return Message(raw[0], {name: _value_in(value) for name, value in raw[1].items()})


@lru_cache(maxsize=4096)
def _plain(key: str) -> Message:
    """A message that names nothing is the same wherever it stands."""
    return say(key)


def _value_out(value: object) -> Json:
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, Message):
        return {"m": message_to_json(value)}
    if isinstance(value, str | int):
        return value
    if isinstance(value, Sequence):
        return [_value_out(item) for item in value]
    msg = f"a {type(value).__name__} has no place in a message"
    raise TypeError(msg)


def _value_in(raw: Json) -> Any:
    if isinstance(raw, Mapping):
        return date.fromisoformat(raw["d"]) if "d" in raw else message_from_json(raw["m"])
    if isinstance(raw, list):
        return tuple(_value_in(item) for item in raw)
    return raw


def reply_to_json(reply: Reply) -> Json:
    """Only what differs from an empty reply is written."""
    raw: dict[str, Json] = {"text": [message_to_json(line) for line in reply.text]}
    if reply.choices:
        raw["choices"] = [[_choice_out(choice) for choice in row] for row in reply.choices]
    for name in ("expects", "tone"):
        raw[name] = getattr(reply, name).value
    for name in ("token", "slot"):
        if getattr(reply, name):
            raw[name] = getattr(reply, name)
    for name, write in _WRITERS.items():
        value = getattr(reply, name)
        if value:
            raw[name] = write(value)
    return raw


def reply_from_json(raw: Json) -> Reply:
    return Reply(
        text=tuple(message_from_json(line) for line in raw["text"]),
        choices=tuple(
            tuple(_choice_in(choice) for choice in row) for row in raw.get("choices", ())
        ),
        expects=Expects(raw["expects"]),
        token=raw.get("token", ""),
        tone=Tone(raw["tone"]),
        clauses=tuple(raw.get("clauses", ())),
        progress=_progress_in(raw["progress"]) if "progress" in raw else None,
        calendar=_calendar_in(raw["calendar"]) if "calendar" in raw else None,
        slot=raw.get("slot"),
        echo=message_from_json(raw["echo"]) if "echo" in raw else None,
        noted=tuple(message_from_json(line) for line in raw.get("noted", ())),
        file=_download_in(raw["file"]) if "file" in raw else None,
    )


def file_to_json(file: File) -> Json:
    """A file of a report; only what is known of it is written."""
    raw: dict[str, Json] = {
        "channel": file.channel,
        "reference": file.reference,
        "name": file.name,
    }
    if file.size is not None:
        raw["size"] = file.size
    if file.media is not None:
        raw["media"] = file.media
    return raw


def file_from_json(raw: Json) -> File:
    return File(
        raw["channel"], raw["reference"], raw["name"], size=raw.get("size"), media=raw.get("media")
    )


def _download_out(file: Download) -> Json:
    raw: dict[str, Json] = {"name": file.name, "media": file.media}
    if file.kept:
        raw["kept"] = file_to_json(file.kept)
    elif file.data:
        raw["data"] = b64encode(file.data).decode()
    else:
        raw["text"] = file.text
    return raw


def _download_in(raw: Json) -> Download:
    kept = file_from_json(raw["kept"]) if "kept" in raw else None
    data = b64decode(raw["data"]) if "data" in raw else b""
    return Download(raw["name"], raw["media"], text=raw.get("text", ""), kept=kept, data=data)


def _choice_out(choice: Choice) -> Json:
    raw: dict[str, Json] = {"id": choice.id, "label": message_to_json(choice.label)}
    if choice.role is not Role.ANSWER:
        raw["role"] = choice.role.value
    if choice.picked:
        raw["picked"] = True
    return raw


def _choice_in(raw: Json) -> Choice:
    label, role, picked = raw["label"], raw.get("role", _ANSWER), raw.get("picked", False)
    if len(label) == 1:
        return _plain_choice(raw["id"], label[0], role, picked=picked)
    return Choice(raw["id"], message_from_json(label), role=Role(role), picked=picked)


@lru_cache(maxsize=4096)
def _plain_choice(choice: str, key: str, role: str, *, picked: bool) -> Choice:
    """A button whose label names nothing: most are the same on every reply."""
    return Choice(choice, _plain(key), role=Role(role), picked=picked)


def _day_out(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_in(raw: str | None) -> date | None:
    return date.fromisoformat(raw) if raw else None


def _progress_out(progress: Progress) -> Json:
    return {
        "title": message_to_json(progress.title),
        "stage": message_to_json(progress.stage),
        "percent": progress.percent,
        "last_day": _day_out(progress.last_day),
    }


def _progress_in(raw: Json) -> Progress:
    return Progress(
        message_from_json(raw["title"]),
        message_from_json(raw["stage"]),
        raw["percent"],
        _day_in(raw["last_day"]),
    )


def _calendar_out(calendar: MonthCalendar) -> Json:
    return {
        "month": calendar.month.isoformat(),
        "earliest": _day_out(calendar.earliest),
        "latest": _day_out(calendar.latest),
        "days_off": [day.isoformat() for day in calendar.days_off],
    }


def _calendar_in(raw: Json) -> MonthCalendar:
    return MonthCalendar(
        date.fromisoformat(raw["month"]),
        _day_in(raw["earliest"]),
        _day_in(raw["latest"]),
        tuple(date.fromisoformat(day) for day in raw["days_off"]),
    )


_WRITERS: Mapping[str, Callable[[Any], Json]] = {
    "echo": message_to_json,
    "noted": lambda lines: [message_to_json(line) for line in lines],
    "clauses": list,
    "progress": _progress_out,
    "calendar": _calendar_out,
    "file": _download_out,
}
"""Each is asked only for a value that is there."""
