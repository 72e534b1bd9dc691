"""The bodies of the two longest templates: the achievement report and the Council's minutes."""

from __future__ import annotations

from docx.document import Document

from tools.word_layout import NAME, add_row, columns, put, whole

DOTS = "…" * 20
LINE = "…" * 28


def _text(paper: Document, *texts: str, style: str = "Thân bài") -> None:
    for text in texts:
        paper.add_paragraph(text, style=style)


def _each(paper: Document, name: str) -> None:
    _text(paper, f"{{%p for doan in {name} %}}", "{{ doan }}", "{%p endfor %}")


def _name_line(paper: Document, label: str, before: str = "") -> None:
    line = paper.add_paragraph(label + before, style="Thân bài")
    line.add_run("{{ ten }}", style=NAME)


def fill_report(paper: Document, *, person: bool) -> None:
    """Who it is, then what was done: of a surprise, or against registered targets."""
    if person:
        _name_line(paper, "Họ và tên: ", "{% if danh_xung %}{{ danh_xung }} {% endif %}")
        _text(paper, "I. SƠ LƯỢC LÝ LỊCH", style="Mục")
        _text(paper, "- Năm sinh: {{ nam_sinh }}", "- Chức vụ, nơi công tác (nơi ở): {{ chuc_vu }}")
    else:
        _text(paper, "{%p if ho_gia_dinh %}")
        _name_line(paper, "Tên hộ gia đình: ")
        _text(paper, "{%p else %}")
        _name_line(paper, "Tên tập thể: ")
        _text(paper, "{%p endif %}")
        _text(paper, "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", style="Mục")
        _each(paper, "so_luoc")
    _text(paper, "II. THÀNH TÍCH ĐẠT ĐƯỢC", style="Mục")
    _text(paper, "{%p if chuyen_de %}")
    _thematic(paper)
    _text(paper, "{%p else %}")
    _surprise(paper, person=person)
    _text(paper, "{%p endif %}")


def _surprise(paper: Document, *, person: bool) -> None:
    _text(paper, "1. Thời gian, địa điểm: {{ thoi_gian }}, tại {{ dia_diem }}.")
    _text(paper, "2. Hoàn cảnh:")
    _each(paper, "hoan_canh")
    _text(paper, "3. Việc đã làm:")
    _each(paper, "viec_lam")
    _text(paper, "4. Kết quả:")
    _each(paper, "ket_qua")
    _text(paper, "5. Căn cứ xét khen đột xuất: {{ vi_sao }}")
    if not person:
        share = "Tập thể có {{ luc_luong[0] }} người tham gia, phối hợp tham gia trong tổng số "
        _text(paper, "{%p if luc_luong %}", share + "{{ luc_luong[1] }} người của các lực lượng.")
        _text(paper, "{%p endif %}")
    _text(paper, "{%p if cong_nhan %}", "6. Xác nhận của cơ quan có thẩm quyền: {{ cong_nhan }}")
    _text(paper, "{%p endif %}")


def _thematic(paper: Document) -> None:
    _text(paper, "1. Thời gian lập thành tích: {{ thoi_gian_chuyen_de }}.")
    _text(paper, "2. Kết quả so với chỉ tiêu đã đăng ký:")
    table = columns(paper, 1.2, 5.6, 5.6, 4.1, bordered=True)
    heads = ("STT", "Chỉ tiêu đã đăng ký", "Kết quả đạt được", "So sánh")
    for cell, word in zip(table.rows[0].cells, heads, strict=True):
        put(cell, ("Đầu bảng", word))
    put(add_row(table).cells[0], ("Ô bảng", "{%tr for c in chi_tieu %}"))
    row = add_row(table)
    whole(row)
    fields = ("{{ c.stt }}", "{{ c.chi_tieu }}", "{{ c.ket_qua }}", "{{ c.so_sanh }}")
    for number, (cell, text) in enumerate(zip(row.cells, fields, strict=True)):
        put(cell, ("Ô giữa" if number in (0, 3) else "Ô bảng", text))
    put(add_row(table).cells[0], ("Ô bảng", "{%tr endfor %}"))
    paper.add_paragraph(style="Ô bảng")
    _text(paper, "3. Việc đã làm trong thực hiện chuyên đề:")
    _each(paper, "viec_lam")
    _text(paper, "4. Giải pháp và hiệu quả:")
    _each(paper, "giai_phap")
    _text(paper, "5. Kết quả chung:")
    _each(paper, "ket_qua")
    _text(paper, "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG (NẾU CÓ)", style="Mục")
    _each(paper, "da_khen")


def fill_minutes(paper: Document) -> None:
    """What is proposed; what only the meeting knows stays dotted."""
    when = f"Hôm nay, hồi …… giờ ……, ngày …… tháng …… năm ………, tại {DOTS[:14]},"
    _text(paper, f"{when} Hội đồng Thi đua - Khen thưởng {{{{ ten_co_quan }}}} họp.")
    _text(paper, "I. THÀNH PHẦN", style="Mục")
    _text(paper, f"1. Chủ trì: {DOTS}", f"2. Thư ký: {DOTS}")
    _text(paper, "3. Thành viên có mặt: ……/…… người; vắng mặt: …… người, lý do: ……………")
    _text(paper, "II. NỘI DUNG", style="Mục")
    asked = "Hội đồng xét, đề nghị tặng {{ hinh_thuc }} của {{ nguoi_quyet_dinh }} cho "
    _text(paper, asked + "{{ so_luong }} có {{ thanh_tich }}.")
    _text(paper, "Ý kiến thảo luận:", LINE)
    _text(paper, "III. KẾT QUẢ BIỂU QUYẾT", style="Mục")
    table = columns(paper, 1.2, 7.3, 4, 4, bordered=True)
    heads = ("STT", "Tập thể, cá nhân", "Số phiếu đồng ý/tổng số", "Tỷ lệ (%)")
    for cell, word in zip(table.rows[0].cells, heads, strict=True):
        put(cell, ("Đầu bảng", word))
    put(add_row(table).cells[0], ("Ô bảng", "{%tr for n in danh_sach %}"))
    row = add_row(table)
    whole(row)
    put(row.cells[0], ("Ô giữa", "{{ loop.index }}"))
    name = row.cells[1].paragraphs[0]
    name.style = "Ô bảng"
    name.add_run("{% if n.danh_xung %}{{ n.danh_xung }} {% endif %}")
    name.add_run("{{ n.ten }}", style=NAME)
    put(row.cells[2], ("Ô giữa", "……/……"))
    put(row.cells[3], ("Ô giữa", "……"))
    put(add_row(table).cells[0], ("Ô bảng", "{%tr endfor %}"))
    paper.add_paragraph(style="Ô bảng")
    _text(paper, "IV. KẾT LUẬN", style="Mục")
    _text(paper, "Căn cứ kết quả biểu quyết, Hội đồng kết luận:", LINE)
    _text(paper, "Biên bản đã được đọc để các thành viên cùng nghe và thông qua./.")
