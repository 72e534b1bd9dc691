"""By which words a proposal is found; those there are get theirs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from language.fold import fold

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SIGNS = 800
WORD = re.compile(r"\w+")
READ = sa.text("SELECT id, title, number, snapshot FROM proposals ORDER BY id")
ADD = sa.text("INSERT INTO proposal_words (proposal_id, words) VALUES (:proposal, :words)")


def upgrade() -> None:
    op.create_table(
        "proposal_words",
        sa.Column("proposal_id", KEY, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposals.id"],
            name=op.f("fk_proposal_words_proposal_id_proposals"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_proposal_words")),
    )
    connection = op.get_bind()
    for row in connection.execute(READ).all():
        told = " ".join(_told(json.loads(row.title), row.number, json.loads(row.snapshot)))
        found = fold(told)[:SIGNS].split()
        parts = [word[at.start() :] for word in found for at in WORD.finditer(word) if at.start()]
        words = "".join(f" {word}" for word in (*found, *dict.fromkeys(parts)))
        connection.execute(ADD, {"proposal": row.id, "words": words})


def _told(title: Any, number: str, snapshot: Any) -> Iterator[str]:
    """Names, the decision's number, the day of the deed, and what it was called."""
    yield from snapshot["names"]
    yield from (number, snapshot["deed"])
    yield "/".join(reversed(snapshot["deed"].split("-")))
    values = title[1].values() if len(title) > 1 else ()
    yield from (value for value in values if isinstance(value, str))


def downgrade() -> None:
    op.drop_table("proposal_words")
