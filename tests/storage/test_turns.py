"""The contract of Turn (flows.ports), on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows.model import Draft, Incoming, Tap, UnitRole
from flows.ports import StaleDraft
from storage.session import SqlStorage
from storage.values import PAST_KEPT
from tests.databases import HandClock
from tests.storage.parts import incoming, join, officer, play, reply, rows


def test_an_unknown_chat_begins_with_an_empty_conversation(storage: SqlStorage) -> None:
    talk = play(storage, "1")

    assert talk is not None
    assert (talk.state, talk.serial, talk.draft) == ({}, 0, None)
    assert (talk.person.account, talk.person.unit, talk.person.may_store) == (None, None, False)
    assert talk.person.language == "vi"


def test_a_turn_finds_the_state_of_the_turn_before(storage: SqlStorage) -> None:
    play(storage, "1", state={"flow": "surprise", "n": [1, None, "đã"]})

    talk = play(storage, "2")

    assert talk is not None
    assert talk.state == {"flow": "surprise", "n": [1, None, "đã"]}
    assert talk.serial == 1


def test_the_same_update_three_times_has_one_effect(storage: SqlStorage) -> None:
    for _ in range(3):
        play(storage, "1", state={"n": 1}, replies=(reply(),))

    assert rows(storage, "SELECT serial FROM conversations") == [(1,)]
    assert rows(storage, "SELECT count(*) FROM outbox") == [(1,)]
    assert rows(storage, "SELECT count(*) FROM inbox") == [(1,)]


def test_the_same_update_name_on_another_channel_is_another_update(storage: SqlStorage) -> None:
    assert play(storage, "1", channel="web") is not None
    assert play(storage, "1", channel="telegram") is not None


def test_a_turn_that_fails_leaves_nothing(storage: SqlStorage) -> None:
    with pytest.raises(ZeroDivisionError), storage.turn() as turn:
        talk = turn.begin(incoming("1"))
        assert talk is not None
        turn.save(talk, state={"n": 1}, draft=None, replies=(reply(),), events=(("e", {}),))
        raise ZeroDivisionError

    for table in ("inbox", "outbox", "conversations", "identities", "audit"):
        assert rows(storage, f"SELECT count(*) FROM {table}") == [(0,)], table
    assert play(storage, "1") is not None


def test_a_draft_is_inserted_then_updated(storage: SqlStorage, clock: HandClock) -> None:
    join(storage, officer(storage))
    draft = Draft("surprise", {"forces_total": 19, "achieved_on": None}, name="Dân quân")
    play(storage, "1", draft=draft)
    clock.pass_by(timedelta(hours=1))
    with storage.turn() as turn:
        talk = turn.begin(incoming("2"))
        assert talk is not None
        assert talk.draft is not None
        changed = replace(talk.draft, answers={"forces_total": 18}, past=(talk.draft.answers,))
        stored = turn.save(
            talk,
            state={},
            draft=changed,
            replies=(),
            events=(),
            verdict="eligible",
            last_day=date(2026, 11, 22),
        )

    assert stored is not None
    assert (stored.id, stored.version) == (talk.draft.id, 2)
    found = play(storage, "3")
    assert found is not None
    assert found.draft == stored
    assert dict(stored.past[0]) == {"forces_total": 19, "achieved_on": None}
    assert stored.changed_at == datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
    assert rows(storage, "SELECT count(*) FROM drafts") == [(1,)]
    with storage.turn() as turn:
        (line,) = turn.drafts(talk.person)
    assert (line.name, line.verdict, line.last_day) == ("Dân quân", "eligible", date(2026, 11, 22))


def test_answers_keep_the_order_they_were_given_in(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise", {"z": 1, "a": 2, "m": 3}))

    talk = play(storage, "2")

    assert talk is not None
    assert talk.draft is not None
    assert list(talk.draft.answers) == ["z", "a", "m"]


def test_undo_is_kept_for_the_last_steps_only(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    past = tuple({"n": number} for number in range(PAST_KEPT + 10))
    play(storage, "1", draft=Draft("surprise", {"n": 99}, past=past))

    talk = play(storage, "2")

    assert talk is not None
    assert talk.draft is not None
    assert [dict(answers) for answers in talk.draft.past] == list(past[-PAST_KEPT:])


def test_a_draft_as_it_was_read_is_not_written_again(storage: SqlStorage, clock: HandClock) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise"))
    clock.pass_by(timedelta(days=1))
    with storage.turn() as turn:
        talk = turn.begin(incoming("2"))
        assert talk is not None
        turn.save(talk, state={}, draft=talk.draft, replies=(), events=(), verdict="eligible")

    (row,) = rows(storage, "SELECT version, verdict FROM drafts")
    assert row == (1, "eligible")
    after = play(storage, "3")
    assert after is not None
    assert after.draft == talk.draft


def test_a_save_without_a_draft_keeps_the_one_in_hand(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise"))
    play(storage, "2")

    talk = play(storage, "3")

    assert talk is not None
    assert talk.draft is not None


def test_a_stale_draft_is_refused_and_the_turn_goes_on(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise", {"n": 1}))
    with storage.turn() as turn:
        talk = turn.begin(incoming("2"))
        assert talk is not None
        assert talk.draft is not None
        old = replace(talk.draft, version=talk.draft.version - 1, answers={"n": 0})
        with pytest.raises(StaleDraft):
            turn.save(talk, state={"x": 1}, draft=old, replies=(reply(),), events=())
        newer = turn.draft(talk.person, talk.draft.id or 0)
        turn.save(talk, state={"x": 2}, draft=None, replies=(reply(),), events=())

    assert newer is not None
    assert dict(newer.answers) == {"n": 1}
    assert rows(storage, "SELECT count(*) FROM outbox") == [(1,)]
    after = play(storage, "3")
    assert after is not None
    assert after.state == {"x": 2}


def test_an_opened_draft_comes_into_hand(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise", name="first"))
    play(storage, "2", draft=Draft("thematic", name="second"))
    with storage.turn() as turn:
        talk = turn.begin(incoming("3"))
        assert talk is not None
        assert [line.name for line in turn.drafts(talk.person)] == ["second", "first"]
        opened = turn.draft(talk.person, turn.drafts(talk.person)[1].id)
        turn.save(talk, state={}, draft=opened, replies=(), events=())

    after = play(storage, "4")
    assert after is not None
    assert after.draft is not None
    assert (after.draft.name, after.draft.version) == ("first", 1)


def test_a_deleted_draft_is_gone_and_out_of_hand(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise"))
    with storage.turn() as turn:
        talk = turn.begin(incoming("2"))
        assert talk is not None
        assert talk.draft is not None
        assert turn.delete_draft(talk.person, talk.draft.id or 0)
        assert not turn.delete_draft(talk.person, talk.draft.id or 0)
        turn.save(talk, state={}, draft=None, replies=(), events=())
    first = talk.draft.id or 0

    play(storage, "3", draft=Draft("surprise"))

    after = play(storage, "4")
    assert after is not None
    assert after.draft is not None
    assert (after.draft.id or 0) > first, "an id is never given twice"


def test_the_language_holds_on_every_channel(storage: SqlStorage) -> None:
    account = officer(storage)
    join(storage, account)
    join(storage, account, channel="telegram", sender="7")
    with storage.turn() as turn:
        talk = turn.begin(incoming("1"))
        assert talk is not None
        turn.set_language(talk, "en")

    other = play(storage, "2", channel="telegram", sender="7", replies=(reply(),))

    assert other is not None
    assert other.person.language == "en"
    (envelope,) = storage.outbox.due("telegram", now=datetime(2027, 1, 1, tzinfo=UTC), limit=9)
    assert envelope.language == "en"


def test_a_stranger_s_language_holds_too(storage: SqlStorage) -> None:
    with storage.turn() as turn:
        talk = turn.begin(incoming("1"))
        assert talk is not None
        turn.set_language(talk, "en")

    after = play(storage, "2")

    assert after is not None
    assert after.person.language == "en"


def test_events_are_kept_with_who_and_when(storage: SqlStorage) -> None:
    account = officer(storage)
    join(storage, account)
    with storage.turn() as turn:
        talk = turn.begin(incoming("1"))
        assert talk is not None
        events = (("answered", {"fact": "achieved_on"}), ("judged", {"verdict": "eligible"}))
        turn.save(talk, state={}, draft=None, replies=(), events=events)

    found = rows(
        storage, "SELECT account_id, conversation_id, event, payload FROM audit ORDER BY id"
    )
    assert found == [
        (account, talk.id, "answered", '{"fact":"achieved_on"}'),
        (account, talk.id, "judged", '{"verdict":"eligible"}'),
    ]


def test_text_that_no_database_takes_is_kept_harmless(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    strange = "a\0b\ud800c 👩‍🚒"
    play(storage, "1", draft=Draft("surprise", {"reason": strange}, name=strange))
    with storage.turn() as turn:
        odd = Incoming("web", "a", update="2\0", text=strange, tap=Tap("x", "y"))
        talk = turn.begin(odd)

    assert talk is not None
    assert talk.draft is not None
    assert talk.draft.name == "abc 👩‍🚒"
    assert talk.draft.answers["reason"] == strange


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
