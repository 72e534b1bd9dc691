"""The tables of proposals on their way to a decision; they refer to those of storage/tables.py."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import Instant, Key
from storage.metadata import id_, to
from storage.tables import units

metadata = units.metadata

_STATES = (
    "state IN ('draft', 'with_head', 'submitted', 'under_review', 'returned', 'resubmitted',"
    " 'accepted', 'decided', 'declined')"
)

# title, verdict, timing and what statistics count stand in the snapshot too: here a list finds them
proposals = Table(
    "proposals",
    metadata,
    id_(),
    Column("draft_id", Key, to("drafts", on_delete="CASCADE"), nullable=False, unique=True),
    Column("unit_id", Key, to("units"), nullable=False),
    Column("office_id", Key, to("units"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("sender_id", Key, to("accounts"), nullable=True),
    Column("head_id", Key, to("accounts"), nullable=True),
    Column("reviewer_id", Key, to("accounts"), nullable=True),
    Column("first_sent_on", Date, nullable=True),
    Column("sent_on", Date, nullable=True),
    Column("since", Date, nullable=False),
    Column("title", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("timing", Text, nullable=False),
    Column("snapshot", Text, nullable=False),
    Column("deed_on", Date, nullable=True),
    Column("types", Text, nullable=False, server_default=text("''")),
    Column("grassroots", Integer, nullable=False, server_default=text("0")),
    Column("grassroots_asked", Integer, nullable=False, server_default=text("0")),
    Column("flags", Text, nullable=False, server_default=text("'[]'")),
    Column("words", Text, nullable=False, server_default=text("''")),
    Column("number", Text, nullable=False, server_default=text("''")),
    Column("decided_on", Date, nullable=True),
    Column("file", Text, nullable=True),
    Column("marks", Text, nullable=False, server_default=text("'{}'")),
    Column("version", Integer, nullable=False),
    Column("changed_at", Instant, nullable=False),
    CheckConstraint(_STATES, name="state"),
    Index(None, "office_id", "state", "since"),
    Index(None, "unit_id", "state", "since"),
    sqlite_autoincrement=True,
)

proposal_steps = Table(
    "proposal_steps",
    metadata,
    id_(),
    Column("proposal_id", Key, to("proposals", on_delete="CASCADE"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("account_id", Key, to("accounts"), nullable=False),
    Column("step", Text, nullable=False),
    Column("payload", Text, nullable=False),
    sqlite_autoincrement=True,
)

# a unit's, and of those below it that have none of their own; without a kind or a level, of all
routes = Table(
    "routes",
    metadata,
    id_(),
    Column("unit_id", Key, to("units", on_delete="CASCADE"), nullable=False),
    Column("office_id", Key, to("units"), nullable=False, index=True),
    Column("kind", Text, nullable=False, server_default=text("''")),
    Column("level", Text, nullable=False, server_default=text("''")),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=True),
    Column("basis", Text, nullable=False, server_default=text("''")),
    CheckConstraint("until IS NULL OR until >= since", name="days"),
    UniqueConstraint("unit_id", "kind", "level", "since"),
    sqlite_autoincrement=True,
)

# a table of its own: a search reads it whole, and not the snapshots beside which it would stand
proposal_words = Table(
    "proposal_words",
    metadata,
    Column("proposal_id", Key, to("proposals", on_delete="CASCADE"), primary_key=True),
    Column("words", Text, nullable=False),
)

# by folded name and deed, so that the same one proposed twice is found
proposal_names = Table(
    "proposal_names",
    metadata,
    Column("proposal_id", Key, to("proposals", on_delete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Index(None, "name", "deed"),
)
