"""One-time codes join chats of several channels to one person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flows.model import Draft
from flows.ports import CodeRefused
from storage.codes import WRONG_AT_MOST
from storage.session import SqlStorage
from tests.databases import HandClock
from tests.storage.parts import incoming, join, officer, play, rows


def refused(storage: SqlStorage, update: str, code: str, *, sender: str = "a") -> bool:
    """Whether a code typed in a turn of its own is refused; the turn commits either way."""
    with storage.turn() as turn:
        talk = turn.begin(incoming(update, sender=sender))
        assert talk is not None
        try:
            turn.bind(talk, code)
        except CodeRefused:
            return True
    return False


def test_two_channels_of_one_person_find_the_same_drafts(storage: SqlStorage) -> None:
    account = officer(storage, "Nông Thị A")
    join(storage, account, channel="web", sender="a")
    join(storage, account, channel="telegram", sender="7")
    play(storage, "1", channel="web", sender="a", state={"n": 1}, draft=Draft("surprise"))

    talk = play(storage, "2", channel="telegram", sender="7")

    assert talk is not None
    assert (talk.person.account, talk.person.name) == (account, "Nông Thị A")
    assert talk.state == {"n": 1}
    assert talk.draft is not None
    assert rows(storage, "SELECT count(*) FROM conversations") == [(1,)]


def test_the_first_chat_keeps_its_conversation(storage: SqlStorage) -> None:
    stranger = play(storage, "1", state={"asked": True})

    bound = join(storage, officer(storage))

    assert stranger is not None
    assert bound.id == stranger.id
    assert bound.state == {"asked": True}
    assert bound.person.may_store


def test_a_code_works_once(storage: SqlStorage) -> None:
    code = storage.people.add_code(officer(storage))

    assert not refused(storage, "1", code, sender="a")
    assert refused(storage, "2", code, sender="b")


def test_a_code_may_be_typed_small_and_in_groups(storage: SqlStorage) -> None:
    code = storage.people.add_code(officer(storage))

    assert not refused(storage, "1", f" {code[:5].lower()}-{code[5:]} ")


def test_a_code_ends_after_seven_days(storage: SqlStorage, clock: HandClock) -> None:
    early, late = (storage.people.add_code(officer(storage)) for _ in range(2))
    clock.pass_by(timedelta(days=7, seconds=-1))
    assert not refused(storage, "1", early, sender="a")
    clock.pass_by(timedelta(seconds=1))

    assert refused(storage, "2", late, sender="b")


def test_after_five_wrong_codes_a_right_one_waits_an_hour(
    storage: SqlStorage, clock: HandClock
) -> None:
    code = storage.people.add_code(officer(storage))
    for number in range(WRONG_AT_MOST):
        assert refused(storage, f"wrong {number}", "AAAAAAAAAA")
    assert refused(storage, "right", code), "too many tries"
    clock.pass_by(timedelta(hours=1))

    assert not refused(storage, "again", code)


def test_wrong_codes_of_one_chat_do_not_hinder_another(storage: SqlStorage) -> None:
    code = storage.people.add_code(officer(storage))
    for number in range(WRONG_AT_MOST + 1):
        refused(storage, f"wrong {number}", "AAAAAAAAAA", sender="a")

    assert not refused(storage, "right", code, sender="b")


def test_the_code_itself_is_nowhere_in_the_database(storage: SqlStorage) -> None:
    code = storage.people.add_code(officer(storage))

    (row,) = rows(storage, "SELECT * FROM codes")

    assert code not in str(row)


def test_a_bound_chat_can_change_to_another_account(storage: SqlStorage) -> None:
    first, second = officer(storage, "A"), officer(storage, "B")
    join(storage, first, sender="a")
    play(storage, "1", sender="a", state={"of": "A"}, draft=Draft("surprise"))
    code = storage.people.add_code(second)
    with storage.turn() as turn:
        talk = turn.begin(incoming("2", sender="a"))
        assert talk is not None
        moved = turn.bind(talk, code)

    assert moved.person.account == second
    assert (moved.state, moved.draft) == ({}, None)
    back = join(storage, first, sender="z")
    assert back.state == {"of": "A"}


def test_a_turn_that_fails_gives_the_code_back(storage: SqlStorage) -> None:
    code = storage.people.add_code(officer(storage))

    def fail() -> None:
        with storage.turn() as turn:
            talk = turn.begin(incoming("1"))
            assert talk is not None
            turn.bind(talk, code)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert not refused(storage, "1", code)


def test_the_demonstration_unit_is_made_once(storage: SqlStorage) -> None:
    first = storage.people.ensure_demonstration()

    assert storage.people.ensure_demonstration() == first
    assert [unit.is_demonstration for unit in storage.people.units()] == [True]


def test_a_web_chat_speaks_as_the_demonstration_account(storage: SqlStorage) -> None:
    for _ in range(2):
        storage.people.bind_demonstration("web", "browser")

    talk = play(storage, "1", channel="web", sender="browser", draft=Draft("surprise"))

    assert talk is not None
    assert talk.person.account == storage.people.ensure_demonstration()
    assert talk.person.may_store
    assert talk.person.unit is not None
    assert talk.person.unit.is_demonstration
    other = play(storage, "2", channel="web", sender="elsewhere")
    assert other is not None
    assert other.person.account is None


def test_a_bound_chat_is_not_taken_over_by_the_demonstration(storage: SqlStorage) -> None:
    account = officer(storage)
    join(storage, account, channel="web", sender="browser")

    storage.people.bind_demonstration("web", "browser")

    talk = play(storage, "1", channel="web", sender="browser")
    assert talk is not None
    assert talk.person.account == account


def test_the_unit_brings_its_letters_and_its_receiving_office(storage: SqlStorage) -> None:
    office = storage.people.add_unit("Sở Nội vụ", level="department")
    unit = storage.people.add_unit(
        "UBND xã", level="commune", letters=("LS2022", "CL2023"), office=office
    )
    bound = join(storage, officer(storage, unit=unit))

    assert bound.person.unit is not None
    assert bound.person.unit.letters == {"LS2022", "CL2023"}
    assert bound.person.unit.receiving_office == "Sở Nội vụ"
    assert bound.person.unit.level == "commune"
