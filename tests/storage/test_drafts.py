"""Drafts in a turn: stored, changed, opened, deleted, and refused when stale."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from flows.model import Draft, DraftLine
from flows.ports import StaleDraft
from storage.session import SqlStorage
from storage.values import PAST_KEPT
from tests.databases import HandClock
from tests.storage.parts import incoming, join, officer, play, reply, rows


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


def test_a_judgement_is_written_where_any_part_of_it_is_new(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise"))
    day = date(2026, 11, 20)
    judged = (("eligible", None), ("eligible", day), ("eligible", day), ("needs_more", day))
    judged += (("needs_more", date(2026, 11, 23)), ("needs_more", None), ("eligible", None))
    for number, (verdict, last_day) in enumerate(judged):
        with storage.turn() as turn:
            talk = turn.begin(incoming(f"judge {number}"))
            assert talk is not None
            for said in (("not_eligible", None), (verdict, last_day)):
                turn.save(
                    talk,
                    state={},
                    draft=talk.draft,
                    replies=(),
                    events=(),
                    verdict=said[0],
                    last_day=said[1],
                )
        (line,) = listed(storage)
        assert (line.verdict, line.last_day) == (verdict, last_day)


def test_a_judgement_that_is_stored_is_not_written_again(storage: SqlStorage) -> None:
    join(storage, officer(storage))
    play(storage, "1", draft=Draft("surprise"))
    writes: list[str] = []
    event.listen(
        storage._engine,
        "before_cursor_execute",
        lambda *told: writes.append(told[2]) if "UPDATE drafts" in told[2] else None,
    )
    for number in range(3):
        with storage.turn() as turn:
            talk = turn.begin(incoming(f"again {number}"))
            assert talk is not None
            turn.save(talk, state={}, draft=talk.draft, replies=(), events=(), verdict="eligible")

    assert len(writes) == 1
    (line,) = listed(storage)
    assert line.verdict == "eligible"


def listed(storage: SqlStorage) -> tuple[DraftLine, ...]:
    with storage.turn() as turn:
        talk = turn.begin(incoming(f"list {time.monotonic_ns()}"))
        assert talk is not None
        return turn.drafts(talk.person)


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
