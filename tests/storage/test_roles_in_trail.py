"""Who may do what changes in one place alone, and each change stands in the trail."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import storage as package
from flows.model import UnitRole
from flows.people_asked import Invite
from tests.storage.office import Office
from tests.storage.parts import rows

ROLES = re.compile(r"\b(?:insert|update|delete)\(roles\)")
WRITERS = frozenset({"add_role_row", "drop_role_row"})
FOLDER = Path(package.__file__).parent


def give(office: Office) -> None:
    office.storage.people.add_role(
        office.accounts["an"], unit=office.units["other unit"], role=UnitRole.HEAD
    )


def take(office: Office) -> None:
    office.storage.people.remove_role(
        office.accounts["an"], unit=office.units["unit"], role=UnitRole.OFFICER
    )


def erase(office: Office) -> None:
    office.storage.privacy.erase_account(office.accounts["an"], mark="(đã xóa)", dry=False)


CHANGES: dict[str, tuple[Callable[[Office], Any], ...]] = {
    "add_account": (
        lambda office: office.storage.people.add_account(
            "Sáu", unit=office.units["unit"], role=UnitRole.HEAD
        ),
    ),
    "invite": (lambda office: office.ask("head", Invite("Sáu", UnitRole.OFFICER)),),
    "give_role": (give,),
    "take_role": (take, erase),
    "demonstration": (lambda office: office.storage.people.ensure_demonstration(),),
}
"""By the function of the register that gives or takes: the ways that lead there."""


def callers() -> Iterator[str]:
    """The functions that give or take a role, wherever they stand."""
    for path in sorted(FOLDER.rglob("*.py")):
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(one, ast.FunctionDef):
                called = {
                    call.func.id
                    for call in ast.walk(one)
                    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
                }
                if called & WRITERS:
                    yield one.name


def test_roles_are_written_in_one_file_alone() -> None:
    found = [
        path.name
        for path in FOLDER.rglob("*.py")
        if "versions" not in path.parts and ROLES.search(path.read_text(encoding="utf-8"))
    ]
    assert found == ["role_rows.py"]


def test_each_function_that_changes_a_role_is_tried_here() -> None:
    assert sorted(callers()) == sorted(CHANGES)


def held(office: Office) -> set[tuple[Any, ...]]:
    return set(rows(office.storage, "SELECT account_id, unit_id, role FROM roles"))


def told(office: Office, event: str, after: int) -> set[tuple[Any, ...]]:
    found = rows(
        office.storage, f"SELECT payload FROM audit WHERE event = '{event}' AND id > {after}"
    )
    payloads = [json.loads(payload) for (payload,) in found]
    return {(one["account"], one["unit"], one["role"]) for one in payloads}


@pytest.mark.parametrize("change", [one for ways in CHANGES.values() for one in ways])
def test_a_role_given_or_taken_stands_in_the_trail(
    office: Office, change: Callable[[Office], Any]
) -> None:
    office.come(*office.accounts)
    before = held(office)
    ((last,),) = rows(office.storage, "SELECT max(id) FROM audit")

    change(office)

    after = held(office)
    assert before != after
    assert told(office, "role_given", last) == after - before
    assert told(office, "role_taken", last) == before - after


def test_who_invited_stands_beside_the_role_given(office: Office) -> None:
    office.ask("head", Invite("Sáu", UnitRole.OFFICER))
    ((by,),) = rows(
        office.storage,
        "SELECT account_id FROM audit WHERE event = 'role_given' ORDER BY id DESC LIMIT 1",
    )
    assert by == office.accounts["head"]
