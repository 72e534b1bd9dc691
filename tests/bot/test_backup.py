"""A backup is taken while the program runs, and whoever restores it plays on."""

from __future__ import annotations

import asyncio
import hashlib
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.errors import Refused
from bot.keeping import backup as keeping
from bot.keeping.archive import writing
from bot.keeping.filing import file_refusals
from flows.model import Draft
from handlers.web.shelf import Shelf
from storage.schema import is_current, migrate
from storage.session import SqlStorage, open_storage
from tests.bot.backups import Meddling, Parts, fill, meddled, told_of, url_of
from tests.databases import DATABASES, HandClock
from tests.reminders.days import PLANS
from tests.storage.conftest import MONDAY_MORNING
from tests.storage.parts import play, rows
from tests.storage.test_migrated_data import BEFORE, write

Place = Callable[[str, Path], None]
TOLD = (
    "SELECT id, name, answers, version, plan FROM drafts ORDER BY id",
    "SELECT account_id, draft_id, task_id, rung, status FROM reminders ORDER BY id",
    "SELECT state, serial, draft_id FROM conversations ORDER BY id",
    "SELECT channel, external, account_id, reachable FROM identities ORDER BY id",
    "SELECT status, payload FROM outbox ORDER BY id",
    "SELECT id, parent_id, receiving_office_id FROM units ORDER BY id",
    "SELECT account_id, unit_id, role FROM roles ORDER BY account_id, unit_id, role",
    "SELECT unit_id, state, report, files FROM tasks ORDER BY id",
    "SELECT place, event, payload, link FROM audit WHERE event <> 'restored' ORDER BY id",
)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Place:
    """Makes the commands work on a database and a folder of files."""

    def point(url: str, files: Path) -> None:
        monkeypatch.setenv("DATABASE_URL", url)
        monkeypatch.setenv("KIPTHOI_FILES", str(files))

    return point


@pytest.fixture
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """The address of another database, empty."""

    def make(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path}/restored.db"
        url: str = request.getfixturevalue("postgresql_url")
        return url

    return make


@pytest.fixture
def monday() -> HandClock:
    return HandClock(MONDAY_MORNING)


@pytest.fixture
def made(migrated_sqlite_url: str, monday: HandClock, tmp_path: Path, at: Place) -> Path:
    """A backup of a small office; the commands work on an empty place then."""
    storage = open_storage(migrated_sqlite_url, monday, PLANS)
    fill(storage, monday, tmp_path / "files")
    storage.close()
    at(migrated_sqlite_url, tmp_path / "files")
    keeping.backup(tmp_path / "backup.zip")
    at(f"sqlite:///{tmp_path}/restored.db", tmp_path / "restored")
    return tmp_path / "backup.zip"


@pytest.mark.parametrize("to", DATABASES)
def test_whoever_restores_has_the_same_drafts_reminders_and_files_and_plays_on(
    database_url: str,
    monday: HandClock,
    *,
    to: str,
    tmp_path: Path,
    at: Place,
    new_url: Callable[[str], str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    storage = open_storage(database_url, monday, PLANS)
    file = fill(storage, monday, tmp_path / "files")
    told = [rows(storage, query) for query in TOLD]
    (last,) = rows(storage, "SELECT max(id) FROM drafts")
    storage.close()
    at(database_url, tmp_path / "files")
    keeping.backup(tmp_path / "backup.zip")
    at(new_url(to), tmp_path / "new" / "files")
    keeping.restore(tmp_path / "backup.zip")
    assert "1 tệp" in capsys.readouterr().out

    there = open_storage(new_url(to), monday, PLANS)
    assert [rows(there, query) for query in TOLD] == told
    assert there.audit.verify().fault is None
    assert rows(there, "SELECT count(*) FROM audit WHERE event = 'restored'") == [(1,)]
    assert asyncio.run(Shelf(tmp_path / "new" / "files").read(file)).startswith(b"%PDF")
    talk = play(there, "next", channel="telegram", sender="an", draft=Draft("surprise"))
    assert talk is not None
    assert (talk.person.name, play(there, "event", channel="telegram", sender="an")) == ("an", None)
    made = rows(there, "SELECT max(id) FROM drafts")[0][0]
    assert made == last[0] + 2, "the number of the deleted draft is not given again"
    there.close()


def test_it_is_of_one_moment_while_others_write(
    database_url: str, clock: HandClock, tmp_path: Path, at: Place, new_url: Callable[[str], str]
) -> None:
    """Every turn writes the same number into the state and the draft."""
    storage = open_storage(database_url, clock)
    fill(storage, HandClock(MONDAY_MORNING), tmp_path / "files")
    at(database_url, tmp_path / "files")
    stop, played = threading.Event(), []

    def work() -> None:
        draft = Draft("surprise", {"n": 0})
        while not stop.is_set():
            number = len(played)
            answers = {"n": number}
            state = {"n": number}
            talk = play(storage, f"w{number}", channel="telegram", sender="an", state=state,
                        draft=replace(draft, answers=answers))  # fmt: skip
            assert talk is not None
            played.append(number)

    worker = threading.Thread(target=work)
    worker.start()
    while len(played) < 10:
        stop.wait(0.01)
    keeping.backup(tmp_path / "backup.zip")
    stop.set()
    worker.join()
    storage.close()
    at(new_url("sqlite"), tmp_path / "restored")
    keeping.restore(tmp_path / "backup.zip")

    there = open_storage(new_url("sqlite"), clock)
    state = rows(there, "SELECT c.state FROM conversations c JOIN accounts a"
                 " ON a.id = c.account_id WHERE a.name = 'an'")  # fmt: skip
    draft = rows(there, "SELECT answers FROM drafts ORDER BY id DESC LIMIT 1")
    assert state == draft
    assert rows(there, "SELECT count(*) FROM inbox WHERE \"update\" LIKE 'w%'") == [
        (int(draft[0][0].strip('{"n:}')) + 1,)
    ]
    there.close()


def refused(path: Path) -> str:
    with pytest.raises(Refused) as refusal:
        keeping.restore(path)
    return str(refusal.value)


def is_untouched(folder: Path) -> bool:
    left = {path.name for path in folder.iterdir()}
    return "restored" not in left and not any(name.startswith("restoring") for name in left)


def test_into_a_place_that_is_not_empty_nothing_is_restored(
    made: Path, tmp_path: Path, at: Place, migrated_sqlite_url: str
) -> None:
    at(migrated_sqlite_url, tmp_path / "restored")
    assert "còn trống" in refused(made)
    at(f"sqlite:///{tmp_path}/other.db", tmp_path / "files")
    assert "thư mục mới" in refused(made)
    assert is_untouched(tmp_path)


def test_a_database_of_somebody_else_s_is_left_alone(made: Path, tmp_path: Path, at: Place) -> None:
    url = f"sqlite:///{tmp_path}/foreign.db"
    write(url, "CREATE TABLE theirs (id INTEGER)")
    at(url, tmp_path / "restored")
    assert "còn trống" in refused(made)


def test_a_migrated_database_without_a_row_is_an_empty_place(made: Path, tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path}/restored.db")
    keeping.restore(made)
    assert (tmp_path / "restored").is_dir()


def a_file(parts: Parts) -> str:
    return next(name for name in parts if name.startswith("files/"))


def changed_line(parts: Parts, told: dict[str, Any]) -> None:
    parts["database/units.jsonl"] = parts["database/units.jsonl"].replace(b"unit", b"tinu", 1)


def changed_file(parts: Parts, told: dict[str, Any]) -> None:
    parts[a_file(parts)] = parts[a_file(parts)].replace(b"1\n", b"2\n")


def renamed_file(parts: Parts, told: dict[str, Any]) -> None:
    name = a_file(parts)
    other = f"{name[:-1]}{'0' if name[-1] != '0' else '1'}"
    parts[other] = parts.pop(name)
    told_of(told, name)["name"] = other


def named(name: str) -> Meddling:
    def meddle(parts: Parts, told: dict[str, Any]) -> None:
        parts[name] = b"x"
        digest = hashlib.sha256(b"x").hexdigest()
        told["parts"].append({"name": name, "size": 1, "sha256": digest})

    return meddle


def larger_than_told(parts: Parts, told: dict[str, Any]) -> None:
    parts["database/units.jsonl"] += b"\n" * 50_000_000


def missing(parts: Parts, told: dict[str, Any]) -> None:
    parts.pop("database/units.jsonl")


def beside(parts: Parts, told: dict[str, Any]) -> None:
    parts["database/more.jsonl"] = b"[]"


def newer_schema(parts: Parts, told: dict[str, Any]) -> None:
    told["schema"] = "9999"


def newer_format(parts: Parts, told: dict[str, Any]) -> None:
    told["format"] = 2


def foreign(parts: Parts, told: dict[str, Any]) -> None:
    told["what"] = "another program's backup"


def odd_manifest(parts: Parts, told: dict[str, Any]) -> None:
    told["parts"] = {"name": 1}


def rewritten(name: str, old: bytes, new: bytes) -> Meddling:
    """Changed so that sizes and hashes agree: only the tables can refuse it."""

    def meddle(parts: Parts, told: dict[str, Any]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)
        digest = hashlib.sha256(parts[name]).hexdigest()
        told_of(told, name).update(size=len(parts[name]), sha256=digest)

    return meddle


@pytest.mark.parametrize(
    ("meddle", "words"),
    [
        (changed_line, "hỏng"),
        (changed_file, "hỏng"),
        (renamed_file, "hỏng"),
        (larger_than_told, "hỏng"),
        (missing, "tên tệp lạ"),
        (beside, "tên tệp lạ"),
        (named("../../x"), "tên tệp lạ"),
        (named("files/aa/../../../x"), "tên tệp lạ"),
        (named("/etc/x"), "tên tệp lạ"),
        (named("files/ab/" + "cd" * 32), "tên tệp lạ"),
        (named("database/x.sh"), "tên tệp lạ"),
        (named("database/strange.jsonl"), "strange"),
        (newer_schema, "mới hơn"),
        (newer_format, "mới hơn"),
        (foreign, "không phải bản sao lưu"),
        (odd_manifest, "không phải bản sao lưu"),
        (rewritten("database/units.jsonl", b'"commune"', b'"village"'), "units"),
        (rewritten("database/units.jsonl", b'["id"', b'["idd"'), "units"),
        (rewritten("database/drafts.jsonl", b"\n[", b'\n["x",'), "drafts"),
        (rewritten("database/accounts.jsonl", b"420", b'"420"'), "accounts"),
        (rewritten("database/accounts.jsonl", b"\n[", b"\n{"), "accounts"),
    ],
)  # fmt: skip
def test_a_broken_or_foreign_archive_is_refused_and_nothing_is_written(
    made: Path, tmp_path: Path, meddle: Meddling, words: str
) -> None:
    assert words in refused(meddled(made, meddle))
    assert is_untouched(tmp_path)
    keeping.restore(made)  # the place is as empty as before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"x" * 1000])
def test_what_is_no_archive_is_refused(made: Path, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other.zip"
    other.write_bytes(content)
    assert "không phải bản sao lưu" in refused(other)
    other.write_bytes(made.read_bytes()[:-40])
    assert "không phải bản sao lưu" in refused(other)
    assert "Không đọc" in refused(tmp_path / "not there.zip")


def test_more_than_the_disk_holds_is_refused_before_it_is_unpacked(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "ROOM_LEFT", 1 << 60)
    assert "không đủ chỗ" in refused(made)


def test_of_an_older_schema_it_is_brought_forward(tmp_path: Path, at: Place) -> None:
    old = f"sqlite:///{tmp_path}/old.db"
    migrate(old, "0002")
    write(old, *BEFORE)
    at(old, tmp_path / "files")
    keeping.backup(tmp_path / "backup.zip")
    assert not is_current(old), "a backup changes nothing"
    new = f"sqlite:///{tmp_path}/restored.db"
    at(new, tmp_path / "restored")

    keeping.restore(tmp_path / "backup.zip")

    assert is_current(new)
    storage = open_storage(new, HandClock())
    assert rows(storage, "SELECT name, remind_from FROM accounts") == [("Nông Thị A", 420)]
    storage.close()


def test_an_earlier_backup_is_not_overwritten_and_of_nothing_none_is_made(
    made: Path, tmp_path: Path, at: Place, migrated_sqlite_url: str
) -> None:
    before = made.read_bytes()
    at(migrated_sqlite_url, tmp_path / "files")
    with pytest.raises(Refused, match="đã có"):
        keeping.backup(made)
    assert made.read_bytes() == before
    at(f"sqlite:///{tmp_path}/nothing.db", tmp_path / "files")
    with pytest.raises(Refused, match="còn trống"):
        keeping.backup(tmp_path / "nothing.zip")
    with pytest.raises(Refused, match="Không đọc"):
        keeping.backup(tmp_path / "no folder" / "x.zip")
    assert not list(tmp_path.glob("nothing.zip*"))


def test_a_file_that_came_while_a_backup_was_made_is_kept_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"

    def write() -> None:
        with file_refusals(path), writing(path):
            path.write_text("another's")

    with pytest.raises(Refused, match=str(path)):
        write()
    assert path.read_text() == "another's"


def test_a_file_that_is_gone_is_told(
    made: Path, tmp_path: Path, at: Place, migrated_sqlite_url: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    for path in (tmp_path / "files").glob("*/*"):
        path.unlink()
    at(migrated_sqlite_url, tmp_path / "files")
    keeping.backup(tmp_path / "second.zip")
    assert "1 tệp được nhắc đến" in capsys.readouterr().out


def test_the_storage_may_be_that_of_strangers(
    storage: SqlStorage, tmp_path: Path, at: Place
) -> None:
    play(storage, "1")
    at(url_of(storage), tmp_path / "files")
    keeping.backup(tmp_path / "backup.zip")
    assert (tmp_path / "backup.zip").stat().st_mode & 0o777 == 0o600
