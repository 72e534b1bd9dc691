"""What all tables share: their names' convention, ids and references."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData

from storage.columns import Key

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# sqlite_autoincrement: ids are never given twice, an old button must not open a newer draft
metadata = MetaData(naming_convention=CONVENTION)


def id_() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=True)


def to(target: str, *, on_delete: str | None = None) -> ForeignKey:
    return ForeignKey(f"{target}.id", ondelete=on_delete)
