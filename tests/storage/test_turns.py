"""The contract of Turn (flows.ports), on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from flows.model import Draft, Incoming, Tap
from storage.session import SqlStorage
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
    def fail() -> None:
        with storage.turn() as turn:
            talk = turn.begin(incoming("1"))
            assert talk is not None
            turn.save(talk, state={"n": 1}, draft=None, replies=(reply(),), events=(("e", {}),))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    for table in ("inbox", "outbox", "conversations", "identities", "audit"):
        assert rows(storage, f"SELECT count(*) FROM {table}") == [(0,)], table
    assert play(storage, "1") is not None


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
        storage,
        "SELECT account_id, conversation_id, event, payload FROM audit"
        " WHERE event <> 'role_given' ORDER BY id",
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
