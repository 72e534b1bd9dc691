"""How a paper looks, by domain of the decree on papers: page, styles, the block at the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from language.fold import fold

FONT: Final = "Times New Roman"
NAME: Final = "Tên được đề nghị"
"""The character style of a nominee's name: the checker finds names by it."""
LEFT, CENTRE, BOTH = ALIGN.LEFT, ALIGN.CENTER, ALIGN.JUSTIFY


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: size in points, weight, slant, alignment, indent and space below."""

    size: float
    bold: bool = False
    italic: bool = False
    align: Any = LEFT
    indent: float = 0
    after: float = 0
    keep: bool = False


LOOKS: Final = {
    "Quốc hiệu": Look(13, bold=True, align=CENTRE),
    "Tiêu ngữ": Look(14, bold=True, align=CENTRE),
    "Cơ quan chủ quản": Look(13, align=CENTRE),
    "Cơ quan ban hành": Look(13, bold=True, align=CENTRE),
    "Số, ký hiệu": Look(13, align=CENTRE),
    "Địa danh, ngày": Look(14, italic=True, align=CENTRE),
    "Tên loại": Look(14, bold=True, align=CENTRE, keep=True),
    "Trích yếu": Look(14, bold=True, align=CENTRE, keep=True),
    "Kèm theo": Look(14, italic=True, align=CENTRE, after=6),
    "Kính gửi": Look(14, align=LEFT, indent=3, after=3),
    "Căn cứ": Look(14, italic=True, align=BOTH, indent=1.27, after=6),
    "Thân bài": Look(14, align=BOTH, indent=1.27, after=6),
    "Mục": Look(14, bold=True, align=LEFT, indent=1.27, after=6, keep=True),
    "Đầu bảng": Look(12, bold=True, align=CENTRE, keep=True),
    "Ô bảng": Look(12),
    "Ô giữa": Look(12, align=CENTRE),
    "Nơi nhận đầu": Look(12, bold=True, italic=True),
    "Nơi nhận": Look(11),
    "Chức vụ ký": Look(13, bold=True, align=CENTRE, keep=True),
    "Chỗ ký": Look(14, align=CENTRE, keep=True),
    "Người ký": Look(14, bold=True, align=CENTRE),
    "Dự thảo": Look(13, bold=True),
    "Số trang": Look(13),
    "Đường kẻ": Look(2, align=CENTRE),
}


def new_paper() -> Document:
    """An empty A4 page of the decree's margins, with every style of the papers."""
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    _fonts(paper.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}"))
    _styled(paper.styles["Normal"], Look(14))
    for name, look in LOOKS.items():
        style = _new_style(paper, name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = paper.styles["Normal"]
        _styled(style, look)
    named = _new_style(paper, NAME, WD_STYLE_TYPE.CHARACTER)
    named.font.bold = True
    _headers(paper)
    return paper


def _new_style(paper: Document, name: str, kind: WD_STYLE_TYPE) -> Any:
    """A style of this name; its id is of plain letters, which every program reads."""
    style = paper.styles.add_style(name, kind)
    style.element.set(qn("w:styleId"), fold(name).replace(",", "").replace(" ", "-"))
    return style


def _styled(style: Any, look: Look) -> None:
    style.font.name, style.font.size = FONT, Pt(look.size)
    style.font.bold, style.font.italic = look.bold, look.italic
    _fonts(style.element.get_or_add_rPr())
    layout = style.paragraph_format
    layout.alignment, layout.first_line_indent = look.align, Cm(look.indent)
    layout.space_before, layout.space_after = Pt(0), Pt(look.after)
    layout.line_spacing, layout.keep_with_next = 1.0, look.keep
    layout.widow_control = True


def _fonts(properties: Any) -> None:
    """The same font for every script: Vietnamese marks must not fall to another one."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _headers(paper: Document) -> None:
    """The draft mark on every page; the number in the middle of every page but the first."""
    mark = "{% if du_thao %}DỰ THẢO{% endif %}"
    section = paper.sections[0]
    first = section.first_page_header.paragraphs[0]
    first.style, first.text = "Dự thảo", mark
    other = section.header.paragraphs[0]
    other.style = "Số trang"
    other.paragraph_format.tab_stops.clear_all()
    other.paragraph_format.tab_stops.add_tab_stop(Cm(8.25), WD_TAB_ALIGNMENT.CENTER)
    other.add_run(mark).bold = True
    other.add_run("\t")
    field(other, "PAGE")


def field(paragraph: Paragraph, code: str) -> None:
    """A field that Word works out, such as the number of the page."""
    for kind, text in (("begin", None), (None, code), ("separate", None), ("end", None)):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001 - python-docx has no fields of its own


def rule(container: Any, margin: Length) -> None:
    """A solid line as long as is left between two margins."""
    line = container.add_paragraph(style="Đường kẻ")
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = margin
    line.paragraph_format.space_before = Pt(2)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    line._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - nor borders of paragraphs


def columns(paper: Document, *widths: float, bordered: bool = False) -> Table:
    """A table of one row with these widths in centimetres, its row unbroken over pages."""
    table: Table = paper.add_table(rows=1, cols=len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    if bordered:
        table.style = "Table Grid"
        _padded(table)
    for cell, column, width in zip(table.rows[0].cells, table.columns, widths, strict=True):
        cell.width = column.width = Cm(width)
    whole(table.rows[0])
    if bordered:  # what a column is called stands on each page
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    return table


def _padded(table: Table) -> None:
    """A point and a half of room above and below what stands in a cell."""
    margins = OxmlElement("w:tblCellMar")
    room = {qn("w:w"): "30", qn("w:type"): "dxa"}
    margins.extend(OxmlElement(f"w:{side}", attrs=room) for side in ("top", "bottom"))
    table._tbl.tblPr.append(margins)  # noqa: SLF001 - see field


def add_row(table: Table) -> Any:
    """A further row; python-docx leaves it untyped."""
    return table.add_row()  # type: ignore[no-untyped-call]


def whole(row: Any) -> None:
    """A row that is not broken over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - see field


def put(cell: _Cell, *lines: tuple[str, str]) -> None:
    """Paragraphs as (style, text) in a cell, the cell's own empty one used first."""
    for number, (style, text) in enumerate(lines):
        paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
        paragraph.style, paragraph.text = style, text


def top(paper: Document, code: str | None) -> None:
    """Who issues the paper, its number left blank, the nation's name, place and day left blank."""
    left, right = columns(paper, 6.2, 10.3).rows[0].cells
    put(left, ("Cơ quan chủ quản", "{%p if co_quan_chu_quan %}"))
    put_more(left, ("Cơ quan chủ quản", "{{ co_quan_chu_quan }}"), ("Ô bảng", "{%p endif %}"))
    put_more(left, ("Cơ quan ban hành", "{{ co_quan }}"))
    rule(left, Cm(2))
    if code:
        put_more(left, ("Số, ký hiệu", f"Số:          /{code}-{'…' * 3}"))
    put(right, ("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    put_more(right, ("Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc"))
    rule(right, Cm(1.85))
    put_more(right, ("Địa danh, ngày", "{{ dia_danh }}, ngày       tháng       năm          "))
    paper.add_paragraph(style="Ô bảng")


def put_more(cell: _Cell, *lines: tuple[str, str]) -> None:
    """Further paragraphs behind those of a cell."""
    for style, text in lines:
        cell.add_paragraph(text, style=style)
