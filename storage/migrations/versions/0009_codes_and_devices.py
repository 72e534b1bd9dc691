"""What a code is for and when it was made; until when a browser is signed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)

IN_A_MONTH = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now', '+30 days')",
    "postgresql": "now() + interval '30 days'",
}
SIGNED = (
    "UPDATE identities SET signed_until = {at} WHERE channel = 'web' AND account_id IS NOT NULL"
)


def upgrade() -> None:
    op.add_column(
        "codes",
        sa.Column("purpose", sa.Text(), nullable=False, server_default=sa.text("'invite'")),
    )
    op.add_column("codes", sa.Column("made_at", INSTANT, nullable=True))
    op.create_index(op.f("ix_codes_account_id"), "codes", ["account_id"], unique=False)
    op.add_column("identities", sa.Column("signed_until", INSTANT, nullable=True))
    # a browser that is signed in now is not so for good either
    op.execute(SIGNED.format(at=IN_A_MONTH[op.get_bind().dialect.name]))


def downgrade() -> None:
    """Browsers stay signed in for good again; a code to sign in is an invitation."""
    op.drop_column("identities", "signed_until")
    op.drop_index(op.f("ix_codes_account_id"), table_name="codes")
    op.drop_column("codes", "made_at")
    op.drop_column("codes", "purpose")
