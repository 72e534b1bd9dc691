"""A calendar address stands in the chat that told it for an hour, and not once it is revoked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flows import asking
from flows.due.feed import found
from flows.model import Person
from flows.ports import Sent
from flows.turn import Scene
from locales import catalog
from storage.addresses import AT_ONCE, SHOWN_FOR
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.storage.office import Office
from tests.storage.parts import incoming, join, rows

MINUTE = timedelta(minutes=1)


@pytest.fixture
def office(storage: SqlStorage, clock: HandClock) -> Office:
    return Office(storage, clock)


def make(office: Office, who: str, *, channel: str = "web", is_sent: bool = True) -> str:
    """The address as the chat tells it, made in a turn of its own."""
    if who not in office._joined:
        office._joined.add(who)
        join(office.storage, office.accounts[who], channel=channel, sender=who)
    with office.storage.turn() as turn:
        update = f"make {who} {office.clock.now()}"
        talk = turn.begin(incoming(update, channel=channel, sender=who))
        assert talk is not None
        asked = asking.MakeFeed()
        address = f"https://x.example/calendar/{turn.ask(talk, asked)}.ics"
        scene = Scene(
            Person(), office.clock.today(), at={"replaced": False}, asked=asked, found=address
        )
        turn.save(talk, state={}, draft=None, replies=found(scene).replies, events=())
    if is_sent:
        send(office, who, channel)
    return address


def send(office: Office, who: str, channel: str = "web") -> None:
    """All that waits in the chat arrives now."""
    waiting = office.storage.outbox.after(channel, who, 0)
    office.storage.outbox.mark_sent([Sent(one.id) for one in waiting], now=office.clock.now())


def hide(office: Office, later: timedelta) -> None:
    """What the program does in passing, then."""
    office.clock.pass_by(later)
    office.storage.upkeep.hide_addresses(office.clock.now())


def reloaded(office: Office, who: str, channel: str = "web") -> str:
    """What the page reads when it is opened anew."""
    lines = office.storage.outbox.transcript(channel, who, 200)
    said = [text for line in lines if line.reply for text in line.reply.text]
    return "\n".join(catalog.text(text) for text in said)


def stands(office: Office, address: str) -> bool:
    """Whether it can be read anywhere in the tables of what was said."""
    kept = rows(office.storage, "SELECT payload FROM outbox UNION ALL SELECT payload FROM audit")
    return address in str(kept)


def test_it_is_read_on_a_reload_right_after_and_no_more_after_an_hour(office: Office) -> None:
    address = make(office, "an")
    office.clock.pass_by(SHOWN_FOR - MINUTE)
    assert not office.storage.upkeep.hide_addresses(office.clock.now())
    assert address in reloaded(office, "an")

    office.clock.pass_by(2 * MINUTE)
    office.storage.upkeep.hide_addresses(office.clock.now())
    assert not stands(office, address)
    assert "Địa chỉ lịch của anh/chị: đã ẩn" in reloaded(office, "an")
    assert office.storage.feeds.read(address[-47:-4]) is not None, "it still works"


@pytest.mark.parametrize("request_", [asking.RevokeFeeds(), asking.MakeFeed()])
def test_revoked_it_is_hidden_at_once_in_every_chat_of_its_owner_and_nobody_else_s(
    office: Office, request_: asking.Asked
) -> None:
    address, other = make(office, "an"), make(office, "binh")
    join(office.storage, office.accounts["an"], channel="telegram", sender="phone")
    office._joined.add("an")
    with office.storage.turn() as turn:
        talk = turn.begin(incoming("revoke", channel="telegram", sender="phone"))
        assert talk is not None
        turn.ask(talk, request_)
        turn.save(talk, state={}, draft=None, replies=(), events=())
    assert not stands(office, address)
    assert "đã ẩn" in reloaded(office, "an")
    assert other in reloaded(office, "binh")


def test_one_made_anew_stands_for_an_hour_of_its_own(office: Office) -> None:
    first = make(office, "an")
    office.clock.pass_by(SHOWN_FOR - MINUTE)
    second = make(office, "an")
    assert not stands(office, first)

    hide(office, 2 * MINUTE)
    assert second in reloaded(office, "an")
    hide(office, SHOWN_FOR)
    assert not stands(office, second)


@pytest.mark.parametrize("channel", ["web", "telegram"])
def test_one_that_could_not_be_told_for_hours_is_told_and_stands_for_an_hour(
    office: Office, channel: str
) -> None:
    address = make(office, "an", channel=channel, is_sent=False)
    for _ in range(3):
        hide(office, SHOWN_FOR)
        assert address in reloaded(office, "an", channel)

    send(office, "an", channel)
    hide(office, SHOWN_FOR - MINUTE)
    assert address in reloaded(office, "an", channel)
    hide(office, MINUTE)
    assert not stands(office, address)


def test_one_that_was_given_up_is_hidden_too(office: Office) -> None:
    address = make(office, "an", channel="telegram", is_sent=False)
    for one in office.storage.outbox.after("telegram", "an", 0):
        office.storage.outbox.give_up(one.id, why="Forbidden")
    hide(office, SHOWN_FOR)
    assert not stands(office, address)


def test_one_that_a_sender_holds_is_hidden_at_a_later_look(
    migrated_postgresql_url: str, clock: HandClock
) -> None:
    storage = open_storage(migrated_postgresql_url, clock)
    office = Office(storage, clock)
    address, other = make(office, "an"), make(office, "binh")
    with storage._engine.begin() as holding:
        holding.exec_driver_sql("SELECT id FROM outbox ORDER BY id LIMIT 1 FOR UPDATE")
        hide(office, SHOWN_FOR)
        assert [stands(office, one) for one in (address, other)] == [True, False]
    hide(office, MINUTE)
    assert not stands(office, address)
    storage.close()


def test_a_new_start_hides_what_was_left_a_few_at_a_time(office: Office) -> None:
    addresses = [make(office, who) for who in ("an", "binh", "head")]
    with office.storage._engine.begin() as connection:
        for number in range(AT_ONCE):
            connection.exec_driver_sql(
                "INSERT INTO feeds (account_id, digest, made_at) "
                f"SELECT account_id, 'x{number}', made_at FROM feeds WHERE id = 1"
            )
    office.clock.pass_by(SHOWN_FOR)
    upkeep = office.storage.upkeep
    assert upkeep.hide_addresses(office.clock.now())
    assert not upkeep.hide_addresses(office.clock.now())
    assert [stands(office, address) for address in addresses] == [False] * 3
