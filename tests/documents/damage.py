"""Ways to spoil a Word file: a piece of one of its parts put in the place of another."""

from __future__ import annotations

import io
import re
import zipfile

BODY = "word/document.xml"
STYLES = "word/styles.xml"


def replaced(content: bytes, old: str, new: str, *, part: str = BODY, count: int = 1) -> bytes:
    """The file with a pattern of a part replaced; it must be there."""
    made = io.BytesIO()
    found = 0
    with zipfile.ZipFile(io.BytesIO(content)) as one, zipfile.ZipFile(made, "w") as other:
        for name in one.namelist():
            raw = one.read(name)
            if re.fullmatch(part, name):
                text, done = re.subn(old, new, raw.decode(), count=count)
                found, raw = found + done, text.encode()
            other.writestr(name, raw)
    assert found, old
    return made.getvalue()


def text_of(content: bytes, part: str = BODY) -> str:
    """The plain text of a part, its paragraphs on lines."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        raw = archive.read(part).decode()
    lines = re.sub(r"</w:p>", "\n", raw)
    text = re.sub(r"<[^>]+>", "", lines)
    for sign, mark in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'")):
        text = text.replace(sign, mark)
    return text.replace("&amp;", "&")
