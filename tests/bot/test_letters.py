"""kipthoi letters reads Markdown, text and Word within bounds, and says why it refuses."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import letter_files
from bot.letter_files import UnreadableLetter, text_of
from storage.session import open_storage
from tests.databases import HandClock
from tests.documents.damage import BODY, badly_packed

ROOT = Path(__file__).parents[2]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Letters = Callable[..., subprocess.CompletedProcess[str]]


def word(body: str | bytes, *, name: str = "word/document.xml") -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return kept.getvalue()


def document(*paragraphs: str, head: str = "") -> str:
    return f'{head}<w:document xmlns:w="{W}"><w:body>{"".join(paragraphs)}</w:body></w:document>'


def paragraph(*runs: str, listed: bool = False) -> str:
    properties = "<w:pPr><w:numPr/></w:pPr>" if listed else ""
    return f"<w:p>{properties}{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableLetter) as refused:
        text_of(path)
    return refused.value.message.key


def test_a_word_file_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    body = document(
        paragraph("Điều 5. ", "Quỹ"), paragraph("trích từ ngân sách", listed=True), paragraph(" ")
    )
    path = saved(tmp_path, "quy che.DOCX", word(body))
    assert text_of(path).split("\n") == ["Điều 5. Quỹ", "", "- trích từ ngân sách", ""]


def test_text_is_read_as_utf_8_or_as_its_mark_says(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert text_of(saved(tmp_path, "a.txt", "Điều 1".encode(encoding))) == "Điều 1"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.pdf", b"%PDF", "own.wrong.kind"),
        ("a.doc", b"old", "own.wrong.kind"),
        ("a.txt", b"", "own.wrong.empty"),
        ("a.md", b"# \n---\n", "own.wrong.empty"),
        ("a.txt", "Điều".encode("cp1258", errors="replace") + b"\xd0\xff", "own.wrong.encoding"),
        ("a.txt", b"a\0b", "own.wrong.encoding"),
        ("a.txt", b"\xff\xfea", "own.wrong.encoding"),
        ("a.docx", b"not a zip", "own.wrong.word"),
        ("a.docx", b"", "own.wrong.word"),
        ("a.docx", badly_packed(BODY), "own.wrong.word"),
        ("a.docx", word("x", name="other.xml"), "own.wrong.word"),
        ("a.docx", word("<w:p>"), "own.wrong.word"),
        ("a.docx", word(document(paragraph("a")))[:-30], "own.wrong.word"),
        ("a.docx", word(document()), "own.wrong.empty"),
        ("a.docx", word(document(paragraph("a")).encode("utf-16")), "own.wrong.word"),
        (
            "a.docx",
            word(document(paragraph("&a;"), head='<!DOCTYPE x [<!ENTITY a "aaaa">]>')),
            "own.wrong.word",
        ),
    ],
)
def test_what_is_no_letter_is_refused(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    assert refusal(saved(tmp_path, name, content)) == key


def test_a_word_file_torn_anywhere_is_refused_or_read(tmp_path: Path) -> None:
    whole = word(document(paragraph("Điều 1. Quỹ khen thưởng")))
    for at in range(0, len(whole), 3):
        torn = bytearray(whole)
        torn[at] ^= 0xFF
        path = saved(tmp_path, "a.docx", bytes(torn))
        try:
            text_of(path)
        except UnreadableLetter:
            continue


def test_a_file_that_unpacks_to_too_much_is_not_read_to_its_end(tmp_path: Path) -> None:
    bomb = word(b" " * (letter_files.MOST_UNPACKED + 2))
    assert len(bomb) < 100_000
    assert refusal(saved(tmp_path, "a.docx", bomb)) == "own.wrong.unpacked"


def test_a_large_file_and_a_long_letter_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, "a.txt", b"abcdef")
    monkeypatch.setattr(letter_files, "MOST_SIGNS", 5)
    assert refusal(path) == "own.wrong.long"
    monkeypatch.setattr(letter_files, "MOST_BYTES", 5)
    assert refusal(path) == "own.wrong.large"


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt") == "own.wrong.file"
    (tmp_path / "folder.txt").mkdir()
    assert refusal(tmp_path / "folder.txt") == "own.wrong.file"


@pytest.fixture
def letters(sqlite_url: str) -> Letters:
    """Runs `kipthoi letters …` on a database that is not there yet."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", "letters", *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "", "PYTHONUTF8": "1", "DATABASE_URL": sqlite_url},
        )

    return run


def test_from_a_file_to_the_search_and_out_again(
    letters: Letters, tmp_path: Path, sqlite_url: str
) -> None:
    path = saved(tmp_path, "quy chế.md", "**Điều 5.** Quỹ\n\n1. Trích từ ngân sách.".encode())
    added = letters("import", str(path), "--title", "Quy chế của xã")
    assert added.returncode == 0, added.stderr
    assert added.stdout.startswith("Đã thêm văn bản 1: Quy chế của xã (2 đoạn).\n")
    assert "Chưa mã hóa thành quy tắc" in letters("list").stdout

    storage = open_storage(sqlite_url, HandClock())
    assert [piece.label for piece in storage.letters.shelf().pieces] == [
        "Điều 5",
        "Điều 5, khoản 1",
    ]
    storage.close()

    again = letters("import", str(path))
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.strip() == "Văn bản này đã thêm rồi, số 1."
    assert letters("remove", "1").stdout.strip() == "Đã gỡ văn bản 1."
    assert letters("list").stdout.strip() == "Chưa có văn bản nào được thêm."
    gone = letters("remove", "1")
    assert (gone.returncode, gone.stderr.strip()) == (2, "Không có văn bản số 1.")


def test_a_refused_file_is_told_in_words(letters: Letters, tmp_path: Path) -> None:
    done = letters("import", str(saved(tmp_path, "a.docx", b"no")))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Tệp này không phải văn bản Word")
