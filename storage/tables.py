"""The tables, as Core sees them; storage/migrations makes them, and a check compares the two."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    text,
)

from storage.columns import Instant, Key
from storage.metadata import id_, metadata, to

units = Table(
    "units",
    metadata,
    id_(),
    Column("parent_id", Key, to("units"), nullable=True),
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("letters", Text, nullable=False),
    Column("receiving_office_id", Key, to("units"), nullable=True),
    Column("is_demonstration", Boolean, nullable=False, server_default=text("false")),
    Column("retired_on", Date, nullable=True),
    Column("signs", Text, nullable=False, server_default=text("'{}'")),
    CheckConstraint(
        "level IN ('commune', 'department', 'province', 'ministry', 'district')", name="level"
    ),
    sqlite_autoincrement=True,
)

accounts = Table(
    "accounts",
    metadata,
    id_(),
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("remind_from", Integer, nullable=False, server_default=text("420")),
    Column("remind_to", Integer, nullable=False, server_default=text("1200")),
    Column("paused_until", Date, nullable=True),
    sqlite_autoincrement=True,
)

roles = Table(
    "roles",
    metadata,
    Column("account_id", Key, to("accounts", on_delete="CASCADE"), primary_key=True),
    Column("unit_id", Key, to("units", on_delete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),
    CheckConstraint("role IN ('officer', 'head', 'reviewer', 'administrator')", name="role"),
)

drafts = Table(
    "drafts",
    metadata,
    id_(),
    Column("unit_id", Key, to("units"), nullable=False),
    Column("account_id", Key, to("accounts"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=True),
    Column("answers", Text, nullable=False),
    Column("past", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("rulebook", Text, nullable=True),
    Column("verdict", Text, nullable=True),
    Column("last_day", Date, nullable=True),
    Column("changed_at", Instant, nullable=False),
    Column("plan", Text, nullable=True),
    Column("course", Text, nullable=True),
    Column("maker_id", Key, nullable=True),
    Index(None, "unit_id", "account_id", "changed_at"),
    sqlite_autoincrement=True,
)

conversations = Table(
    "conversations",
    metadata,
    id_(),
    Column("account_id", Key, to("accounts"), nullable=True, unique=True),
    Column("state", Text, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("draft_id", Key, to("drafts", on_delete="SET NULL"), nullable=True, index=True),
    Column("language", Text, nullable=False),
    sqlite_autoincrement=True,
)

identities = Table(
    "identities",
    metadata,
    id_(),
    Column("channel", Text, nullable=False),
    Column("external", Text, nullable=False),
    Column("account_id", Key, to("accounts"), nullable=True, index=True),
    Column("conversation_id", Key, to("conversations"), nullable=False, index=True),
    Column("reachable", Boolean, nullable=False),
    Column("wrong_codes", Integer, nullable=False),
    Column("wrong_codes_since", Instant, nullable=True),
    Column("signed_until", Instant, nullable=True),
    UniqueConstraint("channel", "external"),
    sqlite_autoincrement=True,
)

_until = identities.c.signed_until
SIGNED_IN = _until.is_(None) | (_until > bindparam("now", type_=Instant))
"""Whether a browser is whose it was: asked each time that it is used, at `now`."""

codes = Table(
    "codes",
    metadata,
    id_(),
    Column("digest", Text, nullable=False, unique=True),
    Column("account_id", Key, to("accounts", on_delete="CASCADE"), nullable=False, index=True),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant, nullable=True),
    Column("purpose", Text, nullable=False, server_default=text("'invite'")),
    Column("made_at", Instant, nullable=True),
    sqlite_autoincrement=True,
)

inbox = Table(
    "inbox",
    metadata,
    id_(),
    Column("channel", Text, nullable=False),
    Column("update", Text, nullable=False),
    Column("identity_id", Key, to("identities"), nullable=False),
    Column("payload", Text, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("channel", "update"),
    Index(None, "identity_id", "id"),
    sqlite_autoincrement=True,
)

# conditions of partial indexes are literals: a bound value would keep a plan from them
QUEUED = text("outbox.status = 'queued'")
_QUEUED = text("status = 'queued'")
_QUEUED_SLOT = text("status = 'queued' AND slot IS NOT NULL")

outbox = Table(
    "outbox",
    metadata,
    id_(),
    Column("identity_id", Key, to("identities"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("answers_id", Key, to("inbox"), nullable=True, index=True),
    Column("slot", Text, nullable=True),
    Column("lane", Integer, nullable=False, server_default=text("0")),
    Column("payload", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Instant, nullable=True),
    Column("not_after", Instant, nullable=True),
    Column("created", Instant, nullable=False),
    Column("sent_at", Instant, nullable=True),
    Column("why", Text, nullable=True),
    CheckConstraint("status IN ('queued', 'sent', 'failed', 'replaced')", name="status"),
    Index(None, "identity_id", "id"),
    Index(
        "ix_outbox_waiting",
        "channel",
        "lane",
        "id",
        sqlite_where=_QUEUED,
        postgresql_where=_QUEUED,
    ),
    Index(
        "ix_outbox_queue",
        "identity_id",
        "lane",
        "id",
        sqlite_where=_QUEUED,
        postgresql_where=_QUEUED,
    ),
    Index(
        "ix_outbox_slots",
        "identity_id",
        "slot",
        sqlite_where=_QUEUED_SLOT,
        postgresql_where=_QUEUED_SLOT,
    ),
    sqlite_autoincrement=True,
)

shown = Table(
    "shown",
    metadata,
    Column("identity_id", Key, to("identities", on_delete="CASCADE"), primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("message", Text, nullable=False),
)

# no references: what happened stays told after a draft or a person is erased. From `place` on the
# columns are the chain's (storage/audit_chain.py), empty until the row is linked; triggers of the
# migration let nothing be deleted, and nothing be changed but this: linked once, erased later
_UNLINKED = text("place IS NULL")
audit = Table(
    "audit",
    metadata,
    id_(),
    Column("at", Instant, nullable=False),
    Column("account_id", Key, nullable=True),
    Column("conversation_id", Key, nullable=False),
    Column("event", Text, nullable=False),
    Column("payload", Text, nullable=True),
    Column("place", Key, nullable=True),
    *(Column(f"{side}_{kept}", Text) for side in ("who", "what") for kept in ("salt", "digest")),
    Column("link", Text, nullable=True),
    Index(None, "conversation_id", "id"),
    Index("uq_audit_place", "place", unique=True),
    Index("ix_audit_unlinked", "id", sqlite_where=_UNLINKED, postgresql_where=_UNLINKED),
    sqlite_autoincrement=True,
)
