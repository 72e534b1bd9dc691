from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from documents.lint import lint
from documents.papers import Paper
from documents.render import make
from documents.template import MOST_BYTES, TemplateBroken, compiled, content_of, parts_of
from locales.catalog import text
from tests.documents.damage import BODY, badly_packed, of_later_version, replaced, text_of
from tests.documents.dossiers import surprise
from tools.make_templates import main

OWN = content_of(Paper.SUBMISSION)


def told(content: bytes) -> list[str]:
    return [text(message) for message in lint(content, Paper.SUBMISSION)]


@pytest.mark.parametrize("paper", Paper)
def test_the_programs_own_templates_are_clean(paper: Paper) -> None:
    assert lint(content_of(paper), paper) == ()


def test_an_unknown_placeholder_is_named_with_the_likeliest() -> None:
    assert told(replaced(OWN, r"\{\{ nguoi_ky \}\}", "{{ nguoi_kí_tên }}")) == [
        "Chỗ điền “nguoi_kí_tên” không có, có phải “nguoi_ky”?"
    ]
    assert told(replaced(OWN, r"\{\{ nguoi_ky \}\}", "{{ xyzzy }}")) == [
        "Chỗ điền “xyzzy” không có."
    ]


def test_an_unknown_field_of_a_row_is_named_with_its_row() -> None:
    assert told(replaced(OWN, r"\{\{ n\.ten \}\}", "{{ n.tenn }}")) == [
        "Chỗ điền “n.tenn” không có, có phải “n.ten”?"
    ]


def test_a_placeholder_left_out_is_named() -> None:
    assert told(replaced(OWN, r"\{\{ nguoi_ky \}\}", "Nguyễn Văn A")) == [
        "Mẫu không dùng chỗ điền “nguoi_ky” mà mẫu gốc có."
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"\{\{ nguoi_ky \}\}", "{{ nguoi_ky }"),
        (r"\{\{ nguoi_ky \}\}", "{ nguoi_ky }}"),
        (r"\{\{ nguoi_ky \}\}", "{{ nguoi ky }}"),
        (r"\{%p endif %\}", ""),
        (r"\{%p for n in danh_sach %\}", "{%p for n danh_sach %}"),
    ],
)
def test_a_broken_tag_is_told_with_its_place(old: str, new: str) -> None:
    found = told(replaced(OWN, old, new))
    assert len(found) == 1
    assert found[0].startswith("Thẻ hỏng gần “")


def test_an_unknown_filter_is_told() -> None:
    found = told(replaced(OWN, r"\{\{ nguoi_ky \}\}", "{{ nguoi_ky|hoa }}"))
    assert found == ["Phép lọc không có, gần “{{ nguoi_ky|hoa }}”."]


@pytest.mark.parametrize(
    "attack",
    [
        "{{ nguoi_ky.__class__.__mro__ }}",
        "{% for i in range(1000000000) %}{% endfor %}",
        "{{ cycler.__init__.__globals__ }}",
        "{% set x = lipsum %}",
    ],
)
def test_a_template_reaches_nothing_of_the_program(attack: str) -> None:
    assert told(replaced(OWN, r"\{\{ nguoi_ky \}\}", attack))


def test_the_layout_of_an_own_template_is_checked_too() -> None:
    found = told(replaced(OWN, r'w:left="1701"', 'w:left="1000"'))
    assert found == ["Lề trái 18 mm, cần 30-35 mm."]


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04broken", badly_packed(BODY), of_later_version(OWN)]
)
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    assert told(content) == ["Tệp mẫu không phải tệp Word (.docx) thường."]


def test_a_template_with_macros_or_entities_is_refused() -> None:
    made = io.BytesIO(OWN)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    assert told(made.getvalue()) == ["Tệp mẫu không phải tệp Word (.docx) thường."]
    bomb = replaced(OWN, "<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document')
    assert told(bomb) == ["Tệp mẫu không phải tệp Word (.docx) thường."]


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)
    large = ["Tệp mẫu lớn quá 5 MB hoặc nén bất thường."]
    assert told(made.getvalue()) == large
    assert told(b"x" * (MOST_BYTES + 1)) == large


def test_an_own_template_is_used_in_place_of_the_programs(tmp_path: Path) -> None:
    own = replaced(OWN, "Hồ sơ kèm theo gồm:", "Gửi kèm tờ trình này:")
    (tmp_path / "to_trinh.docx").write_bytes(own)
    made = make(surprise(), tmp_path).made
    assert "Gửi kèm tờ trình này:" in text_of(made[0].content)


def test_a_template_that_cannot_be_filled_says_so() -> None:
    with pytest.raises(TemplateBroken):
        compiled(replaced(OWN, r"\{\{ nguoi_ky \}\}", "{{ khong_co }}")).fill({})


def test_the_templates_are_those_that_the_tool_makes(tmp_path: Path) -> None:
    main(tmp_path)
    for paper in Paper:
        assert unpacked((tmp_path / f"{paper}.docx").read_bytes()) == unpacked(content_of(paper))


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_head_of_a_long_table_stands_on_each_page() -> None:
    for paper in (Paper.LIST, Paper.MINUTES, Paper.INDEX):
        assert "<w:tblHeader/>" in parts_of(content_of(paper))[0]["word/document.xml"]
