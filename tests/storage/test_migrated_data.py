"""What is stored goes with the schema, forward and back, on both databases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, text

from bot.clock import SystemClock
from flows.figures import Told, told_by
from storage.engine import make_engine
from storage.schema import migrate, migrate_back
from storage.session import open_storage
from tests.databases import HandClock

MOMENT = "2026-11-20 00:00:00+00:00"
BEFORE = (
    "INSERT INTO units (id, name, level, letters) VALUES (1, 'UBND xã', 'commune', '[]')",
    "INSERT INTO accounts (id, name, language) VALUES (1, 'Nông Thị A', 'vi')",
    (
        "INSERT INTO drafts (id, unit_id, account_id, kind, answers, past, version, changed_at)"
        f" VALUES (1, 1, 1, 'surprise', '{{}}', '[]', 1, '{MOMENT}')"
    ),
    "INSERT INTO conversations (id, state, serial, language) VALUES (1, '{}', 1, 'vi')",
    (
        "INSERT INTO identities (id, channel, external, account_id, conversation_id, reachable,"
        " wrong_codes) VALUES (1, 'telegram', '1', 1, 1, true, 0)"
    ),
    (
        "INSERT INTO outbox (id, identity_id, channel, payload, status, attempts, created)"
        f" VALUES (1, 1, 'telegram', '{{}}', 'queued', 0, '{MOMENT}')"
    ),
)
REMINDED = (
    *(
        "INSERT INTO outbox (id, identity_id, channel, lane, payload, status, attempts, created)"
        f" VALUES ({number}, 1, 'telegram', 1, '{{}}', '{status}', 0, '{MOMENT}')"
        for number, status in ((2, "queued"), (3, "sent"))
    ),
    (
        "INSERT INTO reminders (account_id, draft_id, kind, due, rung, on_day, at, words, status,"
        " outbox_id) VALUES (1, 1, 'window', '2026-11-20', 'day', '2026-11-20',"
        f" '{MOMENT}', '{{}}', 'queued', 2)"
    ),
)
STATES = "SELECT id, status FROM outbox ORDER BY id"


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = make_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def write(url: str, *statements: str) -> None:
    with connected(url) as connection:
        for statement in statements:
            connection.execute(text(statement))


def read(url: str, query: str) -> list[tuple[Any, ...]]:
    with connected(url) as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_what_was_stored_before_there_were_reminders_is_kept_and_may_have_them(
    empty_url: str,
) -> None:
    migrate(empty_url, "0002")
    write(empty_url, *BEFORE)

    migrate(empty_url, "0003")

    assert read(empty_url, "SELECT id, lane, status FROM outbox") == [(1, 0, "queued")]
    hours = "SELECT remind_from, remind_to, paused_until FROM accounts"
    assert read(empty_url, hours) == [(420, 1200, None)]
    assert read(empty_url, "SELECT plan FROM drafts") == [(None,)]
    write(empty_url, *REMINDED)


def test_back_no_reminder_that_waited_is_left_to_leave_as_a_reply(empty_url: str) -> None:
    migrate(empty_url, "0003")
    write(empty_url, *BEFORE, *REMINDED)

    migrate_back(empty_url, "0002")

    assert read(empty_url, STATES) == [(1, "queued"), (2, "replaced"), (3, "sent")]
    assert read(empty_url, "SELECT id, name FROM accounts") == [(1, "Nông Thị A")]
    assert read(empty_url, "SELECT id, kind FROM drafts") == [(1, "surprise")]
    migrate(empty_url, "0003")
    assert read(empty_url, STATES) == [(1, "queued"), (2, "replaced"), (3, "sent")]


def test_what_was_reported_before_its_day_was_kept_has_the_officers_day_unless_that_is_late(
    empty_url: str,
) -> None:
    migrate(empty_url, "0003")
    evening = "2026-11-20 18:30:00+00:00" if "postgresql" in empty_url else "2026-11-20 18:30:00"
    write(
        empty_url,
        *BEFORE,
        "INSERT INTO duties (id, office_id, account_id, title, instructions, due, repeats, made_at)"
        f" VALUES (1, 1, 1, 'x', '', '2026-11-20', 'once', '{evening}')",
        "INSERT INTO units (id, name, level, letters) VALUES (2, 'UBND phường', 'commune', '[]')",
        "INSERT INTO tasks (id, duty_id, unit_id, state, due, changed_at) VALUES"
        f" (1, 1, 1, 'reported', '2026-11-21', '{evening}'),"
        f" (2, 1, 2, 'reported', '2026-11-20', '{evening}')",
    )

    migrate(empty_url, "0004")

    days = read(empty_url, "SELECT reported_on FROM tasks ORDER BY id")
    assert [str(day) for (day,) in days] == ["2026-11-21", "None"]
    migrate_back(empty_url, "0003")
    assert read(empty_url, "SELECT state FROM tasks") == [("reported",)] * 2


def test_a_browser_that_was_signed_in_for_good_is_so_for_a_month(empty_url: str) -> None:
    migrate(empty_url, "0008")
    write(
        empty_url,
        "INSERT INTO accounts (id, name, language) VALUES (1, 'A', 'vi')",
        "INSERT INTO conversations (id, account_id, state, serial, language)"
        " VALUES (1, 1, '{}', 0, 'vi')",
        *(
            "INSERT INTO identities (id, channel, external, account_id, conversation_id, reachable,"
            f" wrong_codes) VALUES ({number}, '{channel}', '{number}', {account}, 1, true, 0)"
            for number, channel, account in (
                (1, "web", 1),
                (2, "web", "NULL"),
                (3, "telegram", 1),
            )
        ),
    )

    migrate(empty_url)

    read_back = read(empty_url, "SELECT id FROM identities WHERE signed_until IS NOT NULL")
    assert read_back == [(1,)]
    storage = open_storage(empty_url, HandClock(SystemClock().now() + timedelta(days=29)))
    assert not storage.devices.expire(storage._clock.now())
    assert storage.devices.renew("web", "1")
    storage.close()
    migrate_back(empty_url, "0008")
    assert read(empty_url, "SELECT count(*) FROM identities") == [(3,)]


def test_rules_of_offices_and_signers_are_given_up_and_what_was_sent_stays(empty_url: str) -> None:
    migrate(empty_url, "0009")
    write(empty_url, *BEFORE)
    migrate(empty_url, "0010")
    assert read(empty_url, "SELECT signs FROM units") == [("{}",)]
    write(
        empty_url,
        "INSERT INTO routes (unit_id, office_id, since) VALUES (1, 1, '2026-01-01')",
        "INSERT INTO proposals (draft_id, unit_id, office_id, kind, state, since, title, verdict,"
        " timing, snapshot, version, changed_at) VALUES (1, 1, 1, 'surprise', 'submitted',"
        f" '2026-11-20', '[]', 'eligible', 'in_time', '{{}}', 1, '{MOMENT}')",
    )
    migrate_back(empty_url, "0009")
    assert read(empty_url, "SELECT draft_id, office_id FROM proposals") == [(1, 1)]
    migrate(empty_url, "0010")
    assert read(empty_url, "SELECT count(*) FROM routes") == [(0,)]
    assert read(empty_url, "SELECT name, signs FROM units") == [("UBND xã", "{}")]


def test_what_statistics_count_is_taken_from_what_was_sent(empty_url: str) -> None:
    migrate(empty_url, "0012")
    answers = {
        "achieved_on": "2026-11-12",
        "nominees[*].type": "individual",
        "nominees[*].grassroots": "each",
        "nominees[1].grassroots": True,
        "nominees[0].type": "collective",
    }
    columns = "draft_id, unit_id, office_id, kind, state, since, title, verdict, timing"
    write(
        empty_url,
        *BEFORE,
        f"INSERT INTO proposals ({columns}, snapshot, version, changed_at) VALUES (1, 1, 1,"
        " 'surprise', 'submitted', '2026-11-20', '[]', 'eligible', 'in_time',"
        f" '{json.dumps({'answers': answers}).replace(':', chr(92) + ':')}', 1, '{MOMENT}')",
    )
    migrate(empty_url)
    counted = "SELECT CAST(deed_on AS text), types, grassroots, grassroots_asked FROM proposals"
    assert read(empty_url, counted) == [("2026-11-12", "collective individual", 1, 1)]
    assert told_by("surprise", answers) == Told(
        date(2026, 11, 12), ("collective", "individual"), grassroots=1, grassroots_asked=1
    )
    migrate_back(empty_url, "0012")
    assert read(empty_url, "SELECT state FROM proposals") == [("submitted",)]
