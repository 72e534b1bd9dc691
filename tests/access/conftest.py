"""A place where everybody is, one for the tests of a module."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.access.places import Place, place


@pytest.fixture(scope="module")
def here(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("place")
    file = shutil.copy(migrated_file, folder / "kipthoi.db")
    yield from place(f"sqlite:///{file}", folder)
