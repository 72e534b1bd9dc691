"""Runs the migrations on the connection that storage.schema hands over."""

from __future__ import annotations

from alembic import context

from storage.reminder_tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    # every database here keeps its tables within transactions: a migration is whole or not at all
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
