"""kipthoi admin audit verify says whether the trail holds, and where it does not."""

from __future__ import annotations

import re

from storage.audit_tables import audit_head
from storage.session import SqlStorage
from tests.bot.kipthoi import kipthoi
from tests.storage.parts import incoming, rows
from tests.storage.trails import tamper


def happen(storage: SqlStorage, *events: str) -> None:
    with storage.turn() as turn:
        talk = turn.begin(incoming(events[0]))
        assert talk is not None
        told = [(event, {"fact": "achieved_on"}) for event in events]
        turn.save(talk, state={}, draft=None, replies=(), events=told)


def verify(storage: SqlStorage, *arguments: str) -> tuple[int, str, str]:
    url = storage._engine.url.render_as_string(hide_password=False)
    done = kipthoi(url, "admin", "audit", "verify", *arguments)
    return done.returncode, done.stdout, done.stderr


def test_a_whole_trail_is_counted_and_its_last_link_told(storage: SqlStorage) -> None:
    happen(storage, "a", "b")
    storage.audit.link()
    happen(storage, "c")

    code, shown, _ = verify(storage)

    assert code == 0
    assert "2 dòng đã nối" in shown
    assert "1 dòng mới" in shown
    (link,) = re.findall(r"\b[0-9a-f]{64}\b", shown)
    assert rows(storage, f"SELECT link FROM {audit_head.name}") == [(link,)]
    assert verify(storage, "--known", link.upper())[0] == 0
    code, shown, _ = verify(storage, "--known", "ab" * 32)
    assert code == 1
    assert "mắt xích đã ghi lại" in shown


def test_a_broken_trail_ends_with_one_and_names_its_first_broken_row(storage: SqlStorage) -> None:
    happen(storage, "a", "b", "c")
    storage.audit.link()
    tamper(storage, "UPDATE audit SET payload = '{}' WHERE place >= 2")

    code, shown, told = verify(storage)

    assert (code, told) == (1, "")
    assert "1 dòng đã nối" in shown
    assert "vị trí 2 (dòng số 2)" in shown
    assert "nguyên vẹn" not in shown
