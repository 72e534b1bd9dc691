"""An attachment that is not in the ZIP stands in its index with the reason, and is told."""

from __future__ import annotations

import asyncio
import io
import sys
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from bot.papers import fetch_papers
from flows.attached import MOST_BYTES, PREFIX
from flows.model import Draft, UnitRole
from flows.ports import StorageUnavailable
from flows.proposals.moves import Step
from flows.reminding import File
from flows.wire import file_to_json
from handlers.files import Fetch, FileGone
from handlers.scanning import Scanner, scanned
from locales import catalog
from rules.message import Message
from storage.papers import SqlPapers
from storage.wording import words_from_text
from tests.documents.damage import text_of
from tests.storage.office import Office
from tests.storage.parts import rows
from tests.storage.proposing import SNAPSHOT, draft_of, take

PDF = b"%PDF-1.7\n" + b"x" * 99
SCANNER = Scanner(
    (sys.executable, "-c", "import sys; sys.exit(b'virus' in open(sys.argv[1], 'rb').read())")
)
SILENT = Scanner((sys.executable, "-c", "import sys; sys.exit(2)"))
KEPT = file_to_json(File("telegram", "kept", "giay.pdf"))
LOST = file_to_json(File("telegram", "lost", "mo.pdf"))
FILES = {f"{PREFIX}confirmation": [KEPT, LOST]}


def source(content: bytes | None, scanner: Scanner | None = None) -> Fetch:
    """Telegram, which keeps one file and this one; gone where there is none."""

    async def fetch(file: File) -> bytes:
        found = PDF if file.reference == "kept" else content
        if found is None:
            raise FileGone
        return found

    return scanned(fetch, scanner)


def fetched(
    office: Office, who: str, draft: int, telegram: Fetch, papers: SqlPapers | None = None
) -> dict[str, bytes]:
    file = File("papers", f"{draft}-{office.accounts[who]}", "ho-so.zip")
    read = fetch_papers(papers or office.storage.papers, {"telegram": telegram})

    async def made() -> bytes:
        return await read(file)

    with zipfile.ZipFile(io.BytesIO(asyncio.run(made()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told(office: Office) -> list[tuple[str, str]]:
    """(whom, what) of the news of left out files."""
    found = rows(
        office.storage,
        "SELECT a.name, r.words FROM reminders r JOIN accounts a ON a.id = r.account_id"
        " WHERE r.rung = 'told' AND r.words LIKE '%left_out%' ORDER BY a.name",
    )
    return [(name, catalog.text(words_from_text(words).lines[0])) for name, words in found]


@pytest.mark.parametrize(
    ("telegram", "why"),
    [
        (source(None), "không tải về được, cần gửi lại"),
        (source(b""), "tệp trống"),
        (source(b"MZ\x90\0" + bytes(99)), "nội dung không phải tài liệu hay ảnh"),
        (source(PDF + bytes(MOST_BYTES)), "quá lớn, các tệp cộng lại hơn 45 MB"),
        (source(PDF + b"virus", SCANNER), "máy quét thấy mã độc"),
        (source(PDF, SILENT), "máy quét mã độc không trả lời, lập lại sau"),
    ],
    ids=["gone", "empty", "a program", "large", "virus", "no answer"],
)
def test_what_is_left_out_stands_in_the_index_and_is_told_once(
    office: Office, telegram: Fetch, why: str
) -> None:
    number = draft_of(office, **FILES)
    for _ in range(2):
        found = fetched(office, "an", number, telegram)
    silent = "không trả lời" in why
    assert len([name for name in found if "dinh-kem" in name]) == (not silent)
    index = text_of(found["00-muc-luc.docx"])
    assert "Không có trong bộ này: Xác nhận thành tích - mo.pdf" in index
    assert why in index
    ((whom, line),) = told(office)
    assert whom == "an"
    assert f"Xác nhận thành tích - mo.pdf ({why})" in line


def test_nothing_is_told_where_nothing_is_left_out(office: Office) -> None:
    number = draft_of(office, **FILES)
    found = fetched(office, "an", number, source(PDF))
    assert len([name for name in found if "dinh-kem" in name]) == 2
    assert "Không có trong bộ" not in text_of(found["00-muc-luc.docx"])
    assert told(office) == []


def sent(office: Office) -> int:
    number = draft_of(office, **FILES)
    snapshot = replace(SNAPSHOT, answers={**SNAPSHOT.answers, **FILES})
    for who, step in (("an", Step.SEND), ("head", Step.CONFIRM)):
        take(office, who, step, number, snapshot=snapshot)
    return number


def test_the_reviewer_and_the_officer_are_told_of_what_was_sent(office: Office) -> None:
    number = sent(office)
    for _ in range(2):
        fetched(office, "reviewer", number, source(None))
    assert [whom for whom, _ in told(office)] == ["an", "reviewer"]


def test_who_may_see_it_no_more_is_told_nothing(office: Office) -> None:
    number = sent(office)
    people, accounts = office.storage.people, office.accounts
    line = Message("told.left_out", {"count": 1, "files": ["x"]})
    for who in ("foreign", "other", "binh"):
        office.storage.papers.tell(number, accounts[who], line)
    assert [whom for whom, _ in told(office)] == ["an"]
    people.remove_role(accounts["reviewer"], unit=office.units["office"], role=UnitRole.REVIEWER)
    office.storage.papers.tell(number, accounts["reviewer"], line)
    office.storage.papers.tell(999, accounts["an"], line)
    assert [whom for whom, _ in told(office)] == ["an"]


def test_a_database_that_is_away_by_then_makes_the_file_all_the_same(office: Office) -> None:
    class Away(SqlPapers):
        def tell(self, *_: Any) -> None:
            raise StorageUnavailable

    papers = Away(office.storage._sessions, office.clock)
    number = office.keep("an", Draft("surprise", {**SNAPSHOT.answers, **FILES})).id or 0
    assert fetched(office, "an", number, source(None), papers)
    assert told(office) == []
