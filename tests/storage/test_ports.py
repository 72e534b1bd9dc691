"""What flows.ports.Storage promises, held by both databases and by the fake in memory alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from flows.model import Draft, Person, Unit, UnitRole
from flows.ports import CodeRefused, StaleDraft, Storage, Talk
from storage.schema import migrate
from storage.session import open_storage
from tests.databases import DATABASES, HandClock
from tests.fakes import MemoryStorage
from tests.storage.parts import incoming, officer


@dataclass(frozen=True, slots=True)
class World:
    """A storage, and how an officer's one-time code is made in it."""

    storage: Storage
    code: Callable[[], str]

    def turn(self, update: str, draft: Draft | None = None, *, sender: str = "a") -> Talk | None:
        """One turn that counts in its state; the talk as it began."""
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(update, sender=sender))
            if talk is not None:
                state = {"n": (talk.state or {}).get("n", 0) + 1}
                turn.save(talk, state=state, draft=draft, replies=(), events=())
        return talk

    def known(self, update: str, draft: Draft | None = None, *, sender: str = "a") -> Talk:
        talk = self.turn(update, draft, sender=sender)
        assert talk is not None
        return talk

    def in_hand(self, update: str) -> Draft:
        draft = self.known(update).draft
        assert draft is not None
        return draft

    def bind(self, update: str, code: str, *, sender: str = "a") -> Talk:
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(update, sender=sender))
            assert talk is not None
            return turn.bind(talk, code)


def memory_world() -> World:
    storage = MemoryStorage()
    unit = Unit(1, "UBND xã", level="commune", letters=frozenset({"LS2022"}))
    person = Person(1, "Nông Thị A", unit=unit, roles=frozenset({UnitRole.OFFICER}))

    def code() -> str:
        made = f"MEMORY{len(storage.memory.codes)}"
        storage.memory.codes[made] = person
        return made

    return World(storage, code)


@pytest.fixture(params=["memory", *DATABASES])
def world(request: pytest.FixtureRequest, clock: HandClock) -> Iterator[World]:
    if request.param == "memory":
        yield memory_world()
        return
    url = request.getfixturevalue(f"{request.param}_url")
    migrate(url)
    storage = open_storage(url, clock)
    account = officer(storage, "Nông Thị A")
    yield World(storage, lambda: storage.people.add_code(account))
    storage.close()


def test_an_update_is_taken_once(world: World) -> None:
    assert world.known("1").serial == 0
    assert world.turn("1") is None

    after = world.known("2")
    assert (after.serial, after.state) == (1, {"n": 1})


def test_a_turn_that_raises_leaves_nothing(world: World) -> None:
    def fail() -> None:
        with world.storage.turn() as turn:
            talk = turn.begin(incoming("1"))
            assert talk is not None
            turn.save(talk, state={"n": 9}, draft=None, replies=(), events=())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert world.known("1").serial == 0


def test_strangers_store_no_draft(world: World) -> None:
    with pytest.raises(PermissionError):
        world.turn("1", Draft("surprise"))


def test_a_code_makes_an_officer_of_a_stranger_once(world: World) -> None:
    code = world.code()

    bound = world.bind("1", code)

    assert bound.person.name == "Nông Thị A"
    assert bound.person.may_store
    with pytest.raises(CodeRefused):
        world.bind("2", code, sender="b")


def test_the_chats_of_one_account_share_state_and_draft(world: World) -> None:
    world.bind("1", world.code(), sender="a")
    world.turn("2", Draft("surprise", {"n": 1}), sender="a")
    world.bind("3", world.code(), sender="b")

    other = world.known("4", sender="b")

    assert other.draft is not None
    assert dict(other.draft.answers) == {"n": 1}
    assert (other.state, other.serial) == ({"n": 1}, 1)


def test_a_draft_gets_an_id_and_a_version_that_grows_with_its_changes(world: World) -> None:
    world.bind("1", world.code())
    world.turn("2", Draft("surprise", {"n": 1}, name="Dân quân"))
    first = world.in_hand("3")
    world.turn("4", first)
    world.turn("5", replace(first, answers={"n": 2}, past=({"n": 1},)))

    second = world.in_hand("6")

    assert (first.version, second.version, second.id) == (1, 2, first.id)
    assert (dict(second.answers), [dict(one) for one in second.past]) == ({"n": 2}, [{"n": 1}])
    assert second.name == "Dân quân"


def test_a_stale_draft_is_refused(world: World) -> None:
    world.bind("1", world.code())
    world.turn("2", Draft("surprise", {"n": 1}))
    old = world.in_hand("3")
    world.turn("4", replace(old, answers={"n": 2}))

    with pytest.raises(StaleDraft):
        world.turn("5", replace(old, answers={"n": 3}))

    assert dict(world.in_hand("6").answers) == {"n": 2}


def test_a_deleted_draft_is_out_of_hand_and_of_the_list(world: World) -> None:
    world.bind("1", world.code())
    world.turn("2", Draft("surprise"))
    world.turn("3", Draft("thematic"))
    with world.storage.turn() as turn:
        talk = turn.begin(incoming("4"))
        assert talk is not None
        assert [line.kind for line in turn.drafts(talk.person)] == ["thematic", "surprise"]
        gone = turn.drafts(talk.person)[0].id
        assert turn.delete_draft(talk.person, gone)
        assert not turn.delete_draft(talk.person, gone)
        assert turn.draft(talk.person, gone) is None
        assert [line.kind for line in turn.drafts(talk.person)] == ["surprise"]

    assert world.known("5").draft is None


def test_the_language_stays(world: World) -> None:
    with world.storage.turn() as turn:
        talk = turn.begin(incoming("1"))
        assert talk is not None
        turn.set_language(talk, "en")

    assert world.known("2").person.language == "en"
