"""A Word file read back: its page, and each line with the look that Word would give it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

NAME_STYLE: Final = "Tên được đề nghị"
"""The character style that a nominee's name stands in, in every paper."""
_SCRIPTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")


class Unreadable(Exception):  # noqa: N818 - a state of affairs, told to the officer
    """The file is no Word file."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text, where it stands, and how it looks.

    `sizes` are points; `fonts` every font that a script of it would be set in; `row` is the
    table (from 1) and its row, None outside tables; `names` are the nominees named in it.
    """

    text: str
    place: int
    row: tuple[int, int] | None
    sizes: frozenset[float]
    fonts: frozenset[str]
    is_bold: bool
    is_italic: bool
    is_centred: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A Word file: lengths of its page in millimetres, its lines, and its headers."""

    page: tuple[int, int]
    margins: tuple[int, int, int, int]
    lines: tuple[Line, ...]
    first_header: str
    header: str
    numbers_pages: bool
    hides_first_number: bool


def read_paper(content: bytes) -> ReadPaper:
    """Raises Unreadable."""
    try:
        paper = docx.Document(io.BytesIO(content))
        section = paper.sections[0]
        first, other = section.first_page_header, section.header
        return ReadPaper(
            (_mm(section.page_width), _mm(section.page_height)),
            (
                _mm(section.top_margin),
                _mm(section.bottom_margin),
                _mm(section.left_margin),
                _mm(section.right_margin),
            ),
            tuple(_lines(paper)),
            " ".join(p.text for p in first.paragraphs),
            " ".join(p.text for p in other.paragraphs),
            any(_has_number(p) for p in other.paragraphs),
            section.different_first_page_header_footer
            and not any(_has_number(p) for p in first.paragraphs),
        )
    except Exception as error:  # a damaged file fails in any of three libraries
        raise Unreadable from error


def _mm(length: Length | None) -> int:
    return round(length.mm) if length is not None else 0


def _has_number(paragraph: Paragraph) -> bool:
    codes = paragraph._p.iter(qn("w:instrText"))  # noqa: SLF001 - python-docx reads no fields
    return any("PAGE" in (code.text or "") for code in codes)


def _lines(paper: Document) -> Iterator[Line]:
    table, place, styles = 0, 0, _Styles()
    for block in paper.iter_inner_content():
        if isinstance(block, Paragraph):
            place += 1
            yield _line(block, place, None, styles)
            continue
        table += 1
        yield from _rows(block, table, styles)


def _rows(table: Table, number: int, styles: _Styles) -> Iterator[Line]:
    for row_number, row in enumerate(table.rows, 1):
        seen: set[int] = set()
        for cell in row.cells:
            if id(cell._tc) in seen:  # noqa: SLF001 - a merged cell comes once for each column
                continue
            seen.add(id(cell._tc))  # noqa: SLF001
            for place, paragraph in enumerate(cell.paragraphs, 1):
                yield _line(paragraph, place, (number, row_number), styles)


def _line(paragraph: Paragraph, place: int, row: tuple[int, int] | None, styles: _Styles) -> Line:
    look = styles.of(paragraph.style)
    looks = [styles.run(run).over(look) for run in paragraph.runs if run.text.strip()]
    centred = look.centred if paragraph.alignment is None else _is_centre(paragraph.alignment)
    return Line(
        paragraph.text,
        place,
        row,
        frozenset(look.size or 0.0 for look in looks),
        frozenset(font or "" for look in looks for font in look.fonts),
        bool(looks) and all(look.bold for look in looks),
        bool(looks) and all(look.italic for look in looks),
        bool(centred),
        tuple(_names(paragraph)),
    )


def _is_centre(alignment: object) -> bool:
    return alignment == WD_ALIGN_PARAGRAPH.CENTER


def _names(paragraph: Paragraph) -> Iterator[str]:
    """Runs in the style of names; Word may have split a name into several."""
    name = ""
    for run in paragraph.runs:
        if run._r.style is not None and run.style.name == NAME_STYLE:  # noqa: SLF001 - quicker
            name += run.text
        elif name and run.text:
            yield name
            name = ""
    if name:
        yield name


@dataclass(frozen=True, slots=True)
class _Look:
    """What properties and styles come to; None is what they leave open. A font a script."""

    size: float | None = None
    fonts: tuple[str | None, ...] = (None,) * len(_SCRIPTS)
    bold: bool | None = None
    italic: bool | None = None
    centred: bool | None = None

    def over(self, below: _Look) -> _Look:
        """This look, and what it leaves open by the one below."""
        fonts = tuple(a or b for a, b in zip(self.fonts, below.fonts, strict=True))
        return _Look(
            below.size if self.size is None else self.size,
            fonts,
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.centred if self.centred is None else self.centred,
        )


class _Styles:
    """The looks of a paper's styles, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[str, _Look] = {}

    def of(self, style: Any) -> _Look:
        """A style's own look over that of the style it is based on."""
        if style is None:
            return _Look()
        if style.style_id not in self._known:
            layout = getattr(style, "paragraph_format", None)
            alignment = layout.alignment if layout is not None else None
            centred = None if alignment is None else _is_centre(alignment)
            own = _own(style.font, style.element.rPr, centred=centred)
            self._known[style.style_id] = own.over(self.of(style.base_style))
        return self._known[style.style_id]

    def run(self, run: Run) -> _Look:
        """A run's own look over that of its character style."""
        own = _own(run.font, run._r.rPr, centred=None)  # noqa: SLF001 - python-docx names one font only
        return own if run._r.style is None else own.over(self.of(run.style))  # noqa: SLF001


def _own(font: Any, properties: Any, *, centred: bool | None) -> _Look:
    size = font.size.pt if font.size is not None else None
    fonts = properties.find(qn("w:rFonts")) if properties is not None else None
    named = tuple(fonts.get(qn(f"w:{s}")) if fonts is not None else None for s in _SCRIPTS)
    return _Look(size, named, font.bold, font.italic, centred)
