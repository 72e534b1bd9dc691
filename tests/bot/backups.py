"""A small office to be backed up, and archives that somebody meddled with."""

from __future__ import annotations

import asyncio
import json
import zipfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from bot.keeping.manifest import MANIFEST
from flows import asking
from flows.model import Draft
from flows.reminding import File
from handlers.web.shelf import Shelf
from storage.session import SqlStorage
from tests.databases import HandClock
from tests.storage.office import DAY, THREE, Office, plan_of
from tests.storage.parts import incoming

Parts = dict[str, bytes]
Meddling = Callable[[Parts, dict[str, Any]], None]


async def pdf() -> AsyncIterator[bytes]:
    yield b"%PDF-1.4\n1\n%%EOF\n"


def url_of(storage: SqlStorage) -> str:
    return storage._engine.url.render_as_string(hide_password=False)


def fill(storage: SqlStorage, clock: HandClock, folder: Path) -> File:
    """A draft with reminders, a report with a file, a trail, and a draft that was deleted."""
    office = Office(storage, clock)
    units = office.units
    storage.people.set_office(units["office"], units["unit"])  # a row may refer to a later one
    office.keep("an", Draft("surprise", {"a": "&<>{{% 👩‍🚒"}, name="Dân quân"), plan_of(DAY, THREE))
    file = asyncio.run(Shelf(folder, room_left=0).put(pdf(), "báo cáo.pdf"))
    office.give()
    office.ask("an", asking.ReportTask(office.task().id, "Đã xong", (file,)))
    with storage.turn() as turn:
        talk = turn.begin(incoming("event", channel="telegram", sender="an"))
        assert talk is not None
        turn.save(talk, state={"n": 1}, draft=None, replies=(), events=[("answered", {"n": 1})])
    storage.audit.link()
    gone = office.keep("an", Draft("surprise", {}))
    with storage.turn() as turn:
        talk = turn.begin(incoming("delete", channel="telegram", sender="an"))
        assert talk is not None
        assert turn.delete_draft(talk.person, gone.id or 0)
        turn.save(talk, state={}, draft=None, replies=(), events=())
    return file


def meddled(path: Path, meddle: Meddling) -> Path:
    """A copy of an archive in which the parts or what the manifest tells were changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(parts.pop(MANIFEST))
    meddle(parts, told)
    changed = path.with_name("meddled.zip")
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr(MANIFEST, json.dumps(told))
    return changed


def told_of(told: dict[str, Any], name: str) -> dict[str, Any]:
    """What the manifest tells of a part."""
    found: dict[str, Any] = next(part for part in told["parts"] if part["name"] == name)
    return found
