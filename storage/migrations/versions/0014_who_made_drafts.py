"""Who made a draft that was given on: they never review it. Of earlier ones it is not known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("drafts", sa.Column("maker_id", KEY, nullable=True))


def downgrade() -> None:
    """Who made what was given on is known no more."""
    op.drop_column("drafts", "maker_id")
