"""An answer as the officer sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.model import Json
from flows.papers.facts import OF_NOMINEE, SHOWN
from flows.paths import DAYS_TO_COME, EACH, fact_of
from rules.message import Message, say


def shown(path: str, value: Json, *, precision: Mapping[str, Json]) -> Message | str:
    """A value in words: an option's label, a day with its weekday, a list, "chưa biết"."""
    fact = fact_of(path)
    if value is None:
        return say("value.unknown")
    if value == EACH:
        return say("choice.each")
    if isinstance(value, bool):
        return say(f"choice.{fact}.{'yes' if value else 'no'}")
    if isinstance(value, int):
        return str(value) if fact == "birth_year" else say("value.number", value=value)
    if isinstance(value, list | tuple):
        return _listed(fact, value)
    return _worded(path, str(value), exact=str(precision.get(f"{path}_precision", "day")))


def _worded(path: str, value: str, *, exact: str) -> Message | str:
    fact = fact_of(path)
    if fact in _TEXTS or (path.startswith("note.") and path not in DAYS_TO_COME):
        return value if len(value) <= SHOWN else f"{value[:SHOWN].rstrip()}…"
    if (day := _day(value)) is not None:
        return day_shown(day, exact)
    return say(f"choice.{'who' if fact == 'type' else fact}.{value}")


def day_shown(day: date, exact: str) -> Message:
    """A day with its weekday, or the month or year where no more is known."""
    if exact == "month":
        return say("value.month", month=day.strftime("%m/%Y"))
    if exact == "year":
        return say("value.year", year=str(day.year))
    return say("value.day", day=day)


_TEXTS = OF_NOMINEE | {"name", "recognition_doc", "directive_doc", "outstanding_reason"}


def _listed(fact: str, values: list[Json] | tuple[Json, ...]) -> Message:
    if not values:
        return say("value.none")
    items = [_day(value) or say(f"choice.{fact}.{value}") for value in values]
    return say("value.list", items=items)


def _day(value: Json) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
