"""Who may see, change and delete which drafts; denied is the default."""

from __future__ import annotations

import pytest

from flows.model import Draft, UnitRole
from flows.ports import StaleDraft
from storage.session import SqlStorage
from tests.storage.parts import incoming, join, officer, play, rows


def test_an_officer_sees_their_own_drafts_and_a_head_the_unit_s(storage: SqlStorage) -> None:
    unit = storage.people.add_unit("UBND xã B", level="commune")
    join(storage, officer(storage, "A", unit=unit), sender="a")
    join(storage, officer(storage, "B", unit=unit), sender="b")
    join(storage, officer(storage, "H", unit=unit, role=UnitRole.HEAD), sender="h")
    join(storage, officer(storage, "X", role=UnitRole.HEAD), sender="x")
    join(storage, officer(storage, "R", unit=unit, role=UnitRole.REVIEWER), sender="r")
    play(storage, "1", sender="a", draft=Draft("surprise", name="of a"))
    play(storage, "2", sender="b", draft=Draft("surprise", name="of b"))

    seen: dict[str, list[str | None]] = {}
    opened: dict[str, bool] = {}
    for sender in "abhxr":
        with storage.turn() as turn:
            talk = turn.begin(incoming(f"look {sender}", sender=sender))
            assert talk is not None
            seen[sender] = [line.name for line in turn.drafts(talk.person)]
            opened[sender] = turn.draft(talk.person, 1) is not None

    assert seen == {"a": ["of a"], "b": ["of b"], "h": ["of b", "of a"], "x": [], "r": []}
    assert opened == {"a": True, "b": False, "h": True, "x": False, "r": False}


def test_what_one_may_not_see_one_may_not_delete_or_overwrite(storage: SqlStorage) -> None:
    unit = storage.people.add_unit("UBND xã B", level="commune")
    join(storage, officer(storage, "A", unit=unit), sender="a")
    join(storage, officer(storage, "B", unit=unit), sender="b")
    play(storage, "1", sender="a", draft=Draft("surprise", {"n": 1}))
    with storage.turn() as turn:
        talk = turn.begin(incoming("2", sender="b"))
        assert talk is not None
        assert not turn.delete_draft(talk.person, 1)
        stolen = Draft("surprise", {"n": 2}, id=1, version=1)
        with pytest.raises(StaleDraft):
            turn.save(talk, state={}, draft=stolen, replies=(), events=())

    assert rows(storage, "SELECT answers FROM drafts") == [('{"n":1}',)]


@pytest.mark.parametrize("role", [UnitRole.REVIEWER, UnitRole.ADMINISTRATOR, None])
def test_who_is_neither_officer_nor_head_stores_no_draft(
    storage: SqlStorage, role: UnitRole | None
) -> None:
    if role is not None:
        join(storage, officer(storage, role=role))
    with pytest.raises(PermissionError):
        play(storage, "1", draft=Draft("surprise"))

    assert rows(storage, "SELECT count(*) FROM drafts") == [(0,)]
    assert play(storage, "1") is not None, "the refused turn was not noted as done"


def test_a_role_taken_away_takes_the_drafts_out_of_sight(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise"))
    with storage._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM roles")

    talk = play(storage, "2")

    assert talk is not None
    assert talk.draft is None
    assert not talk.person.may_store
