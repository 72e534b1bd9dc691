"""kipthoi admin person tells and erases what is stored of one person."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from flows.model import Draft
from storage.session import SqlStorage, open_storage
from tests.bot.backups import fill, url_of
from tests.bot.kipthoi import kipthoi
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.storage.conftest import MONDAY_MORNING
from tests.storage.parts import play, rows


@pytest.fixture
def storage(migrated_sqlite_url: str, tmp_path: Path) -> SqlStorage:
    """An office with a draft that names a person, and a report with a file."""
    clock = HandClock(MONDAY_MORNING)
    opened = open_storage(migrated_sqlite_url, clock, PLANS)
    fill(opened, clock, tmp_path / "files")
    picture = {"channel": "web", "reference": "a" * 64, "name": "nong-thi-hanh.jpg"}
    answers = {"nominees[0].name": "Nông Thị Hạnh", "note.files.photos": [picture]}
    named = Draft("surprise", answers, name="Nông Thị Hạnh")
    play(opened, "named", channel="telegram", sender="an", draft=named)
    opened.close()
    return opened


def person(storage: SqlStorage, *arguments: str, said: str = "") -> tuple[int, str, str]:
    files = str(Path(storage._engine.url.database or "").parent / "files")
    done = kipthoi(
        url_of(storage), "admin", "person", *arguments, said=said, KIPTHOI_FILES=files
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_an_account_is_exported_with_its_rows_and_files(
    storage: SqlStorage, tmp_path: Path
) -> None:
    path = tmp_path / "an.zip"
    code, shown, _ = person(storage, "export", "1", str(path))
    assert code == 0
    assert "0 tệp" in shown
    with zipfile.ZipFile(path) as archive:
        told = json.loads(archive.read("person.json"))
    assert told["account"] == 1
    assert told["rows"]["accounts"][0]["name"] == "an"
    assert len(told["rows"]["inbox"]) >= 5
    assert path.stat().st_mode & 0o777 == 0o600
    assert person(storage, "export", "1", str(path))[0] == 2, "no file is overwritten"


def test_a_name_is_exported_and_erased_after_a_yes(storage: SqlStorage, tmp_path: Path) -> None:
    path = tmp_path / "hanh.zip"
    assert person(storage, "export", "nông thị  hạnh", str(path))[0] == 0
    with zipfile.ZipFile(path) as archive:
        told = json.loads(archive.read("person.json"))
    (draft,) = told["rows"]["drafts"]
    assert {"nominees[0].name": "Nông Thị Hạnh"} in draft["told"]
    ((file),) = told["files"]
    assert (file["name"], file["channel"]) == ("nong-thi-hanh.jpg", "web")
    named = "SELECT count(*) FROM drafts WHERE name = 'Nông Thị Hạnh'"

    code, shown, _ = person(storage, "erase", "Nông Thị Hạnh", "--dry-run")
    assert (code, rows(storage, named)) == (0, [(1,)])
    assert "hồ sơ: 1" in shown
    assert "chưa xóa gì" in shown
    assert "NỘI DUNG tệp (ảnh, bản quét, PDF, Word) không được đọc" in shown
    assert "nong-thi-hanh.jpg (giữ trên máy chủ)" in shown
    assert person(storage, "erase", "Nông Thị Hạnh", said="n\n")[0] == 1
    assert rows(storage, named) == [(1,)]
    code, shown, _ = person(storage, "erase", "Nông Thị Hạnh", said="y\n")
    assert (code, rows(storage, named)) == (0, [(0,)])
    assert "Đã xóa." in shown
    assert "Không có dữ liệu" in person(storage, "erase", "Nông Thị Hạnh", "--yes")[1]


def test_an_account_is_erased_and_what_stays_is_told(storage: SqlStorage) -> None:
    code, shown, _ = person(storage, "erase", "1", "--yes")
    assert code == 0
    assert "Còn lại:" in shown
    assert "hồ sơ: 2" in shown
    assert "thủ trưởng" in shown
    assert rows(storage, "SELECT count(*) FROM identities WHERE external = 'an'") == [(0,)]
    done = kipthoi(url_of(storage), "admin", "audit", "verify")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "99", "x.zip"), "99"),
        (("erase", "99", "--yes"), "99"),
        (("erase", "Hạnh", "--yes"), "hai chữ"),
        (("erase", "1", "--draft", "1"), "--draft"),
    ],
)
def test_who_is_not_there_or_too_short_to_be_meant_is_refused(
    storage: SqlStorage, arguments: tuple[str, ...], words: str
) -> None:
    code, shown, told = person(storage, *arguments)
    assert (code, shown) == (2, "")
    assert words in told
    assert not Path("x.zip").exists()
