"""The text of a letter's file: Markdown, plain text or Word, within bounds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from flows.broken import BROKEN_ZIP
from rules.message import Message, say

MOST_BYTES: Final = 5_000_000
MOST_UNPACKED: Final = 30_000_000
"""Of the text inside a Word file: what unpacks to more is no letter."""
MOST_SIGNS: Final = 1_000_000
SUFFIXES: Final = (".md", ".txt", ".docx")
_BODY: Final = "word/document.xml"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class UnreadableLetter(Exception):  # noqa: N818 - a sentence for whoever chose the file
    """The file holds no letter that can be read; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def text_of(path: Path) -> str:
    """The text of the file at the path. Raises UnreadableLetter."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableLetter(say("own.wrong.kind", allowed=SUFFIXES))
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise UnreadableLetter(say("own.wrong.file", path=str(path))) from None
    if len(raw) > MOST_BYTES:
        raise UnreadableLetter(say("own.wrong.large", megabytes=MOST_BYTES // 1_000_000))
    text = _of_word(raw) if suffix == ".docx" else _of_plain(raw)
    if not any(sign.isalnum() for sign in text):
        raise UnreadableLetter(say("own.wrong.empty"))
    if len(text) > MOST_SIGNS:
        raise UnreadableLetter(say("own.wrong.long", signs=MOST_SIGNS))
    return text


def _of_plain(raw: bytes) -> str:
    """UTF-8, or UTF-16 where the file says so."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableLetter(say("own.wrong.encoding")) from None
    if "\x00" in text:
        raise UnreadableLetter(say("own.wrong.encoding"))
    return text


def _of_word(raw: bytes) -> str:
    unpacked = _unpacked(raw)
    if len(unpacked) > MOST_UNPACKED:
        raise UnreadableLetter(say("own.wrong.unpacked"))
    try:
        # Word writes UTF-8 and no entities, which are what such a file could be blown up with
        if "<!" in unpacked.decode().replace("<![CDATA[", ""):
            raise UnreadableLetter(say("own.wrong.word"))
        root = ET.fromstring(unpacked)  # noqa: S314 - bounded, and without entities
    except (ET.ParseError, ValueError) as error:
        raise UnreadableLetter(say("own.wrong.word")) from error
    return "\n".join(_paragraphs(root))


def _unpacked(raw: bytes) -> bytes:
    """The body of a Word file, at most a byte more than is read. Raises UnreadableLetter."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(_BODY) as body:
            return body.read(MOST_UNPACKED + 1)
    except BROKEN_ZIP as error:
        raise UnreadableLetter(say("own.wrong.word")) from error


def _paragraphs(root: ET.Element) -> Iterator[str]:
    """Each paragraph, an empty line behind it; a list's paragraph with a dash."""
    for paragraph in root.iter(f"{_W}p"):
        words = "".join(_words(paragraph)).strip()
        is_listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        if words:
            yield f"- {words}" if is_listed and not words.startswith("-") else words
            yield ""


def _words(paragraph: ET.Element) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
