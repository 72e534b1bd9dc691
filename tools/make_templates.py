"""python -m tools.make_templates: the papers' templates, written anew to documents/templates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from tools.report_template import fill_minutes, fill_report
from tools.word_file import packed
from tools.word_layout import (
    NAME,
    add_row,
    columns,
    new_paper,
    put,
    put_more,
    rule,
    top,
    whole,
)

HERE = Path(__file__).parents[1] / "documents" / "templates"
SIGNING_ROOM = 3
DOTS = "…" * 24
GRANT = "tặng {{ hinh_thuc }} của {{ nguoi_quyet_dinh }}"


def main(folder: Path = HERE) -> None:
    """Write every template."""
    folder.mkdir(exist_ok=True)
    made = {
        "to_trinh": _submission(),
        "danh_sach": _list(),
        "bao_cao_ca_nhan": _report(person=True),
        "bao_cao_tap_the": _report(person=False),
        "bien_ban": _minutes(),
        "muc_luc": _index(),
    }
    for name, paper in made.items():
        (folder / f"{name}.docx").write_bytes(packed(paper))


def _title(paper: Document, *lines: tuple[str, str], line: bool = True) -> None:
    for style, text in lines:
        paper.add_paragraph(text, style=style)
    if line:
        rule(paper, Cm(6))
        paper.add_paragraph(style="Ô bảng")


def _text(paper: Document, *texts: str, style: str = "Thân bài") -> None:
    for text in texts:
        paper.add_paragraph(text, style=style)


def _each(paper: Document, name: str, style: str = "Thân bài", text: str = "{{ doan }}") -> None:
    """A paragraph for each of a list of texts."""
    _text(paper, f"{{%p for doan in {name} %}}", text, "{%p endfor %}", style=style)


def _named(paragraph: Paragraph, before: str, name: str, after: str) -> None:
    paragraph.add_run(before)
    paragraph.add_run(name, style=NAME)
    paragraph.add_run(after)


def _signed(paper: Document, left: Sequence[tuple[str, str]], *, who: str, name: str) -> None:
    """Who receives it on the left, whoever signs on the right, with room to sign."""
    paper.paragraphs[-1].paragraph_format.keep_with_next = True
    paper.add_paragraph(style="Ô bảng").paragraph_format.keep_with_next = True
    one, other = columns(paper, 8.25, 8.25).rows[0].cells
    put(one, *left)
    put(other, ("Chức vụ ký", who))
    if "{%p for" in who:
        put_more(other, ("Chức vụ ký", "{{ dong }}"), ("Chức vụ ký", "{%p endfor %}"))
    put_more(other, *[("Chỗ ký", "")] * SIGNING_ROOM, ("Người ký", name))


HEAD = "{%p for dong in chuc_vu_ky %}"


def _submission() -> Document:
    paper = new_paper()
    top(paper, "TTr")
    subject = f"Về việc đề nghị {GRANT} cho {{{{ doi_tuong }}}} có {{{{ thanh_tich }}}}"
    _title(paper, ("Tên loại", "TỜ TRÌNH"), ("Trích yếu", subject))
    _text(paper, "{%p if kinh_gui|length == 1 %}", style="Kính gửi")
    _text(paper, "Kính gửi: {{ kinh_gui[0] }}.", "{%p else %}", "Kính gửi:", style="Kính gửi")
    line = "- {{ doan }}{% if loop.last %}.{% else %};{% endif %}"
    _each(paper, "kinh_gui", "Kính gửi", line)
    _text(paper, "{%p endif %}", style="Kính gửi")
    paper.add_paragraph(style="Ô bảng")
    _each(paper, "can_cu", "Căn cứ", "{{ doan }}{% if loop.last %}.{% else %};{% endif %}")
    asked = (
        f"{{{{ ten_co_quan }}}} kính trình {{{{ nguoi_quyet_dinh }}}} xem xét, quyết định {GRANT}"
    )
    _text(paper, f"{asked} cho {{{{ so_luong }}}} có {{{{ thanh_tich }}}}, gồm:")
    _text(paper, "{%p for n in danh_sach %}")
    one = paper.add_paragraph(style="Thân bài")
    before = "{{ loop.index }}. {% if n.danh_xung %}{{ n.danh_xung }} {% endif %}"
    _named(
        one,
        before,
        "{{ n.ten }}",
        "{% if n.chuc_vu %}, {{ n.chuc_vu }}{% endif %}{% if loop.last %}.{% else %};{% endif %}",
    )
    _text(paper, "{%p endfor %}", "Tóm tắt thành tích:")
    _each(paper, "tom_tat")
    _text(paper, "Hồ sơ kèm theo gồm:", "- Danh sách đề nghị;")
    more = "{% if chuyen_de or giay_to %};{% else %}.{% endif %}"
    _text(paper, "- {{ '%02d' | format(so_bao_cao) }} báo cáo thành tích" + more)
    _text(paper, "{%p if chuyen_de %}", "- Biên bản họp Hội đồng Thi đua - Khen thưởng")
    paper.paragraphs[-1].add_run("{% if giay_to %};{% else %}.{% endif %}")
    _text(paper, "{%p endif %}")
    _each(paper, "giay_to", text="- {{ doan }}{% if loop.last %}.{% else %};{% endif %}")
    end = "{{ ten_co_quan }} kính đề nghị {{ nguoi_quyet_dinh }} xem xét, quyết định./."
    _text(paper, end)
    told = [("Nơi nhận đầu", "Nơi nhận:"), ("Nơi nhận", "- Như trên;")]
    _signed(paper, [*told, ("Nơi nhận", "- Lưu: VT.")], who=HEAD, name="{{ nguoi_ky }}")
    return paper


def _list() -> Document:
    paper = new_paper()
    blanks = "số          /TTr-…… ngày       tháng       năm          "
    sent = f"(Kèm theo Tờ trình {blanks}của {{{{ ten_co_quan }}}})"
    subject = f"Đề nghị {GRANT} cho {{{{ so_luong }}}}"
    heads = ("Tên loại", "DANH SÁCH"), ("Trích yếu", subject), ("Kèm theo", sent)
    _title(paper, *heads)
    table = columns(paper, 1.4, 4, 3.6, 2.2, 5.3, bordered=True)
    words = ("STT", "Họ và tên, tên tập thể", "Chức vụ, đơn vị", "Hình thức", "Tóm tắt thành tích")
    for cell, word in zip(table.rows[0].cells, words, strict=True):
        put(cell, ("Đầu bảng", word))
    for mark in ("{%tr for g in nhom %}", "", "{%tr for n in g.dong %}", "n"):
        row = add_row(table)
        whole(row)
        if mark == "":
            merged = row.cells[0].merge(row.cells[-1])
            put(merged, ("Đầu bảng", "{{ g.ten_nhom }}"))
        elif mark == "n":
            put(row.cells[0], ("Ô giữa", "{{ n.stt }}"))
            row.cells[1].paragraphs[0].style = "Ô bảng"
            before = "{% if n.danh_xung %}{{ n.danh_xung }} {% endif %}"
            _named(row.cells[1].paragraphs[0], before, "{{ n.ten }}", "")
            put(row.cells[2], ("Ô bảng", "{{ n.chuc_vu }}"))
            put(row.cells[3], ("Ô giữa", "{{ n.hinh_thuc }}"))
            put(row.cells[4], ("Ô bảng", "{{ n.tom_tat }}"))
        else:
            put(row.cells[0], ("Ô bảng", mark))
    for _ in range(2):
        put(add_row(table).cells[0], ("Ô bảng", "{%tr endfor %}"))
    _signed(paper, [("Ô bảng", "")], who=HEAD, name="{{ nguoi_ky }}")
    return paper


def _report(*, person: bool) -> Document:
    paper = new_paper()
    top(paper, None if person else "BC")
    title = ("Tên loại", "BÁO CÁO THÀNH TÍCH"), ("Trích yếu", f"Đề nghị {GRANT}")
    _title(paper, *title, ("Kèm theo", "(Về {{ thanh_tich }})"), line=False)
    fill_report(paper, person=person)
    confirmed = [("Chức vụ ký", "XÁC NHẬN CỦA CẤP TRÌNH KHEN"), ("Chức vụ ký", HEAD)]
    confirmed += [("Chức vụ ký", "{{ dong }}"), ("Chức vụ ký", "{%p endfor %}")]
    confirmed += [("Chỗ ký", "")] * (SIGNING_ROOM - 1) + [("Người ký", "{{ nguoi_ky }}")]
    who = "NGƯỜI BÁO CÁO" if person else "THỦ TRƯỞNG TẬP THỂ"
    _signed(paper, confirmed, who=who, name="{{ ten }}" if person else DOTS[:12])
    return paper


def _minutes() -> Document:
    paper = new_paper()
    top(paper, "BB")
    subject = f"Họp Hội đồng Thi đua - Khen thưởng xét, đề nghị {GRANT}"
    _title(paper, ("Tên loại", "BIÊN BẢN"), ("Trích yếu", subject))
    fill_minutes(paper)
    left = [("Chức vụ ký", "THƯ KÝ"), *[("Chỗ ký", "")] * SIGNING_ROOM, ("Người ký", DOTS[:12])]
    _signed(paper, left, who="CHỦ TRÌ", name=DOTS[:12])
    return paper


def _index() -> Document:
    paper = new_paper()
    _title(paper, ("Tên loại", "MỤC LỤC HỒ SƠ"), ("Trích yếu", "{{ ten_ho_so }}"))
    table = columns(paper, 1.2, 9.3, 6, bordered=True)
    for cell, word in zip(table.rows[0].cells, ("STT", "Giấy tờ", "Tệp"), strict=True):
        put(cell, ("Đầu bảng", word))
    for texts in (("{%tr for d in dong %}",), ("{{ d.stt }}", "{{ d.ten }}", "{{ d.tep }}")):
        for cell, text in zip(add_row(table).cells, texts, strict=False):
            put(cell, ("Ô bảng", text))
    put(add_row(table).cells[0], ("Ô bảng", "{%tr endfor %}"))
    paper.add_paragraph(style="Ô bảng")
    _text(paper, "{%p if con_thieu %}")
    _text(paper, "Còn thiếu (giấy tờ để dòng chấm):", style="Mục")
    _each(paper, "con_thieu", text="- {{ doan }}")
    _text(paper, "{%p endif %}")
    _text(paper, "Để trống theo quy định:", style="Mục")
    _text(paper, "- Số, ngày tháng và chữ ký: ghi sau khi người có thẩm quyền ký;")
    _text(paper, "{%p if chuyen_de %}")
    _text(paper, "- Diễn biến và kết quả biểu quyết trong biên bản: ghi tại cuộc họp;")
    _text(paper, "{%p endif %}")
    _text(paper, "- Phần trong ngoặc vuông ở căn cứ: cán bộ đối chiếu rồi thay.")
    for paragraph in paper.paragraphs:
        paragraph.paragraph_format.space_before = Pt(2)
    return paper


if __name__ == "__main__":
    main()
