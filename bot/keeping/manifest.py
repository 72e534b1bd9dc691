"""What a backup says of itself, and what it may hold: tables and files, and no other name."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from flows.broken import BROKEN_ZIP

WHAT: Final = "kipthoi backup"
FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
MOST_PARTS: Final = 200_000
MOST_MANIFEST: Final = 60_000_000
_TABLE = re.compile(r"database/[a-z_]{1,60}\.jsonl")
_FILE = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{62})")
BROKEN: Final = (*BROKEN_ZIP, TypeError)


class BadArchive(Exception):  # noqa: N818 - a state of affairs, told to who asked
    """No backup of ours, or no longer whole; `why` is `foreign`, `broken`, `newer` or `names`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the archive as its manifest tells of it."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the archive says of itself."""

    program: str
    schema: str
    made_at: str
    numbers: dict[str, int]
    parts: tuple[Part, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(Path(part.name).stem for part in self.parts if _TABLE.fullmatch(part.name))

    @property
    def files(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if _FILE.fullmatch(part.name))

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        said = json.loads(_told(archive))
        if not isinstance(said, dict) or said.get("what") != WHAT:
            raise BadArchive("foreign")
        if said["format"] != FORMAT:
            raise BadArchive("newer")
        parts = tuple(
            Part(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in said["parts"]
        )
        numbers = {str(name): int(number) for name, number in said["numbers"].items()}
        program, schema, made_at = (str(said[name]) for name in ("program", "schema", "made_at"))
        datetime.fromisoformat(made_at)
        return Manifest(program, schema, made_at, numbers=numbers, parts=parts)
    except (*BROKEN, AttributeError) as error:
        raise BadArchive("foreign") from error


def _told(archive: zipfile.ZipFile) -> bytes:
    if len(archive.infolist()) > MOST_PARTS:
        raise BadArchive("foreign")
    with archive.open(MANIFEST) as file:
        told = file.read(MOST_MANIFEST + 1)
    if len(told) > MOST_MANIFEST:
        raise BadArchive("foreign")
    return told


def require_names(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Only tables and files, each once, each as told of: no name is a path of its own."""
    there = archive.infolist()
    told = {part.name: part for part in manifest.parts}
    names = [info.filename for info in there if info.filename != MANIFEST]
    if len(names) != len(there) - 1 or len(set(names)) != len(names) or set(names) != set(told):
        raise BadArchive("names")
    if len(told) != len(manifest.parts):
        raise BadArchive("names")
    for info in there:
        part = told.get(info.filename)
        if part is None:
            continue
        found = _FILE.fullmatch(part.name)
        if found is None and not _TABLE.fullmatch(part.name):
            raise BadArchive("names")
        if info.file_size != part.size or (found and found[2] != part.sha256):
            raise BadArchive("broken")
