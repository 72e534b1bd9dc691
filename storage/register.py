"""What administrators see of units, accounts and chats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flows.model import UnitRole


class NotThere(LookupError):  # noqa: N818 - a state of affairs, told to the administrator
    """No row of this table has this id."""

    def __init__(self, table: str, row: int) -> None:
        super().__init__(f"{table} {row}")
        self.table = table
        self.row = row


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit as administrators list it."""

    id: int
    name: str
    level: str
    letters: tuple[str, ...]
    parent: int | None
    office: int | None
    is_demonstration: bool
    retired_on: date | None = None


@dataclass(frozen=True, slots=True)
class UnitRoute:
    """What an office receives of a unit that is made; of all kinds, levels where it names none.

    From the day it is made, where it says no other; the office as for `NewUnit`.
    """

    kind: str
    level: str
    since: date | None
    office: int | str


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be made with others: `key` names it among them.

    Parent and office by the id of one that is there, or by the key of one made with it.
    """

    key: str
    name: str
    level: str
    letters: tuple[str, ...]
    parent: int | str | None
    office: int | str | None
    routes: tuple[UnitRoute, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account with its roles, each as (unit id, role)."""

    id: int
    name: str
    language: str
    roles: tuple[tuple[int, UnitRole], ...]


@dataclass(frozen=True, slots=True)
class IdentityLine:
    """A chat; its address is masked but for its last two signs."""

    id: int
    channel: str
    masked: str
    account: int | None
    reachable: bool
