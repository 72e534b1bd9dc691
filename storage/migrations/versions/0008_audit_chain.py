"""The audit becomes a chain: rows linked by digests, none deleted, none changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNLINKED = sa.text("place IS NULL")
CHAIN = ("who_salt", "who_digest", "what_salt", "what_digest", "link")

# SQLite's IS compares nulls too; PostgreSQL spells it out
SAME = {"sqlite": "IS", "postgresql": "IS NOT DISTINCT FROM"}
FUNCTION = (
    "CREATE FUNCTION audit_refused() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'the audit is only added to'; END $$"
)
_KEPT = ("id", "at", "event", "conversation_id")
_BOUND = ("place", "who_digest", "what_digest", "link")


def allowed(dialect: str) -> str:
    """A change that is no tampering: a row is linked once, or values of a linked one erased."""

    def same(*columns: str) -> str:
        return " AND ".join(f"NEW.{name} {SAME[dialect]} OLD.{name}" for name in columns)

    def kept_or_erased(value: str, salt: str) -> str:
        return f"(({same(value, salt)}) OR (NEW.{value} IS NULL AND NEW.{salt} IS NULL))"

    linking = f"OLD.place IS NULL AND {same('account_id', 'payload')}"
    erasing = (
        f"OLD.place IS NOT NULL AND {same(*_BOUND)}"
        f" AND {kept_or_erased('account_id', 'who_salt')}"
        f" AND {kept_or_erased('payload', 'what_salt')}"
    )
    return f"{same(*_KEPT)} AND (({linking}) OR ({erasing}))"


def guard(dialect: str) -> tuple[str, ...]:
    unchanged = "CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit"
    if dialect == "sqlite":
        refuse = "BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END"
        return (
            f"CREATE TRIGGER audit_kept BEFORE DELETE ON audit {refuse}",
            f"{unchanged} WHEN NOT ({allowed(dialect)}) {refuse}",
        )
    refuse = "EXECUTE FUNCTION audit_refused()"
    return (
        FUNCTION,
        f"CREATE TRIGGER audit_kept BEFORE DELETE ON audit FOR EACH ROW {refuse}",
        f"CREATE TRIGGER audit_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT {refuse}",
        f"{unchanged} FOR EACH ROW WHEN (NOT ({allowed(dialect)})) {refuse}",
    )


def unguard(dialect: str) -> tuple[str, ...]:
    names = ("audit_kept", "audit_unchanged")
    if dialect == "sqlite":
        return tuple(f"DROP TRIGGER {name}" for name in names)
    return (
        *(f"DROP TRIGGER {name} ON audit" for name in (*names, "audit_emptied")),
        "DROP FUNCTION audit_refused()",
    )


def upgrade() -> None:
    """Rows there are linked by the first run, in the order of their ids."""
    with op.batch_alter_table("audit", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("payload", existing_type=sa.Text(), nullable=True)
        table.add_column(sa.Column("place", KEY, nullable=True))
        for name in CHAIN:
            table.add_column(sa.Column(name, sa.Text(), nullable=True))
    op.create_index("uq_audit_place", "audit", ["place"], unique=True)
    op.create_index(
        "ix_audit_unlinked", "audit", ["id"], sqlite_where=UNLINKED, postgresql_where=UNLINKED
    )
    head = op.create_table(
        "audit_head",
        sa.Column("id", KEY, nullable=False),
        sa.Column("place", KEY, nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
        sqlite_autoincrement=True,
    )
    op.bulk_insert(head, [{"place": 0, "link": "0" * 64}])
    for statement in guard(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    """The chain is given up; erased values stay erased."""
    for statement in unguard(op.get_bind().dialect.name):
        op.execute(statement)
    op.drop_table("audit_head")
    op.drop_index("ix_audit_unlinked", "audit")
    op.drop_index("uq_audit_place", "audit")
    op.execute("UPDATE audit SET payload = '{}' WHERE payload IS NULL")
    with op.batch_alter_table("audit", table_kwargs={"sqlite_autoincrement": True}) as table:
        for name in (*CHAIN, "place"):
            table.drop_column(name)
        table.alter_column("payload", existing_type=sa.Text(), nullable=False)
