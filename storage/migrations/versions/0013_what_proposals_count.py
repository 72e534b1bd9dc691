"""What statistics count of a proposal stands beside its snapshot; those there are get theirs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

READ = sa.text("SELECT id, snapshot FROM proposals ORDER BY id")
SET = sa.text(
    "UPDATE proposals SET deed_on = :deed_on, types = :types, grassroots = :grassroots,"
    " grassroots_asked = :grassroots_asked WHERE id = :id"
).bindparams(sa.bindparam("deed_on", type_=sa.Date()))


def upgrade() -> None:
    op.add_column("proposals", sa.Column("deed_on", sa.Date(), nullable=True))
    for column in (
        sa.Column("types", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("grassroots", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("grassroots_asked", sa.Integer(), nullable=False, server_default=sa.text("0")),
    ):
        op.add_column("proposals", column)
    connection = op.get_bind()
    for row in connection.execute(READ).all():
        counted = _counted(json.loads(row.snapshot).get("answers", {}))
        connection.execute(SET, {"id": row.id, **counted})


def _counted(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The day of the deed, each nominee's type in order, and what is known of individuals."""
    deed = answers.get("achieved_on")
    is_exact = answers.get("achieved_on_precision", "day") == "day" and isinstance(deed, str)
    shared: dict[str, Any] = {}
    own: dict[int, dict[str, Any]] = {}
    for path, value in answers.items():
        place, _, fact = path.partition(".")
        if place == "nominees[*]":
            shared |= {fact: value} if value != "each" else {}
        elif place.startswith("nominees["):
            own.setdefault(int(place[9:-1]), {})[fact] = value
    nominees = [{**shared, **own[index]} for index in sorted(own)]
    near = [one.get("grassroots") for one in nominees if one.get("type") == "individual"]
    return {
        "deed_on": date.fromisoformat(str(deed)) if is_exact else None,
        "types": " ".join(str(one["type"]) for one in nominees if one.get("type")),
        "grassroots": sum(one is True for one in near),
        "grassroots_asked": sum(one is not None for one in near),
    }


def downgrade() -> None:
    for column in ("grassroots_asked", "grassroots", "types", "deed_on"):
        op.drop_column("proposals", column)
