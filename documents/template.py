"""A Word template: its text compiled once, and filled as often as needed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from documents.common import Context
from documents.papers import Paper
from flows.broken import BROKEN_ZIP
from rules.message import Message, say

HERE: Final = Path(__file__).parent / "templates"
MOST_BYTES: Final = 5_000_000
MOST_UNPACKED: Final = 30_000_000
_FILLED: Final = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml\Z")
_BODY: Final = "word/document.xml"


class TemplateBroken(Exception):  # noqa: N818 - a sentence for whoever changed the template
    """The file is no template that can be filled; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def environment() -> ImmutableSandboxedEnvironment:
    """Offices write templates: no attribute of Python, no global, every value escaped."""
    made = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    made.globals.clear()
    return made


ENVIRONMENT: Final = environment()


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """The parts of a Word file: those to be filled compiled, the others as they are."""

    texts: Mapping[str, Template]
    others: Mapping[str, bytes]

    def fill(self, context: Context) -> bytes:
        """The Word file. Raises TemplateBroken."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in self.others.items():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
            for name, template in self.texts.items():
                filled = _filled(template, context)
                archive.writestr(zipfile.ZipInfo(name), filled, zipfile.ZIP_DEFLATED)
        return made.getvalue()


def _filled(template: Template, context: Context) -> bytes:
    try:
        text = template.render(context).encode()
        etree.fromstring(text, etree.XMLParser(resolve_entities=False))
    except TemplateError as error:
        raise TemplateBroken(say("template.unfilled", why=str(error.message))) from error
    except (etree.XMLSyntaxError, TypeError, ValueError) as error:
        raise TemplateBroken(say("template.unbalanced")) from error
    return text


def parts_of(content: bytes) -> tuple[dict[str, str], dict[str, bytes]]:
    """The parts that hold text, their tags joined, and the others. Raises TemplateBroken."""
    if len(content) > MOST_BYTES:
        raise TemplateBroken(say("template.large", megabytes=MOST_BYTES // 1_000_000))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
                raise TemplateBroken(say("template.large", megabytes=MOST_BYTES // 1_000_000))
            raw = {name: archive.read(name) for name in archive.namelist()}
        if "word/vbaProject.bin" in raw or _BODY not in raw:
            raise TemplateBroken(say("template.no_word"))
        texts = {name: _joined(part) for name, part in raw.items() if _FILLED.match(name)}
    except BROKEN_ZIP as error:
        raise TemplateBroken(say("template.no_word")) from error
    return texts, {name: part for name, part in raw.items() if name not in texts}


def _joined(part: bytes) -> str:
    """Word splits a tag over runs; docxtpl joins it again. Raises ValueError."""
    text = part.decode()
    # Word writes no entities of its own, which are what a file could be blown up with
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError(text[:20])
    return str(DocxTemplate(io.BytesIO()).patch_xml(text))


def compiled(content: bytes) -> WordTemplate:
    """The template of a Word file. Raises TemplateBroken."""
    texts, others = parts_of(content)
    try:
        made = {name: ENVIRONMENT.from_string(text) for name, text in texts.items()}
    except TemplateError as error:
        raise TemplateBroken(say("template.unfilled", why=str(error.message))) from error
    return WordTemplate(made, others)


def content_of(paper: Paper) -> bytes:
    """The program's own template, as a file."""
    return (HERE / f"{paper}.docx").read_bytes()


@cache
def _own(paper: Paper) -> WordTemplate:
    return compiled(content_of(paper))


def template_of(paper: Paper, folder: Path | None = None) -> WordTemplate:
    """The office's own where its folder has one, else the program's, which is compiled once.

    Raises TemplateBroken.
    """
    own = folder / f"{paper}.docx" if folder else None
    return compiled(own.read_bytes()) if own is not None and own.is_file() else _own(paper)
