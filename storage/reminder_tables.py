"""The tables of duties, reminders and calendar feeds; they refer to those of storage/tables.py."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import Instant, Key
from storage.metadata import id_, to
from storage.tables import units

metadata = units.metadata

duties = Table(
    "duties",
    metadata,
    id_(),
    Column("office_id", Key, to("units"), nullable=False, index=True),
    Column("account_id", Key, to("accounts"), nullable=False),
    Column("series", Key, nullable=True),
    Column("title", Text, nullable=False),
    Column("instructions", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("repeats", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("ended_at", Instant, nullable=True),
    CheckConstraint("repeats IN ('once', 'monthly', 'quarterly', 'yearly')", name="repeats"),
    UniqueConstraint("series", "due"),
    sqlite_autoincrement=True,
)

tasks = Table(
    "tasks",
    metadata,
    id_(),
    Column("duty_id", Key, to("duties", on_delete="CASCADE"), nullable=False),
    Column("unit_id", Key, to("units"), nullable=False),
    Column("account_id", Key, to("accounts"), nullable=True),
    Column("state", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("asked_until", Date, nullable=True),
    Column("reason", Text, nullable=True),
    Column("report", Text, nullable=True),
    Column("files", Text, nullable=False, server_default=text("'[]'")),
    Column("changed_at", Instant, nullable=False),
    Column("reported_on", Date, nullable=True),
    Column("nudged_on", Date, nullable=True),
    Column("nudged_at", Instant, nullable=True),
    Column("plan", Text, nullable=True),
    CheckConstraint("state IN ('open', 'confirmed', 'asked', 'reported', 'closed')", name="state"),
    UniqueConstraint("duty_id", "unit_id"),
    Index(None, "unit_id", "state"),
    sqlite_autoincrement=True,
)

# conditions of partial indexes are literals: a bound value would keep a plan from them
PLANNED = text("reminders.status = 'planned'")
ON_ITS_WAY = text("reminders.status = 'queued'")
FAILED = text("reminders.status = 'failed'")
_PLANNED = text("status = 'planned'")
_ON_ITS_WAY = text("status = 'queued'")
_FAILED = text("status = 'failed'")
_CARRIED = text("outbox_id IS NOT NULL")

reminders = Table(
    "reminders",
    metadata,
    id_(),
    Column("account_id", Key, to("accounts", on_delete="CASCADE"), nullable=False),
    Column("draft_id", Key, to("drafts", on_delete="CASCADE"), nullable=True),
    Column("task_id", Key, to("tasks", on_delete="CASCADE"), nullable=True),
    Column("kind", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("rung", Text, nullable=False),
    Column("on_day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("words", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("tried", Text, nullable=False, server_default=text("'[]'")),
    Column("outbox_id", Key, to("outbox"), nullable=True),
    Column("why", Text, nullable=True),
    CheckConstraint("status IN ('planned', 'queued', 'sent', 'failed')", name="status"),
    CheckConstraint("(draft_id IS NULL) <> (task_id IS NULL)", name="matter"),
    Index("ix_reminders_due", "at", "id", sqlite_where=_PLANNED, postgresql_where=_PLANNED),
    Index(
        "ix_reminders_whose",
        "account_id",
        "at",
        sqlite_where=_PLANNED,
        postgresql_where=_PLANNED,
    ),
    Index(
        "ix_reminders_on_its_way",
        "outbox_id",
        sqlite_where=_ON_ITS_WAY,
        postgresql_where=_ON_ITS_WAY,
    ),
    Index("ix_reminders_failed", "account_id", sqlite_where=_FAILED, postgresql_where=_FAILED),
    Index("ix_reminders_carried", "outbox_id", sqlite_where=_CARRIED, postgresql_where=_CARRIED),
    Index(None, "draft_id"),
    Index(None, "task_id"),
    sqlite_autoincrement=True,
)

# what was asked for of a draft that is closed meanwhile: it stands again where that is undone
snoozes = Table(
    "snoozes",
    metadata,
    id_(),
    Column("account_id", Key, to("accounts", on_delete="CASCADE"), nullable=False),
    Column("draft_id", Key, to("drafts", on_delete="CASCADE"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("on_day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("words", Text, nullable=False),
    sqlite_autoincrement=True,
)

feeds = Table(
    "feeds",
    metadata,
    id_(),
    Column("account_id", Key, to("accounts", on_delete="CASCADE"), nullable=False, index=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("made_at", Instant, nullable=False),
    Column("revoked_at", Instant, nullable=True),
    sqlite_autoincrement=True,
)
