"""The tables, as Core sees them; storage/migrations makes them, and a check compares the two."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import Instant, Key

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# sqlite_autoincrement: ids are never given twice, an old button must not open a newer draft
metadata = MetaData(naming_convention=CONVENTION)


def _id() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=True)


def _to(target: str, *, on_delete: str | None = None) -> ForeignKey:
    return ForeignKey(f"{target}.id", ondelete=on_delete)


units = Table(
    "units",
    metadata,
    _id(),
    Column("parent_id", Key, _to("units"), nullable=True),
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("letters", Text, nullable=False),
    Column("receiving_office_id", Key, _to("units"), nullable=True),
    Column("is_demonstration", Boolean, nullable=False, server_default=text("false")),
    CheckConstraint(
        "level IN ('commune', 'department', 'province', 'ministry', 'district')", name="level"
    ),
    sqlite_autoincrement=True,
)

accounts = Table(
    "accounts",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    sqlite_autoincrement=True,
)

roles = Table(
    "roles",
    metadata,
    Column("account_id", Key, _to("accounts", on_delete="CASCADE"), primary_key=True),
    Column("unit_id", Key, _to("units", on_delete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),
    CheckConstraint("role IN ('officer', 'head', 'reviewer', 'administrator')", name="role"),
)

drafts = Table(
    "drafts",
    metadata,
    _id(),
    Column("unit_id", Key, _to("units"), nullable=False),
    Column("account_id", Key, _to("accounts"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=True),
    Column("answers", Text, nullable=False),
    Column("past", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("rulebook", Text, nullable=True),
    Column("verdict", Text, nullable=True),
    Column("last_day", Date, nullable=True),
    Column("changed_at", Instant, nullable=False),
    Index(None, "unit_id", "account_id", "changed_at"),
    sqlite_autoincrement=True,
)

conversations = Table(
    "conversations",
    metadata,
    _id(),
    Column("account_id", Key, _to("accounts"), nullable=True, unique=True),
    Column("state", Text, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("draft_id", Key, _to("drafts", on_delete="SET NULL"), nullable=True, index=True),
    Column("language", Text, nullable=False),
    sqlite_autoincrement=True,
)

identities = Table(
    "identities",
    metadata,
    _id(),
    Column("channel", Text, nullable=False),
    Column("external", Text, nullable=False),
    Column("account_id", Key, _to("accounts"), nullable=True, index=True),
    Column("conversation_id", Key, _to("conversations"), nullable=False, index=True),
    Column("reachable", Boolean, nullable=False),
    Column("wrong_codes", Integer, nullable=False),
    Column("wrong_codes_since", Instant, nullable=True),
    UniqueConstraint("channel", "external"),
    sqlite_autoincrement=True,
)

codes = Table(
    "codes",
    metadata,
    _id(),
    Column("digest", Text, nullable=False, unique=True),
    Column("account_id", Key, _to("accounts", on_delete="CASCADE"), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant, nullable=True),
    sqlite_autoincrement=True,
)

inbox = Table(
    "inbox",
    metadata,
    _id(),
    Column("channel", Text, nullable=False),
    Column("update", Text, nullable=False),
    Column("identity_id", Key, _to("identities"), nullable=False),
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
    _id(),
    Column("identity_id", Key, _to("identities"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("answers_id", Key, _to("inbox"), nullable=True),
    Column("slot", Text, nullable=True),
    Column("payload", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Instant, nullable=True),
    Column("created", Instant, nullable=False),
    Column("sent_at", Instant, nullable=True),
    Column("why", Text, nullable=True),
    CheckConstraint("status IN ('queued', 'sent', 'failed', 'replaced')", name="status"),
    Index(None, "identity_id", "id"),
    Index("ix_outbox_waiting", "channel", "id", sqlite_where=_QUEUED, postgresql_where=_QUEUED),
    Index("ix_outbox_queue", "identity_id", "id", sqlite_where=_QUEUED, postgresql_where=_QUEUED),
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
    Column("identity_id", Key, _to("identities", on_delete="CASCADE"), primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("message", Text, nullable=False),
)

# no references: what happened stays told after a draft or a person is erased
audit = Table(
    "audit",
    metadata,
    _id(),
    Column("at", Instant, nullable=False),
    Column("account_id", Key, nullable=True),
    Column("conversation_id", Key, nullable=False),
    Column("event", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Index(None, "conversation_id", "id"),
    sqlite_autoincrement=True,
)
