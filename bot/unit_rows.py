"""Rows of a spreadsheet as units: what each says, and all that is wrong with any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.route_cells import RouteCell, read_routes
from flows.table import Row, Table, cell_name
from flows.tree import NAME_LENGTH
from language.fold import fold
from rules.citations import letters
from rules.message import Message, say
from storage.register import NewUnit, UnitLine, UnitRoute

HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("ten don vi", "ten", "don vi", "name", "unit"),
    "level": ("cap", "level"),
    "parent": ("don vi cap tren", "cap tren", "truc thuoc", "parent"),
    "office": ("co quan tiep nhan", "noi nhan ho so", "office"),
    "letters": ("cong van", "van ban ap dung", "letters"),
    "routes": ("phan cong tiep nhan", "noi nhan theo loai", "routes"),
}
LEVELS: Final[Mapping[str, tuple[str, ...]]] = {
    "commune": ("commune", "xa", "cap xa", "phuong", "dac khu", "thi tran"),
    "district": ("district", "huyen", "cap huyen", "quan", "thi xa", "thanh pho thuoc tinh"),
    "department": ("department", "so", "so, nganh", "so nganh", "ban, nganh", "ban nganh"),
    "province": ("province", "tinh", "cap tinh", "thanh pho"),
    "ministry": ("ministry", "bo", "bo, nganh trung uong", "trung uong"),
}
_LEVEL_OF: Final = {word: level for level, words in LEVELS.items() for word in words}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as its row tells it; parent and office by name, empty where there is none."""

    number: int
    name: str
    level: str
    letters: tuple[str, ...]
    parent: str
    office: str
    routes: tuple[RouteCell, ...] = ()


@dataclass(slots=True)
class Reading:
    """Units in an order in which each comes behind its parent and office, and every fault."""

    units: tuple[NewUnit, ...] = ()
    faults: list[Message] = field(default_factory=list)


def read_units(sheet: Table, known: Iterable[UnitLine]) -> Reading:
    """Nothing is to be written where there is any fault."""
    found = Reading(faults=[fault for _, fault in sheet.faults])
    columns = _columns(sheet.rows[0])
    missing = [name for name in ("name", "level") if name not in columns]
    if missing:
        wanted = [say(f"sheet.column.{name}") for name in missing]
        found.faults.append(say("sheet.no_column", columns=wanted))
        return found
    rows = []
    for row in sheet.rows[1:]:
        read = _read(row, columns)
        if isinstance(read, UnitRow):
            rows.append(read)
        else:
            found.faults += read
    found.faults += _names(rows, by_name := _by_name(known))
    if not rows and not found.faults:
        found.faults.append(say("sheet.empty"))
    if not found.faults:
        _ordered(rows, by_name, found)
    return found


def _columns(header: Row) -> dict[str, int]:
    said = {fold(cell).strip(" *:"): place for place, cell in enumerate(header.cells) if cell}
    return {
        name: next(said[word] for word in words if word in said)
        for name, words in HEADERS.items()
        if any(word in said for word in words)
    }


def _read(row: Row, columns: Mapping[str, int]) -> UnitRow | list[Message]:
    said = {name: row.at(place) for name, place in columns.items()}
    faults: list[Message] = []

    def wrong(column: str, key: str, **more: str) -> None:
        place = cell_name(row.number, columns[column])
        faults.append(say(key, place=place, given=said[column], **more))

    if not said["name"] or len(said["name"]) > NAME_LENGTH:
        wrong("name", "sheet.unit.name")
    level = _LEVEL_OF.get(fold(said["level"]))
    if level is None:
        wrong("level", "sheet.unit.level")
    bound = tuple(one.strip() for one in said.get("letters", "").split(",") if one.strip())
    if set(bound) - set(letters()):
        wrong("letters", "sheet.unit.letters", allowed=", ".join(letters()))
    routes = read_routes(said.get("routes", ""))
    if isinstance(routes, str):
        wrong("routes", "sheet.unit.routes", piece=routes)
    if faults or level is None or isinstance(routes, str):
        return faults
    parent, office = said.get("parent", ""), said.get("office", "")
    return UnitRow(row.number, said["name"], level, bound, parent, office, routes)


def _by_name(known: Iterable[UnitLine]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in known:
        if not one.is_demonstration and one.retired_on is None:
            found.setdefault(fold(one.name), []).append(one.id)
    return found


def _names(rows: Sequence[UnitRow], known: Mapping[str, list[int]]) -> Iterator[Message]:
    """Names that are there twice, and names that nobody has."""
    count = Counter(fold(row.name) for row in rows)
    for row in rows:
        if count[fold(row.name)] > 1:
            yield say("sheet.unit.twice", row=row.number, name=row.name)
        elif fold(row.name) in known:
            yield say("sheet.unit.there", row=row.number, name=row.name)
        received = [("office", route.office) for route in row.routes]
        for what, name in (("parent", row.parent), ("office", row.office), *received):
            if not name:
                continue
            # a row whose name is there already is told as such
            places = len(known.get(fold(name), ())) or count[fold(name)]
            if fold(name) == fold(row.name) and (what, name) not in received:
                yield say(f"sheet.unit.{what}.itself", row=row.number)
            elif places == 0:
                yield say(f"sheet.unit.{what}.unknown", row=row.number, name=name)
            elif places > 1:
                yield say("sheet.unit.several", row=row.number, name=name)


def _ordered(rows: Sequence[UnitRow], known: Mapping[str, list[int]], found: Reading) -> None:
    """Parents before their children; a ring of parents is told by its rows.

    An office may stand below or above: it is set when all are there.
    """
    waiting = {fold(row.name): row for row in rows}
    ordered: list[UnitRow] = []
    while waiting:
        ready = [row for row in waiting.values() if fold(row.parent) not in waiting]
        if not ready:
            ring = _ring(waiting)
            numbers = [str(row.number) for row in ring]
            found.faults.append(say("sheet.unit.ring", rows=numbers))
            return
        ordered += ready
        for row in ready:
            del waiting[fold(row.name)]

    def of(name: str) -> int | str | None:
        """An id that is known, else the name of a unit of the same file."""
        ids = known.get(fold(name)) if name else None
        return ids[0] if ids else (fold(name) or None)

    found.units = tuple(
        NewUnit(
            fold(row.name),
            row.name,
            level=row.level,
            letters=row.letters,
            parent=of(row.parent),
            office=of(row.office),
            routes=tuple(
                UnitRoute(one.kind, one.level, since=one.since, office=of(one.office) or "")
                for one in row.routes
            ),
        )
        for row in ordered
    )


def _ring(waiting: Mapping[str, UnitRow]) -> list[UnitRow]:
    """The rows that stand one below the other in a circle."""
    seen: list[str] = []
    name = next(iter(waiting))
    while name not in seen:
        seen.append(name)
        name = fold(waiting[name].parent)
    return sorted((waiting[one] for one in seen[seen.index(name) :]), key=lambda row: row.number)
