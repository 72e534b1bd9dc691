"""Tampering with the audit trail as somebody could who owns the database."""

from __future__ import annotations

from sqlalchemy import text

from storage.session import SqlStorage

_OFF = {
    "sqlite": ("DROP TRIGGER IF EXISTS audit_kept", "DROP TRIGGER IF EXISTS audit_unchanged"),
    "postgresql": ("ALTER TABLE audit DISABLE TRIGGER USER",),
}


def tamper(storage: SqlStorage, *statements: str) -> None:
    """The triggers are off afterwards."""
    with storage._engine.begin() as connection:
        for statement in (*_OFF[storage._engine.dialect.name], *statements):
            connection.execute(text(statement))
