"""Which office receives what of which units; who signs a unit's papers, and where."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''"))


def upgrade() -> None:
    op.add_column(
        "units", sa.Column("signs", sa.Text(), nullable=False, server_default=sa.text("'{}'"))
    )
    op.create_table(
        "routes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("office_id", KEY, nullable=False),
        _words("kind"),
        _words("level"),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        _words("basis"),
        sa.CheckConstraint("until IS NULL OR until >= since", name=op.f("ck_routes_days")),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_routes_unit_id_units"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["units.id"], name=op.f("fk_routes_office_id_units")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routes")),
        sa.UniqueConstraint(
            "unit_id", "kind", "level", "since", name=op.f("uq_routes_unit_id_kind_level_since")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_routes_office_id"), "routes", ["office_id"], unique=False)


def downgrade() -> None:
    """Units send to their one office again; what was sent stays where it is."""
    op.drop_table("routes")
    op.drop_column("units", "signs")
