"""Requests about people in memory: who is of the unit, invitations, devices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from flows import people_asked
from flows.model import Person, UnitRole
from flows.people_asked import Device, Invited, Mate, OfPeople, grants_of

CODES = ("KH4P7WX2QA", "ZC9M3RT6BN", "TG5D8YE4LS")


@dataclass(slots=True)
class Invitees:
    """`mates` of each unit, all `devices` there are, and the names that asked to sign in."""

    mates: dict[int, tuple[Mate, ...]] = field(default_factory=dict)
    devices: list[Device] = field(default_factory=list)
    signing: list[str] = field(default_factory=list)

    def answer(self, person: Person, asked: OfPeople, *, now: datetime) -> object:
        """As storage answers; the letters of codes are fixed, one is good for a week or a day."""
        match asked:
            case people_asked.SendSignIn():
                self.signing.append(asked.name)
                return True
            case people_asked.ListDevices():
                return tuple(self.devices)
            case people_asked.SignOut():
                return any(one.id == asked.device for one in self.devices)
            case people_asked.EndDevice():
                return self._ended(asked.device)
            case people_asked.AddDevice():
                is_own = person.unit is not None and not person.unit.is_demonstration
                until = now + timedelta(days=1)
                return Invited(person.name or "", CODES[2], until) if is_own else None
        return self._inviting(person, asked, now + timedelta(days=7))

    def _ended(self, device: int) -> bool:
        before = len(self.devices)
        self.devices[:] = [one for one in self.devices if one.id != device]
        return len(self.devices) < before

    def _inviting(self, person: Person, asked: OfPeople, until: datetime) -> object:
        unit, grants = person.unit.id if person.unit else 0, grants_of(person)
        mates = self.mates.get(unit, ())
        if isinstance(asked, people_asked.ListTeam):
            return mates if grants else ()
        if isinstance(asked, people_asked.Invite) and asked.role in grants:
            made = Mate(900 + len(mates), asked.name, frozenset({asked.role}), joined=False)
            self.mates[unit] = (*mates, made)
            return Invited(asked.name, CODES[0], until)
        if isinstance(asked, people_asked.InviteAgain):
            found = next((one for one in mates if one.account == asked.account), None)
            if found is not None and found.roles <= set(grants):
                may = not found.joined or UnitRole.ADMINISTRATOR in grants
                return Invited(found.name, CODES[1], until) if may else None
        return None
