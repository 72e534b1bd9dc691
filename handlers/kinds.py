"""What a file is, by its content alone, and a name that says the same."""

from __future__ import annotations

import unicodedata
import zipfile
from typing import IO

from flows.broken import BROKEN_ZIP

NAME_LETTERS = 100
HEAD_BYTES = 32
MOST_PARTS = 5000
MOST_UNPACKED = 400 * 1024 * 1024
"""Bytes that a file of twenty million may unpack to: pictures hardly grow, and texts some times."""
MACROS = "vbaProject.bin"

CSV = "text/csv"
TEXT_BYTES = 64 * 1024

_HEADS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_BRANDS = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heic"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PARTS = {
    "word/document.xml": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ENDINGS = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/heic": (".heic",),
    "application/msword": (".doc",),
    "application/vnd.ms-excel": (".xls",),
    CSV: (".csv",),
    _PARTS["word/document.xml"]: (".docx",),
    _PARTS["xl/workbook.xml"]: (".xlsx",),
}


def media_of(file: IO[bytes], name: str) -> str | None:
    """The media type of a document or picture that is taken; None of anything else.

    Old Word and Excel files look the same from outside: there, and only there, the name tells.
    """
    file.seek(0)
    head = file.read(HEAD_BYTES)
    for start, media in _HEADS:
        if head.startswith(start):
            return media
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    if head.startswith(_OLD_OFFICE):
        is_sheet = name.lower().endswith(".xls")
        return "application/vnd.ms-excel" if is_sheet else "application/msword"
    if head.startswith(_ZIP):
        return _office_media(file)
    return CSV if name.lower().endswith(".csv") and _is_text(file) else None


def _is_text(file: IO[bytes]) -> bool:
    """UTF-8 and printable as far as it is looked at; what a program or a picture is, is not."""
    file.seek(0)
    start = file.read(TEXT_BYTES)
    text = start.decode("utf-8", "ignore")
    whole = len(text.encode()) >= len(start) - 3
    return whole and all(sign.isprintable() or sign.isspace() for sign in text.lstrip("\ufeff"))


def _office_media(file: IO[bytes]) -> str | None:
    """By its parts; nothing is unpacked. One with macros, or too large inside, is none of ours."""
    try:
        with zipfile.ZipFile(file) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
            parts = set(packed.namelist())
    except BROKEN_ZIP:
        return None
    if len(parts) > MOST_PARTS or any(part.endswith(MACROS) for part in parts):
        return None
    if unpacked > MOST_UNPACKED:
        return None
    found = [media for part, media in _PARTS.items() if part in parts]
    return found[0] if found and "[Content_Types].xml" in parts else None


def named(name: str, media: str) -> str:
    """The sender's name for it, fit to be shown and saved, with the ending of what it is."""
    whole = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    last = whole.replace("\\", "/").rpartition("/")[2]
    shown = "".join(letter if letter.isprintable() else " " for letter in last)
    shown = " ".join(shown.translate({ord(letter): " " for letter in '<>:"|?*'}).split())
    shown = shown.lstrip(". ") or "tep"
    endings = _ENDINGS[media]
    stem, dot, ending = shown.rpartition(".")
    if not dot or f".{ending.lower()}" not in endings:
        stem, ending = shown, endings[0][1:]
    return f"{stem[:NAME_LETTERS]}.{ending}"
