"""An office's own letters, piece by piece."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "own_letters",
        sa.Column("id", KEY, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_letters")),
        sa.UniqueConstraint("digest", name=op.f("uq_own_letters_digest")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "own_pieces",
        sa.Column("letter_id", KEY, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"],
            ["own_letters.id"],
            name=op.f("fk_own_pieces_letter_id_own_letters"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("letter_id", "place", name=op.f("pk_own_pieces")),
    )


def downgrade() -> None:
    """The letters are given up: they have to be added again."""
    op.drop_table("own_pieces")
    op.drop_table("own_letters")
