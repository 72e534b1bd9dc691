"""A backup as one file: every table and every file of the page, with their sizes and hashes."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from bot.keeping.manifest import (
    BROKEN,
    FORMAT,
    MANIFEST,
    WHAT,
    BadArchive,
    Part,
    read_manifest,
    require_names,
)

MOST_LINE: Final = 64_000_000
CHUNK: Final = 1 << 20


class Writing:
    """An archive being made; nothing has its name until it is whole and on the disk."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._parts: list[Part] = []

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        digest, size = hashlib.sha256(), 0
        with self._archive.open(name, "w", force_zip64=True) as part:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                part.write(chunk)
        self._parts.append(Part(name, size, digest.hexdigest()))

    def add_table(self, name: str, lines: Iterable[str]) -> None:
        self.add(f"database/{name}.jsonl", (f"{line}\n".encode() for line in lines))

    def add_file(self, path: Path) -> bool:
        """A file of the page's folder, by its hash; False where it is gone."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return False
        with file:
            chunks = iter(lambda: file.read(CHUNK), b"")
            self.add(f"files/{path.parent.name}/{path.name}", chunks)
        return True

    def finish(self, **told: Any) -> None:
        parts = [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in self._parts]
        said = {"what": WHAT, "format": FORMAT, **told, "parts": parts}
        self._archive.writestr(MANIFEST, json.dumps(said, ensure_ascii=False, indent=1))


@contextmanager
def writing(path: Path) -> Iterator[Writing]:
    """A new archive, for its owner's eyes alone. Raises FileExistsError, OSError."""
    if path.exists():
        raise FileExistsError(path)
    unfinished = path.with_name(f"{path.name}.unfinished")
    handle = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                yield Writing(archive)
            file.flush()
            os.fsync(file.fileno())
        os.link(unfinished, path)  # unlike a renaming it never takes another file's place
    finally:
        unfinished.unlink(missing_ok=True)


class Reading:
    """An archive whose names and sizes are as its manifest says; contents are yet to be checked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.manifest = read_manifest(archive)
        require_names(archive, self.manifest)

    def check(self) -> None:
        """Read everything once. Raises BadArchive."""
        for part in self.manifest.parts:
            for _ in self.chunks(part):
                pass

    def chunks(self, part: Part) -> Iterator[bytes]:
        """The content, never more than was told. Raises BadArchive at the first that differs."""
        digest, left = hashlib.sha256(), part.size
        try:
            with self._archive.open(part.name) as file:
                while chunk := file.read(min(CHUNK, left + 1)):
                    left -= len(chunk)
                    if left < 0:
                        raise BadArchive("broken")
                    digest.update(chunk)
                    yield chunk
        except BROKEN as error:
            raise BadArchive("broken") from error
        if left or digest.hexdigest() != part.sha256:
            raise BadArchive("broken")

    def lines(self, table: str) -> Iterator[str]:
        """A table's lines. Raises BadArchive."""
        try:
            with self._archive.open(f"database/{table}.jsonl") as file:
                while line := file.readline(MOST_LINE):
                    yield line.decode()
        except BROKEN as error:
            raise BadArchive("broken") from error


@contextmanager
def reading(path: Path) -> Iterator[Reading]:
    """Raises BadArchive, OSError."""
    with path.open("rb") as file:
        try:
            archive = zipfile.ZipFile(file)
        except BROKEN as error:
            raise BadArchive("foreign") from error
        with archive:
            yield Reading(archive)
