"""The audit trail is a chain: whatever was done to it is found, on both databases."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from flows.model import UnitRole
from storage.audit import erase_values
from storage.audit_chain import FIRST_LINK
from storage.audit_verify import Fault, Verified
from storage.session import SqlStorage
from storage.trail import Trail
from tests.databases import HandClock
from tests.storage.parts import officer, rows
from tests.storage.trails import tamper

COUNT = 6
Tampering = tuple[str, ...]


def happen(storage: SqlStorage, clock: HandClock, *events: str) -> None:
    with storage._sessions.writing() as connection:
        trail = Trail(connection, clock.now(), conversation=3, account=7)
        trail.note([(event, {"named": f"Nông Thị {event}"}) for event in events])


@pytest.fixture
def chain(storage: SqlStorage, clock: HandClock) -> SqlStorage:
    """A storage whose trail holds six linked events."""
    happen(storage, clock, *(f"e{number}" for number in range(1, COUNT + 1)))
    assert not storage.audit.link()
    return storage


def fault(found: Verified) -> Fault:
    assert found.fault is not None
    return found.fault


def test_an_empty_trail_holds(storage: SqlStorage) -> None:
    assert storage.audit.verify() == Verified(0, 0, 0, head=FIRST_LINK)
    assert not storage.audit.link()


def test_rows_wait_until_they_are_linked_and_then_hold(
    storage: SqlStorage, clock: HandClock
) -> None:
    happen(storage, clock, "a", "b")
    assert storage.audit.verify().waiting == 2
    storage.audit.link()
    happen(storage, clock, "c")
    found = storage.audit.verify()
    assert (found.count, found.waiting, found.fault) == (2, 1, None)
    storage.audit.link()
    found = storage.audit.verify()
    assert (found.count, found.waiting, found.fault) == (3, 0, None)
    assert rows(storage, "SELECT place, event FROM audit ORDER BY place") == [
        (1, "a"), (2, "b"), (3, "c"),
    ]  # fmt: skip


def test_a_row_committed_late_under_an_earlier_number_comes_behind(
    storage: SqlStorage, clock: HandClock
) -> None:
    """As on PostgreSQL, where numbers are given before the commit."""
    happen(storage, clock, "a")
    with storage._sessions.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO audit (id, at, conversation_id, event, payload)"
                " SELECT 100, at, 3, 'late number', '{}' FROM audit"
            )
        )
    storage.audit.link()
    with storage._sessions.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO audit (id, at, conversation_id, event, payload)"
                " SELECT 50, at, 3, 'late commit', '{}' FROM audit WHERE id = 100"
            )
        )
    storage.audit.link()
    assert storage.audit.verify().fault is None
    order = rows(storage, "SELECT event FROM audit ORDER BY place")
    assert order == [("a",), ("late number",), ("late commit",)]


def test_two_that_link_at_once_make_one_chain(storage: SqlStorage, clock: HandClock) -> None:
    happen(storage, clock, *(f"e{number}" for number in range(450)))
    with ThreadPoolExecutor(2) as pool:
        for one in [pool.submit(storage.audit.link) for _ in range(2)]:
            one.result()
    while storage.audit.link():
        pass
    found = storage.audit.verify()
    assert (found.count, found.waiting, found.fault) == (450, 0, None)


SWAPPED = (
    "UPDATE audit SET place = -3 WHERE place = 3",
    "UPDATE audit SET place = 3 WHERE place = 4",
    "UPDATE audit SET place = 4 WHERE place = -3",
)
COPIED = (
    "at, account_id, conversation_id, event, payload, who_salt, who_digest, what_salt,"
    " what_digest, link"
)
INSERTED = (
    *(f"UPDATE audit SET place = place + 1 WHERE place = {place}" for place in range(COUNT, 2, -1)),
    f"INSERT INTO audit (id, place, {COPIED}) SELECT 99, 3, {COPIED} FROM audit WHERE place = 2",
)


@pytest.mark.parametrize(
    ("done", "found"),
    [
        (("UPDATE audit SET payload = '{}' WHERE place = 3",), Fault(3, "value", row=3)),
        (("UPDATE audit SET account_id = 8 WHERE place = 3",), Fault(3, "value", row=3)),
        (("UPDATE audit SET account_id = NULL WHERE place = 3",), Fault(3, "value", row=3)),
        (("UPDATE audit SET event = 'x' WHERE place = 3",), Fault(3, "link", row=3)),
        (("UPDATE audit SET conversation_id = 4 WHERE place = 3",), Fault(3, "link", row=3)),
        (("UPDATE audit SET at = '2020-01-01 00:00:00.000000' WHERE id = 3",), Fault(3, "link", 3)),
        (("DELETE FROM audit WHERE place = 3",), Fault(3, "gone")),
        (("DELETE FROM audit WHERE place = 1",), Fault(1, "gone")),
        ((f"DELETE FROM audit WHERE place = {COUNT}",), Fault(COUNT, "end")),
        (("DELETE FROM audit",), Fault(1, "end")),
        (("DELETE FROM audit_head",), Fault(COUNT + 1, "end")),
        (SWAPPED, Fault(3, "link", row=4)),
        (INSERTED, Fault(3, "link", row=99)),
        (
            ("UPDATE audit SET payload = NULL, what_salt = NULL WHERE place = 3",),
            Fault(3, "erased", row=3),
        ),
        (
            ("DELETE FROM audit WHERE place = 3",
             *(f"UPDATE audit SET place = {n - 1} WHERE place = {n}" for n in (4, 5, 6))),
            Fault(3, "link", row=4),
        ),
    ],
)  # fmt: skip
def test_what_was_tampered_with_is_found(chain: SqlStorage, done: Tampering, found: Fault) -> None:
    assert chain.audit.verify().fault is None
    tamper(chain, *done)
    assert fault(chain.audit.verify()) == found


def test_a_chain_made_anew_is_found_by_a_link_that_was_noted(
    chain: SqlStorage, clock: HandClock
) -> None:
    noted = chain.audit.verify().head
    happen(chain, clock, "later")
    chain.audit.link()
    assert chain.audit.verify(noted).fault is None

    tamper(
        chain,
        "UPDATE audit SET payload = '{}' WHERE id = 2",
        "UPDATE audit SET place = NULL",
        f"UPDATE audit_head SET place = 0, link = '{FIRST_LINK}'",
    )
    chain.audit.link()

    assert chain.audit.verify().fault is None
    assert fault(chain.audit.verify(noted)) == Fault(COUNT + 1, "known")


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit WHERE id = 1",
        "UPDATE audit SET payload = '{}' WHERE id = 1",
        "UPDATE audit SET event = 'x' WHERE id = 1",
        "UPDATE audit SET account_id = 9 WHERE id = 1",
        "UPDATE audit SET id = 77 WHERE id = 1",
        "UPDATE audit SET at = '2020-01-01' WHERE id = 1",
    ],
)
def test_the_database_itself_lets_no_row_be_changed_or_deleted(
    storage: SqlStorage, clock: HandClock, statement: str, *, linked: bool
) -> None:
    happen(storage, clock, "a")
    if linked:
        storage.audit.link()
    before = rows(storage, "SELECT * FROM audit")
    with pytest.raises(DBAPIError), storage._engine.begin() as connection:
        connection.execute(text(statement))
    assert rows(storage, "SELECT * FROM audit") == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET link = 'x' WHERE place = 1",
        "UPDATE audit SET place = NULL WHERE place = 1",
        "UPDATE audit SET payload = NULL WHERE place = 1",
        "UPDATE audit SET what_salt = NULL WHERE place = 1",
        "UPDATE audit SET what_digest = NULL, payload = NULL, what_salt = NULL WHERE place = 1",
    ],
)
def test_of_a_linked_row_a_value_goes_only_with_its_salt(chain: SqlStorage, statement: str) -> None:
    with pytest.raises(DBAPIError), chain._engine.begin() as connection:
        connection.execute(text(statement))
    assert chain.audit.verify().fault is None


def test_a_table_is_not_emptied_on_postgresql(chain: SqlStorage) -> None:
    if chain._engine.dialect.name != "postgresql":
        return
    with pytest.raises(DBAPIError), chain._engine.begin() as connection:
        connection.execute(text("TRUNCATE audit"))


def erase(storage: SqlStorage, clock: HandClock, **of: Any) -> None:
    with storage._sessions.writing() as connection:
        erase_values(connection, at=clock.now(), **{"who": (), "what": (), **of})


def test_values_are_erased_and_the_chain_holds_and_says_so(
    chain: SqlStorage, clock: HandClock
) -> None:
    happen(chain, clock, "waiting")
    erase(chain, clock, who=[2], what=[2, 4, COUNT + 1])

    found = chain.audit.verify()
    assert (found.count, found.erased, found.waiting, found.fault) == (COUNT + 2, 4, 0, None)
    left = rows(chain, "SELECT id, account_id, payload, who_salt FROM audit WHERE id IN (2, 4)")
    assert left[0] == (2, None, None, None)
    assert left[1][:3] == (4, 7, None)
    last = rows(chain, "SELECT event, payload FROM audit ORDER BY place DESC LIMIT 1")
    assert [(event, json.loads(said)) for event, said in last] == [
        ("erased", {"who": [2], "what": [2, 4, COUNT + 1]})
    ]


def test_what_says_what_was_erased_is_never_erased(chain: SqlStorage, clock: HandClock) -> None:
    erase(chain, clock, what=[1])
    erase(chain, clock, who=[COUNT + 1], what=[COUNT + 1])
    found = chain.audit.verify()
    assert (found.count, found.erased, found.fault) == (COUNT + 1, 1, None)


def test_an_erased_value_is_not_put_back(chain: SqlStorage, clock: HandClock) -> None:
    erase(chain, clock, what=[3])
    with pytest.raises(DBAPIError), chain._engine.begin() as connection:
        connection.execute(text("UPDATE audit SET payload = '{}' WHERE id = 3"))
    tamper(chain, "UPDATE audit SET payload = '{}' WHERE id = 3")
    assert fault(chain.audit.verify()) == Fault(3, "value", row=3)


def test_each_value_has_a_salt_of_its_own(chain: SqlStorage) -> None:
    """Else equal digests would tell who did an event whose account was erased."""
    salts = rows(chain, "SELECT who_salt FROM audit UNION SELECT what_salt FROM audit")
    digests = rows(chain, "SELECT DISTINCT who_digest FROM audit")
    assert (len(salts), len(digests)) == (2 * COUNT, COUNT)


def test_a_role_given_or_taken_on_the_machine_stands_in_the_trail_once(
    storage: SqlStorage,
) -> None:
    account = officer(storage)
    given = {"unit": 1, "role": UnitRole.HEAD}
    storage.people.add_role(account, **given)
    storage.people.add_role(account, **given)
    assert storage.people.remove_role(account, **given)
    assert not storage.people.remove_role(account, **given)
    told = json.dumps({"account": account, "unit": 1, "role": "head"}, separators=(",", ":"))
    # the first is the officer's own
    assert rows(storage, "SELECT event, payload FROM audit ORDER BY id")[1:] == [
        ("role_given", told),
        ("role_taken", told),
    ]
