"""YAML files of the law: read once, and refused where a reference or a date is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

HERE: Final = Path(__file__).parent
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SourceError(Exception):
    """A file of the law that cannot be relied on: the file, the place in it, and the fault."""

    def __init__(self, path: Path, place: str, fault: str) -> None:
        self.path = path
        self.place = place
        self.fault = fault
        super().__init__(f"{path.name}: {place}: {fault}")


@dataclass(frozen=True, slots=True)
class InForce:
    """From when until when (None: open) something holds, by which source, checked when."""

    first: date
    last: date | None
    reference: str
    checked: date

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def read_yaml(path: Path) -> Any:
    """The file's content. Raises SourceError where it is not YAML."""
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=_LOADER)  # noqa: S506 - a safe loader, C where it is built
    except yaml.YAMLError as error:
        raise SourceError(path, "file", "is not YAML") from error


def need(row: Any, key: str, *, path: Path, place: str, kind: type | tuple[type, ...]) -> Any:
    """The value under a key that must be there, filled and of that kind. Raises SourceError."""
    value = row.get(key) if isinstance(row, Mapping) else None
    if not isinstance(value, kind) or value == "":
        names = kind.__name__ if isinstance(kind, type) else " or ".join(k.__name__ for k in kind)
        raise SourceError(path, f"{place}.{key}", f"needs a {names}")
    return value


def read_in_force(row: Any, *, path: Path, place: str) -> InForce:
    """The keys `from`, `to`, `reference` and `checked` of a row. Raises SourceError."""
    last = need(row, "to", path=path, place=place, kind=(date, type(None)))
    if "to" not in row:
        raise SourceError(path, f"{place}.to", "needs a date, or null for no end")
    return InForce(
        need(row, "from", path=path, place=place, kind=date),
        last=last,
        reference=need(row, "reference", path=path, place=place, kind=str),
        checked=need(row, "checked", path=path, place=place, kind=date),
    )
