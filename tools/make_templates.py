"""python -m tools.make_templates: the papers' templates, written anew to documents/templates."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document
from docx.shared import Pt

from tools.decision_template import fill_decision
from tools.paper_parts import (
    DOTS,
    GRANT,
    HEAD,
    HONORIFIC,
    LAST_OF_LIST,
    SIGNING_ROOM,
    each,
    named,
    nominated,
    signed,
    titled,
    write,
)
from tools.report_template import fill_minutes, fill_report
from tools.word_file import packed
from tools.word_layout import add_row, columns, new_paper, put, top, whole

HERE = Path(__file__).parents[1] / "documents" / "templates"


def main(folder: Path = HERE) -> None:
    """Write every template."""
    folder.mkdir(exist_ok=True)
    made = {
        "to_trinh": _submission(),
        "danh_sach": _list(),
        "bao_cao_ca_nhan": _report(person=True),
        "bao_cao_tap_the": _report(person=False),
        "bien_ban": _minutes(),
        "quyet_dinh": _decision(),
        "muc_luc": _index(),
    }
    for name, paper in made.items():
        (folder / f"{name}.docx").write_bytes(packed(paper))


def _submission() -> Document:
    paper = new_paper()
    top(paper, "TTr")
    subject = f"Về việc đề nghị {GRANT} cho {{{{ doi_tuong }}}} có {{{{ thanh_tich }}}}"
    titled(paper, ("Tên loại", "TỜ TRÌNH"), ("Trích yếu", subject))
    write(paper, "{%p if kinh_gui|length == 1 %}", style="Kính gửi")
    write(paper, "Kính gửi: {{ kinh_gui[0] }}.", "{%p else %}", "Kính gửi:", style="Kính gửi")
    each(paper, "kinh_gui", "Kính gửi", "- {{ doan }}" + LAST_OF_LIST)
    write(paper, "{%p endif %}", style="Kính gửi")
    paper.add_paragraph(style="Ô bảng")
    each(paper, "can_cu", "Căn cứ", "{{ doan }}" + LAST_OF_LIST)
    asked = (
        f"{{{{ ten_co_quan }}}} kính trình {{{{ nguoi_quyet_dinh }}}} xem xét, quyết định {GRANT}"
    )
    write(paper, f"{asked} cho {{{{ so_luong }}}} có {{{{ thanh_tich }}}}, gồm:")
    nominated(paper)
    write(paper, "Tóm tắt thành tích:")
    each(paper, "tom_tat")
    write(paper, "Hồ sơ kèm theo gồm:", "- Danh sách đề nghị;")
    write(paper, "- {{ '%02d' | format(so_bao_cao) }} báo cáo thành tích;")
    write(paper, "{%p if chuyen_de %}", "- Biên bản họp Hội đồng Thi đua - Khen thưởng;")
    write(paper, "{%p endif %}")
    last = "- Dự thảo Quyết định khen thưởng{% if giay_to %};{% else %}.{% endif %}"
    write(paper, last, keep=True)
    each(paper, "giay_to", text="- {{ doan }}" + LAST_OF_LIST, keep=True)
    end = "{{ ten_co_quan }} kính đề nghị {{ nguoi_quyet_dinh }} xem xét, quyết định./."
    write(paper, end)
    told = [("Nơi nhận đầu", "Nơi nhận:"), ("Nơi nhận", "- Như trên;")]
    signed(paper, [*told, ("Nơi nhận", "- Lưu: VT.")], who=HEAD, name="{{ nguoi_ky }}")
    return paper


def _list() -> Document:
    paper = new_paper()
    blanks = "số          /TTr-…… ngày       tháng       năm          "
    sent = f"(Kèm theo Tờ trình {blanks}của\u00a0{{{{ ten_co_quan }}}})"
    subject = f"Đề nghị {GRANT} cho {{{{ so_luong }}}}"
    heads = ("Tên loại", "DANH SÁCH"), ("Trích yếu", subject), ("Kèm theo", sent)
    titled(paper, *heads)
    table = columns(paper, 1.3, 3.6, 3.2, 1.8, 6.6, bordered=True)
    words = (
        "STT",
        "Họ và tên, tên tập thể",
        "Chức vụ, đơn\u00a0vị",
        "Hình thức",
        "Tóm tắt thành tích",
    )
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
            named(row.cells[1].paragraphs[0], HONORIFIC, "{{ n.ten }}", "")
            put(row.cells[2], ("Ô bảng", "{{ n.chuc_vu }}"))
            put(row.cells[3], ("Ô giữa", "{{ n.hinh_thuc }}"))
            put(row.cells[4], ("Ô bảng", "{{ n.tom_tat }}"))
        else:
            put(row.cells[0], ("Ô bảng", mark))
    for _ in range(2):
        put(add_row(table).cells[0], ("Ô bảng", "{%tr endfor %}"))
    signed(paper, [("Ô bảng", "")], who=HEAD, name="{{ nguoi_ky }}")
    return paper


def _report(*, person: bool) -> Document:
    paper = new_paper()
    top(paper, None if person else "BC")
    title = ("Tên loại", "BÁO CÁO THÀNH TÍCH"), ("Trích yếu", f"Đề nghị {GRANT}")
    titled(paper, *title, ("Kèm theo", "(Về {{ thanh_tich }})"), line=False)
    fill_report(paper, person=person)
    confirmed = [("Chức vụ ký", "XÁC NHẬN CỦA CẤP TRÌNH KHEN"), ("Chức vụ ký", HEAD)]
    confirmed += [("Chức vụ ký", "{{ dong }}"), ("Chức vụ ký", "{%p endfor %}")]
    confirmed += [("Chỗ ký", "")] * (SIGNING_ROOM - 1) + [("Người ký", "{{ nguoi_ky }}")]
    who = "NGƯỜI BÁO CÁO" if person else "THỦ TRƯỞNG TẬP THỂ"
    signed(paper, confirmed, who=who, name="{{ ten }}" if person else DOTS[:12])
    return paper


def _minutes() -> Document:
    paper = new_paper()
    top(paper, "BB")
    subject = f"Họp Hội đồng Thi đua - Khen thưởng xét, đề nghị {GRANT}"
    titled(paper, ("Tên loại", "BIÊN BẢN"), ("Trích yếu", subject))
    fill_minutes(paper)
    left = [("Chức vụ ký", "THƯ KÝ"), *[("Chỗ ký", "")] * SIGNING_ROOM, ("Người ký", DOTS[:12])]
    signed(paper, left, who="CHỦ TRÌ", name=DOTS[:12])
    return paper


def _decision() -> Document:
    paper = new_paper()
    top(paper, "QĐ")
    subject = f"Về việc {GRANT} cho {{{{ doi_tuong }}}} có {{{{ thanh_tich }}}}"
    titled(paper, ("Tên loại", "QUYẾT ĐỊNH"), ("Trích yếu", subject))
    fill_decision(paper)
    told = [("Nơi nhận đầu", "Nơi nhận:"), ("Nơi nhận", "- Như Điều 3;")]
    left = [*told, ("Nơi nhận", "- Lưu: VT.")]
    signed(paper, left, who="{{ chuc_vu_quyet_dinh }}", name=DOTS[:12])
    return paper


def _index() -> Document:
    paper = new_paper()
    titled(paper, ("Tên loại", "MỤC LỤC HỒ SƠ"), ("Trích yếu", "{{ ten_ho_so }}"))
    table = columns(paper, 1.2, 9.3, 6, bordered=True)
    for cell, word in zip(table.rows[0].cells, ("STT", "Giấy tờ", "Tệp"), strict=True):
        put(cell, ("Đầu bảng", word))
    for texts in (("{%tr for d in dong %}",), ("{{ d.stt }}", "{{ d.ten }}", "{{ d.tep }}")):
        for cell, text in zip(add_row(table).cells, texts, strict=False):
            put(cell, ("Ô bảng", text))
    put(add_row(table).cells[0], ("Ô bảng", "{%tr endfor %}"))
    paper.add_paragraph(style="Ô bảng")
    write(paper, "{%p if con_thieu %}")
    write(paper, "Còn thiếu (giấy tờ để dòng chấm):", style="Mục")
    each(paper, "con_thieu", text="- {{ doan }}")
    write(paper, "{%p endif %}")
    write(paper, "Để trống theo quy định:", style="Mục")
    write(paper, "- Số, ngày tháng và chữ ký: ghi sau khi người có thẩm quyền ký;")
    write(paper, "{%p if chuyen_de %}")
    write(paper, "- Phần còn chấm trong biên bản: ghi tại cuộc họp;")
    write(paper, "{%p endif %}")
    write(paper, "- Tiền thưởng, người ký và phần còn chấm trong dự thảo quyết định: do cơ quan")
    paper.paragraphs[-1].add_run(" ban hành ghi;")
    write(paper, "- Phần trong ngoặc vuông ở căn cứ: cán bộ đối chiếu rồi thay.")
    for paragraph in paper.paragraphs:
        paragraph.paragraph_format.space_before = Pt(2)
    return paper


if __name__ == "__main__":
    main()
