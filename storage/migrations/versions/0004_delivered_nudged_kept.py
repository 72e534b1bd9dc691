"""Days of delivery and of nudges, plans of reports owed, snoozes of drafts that are closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
OF_TASKS = ("reported_on", "nudged_on", "nudged_at", "plan")
# the officers' day of what was reported before: that of the newest report, which is not the first
# day where one was handed in anew, so that it is kept only where it makes nobody late
DAY = {
    "sqlite": "date(changed_at, '+7 hours')",
    "postgresql": "(changed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date",
}
REPORTED = "UPDATE tasks SET reported_on = {day} WHERE state = 'reported' AND {day} <= due"


def upgrade() -> None:
    op.add_column("tasks", sa.Column("reported_on", sa.Date(), nullable=True))
    op.add_column("tasks", sa.Column("nudged_on", sa.Date(), nullable=True))
    op.add_column("tasks", sa.Column("nudged_at", INSTANT, nullable=True))
    op.add_column("tasks", sa.Column("plan", sa.Text(), nullable=True))
    op.execute(REPORTED.format(day=DAY[op.get_bind().dialect.name]))

    op.create_table(
        "snoozes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("draft_id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("fk_snoozes_account_id_accounts"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["drafts.id"],
            name=op.f("fk_snoozes_draft_id_drafts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snoozes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_snoozes_draft_id"), "snoozes", ["draft_id"], unique=False)


def downgrade() -> None:
    """What was set aside, the first days and the plans are given up; the plans are made anew."""
    op.drop_table("snoozes")
    for column in OF_TASKS:
        op.drop_column("tasks", column)
