"""The body of the decision's draft: by whom, on what grounds, its articles and whom it names."""

from __future__ import annotations

from docx.document import Document

from tools.paper_parts import GRANT, each, nominated, write

DOTS = "…" * 12
LETTER = "số ……/TTr-…… ngày …… tháng …… năm ………"


def fill_decision(paper: Document) -> None:
    """What the issuing office alone knows stays dotted; a person puts its grounds in."""
    write(paper, "{{ tham_quyen }}", style="Tên loại")
    paper.add_paragraph(style="Ô bảng")
    each(paper, "can_cu", "Căn cứ", "{{ doan }};")
    write(paper, f"Theo đề nghị của {{{{ ten_co_quan }}}} tại Tờ trình {LETTER}", style="Căn cứ")
    paper.add_paragraph(style="Ô bảng")
    write(paper, "QUYẾT ĐỊNH:", style="Tên loại")
    paper.add_paragraph(style="Ô bảng")
    _article(paper, 1, f"T{GRANT[1:]} cho {{{{ so_luong }}}} có {{{{ thanh_tich }}}}, gồm:")
    nominated(paper)
    _article(paper, 2, f"Tiền thưởng kèm theo: {DOTS}, theo quy định hiện hành.")
    who = "Thủ trưởng các cơ quan, đơn vị có liên quan và {{ doi_tuong }} có tên tại Điều 1"
    _article(
        paper,
        3,
        f"Quyết định này có hiệu lực kể từ ngày ký. {who} chịu trách nhiệm thi hành Quyết định"
        " này./.",
    )


def _article(paper: Document, number: int, text: str) -> None:
    line = paper.add_paragraph(style="Thân bài")
    line.add_run(f"Điều {number}. ").bold = True
    line.add_run(text)
