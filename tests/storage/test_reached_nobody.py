"""What reached nobody is planned anew a few at a time, and only where a chat may take it now."""

from __future__ import annotations

import pytest

from storage.returned import MOST_AT_ONCE
from tests.storage.office import Office


def fail(office: Office, number: int, *, tried: str) -> None:
    """So many reminders of a report that failed for An, the chats tried being these."""
    task, account = office.task().id, office.accounts["an"]
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM reminders")
        for _ in range(number):
            connection.exec_driver_sql(
                "INSERT INTO reminders (account_id, task_id, kind, due, rung, on_day, at, words,"
                f" status, tried, why) VALUES ({account}, {task}, 'duty', '2026-11-27', 'again',"
                " '2026-11-17', '2026-11-17 00:00:00+00:00', '{}', 'failed',"
                f" '{tried}', 'no chat')"
            )


def chat_of(office: Office) -> int:
    return office.talk("an").identity


@pytest.mark.parametrize(
    ("tried", "found"),
    [("[]", 1), ("[{0}]", 0), ("[7{0},{0}]", 0), ("[{0}7]", 1), ("[7{0},8]", 1), ("[", 1)],
)
def test_a_chat_that_refused_is_told_apart_from_one_of_a_like_number(
    office: Office, tried: str, found: int
) -> None:
    office.give()
    chat = chat_of(office)
    fail(office, 1, tried=tried.format(chat))
    assert office.take_back() == found


def test_of_very_many_a_part_is_planned_anew_at_each_look(office: Office) -> None:
    office.give()
    fail(office, MOST_AT_ONCE + 2, tried="[]")
    assert [office.take_back() for _ in range(3)] == [MOST_AT_ONCE, 2, 0]
