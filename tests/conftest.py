"""Fixtures that every test may ask for by name."""

from __future__ import annotations

from tests.databases import (
    clock,
    database_url,
    empty_url,
    migrated_file,
    migrated_postgresql_url,
    migrated_sqlite_url,
    migrated_template,
    postgresql_server,
    postgresql_url,
    sqlite_url,
    storage,
)

__all__ = [
    "clock",
    "database_url",
    "empty_url",
    "migrated_file",
    "migrated_postgresql_url",
    "migrated_sqlite_url",
    "migrated_template",
    "postgresql_server",
    "postgresql_url",
    "sqlite_url",
    "storage",
]
