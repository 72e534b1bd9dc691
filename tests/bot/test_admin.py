"""kipthoi admin makes units, accounts and codes, and says in words what it refuses."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.asking import ListUnits
from flows.model import Unit, UnitRole
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.storage.parts import incoming, play

ROOT = Path(__file__).parents[2]
Admin = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def admin(sqlite_url: str) -> Admin:
    """Runs `kipthoi admin …` on a database that is not there yet."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", "admin", *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "", "PYTHONUTF8": "1", "DATABASE_URL": sqlite_url},
        )

    return run


def told(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_from_nothing_to_an_officer_s_first_draft_line(
    admin: Admin, sqlite_url: str, clock: HandClock
) -> None:
    told(admin("unit", "add", "Sở Nội vụ", "--level", "department"))
    told(
        admin(
            "unit", "add", "UBND xã Cao Lộc", "--level", "commune",
            "--letters", "LS2022,CL2023", "--parent", "1", "--office", "1",
        )
    )  # fmt: skip
    told(admin("account", "add", "Nông Thị A", "--unit", "2", "--role", "head"))
    shown = told(admin("code", "1"))
    (code,) = set(re.findall(r"\b[A-Z2-9]{10}\b", shown))
    assert f"/start {code}" in shown

    storage = open_storage(sqlite_url, HandClock(clock.now().replace(year=2020)))
    with storage.turn() as turn:
        talk = turn.begin(incoming("1", channel="telegram", sender="123456"))
        assert talk is not None
        person = turn.bind(talk, code).person
    storage.close()
    assert person.name == "Nông Thị A"
    assert person.roles == {UnitRole.HEAD}
    assert person.unit is not None
    assert person.unit.letters == {"LS2022", "CL2023"}
    assert person.unit.receiving_office == "Sở Nội vụ"


def test_lists_show_the_tree_the_roles_and_no_whole_address(
    admin: Admin, sqlite_url: str, clock: HandClock
) -> None:
    assert "unit add" in told(admin("unit", "list"))
    told(admin("unit", "add", "Tỉnh", "--level", "province"))
    told(admin("unit", "add", "Xã", "--level", "commune", "--parent", "1"))
    told(admin("account", "add", "Lý Văn B", "--unit", "2"))
    storage = open_storage(sqlite_url, clock)
    play(storage, "1", channel="telegram", sender="987654321")
    storage.close()

    units = told(admin("unit", "list")).splitlines()
    accounts = told(admin("account", "list"))
    identities = told(admin("identity", "list"))

    assert units[0].startswith("1. Tỉnh · cấp tỉnh")
    assert units[1].startswith("  2. Xã · cấp xã")
    assert "Lý Văn B · cán bộ, Xã" in accounts
    assert "telegram" in identities
    assert "21" in identities
    assert "987654321" not in identities


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("unit", "add", "X", "--level", "village"), ("village", "commune")),
        (("unit", "add", "X", "--level", "commune", "--letters", "LS1999"), ("LS1999", "LS2022")),
        (("unit", "add", "X", "--level", "commune", "--parent", "7"), ("đơn vị số 7",)),
        (("unit", "add", "X", "--level", "commune", "--office", "8"), ("đơn vị số 8",)),
        (("unit", "add", " ", "--level", "commune"), ("Tên",)),
        (("account", "add", "X", "--unit", "9"), ("đơn vị số 9",)),
        (("account", "add", "X", "--unit", "1", "--role", "king"), ("king", "officer")),
        (("code", "5"), ("tài khoản số 5",)),
        (("role", "add", "5", "--unit", "1", "--role", "head"), ("đơn vị số 1",)),
        (("role", "remove", "5", "--unit", "1", "--role", "king"), ("king", "officer")),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    admin: Admin, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    done = admin(*arguments)

    assert done.returncode == 2
    assert done.stdout == ""
    assert all(word in done.stderr for word in words), done.stderr
    assert "Traceback" not in done.stderr
    assert "unit add" in told(admin("unit", "list")), "there is still no unit"


def test_a_database_that_cannot_be_opened_is_said(tmp_path: Path, admin: Admin) -> None:
    (tmp_path / "kipthoi.db").mkdir()

    done = admin("unit", "list")

    assert done.returncode == 2
    assert "DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_unit_is_given_its_office_later(admin: Admin, sqlite_url: str, clock: HandClock) -> None:
    told(admin("unit", "add", "Sở Nội vụ", "--level", "department"))
    told(admin("unit", "add", "UBND xã Cao Lộc", "--level", "commune"))
    told(admin("account", "add", "Nông Thị A", "--unit", "1", "--role", "reviewer"))
    told(admin("unit", "office", "2", "1"))

    storage = open_storage(sqlite_url, clock)
    assert [unit.office for unit in storage.people.units()] == [None, 1]
    assert [unit.name for unit in asked(storage, told(admin("code", "1")))] == ["UBND xã Cao Lộc"]
    storage.close()
    for wrong in (("2", "2"), ("2", "9"), ("9", "1")):
        refused = admin("unit", "office", *wrong)
        assert refused.returncode == 2
        assert "Traceback" not in refused.stderr
        assert refused.stderr.strip()


def asked(storage: SqlStorage, shown: str) -> tuple[Unit, ...]:
    """The units that report to the office of whom this code is for."""
    (code,) = set(re.findall(r"\b[A-Z2-9]{10}\b", shown))
    with storage.turn() as turn:
        talk = turn.begin(incoming("1"))
        assert talk is not None
        found: tuple[Unit, ...] = turn.ask(turn.bind(talk, code), ListUnits())
    return found


def test_a_role_is_given_and_taken_and_one_not_held_is_refused(admin: Admin) -> None:
    told(admin("unit", "add", "Xã", "--level", "commune"))
    told(admin("account", "add", "Lý Văn B", "--unit", "1"))
    assert "thủ trưởng" in told(admin("role", "add", "1", "--unit", "1", "--role", "head"))
    assert "thủ trưởng, Xã, cán bộ, Xã" in told(admin("account", "list"))

    assert "không còn là cán bộ" in told(
        admin("role", "remove", "1", "--unit", "1", "--role", "officer")
    )
    assert "1. Lý Văn B · thủ trưởng, Xã" in told(admin("account", "list"))

    again = admin("role", "remove", "1", "--unit", "1", "--role", "officer")
    assert (again.returncode, again.stdout) == (2, "")
    assert "không có vai trò «cán bộ» ở đơn vị 1" in again.stderr
    missing = admin("role", "remove", "9", "--unit", "1", "--role", "officer")
    assert "tài khoản số 9" in missing.stderr
