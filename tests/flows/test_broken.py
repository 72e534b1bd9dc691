"""Whatever a damaged ZIP raises when it is read is known by one name."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from flows.broken import BROKEN_ZIP


def packed() -> bytearray:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Dân quân xã " * 50)
    return bytearray(made.getvalue())


def torn() -> bytes:
    return bytes(packed()[:40])


def of_other_content() -> bytes:
    found = packed()
    found[50] ^= 0xFF
    return bytes(found)


def locked() -> bytes:
    found = packed()
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found[found.index(mark) + place] |= 1
    return bytes(found)


def of_no_known_method() -> bytes:
    found = packed()
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        found[found.index(mark) + place] = 99
    return bytes(found)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (torn(), zipfile.BadZipFile),
        (of_other_content(), (zipfile.BadZipFile, zlib.error)),
        (locked(), RuntimeError),
        (of_no_known_method(), NotImplementedError),
    ],
    ids=["torn", "other content", "a password", "no known method"],
)
def test_a_zip_that_cannot_be_read_is_told_as_broken(content: bytes, error: type) -> None:
    with pytest.raises(BROKEN_ZIP) as raised, zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.read("a.txt")
    assert isinstance(raised.value, error)
