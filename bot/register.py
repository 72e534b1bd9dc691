"""The register of units and people for a command: opened, told of, and refused in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.errors import Refused
from flows.ports import StorageUnavailable
from locales.catalog import text
from rules.message import Message, say

if TYPE_CHECKING:
    from storage.people import People
    from storage.session import SqlStorage


@contextmanager
def open_people() -> Iterator[People]:
    """The register at DATABASE_URL, migrated; what is refused is a sentence."""
    with open_register() as storage:
        yield storage.people


@contextmanager
def open_register() -> Iterator[SqlStorage]:
    """All that is stored at DATABASE_URL, migrated; what is refused is a sentence."""
    # SQLAlchemy is imported when a command runs, not when its help is read
    from bot.clock import SystemClock  # noqa: PLC0415
    from bot.settings import load_settings  # noqa: PLC0415
    from reminders.plan import Plans  # noqa: PLC0415
    from rules.calendar import load_calendar  # noqa: PLC0415
    from storage.register import NotThere  # noqa: PLC0415
    from storage.schema import migrate  # noqa: PLC0415
    from storage.session import open_storage  # noqa: PLC0415

    settings = load_settings()
    url = settings.database_url
    plans = Plans(load_calendar(settings.calendar_override), settings.timezone)
    storage = open_storage(url, SystemClock(settings.timezone), planner=plans)
    try:
        migrate(url)
        yield storage
    except NotThere as missing:
        raise Refused(
            text(Message(f"admin.missing.{missing.table}", {"id": missing.row}))
        ) from None
    except StorageUnavailable:
        raise Refused(text(say("admin.unavailable"))) from None
    finally:
        storage.close()


def tell(message: Message) -> None:
    """Print it in the language of the commands."""
    print(text(message))  # noqa: T201 - a command's own output


def one_of(given: str, allowed: Sequence[str], *, key: str) -> None:
    """Raises Refused where what was given is none of these."""
    if given not in allowed:
        raise Refused(text(Message(key, {"given": given, "allowed": tuple(allowed)})))
