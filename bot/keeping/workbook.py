"""The workbook of statistics: units, months, reasons of returning, and every proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from bot.keeping.spreadsheet import Book, Share, Value
from flows.figures import INDIVIDUAL, Figures, Sent, by_month, by_unit, figures
from handlers.reasons import label_of
from locales.catalog import text
from rules.message import Message, say

_COLUMNS = (
    "sent",
    "in_time",
    "late",
    "in_time_share",
    "middle_days",
    "most_days",
    "individuals",
    "others",
    "individual_share",
    "grassroots_share",
    "eligible",
    "returned",
    "returned_share",
    "decided",
    "declined",
)
_LIST = ("draft", "unit", "kind", "sent_on", "deed_on", "days", "timing", "verdict", "state",
         "individuals", "others", "returns")  # fmt: skip


def workbook_of(sent: Sequence[Sent]) -> bytes:
    """An .xlsx; no nominee is named in it."""
    book = Book()
    units = {name: found for (_, name), found in _named(by_unit(sent)).items()}
    _table(book, "units", "unit", {**units, text(say("sheet.all")): figures(sent)}, bars=len(units))
    months = {f"{month:%m/%Y}": found for month, found in by_month(sent).items()}
    _table(book, "months", "month", months, bars=len(months))
    rows = [(_fact(fact), count) for fact, count in figures(sent).why_returned]
    book.add(text(say("sheet.reasons")), _head(("reason", "returned")), rows)
    book.add(text(say("sheet.list")), _head(_LIST), (_line(one) for one in sent))
    return book.content()


def _named(units: Mapping[tuple[int, str], Figures]) -> Mapping[tuple[int, str], Figures]:
    """Units of one name told apart by their numbers."""
    names = [name for _, name in units]
    return {
        (number, name if names.count(name) == 1 else f"{name} ({number})"): found
        for (number, name), found in units.items()
    }


def _table(book: Book, title: str, by: str, found: Mapping[str, Figures], *, bars: int) -> None:
    rows = [(name, *_values(one)) for name, one in found.items()]
    chart = (text(say("sheet.chart")), 2 + _COLUMNS.index("in_time_share"), bars)
    book.add(text(Message(f"sheet.{title}")), _head((by, *_COLUMNS)), rows, chart=chart)


def _head(columns: Sequence[str]) -> list[str]:
    return [text(Message(f"sheet.column.{name}")) for name in columns]


def _values(found: Figures) -> tuple[Value, ...]:
    individuals = found.types[INDIVIDUAL]
    return (
        found.sent,
        found.in_time,
        found.timings["late"],
        _share(found.in_time_share),
        found.middle_days,
        max(found.days, default=None),
        individuals,
        found.types.total() - individuals,
        _share(found.individual_share),
        _share(found.grassroots_share),
        found.verdicts["eligible"],
        found.returned,
        _share(found.returned_share),
        found.states["decided"],
        found.states["declined"],
    )


def _share(tenths: int | None) -> Share | None:
    return None if tenths is None else Share(tenths / 1000)


def _line(one: Sent) -> tuple[Value, ...]:
    individuals = one.types.count(INDIVIDUAL)
    return (
        one.draft,
        one.unit_name,
        _words(f"kind.{one.kind}"),
        one.sent_on,
        one.deed_on,
        one.days,
        _words(f"statistics.timing.{one.timing}"),
        _words(f"statistics.verdict.{one.verdict}"),
        _words(f"proposal.state.{one.state}"),
        individuals,
        len(one.types) - individuals,
        len(one.returns),
    )


@cache
def _words(key: str) -> str:
    return text(Message(key))


def _fact(fact: str) -> str:
    named = label_of(fact)
    return named if isinstance(named, str) else text(named)
