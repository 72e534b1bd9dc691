"""Nominees from a spreadsheet: rows that name one, and each other row by its cell and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from flows.model import Choice, Expects, Json, Reply, Role
from flows.table import Row, Table, cell_name
from flows.ways import way
from flows.wire import message_from_json, message_to_json
from language.fold import clean, fold
from language.nominee_kind import kind_of
from language.nominee_line import Doubt, read_nominee
from rules.message import Message, say

MOST_TOLD = 8
MOST_SHOWN = 60
NAMES = (
    *("ho va ten", "ho ten", "ten", "ten ca nhan, tap the", "ca nhan, tap the", "name"),
    *("ten doi tuong", "doi tuong de nghi", "nominee"),
)
KIND_HEADS = ("loai", "loai doi tuong", "doi tuong", "kind", "type")
NUMBERS = frozenset({"stt", "tt", "so tt", "so thu tu", "no", "no.", "#"})
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("ca nhan", "individual", "cn"), "individual"),
    **dict.fromkeys(("tap the", "collective", "tt"), "collective"),
    **dict.fromkeys(("ho", "ho gia dinh", "household", "hgd"), "household"),
}
Facts: TypeAlias = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Listed:
    """Those that can be added, and why each other row cannot, in the order of the rows."""

    good: tuple[Facts, ...]
    faults: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int
    kind: int | None
    first: int


def read_table(table: Table, known: Sequence[str], today: date) -> Listed:
    """`known` are the names on the list already."""
    columns = _columns(table.rows[0])
    found = dict(table.faults)
    good: list[Facts] = []
    named = {fold(name) for name in known}
    for row in table.rows[columns.first :]:
        if row.number in found:
            continue
        read = _read(row, columns, today)
        if isinstance(read, Message):
            found[row.number] = read
        elif fold(str(read["name"])) in named:
            place = cell_name(row.number, columns.name)
            found[row.number] = say("who.sheet.twice", place=place, name=str(read["name"]))
        else:
            named.add(fold(str(read["name"])))
            good.append(read)
    return Listed(tuple(good), tuple(found[number] for number in sorted(found)))


def _columns(header: Row) -> _Columns:
    """By their heads; without any, the first column that is no numbering."""
    heads = [fold(cell).strip(" .:*") for cell in header.cells]
    kinds = [place for place, head in enumerate(heads) if head in KIND_HEADS]
    names = [place for place, head in enumerate(heads) if head in NAMES and place not in kinds]
    if names:
        return _Columns(names[0], kinds[0] if kinds else None, first=1)
    is_numbered = len(heads) > 1 and (heads[0] in NUMBERS or heads[0].isdecimal() or not heads[0])
    return _Columns(int(is_numbered), None, first=0)


def _read(row: Row, columns: _Columns, today: date) -> Facts | Message:
    name, place = clean(row.at(columns.name)), cell_name(row.number, columns.name)
    kind = None
    if columns.kind is not None and row.at(columns.kind):
        kind = _KINDS.get(fold(row.at(columns.kind)).strip(" ."))
        if kind is None:
            at = cell_name(row.number, columns.kind)
            return say("who.sheet.kind", place=at, given=_short(row.at(columns.kind)))
    read = read_nominee(name, today)
    if isinstance(read, Doubt) or read.name is None:
        return say("who.sheet.name", place=place, given=_short(name))
    if kind == "individual" and kind_of(name) in ("collective", "household"):
        return say("who.sheet.differs", place=place, name=_short(name))
    return {"type": kind or read.kind, "name": read.name}


def _short(given: str) -> str:
    return given if len(given) <= MOST_SHOWN else f"{given[:MOST_SHOWN]}…"


def ask(waiting: Sequence[Json], faulty: Sequence[Json]) -> Reply:
    """What is wrong, row by row, and whether the rows that are right are to be kept."""
    faults = [message_from_json(one) for one in faulty[:MOST_TOLD]]
    left = len(faulty) - len(faults)
    more = (say("who.sheet.more", count=left),) if left > 0 else ()
    title = say("who.sheet.title", good=len(waiting), bad=len(faulty))
    label = say("choice.who_many.keep_rows", count=len(waiting))
    keep = (Choice("a:keep_rows", label),) if waiting else ()
    drop = Choice("a:drop_rows", say("choice.who_many.drop_rows"), role=Role.ASIDE)
    rows = ((*keep, drop), (way("back", role=Role.ASIDE),))
    return Reply((title, *faults, *more), choices=rows, expects=Expects.FILES, slot="who")


def as_json(listed: Listed) -> tuple[tuple[Json, ...], tuple[Json, ...]]:
    """As the talk remembers it until it is answered."""
    return listed.good, tuple(message_to_json(one) for one in listed.faults)
