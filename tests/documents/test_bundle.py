from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from documents import pictures
from documents.bundle import Attachment, bundle
from documents.dossier import AwardKind, Dossier, Nominee, NomineeKind
from documents.render import make
from tests.documents.damage import text_of
from tests.documents.dossiers import surprise

PNG = b"\x89PNG\r\n\x1a\n"


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_zip_holds_index_papers_and_attachments() -> None:
    dossier = surprise()
    attached = Attachment("Ảnh hiện trường.JPG", b"jpeg"), Attachment("../../etc/passwd", b"x")
    made = unpacked(bundle(dossier, make(dossier), attached))
    assert list(made) == [
        "00-muc-luc.docx",
        "01-to-trinh.docx",
        "02-danh-sach-de-nghi.docx",
        "03-bao-cao-dan-quan-xa.docx",
        "04-bao-cao-hoang-van-thai.docx",
        "05-bao-cao-ba-nong-thi-lan.docx",
        "06-du-thao-quyet-dinh.docx",
        "dinh-kem/01-anh-hien-truong.jpg",
        "dinh-kem/02-etc-passwd",
    ]
    assert made["dinh-kem/01-anh-hien-truong.jpg"] == b"jpeg"


def test_the_index_names_every_file_and_what_is_missing() -> None:
    dossier = Dossier(AwardKind.SURPRISE, (Nominee(NomineeKind.INDIVIDUAL, "Lý Minh"),))
    made = unpacked(bundle(dossier, make(dossier), (Attachment("Ảnh & <1>.png", PNG),)))
    index = text_of(made["00-muc-luc.docx"])
    for name in made:
        assert name in index or name == "00-muc-luc.docx"
    assert "Ảnh & <1>.png" in index
    assert "- năm sinh (Lý Minh)" in index


def test_the_same_dossier_makes_the_same_bytes() -> None:
    one, other = (bundle(surprise(), make(surprise())) for _ in range(2))
    assert one == other


@pytest.mark.slow
@pytest.mark.skipif(not pictures.can_draw(), reason="no LibreOffice here")
def test_pages_are_drawn() -> None:
    drawn = pictures.draw(make(surprise()).made[0].content)
    assert len(drawn) >= 1
    assert all(page.startswith(PNG) for page in drawn)


def test_without_libreoffice_there_are_no_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pictures.draw(b"") == ()


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("soffice", "pdftoppm"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\nsleep 60 &\nwait\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    began = time.monotonic()
    assert pictures.draw(b"x", seconds=0.3) == ()
    assert time.monotonic() - began < 10
