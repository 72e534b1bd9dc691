"""One file a flow, found by folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from flows.turn import Flow


@cache
def all_flows() -> Mapping[str, Flow]:
    """Every flow of this folder by its id; a file gives its flow as `FLOW`."""
    found: dict[str, Flow] = {}
    for module in pkgutil.iter_modules(__path__):
        flow: Flow = importlib.import_module(f"{__name__}.{module.name}").FLOW
        found[flow.id] = flow
    return MappingProxyType(found)
