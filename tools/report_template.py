"""The bodies of the two longest templates: the achievement report and the Council's minutes."""

from __future__ import annotations

from docx.document import Document

from tools.paper_parts import each, gap, write
from tools.word_layout import NAME, add_row, columns, put, whole

DOTS = "…" * 20
LINE = "…" * 28


def _name_line(paper: Document, label: str, before: str = "") -> None:
    line = paper.add_paragraph(label + before, style="Thân bài")
    line.add_run("{{ ten }}", style=NAME)


def fill_report(paper: Document, *, person: bool) -> None:
    """Who it is, then what was done: of a surprise, or against registered targets."""
    if person:
        _name_line(paper, "Họ và tên: ", "{% if danh_xung %}{{ danh_xung }} {% endif %}")
        write(paper, "I. SƠ LƯỢC LÝ LỊCH", style="Mục")
        write(paper, "- Năm sinh: {{ nam_sinh }}", "- Chức vụ, nơi công tác (nơi ở): {{ chuc_vu }}")
    else:
        write(paper, "{%p if ho_gia_dinh %}")
        _name_line(paper, "Tên hộ gia đình: ")
        write(paper, "{%p else %}")
        _name_line(paper, "Tên tập thể: ")
        write(paper, "{%p endif %}")
        write(paper, "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", style="Mục")
        each(paper, "so_luoc")
    write(paper, "II. THÀNH TÍCH ĐẠT ĐƯỢC", style="Mục")
    write(paper, "{%p if chuyen_de %}")
    _thematic(paper)
    write(paper, "{%p else %}")
    _surprise(paper, person=person)
    write(paper, "{%p endif %}")


def _surprise(paper: Document, *, person: bool) -> None:
    write(paper, "1. Thời gian, địa điểm: {{ thoi_gian }}, tại {{ dia_diem }}.")
    write(paper, "2. Hoàn cảnh:")
    each(paper, "hoan_canh")
    write(paper, "3. Việc đã làm:")
    each(paper, "viec_lam")
    write(paper, "4. Kết quả:")
    each(paper, "ket_qua")
    write(paper, "5. Căn cứ xét khen đột xuất: {{ vi_sao }}", keep=True)
    if not person:
        share = "Tập thể có {{ luc_luong[0] }} người tham gia, phối hợp tham gia trong tổng số "
        write(paper, "{%p if luc_luong %}")
        write(paper, share + "{{ luc_luong[1] }} người của các lực lượng.", keep=True)
        write(paper, "{%p endif %}")
    write(paper, "{%p if cong_nhan %}")
    write(paper, "6. Xác nhận của cơ quan có thẩm quyền: {{ cong_nhan }}", keep=True)
    write(paper, "{%p endif %}")


def _thematic(paper: Document) -> None:
    write(paper, "1. Thời gian lập thành tích: {{ thoi_gian_chuyen_de }}.")
    write(paper, "2. Kết quả so với chỉ tiêu đã đăng ký:")
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
    gap(paper)
    write(paper, "3. Việc đã làm trong thực hiện chuyên đề:")
    each(paper, "viec_lam")
    write(paper, "4. Giải pháp và hiệu quả:")
    each(paper, "giai_phap")
    write(paper, "5. Kết quả chung:")
    each(paper, "ket_qua")
    write(paper, "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG (NẾU CÓ)", style="Mục")
    each(paper, "da_khen", keep=True)


def fill_minutes(paper: Document) -> None:
    """What is proposed; what only the meeting knows stays dotted."""
    when = f"Hôm nay, hồi …… giờ ……, ngày …… tháng …… năm ………, tại {DOTS[:14]},"
    write(paper, f"{when} Hội đồng Thi đua - Khen thưởng {{{{ ten_co_quan }}}} họp.")
    write(paper, "I. THÀNH PHẦN", style="Mục")
    write(paper, f"1. Chủ trì: {DOTS}", f"2. Thư ký: {DOTS}")
    write(paper, "3. Thành viên có mặt: {{ co_mat }}; vắng mặt: {{ vang_mat }}.")
    write(paper, "II. NỘI DUNG", style="Mục")
    asked = "Hội đồng xét, đề nghị tặng {{ hinh_thuc }} của {{ nguoi_quyet_dinh }} cho "
    write(paper, asked + "{{ so_luong }} có {{ thanh_tich }}.")
    write(paper, "Ý kiến thảo luận:", LINE)
    write(paper, "III. KẾT QUẢ BIỂU QUYẾT", style="Mục")
    table = columns(paper, 1.2, 5.5, 5.2, 2.6, 2, bordered=True)
    heads = (
        "STT",
        "Tập thể, cá nhân",
        "Đồng ý/tổng số",
        "Không đồng ý",
        "Tỷ lệ",
    )
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
    for cell, field in zip(row.cells[2:], ("phieu", "khong", "ty_le"), strict=True):
        put(cell, ("Ô giữa", f"{{{{ n.{field} }}}}"))
    put(add_row(table).cells[0], ("Ô bảng", "{%tr endfor %}"))
    gap(paper)
    write(paper, "IV. KẾT LUẬN", style="Mục")
    write(paper, "Căn cứ kết quả biểu quyết, Hội đồng kết luận:")
    each(paper, "ket_luan")
    write(paper, "Biên bản đã được đọc để các thành viên cùng nghe và thông qua./.")
