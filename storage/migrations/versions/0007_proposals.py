"""Proposals on their way to a decision, their steps, and the names they propose."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
STATES = (
    "state IN ('draft', 'with_head', 'submitted', 'under_review', 'returned', 'resubmitted',"
    " 'accepted', 'decided', 'declined')"
)


def _of(column: str, target: str, *, name: str, ondelete: str | None = None) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(name), ondelete=ondelete)


def upgrade() -> None:
    op.add_column("drafts", sa.Column("course", sa.Text(), nullable=True))
    _proposals()
    op.create_table(
        "proposal_steps",
        sa.Column("id", KEY, nullable=False),
        sa.Column("proposal_id", KEY, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        _of("proposal_id", "proposals", name="fk_proposal_steps_proposal_id_proposals",
            ondelete="CASCADE"),
        _of("account_id", "accounts", name="fk_proposal_steps_account_id_accounts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_steps")),
        sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index(
        op.f("ix_proposal_steps_proposal_id"), "proposal_steps", ["proposal_id"], unique=False
    )
    op.create_table(
        "proposal_names",
        sa.Column("proposal_id", KEY, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        _of("proposal_id", "proposals", name="fk_proposal_names_proposal_id_proposals",
            ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("proposal_id", "place", name=op.f("pk_proposal_names")),
    )  # fmt: skip
    op.create_index(
        op.f("ix_proposal_names_name_deed"), "proposal_names", ["name", "deed"], unique=False
    )


def _proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", KEY, nullable=False),
        *(sa.Column(name, KEY, nullable=False) for name in ("draft_id", "unit_id", "office_id")),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(name, KEY, nullable=True) for name in ("sender_id", "head_id", "reviewer_id")),
        sa.Column("first_sent_on", sa.Date(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("title", "verdict", "timing", "snapshot")
        ),
        sa.Column("flags", sa.Text(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("words", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("number", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("marks", sa.Text(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.CheckConstraint(STATES, name=op.f("ck_proposals_state")),
        _of("draft_id", "drafts", name="fk_proposals_draft_id_drafts", ondelete="CASCADE"),
        _of("unit_id", "units", name="fk_proposals_unit_id_units"),
        _of("office_id", "units", name="fk_proposals_office_id_units"),
        _of("sender_id", "accounts", name="fk_proposals_sender_id_accounts"),
        _of("head_id", "accounts", name="fk_proposals_head_id_accounts"),
        _of("reviewer_id", "accounts", name="fk_proposals_reviewer_id_accounts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_proposals_draft_id")),
        sqlite_autoincrement=True,
    )
    for whose in ("office_id", "unit_id"):
        op.create_index(
            op.f(f"ix_proposals_{whose}_state_since"),
            "proposals",
            [whose, "state", "since"],
            unique=False,
        )


def downgrade() -> None:
    """Where proposals are and what was said of them is given up; the drafts stay."""
    op.drop_table("proposal_names")
    op.drop_table("proposal_steps")
    op.execute("DELETE FROM reminders WHERE kind = 'proposal'")
    op.drop_table("proposals")
    op.drop_column("drafts", "course")
