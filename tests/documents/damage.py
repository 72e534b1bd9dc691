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
    """The plain text of a part, its paragraphs on lines; what is kept on a line is no matter."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        raw = archive.read(part).decode()
    lines = re.sub(r"</w:p>", "\n", raw)
    text = re.sub(r"<[^>]+>", "", lines)
    for sign, mark in (
        ("\u00a0", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#34;", '"'),
        ("&#39;", "'"),
    ):
        text = text.replace(sign, mark)
    return text.replace("&amp;", "&")


def badly_packed(name: str) -> bytes:
    """A ZIP whose one part, packed as Office never does, cannot be unpacked."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(name, b"x" * 1000)
    start = 30 + len(name) + 9  # behind the part's header and the packer's own
    content = bytearray(made.getvalue())
    content[start : start + 12] = b"\xff" * 12
    return bytes(content)


def of_later_version(content: bytes) -> bytes:
    """The same ZIP, its list saying that a later program is needed to read it."""
    start = content.index(b"PK\x01\x02")
    return content[: start + 6] + b"\xff" + content[start + 7 :]
