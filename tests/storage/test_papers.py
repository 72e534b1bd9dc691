"""Whose draft papers are made of is looked at when they are fetched."""

from __future__ import annotations

import asyncio
import io
import zipfile
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.papers import fetch_papers
from documents import pictures
from documents.papers import Paper
from documents.template import content_of
from flows.attached import PREFIX
from flows.model import Draft
from flows.proposals.moves import Step
from flows.reminding import File
from flows.wire import file_to_json
from handlers.files import FileGone
from storage.papers import SqlPapers
from storage.session import open_storage
from tests.databases import HandClock
from tests.documents.damage import replaced, text_of
from tests.storage.office import Office
from tests.storage.proposing import draft_of, send, take

ANSWERS = {
    "nominees[*].ground": "brave_rescue",
    "nominees[0].type": "individual",
    "nominees[0].name": "ông Hoàng Văn Thái",
    "nominees[0].deed": "Cứu hai cháu bé & <ba>.",
    "nominees[1].type": "collective",
    "nominees[1].name": "tập thể Dân quân xã",
    "nominees[1].participants": 12,
    "forces_total": 18,
    "achieved_on": "2026-11-12",
    "note.subject": "cứu 02 cháu bé",
}


def made(papers: SqlPapers, file: File, templates: Path | None = None) -> bytes:
    """The file as a channel fetches it."""

    async def fetched() -> bytes:
        return await fetch_papers(papers, {}, templates)(file)

    return asyncio.run(fetched())


def papers_of(office: Office, who: str, draft: int) -> dict[str, bytes]:
    file = File("papers", f"{draft}-{office.accounts[who]}", "ho-so.zip")
    content = made(office.storage.papers, file)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def stored(office: Office, kind: str = "surprise") -> int:
    draft = office.keep("an", Draft(kind, ANSWERS))
    assert draft.id is not None
    return draft.id


def test_the_papers_of_a_draft_are_made_when_they_are_fetched(office: Office) -> None:
    found = papers_of(office, "an", stored(office))
    assert list(found) == [
        "00-muc-luc.docx",
        "01-to-trinh.docx",
        "02-danh-sach-de-nghi.docx",
        "03-bao-cao-tap-the-dan-quan-xa.docx",
        "04-bao-cao-ong-hoang-van-thai.docx",
        "05-du-thao-quyet-dinh.docx",
    ]
    words = text_of(found["04-bao-cao-ong-hoang-van-thai.docx"])
    assert "Ông Hoàng Văn Thái" in words
    assert "Cứu hai cháu bé & <ba>." in words
    assert "ngày 12 tháng 11 năm 2026" in words
    assert "Tên tập thể: Dân quân xã" in text_of(found["03-bao-cao-tap-the-dan-quan-xa.docx"])
    assert "UNIT" in text_of(found["01-to-trinh.docx"])


def test_a_program_that_came_through_telegram_as_a_picture_is_not_in_the_file(
    office: Office,
) -> None:
    sent = {"pdf": b"%PDF-1.7\n" + b"x" * 99, "exe": b"MZ\x90\0" + b"\0" * 99}
    files = [File("telegram", "exe", "anh.jpg"), File("telegram", "pdf", "giay.exe")]
    answers = {**ANSWERS, f"{PREFIX}confirmation": [file_to_json(one) for one in files]}
    draft = office.keep("an", Draft("surprise", answers))

    async def fetch(file: File) -> bytes:
        return sent[file.reference]

    async def fetched() -> bytes:
        file = File("papers", f"{draft.id}-{office.accounts['an']}", "ho-so.zip")
        return await fetch_papers(office.storage.papers, {"telegram": fetch})(file)

    with zipfile.ZipFile(io.BytesIO(asyncio.run(fetched()))) as archive:
        attached = {name: archive.read(name) for name in archive.namelist() if "dinh-kem" in name}
    assert list(attached.values()) == [sent["pdf"]]
    assert all(name.endswith(".pdf") for name in attached)


def test_a_change_is_in_the_next_file(office: Office) -> None:
    number = stored(office)
    draft = office.storage.papers.read(number, office.accounts["an"])
    assert draft is not None
    changed = {**ANSWERS, "note.subject": "cứu 03 cháu bé"}
    office.keep("an", Draft("surprise", changed, id=number, version=draft[0].version))
    assert "cứu 03 cháu bé" in text_of(papers_of(office, "an", number)["01-to-trinh.docx"])


def test_the_units_head_may_have_them(office: Office) -> None:
    assert papers_of(office, "head", stored(office))


@pytest.mark.parametrize("who", ["binh", "other", "reviewer", "administrator", "foreign"])
def test_nobody_else_may(office: Office, who: str) -> None:
    with pytest.raises(FileGone):
        papers_of(office, who, stored(office))


@pytest.mark.parametrize("reference", ["", "1", "1-999", "999-1", "../1-1", "1-1 ", "9" * 30])
def test_a_forged_reference_is_no_file(office: Office, reference: str) -> None:
    stored(office)
    with pytest.raises(FileGone):
        made(office.storage.papers, File("papers", reference, "a.zip"))


def test_a_database_that_is_not_there_makes_no_file(sqlite_url: str, clock: HandClock) -> None:
    empty = open_storage(sqlite_url, clock)
    with pytest.raises(FileGone):
        made(empty.papers, File("papers", "1-1", "a.zip"))
    empty.close()


def test_the_office_has_the_papers_of_what_was_sent_to_it_as_it_was_sent(office: Office) -> None:
    number = draft_of(office)
    send(office, number)
    for who in ("reviewer", "administrator"):
        found = papers_of(office, who, number)
        assert "UNIT" in text_of(found["01-to-trinh.docx"])
        assert "ngày 12 tháng 11 năm 2026" not in text_of(found["01-to-trinh.docx"])
    with pytest.raises(FileGone):
        papers_of(office, "foreign", number)


def test_what_only_the_head_has_is_not_the_offices_yet(office: Office) -> None:
    number = draft_of(office)
    assert take(office, "an", Step.SEND, number)
    with pytest.raises(FileGone):
        papers_of(office, "reviewer", number)


def test_an_offices_template_is_used_and_a_broken_one_is_not(
    office: Office, tmp_path: Path
) -> None:
    number = stored(office)
    file = File("papers", f"{number}-{office.accounts['an']}", "a.zip")
    own = tmp_path / "to_trinh.docx"
    original = content_of(Paper.SUBMISSION)
    for old, new, shown in (
        ("Hồ sơ kèm theo gồm:", "Gửi kèm:", "Gửi kèm:"),
        (r"\{\{ nguoi_ky \}\}", "{{ khong_co }}", "Hồ sơ kèm theo gồm:"),
    ):
        own.write_bytes(replaced(original, old, new))
        content = made(office.storage.papers, file, tmp_path)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert shown in text_of(archive.read("01-to-trinh.docx"))


@pytest.mark.slow
@pytest.mark.skipif(not pictures.can_draw(), reason="no LibreOffice here")
def test_a_page_is_drawn_when_it_is_fetched(office: Office) -> None:
    name = f"{stored(office)}-{office.accounts['an']}"
    drawn = made(office.storage.papers, File("papers", f"{name}-1", "a.png"))
    assert drawn.startswith(b"\x89PNG")
    with pytest.raises(FileGone):
        made(office.storage.papers, File("papers", f"{name}-9", "a.png"))


SOFFICE = "#!/bin/sh\n/bin/cp paper.docx {seen}\n: > paper.pdf\n"
PDFTOPPM = '#!/bin/sh\nfor last; do :; done\nprintf page > "$last-1.png"\n'


def test_a_picture_is_of_the_same_submission_as_the_file_with_what_goes_with_it(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The programs that draw are stood in for; a list that cannot be filled is not asked for."""
    drawing, templates = tmp_path / "bin", tmp_path / "templates"
    for folder in (drawing, templates):
        folder.mkdir()
    for name, script in (("soffice", SOFFICE), ("pdftoppm", PDFTOPPM)):
        (drawing / name).write_text(script.format(seen=tmp_path / "seen.docx"))
        (drawing / name).chmod(0o755)
    kept = [file_to_json(File("telegram", name, f"{name}.pdf")) for name in ("gone", "there")]
    draft = office.keep("an", Draft("surprise", {**ANSWERS, f"{PREFIX}confirmation": kept}))
    reference = f"{draft.id}-{office.accounts['an']}"

    async def fetch(file: File) -> bytes:
        if file.reference == "gone":
            raise FileGone
        return b"%PDF-1.7\n" + b"x" * 99

    def fetched(name: str, folder: Path | None = None) -> bytes:
        papers = fetch_papers(office.storage.papers, {"telegram": fetch}, folder)
        return asyncio.run(papers(File("papers", name, "a")))  # type: ignore[arg-type]

    with zipfile.ZipFile(io.BytesIO(fetched(reference))) as archive:
        submission = archive.read("01-to-trinh.docx")
    monkeypatch.setenv("PATH", str(drawing))
    assert fetched(f"{reference}-1") == b"page"
    seen = (tmp_path / "seen.docx").read_bytes()
    assert seen == submission
    assert "there" in text_of(seen)
    assert "gone" not in text_of(seen)
    (templates / "danh_sach.docx").write_bytes(b"broken")
    with capture_logs() as logs:
        assert fetched(f"{reference}-1", templates) == b"page"
    told = [one["event"] for one in logs]
    assert told == ["an attachment is not in the file"], "no other paper is made for it"


def test_a_page_that_cannot_be_drawn_is_gone(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"{stored(office)}-{office.accounts['an']}"
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileGone):
        made(office.storage.papers, File("papers", f"{name}-1", "a.png"))
