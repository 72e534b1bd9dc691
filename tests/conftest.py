"""Fixtures that every test may ask for by name."""

from __future__ import annotations

from tests.databases import (
    clock,
    database_url,
    postgresql_server,
    postgresql_url,
    sqlite_url,
    storage,
)

__all__ = [
    "clock",
    "database_url",
    "postgresql_server",
    "postgresql_url",
    "sqlite_url",
    "storage",
]
