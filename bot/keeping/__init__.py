"""Subcommands of kipthoi admin that keep what is stored: audit, backup, persons, statistics."""
