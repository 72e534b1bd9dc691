"""The tables of an office's own letters."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from storage.columns import Instant, Key
from storage.metadata import id_, metadata, to

own_letters = Table(
    "own_letters",
    metadata,
    id_(),
    Column("title", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Column("added_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)

own_pieces = Table(
    "own_pieces",
    metadata,
    Column("letter_id", Key, to("own_letters", on_delete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("words", Text, nullable=False),
)
