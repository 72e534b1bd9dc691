"""Finds what the branches of the law declare, by folder: to add a rule, add a file."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeVar

import rules.law

T = TypeVar("T")


@cache
def _modules() -> tuple[ModuleType, ...]:
    found = pkgutil.walk_packages(rules.law.__path__, prefix=f"{rules.law.__name__}.")
    return tuple(importlib.import_module(name) for name in sorted(item.name for item in found))


def found_in_law(kind: type[T]) -> tuple[T, ...]:
    """Every value of this type that a module of rules.law declares, alone or in a tuple."""
    found: list[T] = []
    for module in _modules():
        for value in vars(module).values():
            items = value if isinstance(value, tuple) else (value,)
            found.extend(item for item in items if isinstance(item, kind) and item not in found)
    return tuple(found)
