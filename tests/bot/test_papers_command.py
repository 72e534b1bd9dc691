"""kipthoi papers: a case's papers in a folder, templates copied out and looked over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.commands.papers import app
from bot.errors import Refused
from documents.checks import check
from tests.documents.damage import replaced, text_of

CASE: dict[str, Any] = {
    "kind": "surprise",
    "facts": {"achieved_on": "2026-11-12", "forces_total": 18, "award_level": "province"},
    "nominees": [
        {"type": "individual", "name": "Lý Văn Minh", "birth_year": 1988, "deed": "Cứu & <ba>."},
        {"type": "collective", "name": "Dân quân xã", "participants": 12, "ground": "combat"},
    ],
    "papers": {"unit": "UBND xã Thử", "subject": "cứu hai cháu", "head_name": "Nguyễn A"},
}


def papers(*arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=said)


def made(case: Any, folder: Path, *more: str) -> Result:
    return papers("make", "-", "--out", str(folder), *more, said=json.dumps(case))


def why(result: Result) -> str:
    assert isinstance(result.exception, Refused)
    return str(result.exception)


def test_the_papers_of_a_case_are_made_in_a_folder(tmp_path: Path) -> None:
    done = made(CASE, tmp_path)
    assert done.exit_code == 0
    assert "Dòng chấm: hoàn cảnh" in done.output
    assert "Đã đọc lại" in done.output
    files = {file.name: file.read_bytes() for file in tmp_path.glob("0*.docx")}
    assert check(files) == ()
    assert "Cứu & <ba>." in text_of(files["04-bao-cao-ly-van-minh.docx"])
    assert "ỦY BAN NHÂN DÂN XÃ THỬ" in text_of(files["01-to-trinh.docx"])
    assert (tmp_path / "ho-so.zip").is_file()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"kind": "revocation"}, "kind"),
        ({"papers": {"head": "A"}}, "papers.head"),
        ({"papers": ["A"]}, "papers"),
        ({"papers": {"subject": ["A"]}}, "papers.subject"),
        ({"nominees": [{"type": "individual", "birth_year": 88}]}, "nominees[0].birth_year"),
        ({"nominees": [{"type": "individual", "age": 38}]}, "nominees[0].age"),
        ({"nominees": "A"}, "nominees"),
        ({"facts": {"achieved_on": "hôm qua"}}, "achieved_on"),
    ],
)
def test_a_case_at_fault_names_the_place_and_writes_nothing(
    tmp_path: Path, change: dict[str, Any], place: str
) -> None:
    done = made({**CASE, **change}, tmp_path / "out")
    assert place in why(done)
    assert not (tmp_path / "out").exists()


def test_what_is_no_json_no_case_or_too_many_is_refused(tmp_path: Path) -> None:
    assert why(papers("make", "-", "--out", str(tmp_path), said="{"))
    assert why(papers("make", "-", "--out", str(tmp_path), said="[]"))
    many = {**CASE, "nominees": [{"type": "individual", "count": 301}]}
    assert "300" in why(made(many, tmp_path))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "file" in why(made(CASE, tmp_path / "file"))


def test_templates_are_copied_changed_looked_over_and_used(tmp_path: Path) -> None:
    folder = tmp_path / "mau"
    assert papers("templates", str(folder)).exit_code == 0
    assert "to_trinh.docx" in why(papers("templates", str(folder)))
    own = folder / "to_trinh.docx"
    own.write_bytes(replaced(own.read_bytes(), "Hồ sơ kèm theo gồm:", "Gửi kèm:"))
    assert "Mẫu dùng được" in papers("lint", str(own)).output
    assert made(CASE, tmp_path / "out", "--templates", str(folder)).exit_code == 0
    assert "Gửi kèm:" in text_of((tmp_path / "out" / "01-to-trinh.docx").read_bytes())
    own.write_bytes(replaced(own.read_bytes(), 'w:left="1701"', 'w:left="1000"'))
    done = made(CASE, tmp_path / "narrow", "--templates", str(folder))
    assert "01-to-trinh.docx: Lề trái 18 mm, cần 30-35 mm." in done.output
    own.write_bytes(replaced(own.read_bytes(), r"\{\{ nguoi_ky \}\}", "{{ nguoi_ki }}"))
    assert why(papers("lint", str(own))) == "Chỗ điền “nguoi_ki” không có, có phải “nguoi_ky”?"
    assert "điền" in why(made(CASE, tmp_path / "new", "--templates", str(folder)))


def test_a_template_under_another_name_or_not_there_is_refused(tmp_path: Path) -> None:
    assert "to_trinh.docx" in why(papers("lint", str(tmp_path / "mau1.docx")))
    assert "bien_ban.docx" in why(papers("lint", str(tmp_path / "bien_ban.docx")))
