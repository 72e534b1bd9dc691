"""kipthoi admin invite: one code as words, links and a picture."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.session import open_storage
from tests.databases import HandClock
from tests.storage.parts import incoming

ROOT = Path(__file__).parents[2]
Admin = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def admin(sqlite_url: str) -> Admin:
    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": "", "PYTHONUTF8": "1", "DATABASE_URL": sqlite_url, **more}
        command = [sys.executable, "-m", "bot", "admin", *arguments]
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=False, env=env
        )

    return run


def test_an_invitation_leads_to_the_page_and_to_telegram(
    admin: Admin, sqlite_url: str, clock: HandClock, tmp_path: Path
) -> None:
    admin("unit", "add", "UBND xã Cao Lâu", "--level", "commune")
    admin("account", "add", "Hoàng Thị Mai", "--unit", "1")
    settings = {"KIPTHOI_ADDRESS": "https://khen.example/", "TELEGRAM_NAME": "KipThoiBot"}
    first = admin("invite", "1", **settings)
    picture = tmp_path / "ma.svg"
    picture.write_text("an older one, which anybody may read")
    picture.chmod(0o644)
    done = admin("invite", "1", "--qr", str(picture), **settings)

    assert done.returncode == 0, done.stderr
    old, new = (re.search(r"Mã: (\w{10})\n", one.stdout) for one in (first, done))
    assert old
    assert new
    assert "Mời Hoàng Thị Mai." in done.stdout
    assert f"https://khen.example/#code={new[1]}\n" in done.stdout
    assert f"https://t.me/KipThoiBot?start={new[1]}\n" in done.stdout
    assert picture.read_text().startswith("<?xml")
    assert picture.stat().st_mode & 0o077 == 0
    storage = open_storage(sqlite_url, HandClock(clock.now().replace(year=2020)))
    with storage.turn() as turn:
        talk = turn.begin(incoming("1"))
        assert talk is not None
        assert turn.bind(talk, new[1]).person.name == "Hoàng Thị Mai"
    storage.close()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("invite", "7"), "tài khoản số 7"),
        (("invite", "7", "--qr", "ma.exe"), "ma.exe"),
        (("invite", "7", "--qr", "/no/where/ma.png"), "/no/where/ma.png"),
    ],
)
def test_what_is_refused_is_said(admin: Admin, arguments: tuple[str, ...], word: str) -> None:
    done = admin(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bot_s_name_that_is_none_is_refused(admin: Admin) -> None:
    done = admin("invite", "1", TELEGRAM_NAME="https://t.me/x")
    assert done.returncode == 2
    assert "TELEGRAM_NAME" in done.stderr
