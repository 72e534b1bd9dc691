"""kipthoi admin backup and restore: database and files in one archive, and back."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.errors import Refused
from bot.keeping.archive import Reading, Writing, reading, writing
from bot.keeping.filing import file_refusals
from bot.keeping.manifest import BadArchive
from bot.register import tell
from flows.ports import StorageUnavailable
from locales.catalog import text
from rules.message import Message, say

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.dump import Dump

ROOM_LEFT: Final = 200 * 1024 * 1024
_HASH = re.compile(r"[0-9a-f]{64}")


def backup(
    path: Annotated[Path, typer.Argument(help=text(say("backup.help.path")), metavar="FILE")],
) -> None:
    """The database as of one moment, then the files, while others go on working."""
    from bot.settings import load_settings  # noqa: PLC0415
    from storage.dump import NothingStored, dumping  # noqa: PLC0415
    from storage.engine import make_engine  # noqa: PLC0415

    settings = load_settings()
    engine = make_engine(settings.database_url)
    try:
        with _refusals(path), writing(path) as archive, dumping(engine) as dump:
            files, missing = _written(archive, dump, settings=settings)
    except NothingStored:
        raise Refused(text(say("backup.nothing"))) from None
    finally:
        engine.dispose()
    size = f"{path.stat().st_size / 1_000_000:.1f}"
    tell(say("backup.made", path=str(path), files=files, megabytes=size))
    if missing:
        tell(say("backup.missing", count=missing))
    tell(say("backup.personal"))


def _written(archive: Writing, dump: Dump, *, settings: Settings) -> tuple[int, int]:
    """How many files were taken, and how many the database refers to that are gone."""
    from bot.clock import SystemClock  # noqa: PLC0415

    at = SystemClock(settings.timezone).now()
    for name in dump.tables:
        archive.add_table(name, dump.lines(name))
    taken = {
        path.name
        for path in sorted(settings.files.glob("*/*"))
        if _HASH.fullmatch(path.name) and archive.add_file(path)
    }
    archive.finish(
        program=_version(),
        schema=dump.revision,
        database=dump.database,
        made_at=at.isoformat(timespec="seconds"),
        numbers=dump.numbers,
    )
    return len(taken), len(dump.files - taken)


def _version() -> str:
    try:
        return version("kipthoi")
    except PackageNotFoundError:  # run from its folder
        return "-"


def restore(
    path: Annotated[Path, typer.Argument(help=text(say("backup.help.path")), metavar="FILE")],
) -> None:
    """Everything is read and checked before anything is written."""
    from bot.settings import load_settings  # noqa: PLC0415
    from storage.load import NewerSchema, NotEmpty, UnfitDump  # noqa: PLC0415

    settings = load_settings()
    try:
        with _refusals(path), reading(path) as archive:
            _take(archive, settings)
            manifest = archive.manifest
            _note(settings, manifest.made_at)
    except BadArchive as bad:
        raise Refused(text(Message(f"backup.wrong.{bad.why}", {"path": str(path)}))) from None
    except NotEmpty:
        raise Refused(text(say("backup.wrong.not_empty"))) from None
    except NewerSchema:
        raise Refused(text(say("backup.wrong.newer", path=str(path)))) from None
    except UnfitDump as unfit:
        raise Refused(text(say("backup.wrong.unfit", table=str(unfit)))) from None
    made = datetime.fromisoformat(manifest.made_at).astimezone(settings.timezone)
    told = say("backup.restored", day=made.date(), hour=f"{made:%H:%M}", files=len(manifest.files))
    tell(told)


def _note(settings: Settings, made_at: str) -> None:
    """The trail tells where it goes on from: what was done after the backup is not in it."""
    from bot.clock import SystemClock  # noqa: PLC0415
    from storage.session import open_storage  # noqa: PLC0415

    clock = SystemClock(settings.timezone)
    storage = open_storage(settings.database_url, clock)
    try:
        storage.audit.note("restored", {"made_at": made_at}, now=clock.now())
    finally:
        storage.close()


def _take(archive: Reading, settings: Settings) -> None:
    from storage.load import load, require_room  # noqa: PLC0415

    manifest, folder = archive.manifest, settings.files
    require_room(settings.database_url, manifest.schema)
    if folder.exists() and any(folder.iterdir()):
        raise Refused(text(say("backup.wrong.files", path=str(folder))))
    folder.parent.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder.parent).free < 2 * manifest.size + ROOM_LEFT:
        raise Refused(text(say("backup.wrong.room")))
    archive.check()
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="restoring-") as place:
        files = Path(place) / "files"
        _unpack(archive, files)
        load(
            settings.database_url,
            manifest.schema,
            tables=manifest.tables,
            numbers=manifest.numbers,
            lines=archive.lines,
            before_commit=_moving(files, folder),
        )


def _unpack(archive: Reading, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    for part in archive.manifest.files:
        path = folder / part.name.removeprefix("files/")
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with path.open("xb") as file:
            for chunk in archive.chunks(part):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())


def _moving(files: Path, folder: Path) -> Callable[[], None]:
    def move() -> None:
        if folder.exists():
            folder.rmdir()
        files.replace(folder)

    return move


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        with file_refusals(path):
            yield
    except StorageUnavailable:
        raise Refused(text(say("admin.unavailable"))) from None
