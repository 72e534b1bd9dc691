"""Duties, reminders, calendar feeds; the lanes of the outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
QUEUED = sa.text("status = 'queued'")
PLANNED = sa.text("status = 'planned'")
FAILED = sa.text("status = 'failed'")
CARRIED = sa.text("outbox_id IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "duties",
        sa.Column("id", KEY, nullable=False),
        sa.Column("office_id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("series", KEY, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("instructions", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("repeats", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.CheckConstraint(
            "repeats IN ('once', 'monthly', 'quarterly', 'yearly')", name=op.f("ck_duties_repeats")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_duties_account_id_accounts")
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["units.id"], name=op.f("fk_duties_office_id_units")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
        sa.UniqueConstraint("series", "due", name=op.f("uq_duties_series_due")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_duties_office_id"), "duties", ["office_id"], unique=False)

    op.create_table(
        "feeds",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_feeds_account_id_accounts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feeds")),
        sa.UniqueConstraint("digest", name=op.f("uq_feeds_digest")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_feeds_account_id"), "feeds", ["account_id"], unique=False)

    op.create_table(
        "tasks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("duty_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("asked_until", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("report", sa.Text(), nullable=True),
        sa.Column("files", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'confirmed', 'asked', 'reported', 'closed')",
            name=op.f("ck_tasks_state"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_tasks_account_id_accounts")
        ),
        sa.ForeignKeyConstraint(
            ["duty_id"], ["duties.id"], name=op.f("fk_tasks_duty_id_duties"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_tasks_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sa.UniqueConstraint("duty_id", "unit_id", name=op.f("uq_tasks_duty_id_unit_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_tasks_unit_id_state"), "tasks", ["unit_id", "state"], unique=False)

    op.create_table(
        "reminders",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("draft_id", KEY, nullable=True),
        sa.Column("task_id", KEY, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("rung", sa.Text(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("tried", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("outbox_id", KEY, nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "status IN ('planned', 'queued', 'sent', 'failed')", name=op.f("ck_reminders_status")
        ),
        sa.CheckConstraint(
            "(draft_id IS NULL) <> (task_id IS NULL)", name=op.f("ck_reminders_matter")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_reminders_account_id_accounts"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["drafts.id"],
            name=op.f("fk_reminders_draft_id_drafts"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["outbox_id"], ["outbox.id"], name=op.f("fk_reminders_outbox_id_outbox")
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_reminders_task_id_tasks"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reminders_draft_id"), "reminders", ["draft_id"], unique=False)
    op.create_index(op.f("ix_reminders_task_id"), "reminders", ["task_id"], unique=False)
    for name, columns, where in (
        ("ix_reminders_due", ["at", "id"], PLANNED),
        ("ix_reminders_whose", ["account_id", "at"], PLANNED),
        ("ix_reminders_on_its_way", ["outbox_id"], QUEUED),
        ("ix_reminders_failed", ["account_id"], FAILED),
        ("ix_reminders_carried", ["outbox_id"], CARRIED),
    ):
        op.create_index(name, "reminders", columns, sqlite_where=where, postgresql_where=where)

    op.add_column(
        "accounts",
        sa.Column("remind_from", sa.Integer(), server_default=sa.text("420"), nullable=False),
    )
    op.add_column(
        "accounts",
        sa.Column("remind_to", sa.Integer(), server_default=sa.text("1200"), nullable=False),
    )
    op.add_column("accounts", sa.Column("paused_until", sa.Date(), nullable=True))

    op.add_column("drafts", sa.Column("plan", sa.Text(), nullable=True))

    op.add_column(
        "outbox", sa.Column("lane", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    op.add_column("outbox", sa.Column("not_after", INSTANT, nullable=True))
    op.drop_index("ix_outbox_queue", "outbox")
    op.create_index(
        "ix_outbox_queue",
        "outbox",
        ["identity_id", "lane", "id"],
        unique=False,
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
    op.drop_index("ix_outbox_waiting", "outbox")
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["channel", "lane", "id"],
        unique=False,
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )


def downgrade() -> None:
    # without lanes it would leave as a reply, at any hour
    op.execute("UPDATE outbox SET status = 'replaced' WHERE lane = 1 AND status = 'queued'")
    for name in ("ix_outbox_waiting", "ix_outbox_queue"):
        op.drop_index(name, "outbox")
    op.drop_column("outbox", "not_after")
    op.drop_column("outbox", "lane")
    op.create_index(
        "ix_outbox_queue",
        "outbox",
        ["identity_id", "id"],
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["channel", "id"],
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
    op.drop_column("drafts", "plan")
    for column in ("paused_until", "remind_to", "remind_from"):
        op.drop_column("accounts", column)
    for table in ("reminders", "tasks", "feeds", "duties"):
        op.drop_table(table)
