"""What a flow asks about people: who is of the unit, who is invited, which devices are one's own.

As in flows/asking.py each names the type of its answer, and denied is the default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias

from flows.model import Download, Person, UnitRole

MOST_NAME: Final = 120
MOST_OF_UNIT: Final = 200
"""People of one unit: whoever invites more is not inviting colleagues."""

_GRANTS: Final[Mapping[UnitRole, tuple[UnitRole, ...]]] = MappingProxyType(
    {UnitRole.HEAD: (UnitRole.OFFICER,), UnitRole.ADMINISTRATOR: tuple(UnitRole)}
)


def grants_of(person: Person) -> tuple[UnitRole, ...]:
    """The roles that this person may give in their own unit, none in the demonstration unit."""
    if person.account is None or person.unit is None or person.unit.is_demonstration:
        return ()
    given = {role for held in person.roles for role in _GRANTS.get(held, ())}
    return tuple(role for role in UnitRole if role in given)


@dataclass(frozen=True, slots=True)
class Mate:
    """Somebody of the unit. `joined`: a chat is bound to them."""

    account: int
    name: str
    roles: frozenset[UnitRole]
    joined: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """A one-time code, told this once, and until when it is good (aware UTC)."""

    name: str
    code: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Device:
    """A chat of one's own: a browser or Telegram. `here`: the one this is asked from."""

    id: int
    channel: str
    until: date | None = None
    here: bool = False


@dataclass(frozen=True, slots=True)
class ListTeam:
    """tuple[Mate, ...]: everybody of the unit, for whom may invite there."""


@dataclass(frozen=True, slots=True)
class Invite:
    """Invited | None: a new account in the person's unit, with this role."""

    name: str
    role: UnitRole


@dataclass(frozen=True, slots=True)
class InviteAgain:
    """Invited | None: a new code for somebody of the unit; the earlier ones end.

    A head does so only for whom has not joined: whoever holds the code is that person.
    """

    account: int


@dataclass(frozen=True, slots=True)
class AddDevice:
    """Invited | None: a code for one more chat of one's own."""


@dataclass(frozen=True, slots=True)
class ListDevices:
    """tuple[Device, ...]: the chats of one's own account."""


@dataclass(frozen=True, slots=True)
class EndDevice:
    """bool: the chat is nobody's from now on."""

    device: int


@dataclass(frozen=True, slots=True)
class SignOut:
    """bool: the browser that asks is nobody's once its page is opened again."""

    device: int


@dataclass(frozen=True, slots=True)
class SendSignIn:
    """True, whoever is named: a code goes to the chats of the accounts of this name, or nothing."""

    name: str


OfPeople: TypeAlias = (
    ListTeam | Invite | InviteAgain | AddDevice | ListDevices | EndDevice | SignOut | SendSignIn
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as it is handed on: where it leads, and the same as a picture.

    `telegram` is None where the bot's name is not known.
    """

    invited: Invited
    web: str
    telegram: str | None
    picture: Download


class Invitations(Protocol):
    """Codes as links and pictures."""

    def of(self, invited: Invited) -> Invitation:
        """The same invitation by its addresses."""
