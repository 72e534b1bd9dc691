"""Fixtures that every test may ask for by name."""

from __future__ import annotations

from hypothesis import settings

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

# a busy machine is no fault of what is tested: how fast it is, the benchmarks tell
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
