"""A file that a command reads or writes, and cannot: refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import Refused
from locales.catalog import text
from rules.message import say


@contextmanager
def file_refusals(path: Path) -> Iterator[None]:
    """Raises Refused, also where the file came to be while it was being written."""
    try:
        yield
    except FileExistsError as error:
        there = error.filename2 or error.filename or path
        raise Refused(text(say("backup.wrong.there", path=str(there)))) from None
    except OSError as error:
        raise Refused(text(say("backup.wrong.file", why=str(error.strerror)))) from None
