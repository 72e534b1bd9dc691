"""Pieces that the templates share: titles, running text, names, the block of who signs."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from tools.word_layout import NAME, columns, put, put_more, rule

SIGNING_ROOM = 3
DOTS = "…" * 24
GRANT = "tặng {{ hinh_thuc }} của {{ nguoi_quyet_dinh }}"
HEAD = "{%p for dong in chuc_vu_ky %}"
HONORIFIC = "{% if n.danh_xung %}{{ n.danh_xung }} {% endif %}"
LAST_OF_LIST = "{% if loop.last %}.{% else %};{% endif %}"


def titled(paper: Document, *lines: tuple[str, str], line: bool = True) -> None:
    """What the paper is called, on lines of (style, text), and the short rule below."""
    for style, text in lines:
        paper.add_paragraph(text, style=style)
    if line:
        rule(paper, Cm(6))
        paper.add_paragraph(style="Ô bảng")


def write(paper: Document, *texts: str, style: str = "Thân bài", keep: bool = False) -> None:
    """Each text as a paragraph; one to keep stands on the page of the next.

    Who signs is never alone on a page: what stands last is kept.
    """
    for text in texts:
        paragraph = paper.add_paragraph(text, style=style)
        if keep:
            paragraph.paragraph_format.keep_with_next = True


def each(
    paper: Document,
    name: str,
    style: str = "Thân bài",
    text: str = "{{ doan }}",
    *,
    keep: bool = False,
) -> None:
    """A paragraph for each of a list of texts."""
    write(paper, f"{{%p for doan in {name} %}}", style=style)
    write(paper, text, style=style, keep=keep)
    write(paper, "{%p endfor %}", style=style)


def gap(paper: Document) -> None:
    """A little room below a table, less than an empty line."""
    paper.add_paragraph(style="Đường kẻ").paragraph_format.space_after = Pt(4)


def named(paragraph: Paragraph, before: str, name: str, after: str) -> None:
    """A nominee's name in the style that the checker finds it by."""
    paragraph.add_run(before)
    paragraph.add_run(name, style=NAME)
    paragraph.add_run(after)


def nominated(paper: Document) -> None:
    """A numbered line for each nominee."""
    write(paper, "{%p for n in danh_sach %}")
    after = "{% if n.chuc_vu %}, {{ n.chuc_vu }}{% endif %}" + LAST_OF_LIST
    one = paper.add_paragraph(style="Thân bài")
    named(one, "{{ loop.index }}. " + HONORIFIC, "{{ n.ten }}", after)
    write(paper, "{%p endfor %}")


def signed(paper: Document, left: Sequence[tuple[str, str]], *, who: str, name: str) -> None:
    """Who receives it on the left, whoever signs on the right, with room to sign."""
    paper.paragraphs[-1].paragraph_format.keep_with_next = True
    paper.add_paragraph(style="Ô bảng").paragraph_format.keep_with_next = True
    one, other = columns(paper, 8.25, 8.25).rows[0].cells
    put(one, *left)
    put(other, ("Chức vụ ký", who))
    if "{%p for" in who:
        put_more(other, ("Chức vụ ký", "{{ dong }}"), ("Chức vụ ký", "{%p endfor %}"))
    put_more(other, *[("Chỗ ký", "")] * SIGNING_ROOM, ("Người ký", name))
