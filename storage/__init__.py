"""Transactions on SQLite or PostgreSQL, and all that is kept."""
