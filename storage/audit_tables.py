"""How long the audit's chain is and how it ends: a row cut off its end is missed."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from storage.columns import Key
from storage.metadata import id_, metadata

# one row, made by the migration
audit_head = Table(
    "audit_head",
    metadata,
    id_(),
    Column("place", Key, nullable=False),
    Column("link", Text, nullable=False),
    sqlite_autoincrement=True,
)
