"""A browser whose session is over is nobody's at once, and one signed in again stays so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from flows.model import Download, Reply
from flows.people_asked import AddDevice, ListDevices
from rules.message import say
from storage.devices import SIGNED_FOR, SqlDevices, sign_in
from storage.sessions import Sessions
from tests.storage.office import Office
from tests.storage.parts import incoming, play, rows

HERE = ("web", "browser")


def open_browser(office: Office, who: str) -> int:
    """A browser of this person's, shown a file; the id of the chat."""
    code = office.ask(who, AddDevice()).code
    with office.storage.turn() as turn:
        talk = turn.begin(incoming("sign in", sender="browser"))
        assert talk is not None
        talk = turn.bind(talk, code)
        shown = Reply((say("menu.title"),), file=Download("a.ics", "text/calendar", "x"))
        turn.save(talk, state={}, draft=None, replies=(shown,), events=())
    return int(office.ask(who, ListDevices())[-1].id)


def test_what_has_ended_is_seen_at_use_before_anybody_sweeps(office: Office) -> None:
    open_browser(office, "reviewer")
    storage = office.storage
    assert storage.boards.is_open(*HERE)
    assert len(storage.outbox.after(*HERE, 0)) == 1
    assert len(storage.outbox.transcript(*HERE, 50)) == 2
    office.clock.pass_by(SIGNED_FOR)

    assert not storage.boards.is_open(*HERE)
    assert storage.boards.read(*HERE) is None
    assert storage.proposal_boards.read(*HERE, draft=1) is None
    assert storage.outbox.transcript(*HERE, 50) == ()
    assert not storage.refusals.note(*HERE, asked="board", matter={})
    office.clock.pass_by(timedelta(minutes=1))
    assert storage.outbox.after(*HERE, 0) == ()


def test_what_is_said_where_a_session_is_over_is_a_stranger_s(office: Office) -> None:
    browser = open_browser(office, "an")
    office.clock.pass_by(SIGNED_FOR)
    talk = play(office.storage, "late", sender="browser", replies=(Reply((say("menu.title"),)),))
    assert talk is not None
    assert talk.person.account is None
    assert talk.identity != browser
    assert len(office.storage.outbox.after(*HERE, 0)) == 1, "of what was shown before nothing"
    assert [one.channel for one in office.ask("an", ListDevices())] == ["telegram"]
    assert office.storage.devices.renew(*HERE), "the stranger's own goes on"


def test_who_is_bound_to_the_demonstration_is_so_again(office: Office) -> None:
    people = office.storage.people
    people.bind_demonstration(*HERE)
    office.clock.pass_by(SIGNED_FOR)
    people.bind_demonstration(*HERE)
    talk = play(office.storage, "again", sender="browser")
    assert talk is not None
    assert talk.person.account == people.ensure_demonstration()


@dataclass
class Meanwhile:
    """Sessions with something that comes between what is read and what is written."""

    sessions: Sessions
    happens: Callable[[Connection], None]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.sessions.reading() as connection:
            yield connection
        with self.sessions.writing() as connection:
            self.happens(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self.sessions.writing() as connection:
            yield connection


@pytest.mark.parametrize("by", ["swept", "opened"])
def test_who_signs_in_while_the_end_is_on_its_way_stays_signed_in(office: Office, by: str) -> None:
    browser = open_browser(office, "an")
    office.clock.pass_by(SIGNED_FOR)
    now = office.clock.now()
    between = Meanwhile(
        office.storage._sessions, lambda connection: sign_in(connection, browser, now=now)
    )
    devices = SqlDevices(between, office.clock)  # type: ignore[arg-type]

    if by == "swept":
        assert not devices.expire(now)
    else:
        assert devices.renew(*HERE)

    assert len(office.ask("an", ListDevices())) == 2
    assert rows(office.storage, "SELECT account_id FROM identities WHERE external = 'browser'") == [
        (office.accounts["an"],)
    ]
