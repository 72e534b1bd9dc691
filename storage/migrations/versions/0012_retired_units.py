"""The day from which a unit is no longer used; what it did stays told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("units", sa.Column("retired_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """A unit that was retired stands in the tree again, without an office."""
    op.drop_column("units", "retired_on")
