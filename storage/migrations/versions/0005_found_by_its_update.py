"""A reply is found by the update it answers, so that old updates can be deleted."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_outbox_answers_id"), "outbox", ["answers_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_outbox_answers_id"), "outbox")
