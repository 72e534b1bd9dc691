"""Numbers and days of the law, each with its dates, its source and the day it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

from rules.sources import HERE, InForce, SourceError, need, read_in_force, read_yaml

LAW: Final = HERE / "law"


class ParameterError(Exception):
    """No value of this parameter is known for this day; the last one is never taken instead."""

    def __init__(self, name: str, day: date) -> None:
        self.name = name
        self.day = day
        super().__init__(f"parameter {name}: no value is known for {day.isoformat()}")


@dataclass(frozen=True, slots=True)
class Dated:
    """One value of a parameter and when it holds."""

    value: Any
    in_force: InForce


def read_parameters(path: Path) -> Mapping[str, tuple[Dated, ...]]:
    """The parameters of one branch, named `<branch>.<name>`. Raises SourceError."""
    rows = read_yaml(path)
    if not isinstance(rows, Mapping):
        raise SourceError(path, "file", "needs a mapping of parameters")
    return {
        f"{path.parent.name}.{name}": tuple(
            _dated(row, path=path, place=f"{name}[{index}]") for index, row in enumerate(values)
        )
        for name, values in rows.items()
    }


def _dated(row: Any, *, path: Path, place: str) -> Dated:
    value = need(row, "value", path=path, place=place, kind=(int, str, date, list))
    if isinstance(value, list):
        value = tuple(value)
    if isinstance(value, str):
        try:
            value = Fraction(value)
        except (ValueError, ZeroDivisionError) as error:
            raise SourceError(path, f"{place}.value", "needs a fraction such as 2/3") from error
    return Dated(value, in_force=read_in_force(row, path=path, place=place))


@cache
def _all() -> Mapping[str, tuple[Dated, ...]]:
    found: dict[str, tuple[Dated, ...]] = {}
    for path in sorted(LAW.glob("*/parameters.yaml")):
        found.update(read_parameters(path))
    return found


def parameters() -> Mapping[str, tuple[Dated, ...]]:
    """Every parameter of the law with all its values."""
    return _all()


@cache
def parameter(name: str, day: date) -> Any:
    """The value on that day. Raises ParameterError outside the known dates."""
    for dated in _all().get(name, ()):
        if dated.in_force.covers(day):
            return dated.value
    raise ParameterError(name, day)
