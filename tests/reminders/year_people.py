"""The people of a made-up office: two reviewers, and an officer and a head for each unit."""

from __future__ import annotations

from sqlalchemy import insert

from flows.model import UnitRole
from storage.session import SqlStorage
from storage.tables import accounts, conversations, identities, roles, units

OFFICE = 1
REVIEWERS = (1, 2)
CHANNEL = "telegram"


def account_of(who: str) -> int:
    """Accounts by their name in the story: two reviewers, then officer and head of each unit."""
    role, _, number = who.partition(" ")
    if role == "reviewer":
        return int(number)
    return 2 * int(number) + (1 if role == "officer" else 2)


def people_of(unit: int) -> tuple[int, int]:
    return account_of(f"officer {unit}"), account_of(f"head {unit}")


def settle(storage: SqlStorage, number_of_units: int) -> None:
    """The office, its units and their people, each with a chat; unit n of the story is n + 1."""
    names = ["Sở Thử", *(f"Xã {number}" for number in range(1, number_of_units + 1))]
    who = [(OFFICE, UnitRole.REVIEWER)] * 2
    for unit in range(2, number_of_units + 2):
        who += [(unit, UnitRole.OFFICER), (unit, UnitRole.HEAD)]
    numbers = range(1, len(who) + 1)
    with storage._engine.begin() as connection:
        for number, name in enumerate(names, start=1):
            office = OFFICE if number > 1 else None
            row = {"name": name, "level": "commune", "letters": '["LS2022"]'}
            connection.execute(insert(units), {**row, "receiving_office_id": office})
        people = [{"name": f"Cán bộ {n}", "language": "vi"} for n in numbers]
        connection.execute(insert(accounts), people)
        held = [
            {"account_id": n, "unit_id": unit, "role": role.value}
            for n, (unit, role) in zip(numbers, who, strict=True)
        ]
        connection.execute(insert(roles), held)
        talks = [{"account_id": n, "state": "{}", "serial": 0, "language": "vi"} for n in numbers]
        connection.execute(insert(conversations), talks)
        chat = {"channel": CHANNEL, "reachable": True, "wrong_codes": 0}
        chats = [
            {**chat, "external": str(n), "account_id": n, "conversation_id": n} for n in numbers
        ]
        connection.execute(insert(identities), chats)
