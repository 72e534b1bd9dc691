"""A unit with a head and a receiving office, and a draft of theirs that may be sent."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from flows.model import Draft, Person, UnitRole
from flows.proposals.matter import Proposal
from flows.reminding import Hours
from locales import catalog
from tests.fakes import MemoryStorage
from tests.flows.officer import CAO_LOC, Officer
from tests.flows.reminded import OFFICE

UNIT = replace(CAO_LOC, receiving_office=OFFICE.name)
RESCUE = {
    "nominees[0].type": "collective",
    "nominees[0].name": "Dân quân xã",
    "nominees[0].ground": "brave_rescue",
    "nominees[0].participation": "direct",
    "nominees[0].participants": 12,
    "forces_total": 18,
    "achieved_on": "2026-11-18",
    "award_level": "province",
    "award_form": "bang_khen",
    "nominees[0].completion_rating": "good",
    "nominees[0].inspection": "none",
    "nominees[0].initiative": "none",
}
NAMES = {"an": (1, "Nông Văn An"), "head": (2, "Lý Thị Hoa"), "reviewer": (9, "Lê Văn Xét")}


@dataclass(slots=True)
class Office:
    """All who are concerned, each with a chat; the draft of the officer is the first."""

    storage: MemoryStorage = field(default_factory=MemoryStorage)

    def __post_init__(self) -> None:
        self.storage.memory.registers.offices[UNIT.id] = OFFICE

    def person(self, name: str, *roles: UnitRole, account: int, office: bool = False) -> Officer:
        unit = OFFICE if office else UNIT
        person = Person(account, name, unit, frozenset(roles), hours=Hours())
        return Officer(person, storage=self.storage, name=name).say("menu")

    def officer(self, name: str = "Nông Văn An", account: int = 1) -> Officer:
        return self.person(name, UnitRole.OFFICER, account=account)

    def head(self, name: str = "Lý Thị Hoa", account: int = 2) -> Officer:
        return self.person(name, UnitRole.HEAD, account=account)

    def reviewer(self, name: str = "Lê Văn Xét", account: int = 9) -> Officer:
        return self.person(name, UnitRole.REVIEWER, account=account, office=True)

    def draft(self, owner: int = 1, **answers: object) -> int:
        """A draft as it would be stored; its number."""
        memory = self.storage.memory
        number = max(memory.drafts, default=0) + 1
        kept = {path: value for path, value in {**RESCUE, **answers}.items() if value != "-"}
        memory.drafts[number] = Draft("surprise", kept, id=number, version=1)
        memory.judged[number] = ("eligible", None)
        memory.registers.owners[number] = owner
        return number

    def proposal(self, draft: int = 1) -> Proposal:
        """As committed."""
        return self.storage.memory.registers.proposals[draft]

    def stored(self, draft: int = 1) -> Draft:
        return self.storage.memory.drafts[draft]

    def told(self, account: int, draft: int = 1) -> list[str]:
        """What an account was told of the proposal, oldest first."""
        news = self.storage.memory.registers.news
        return [catalog.text(line) for who, of, line in news if (who, of) == (account, draft)]


def at_office() -> tuple[Office, Officer, Officer, Officer]:
    """Sent by the officer and confirmed by the head; the reviewer has not looked yet."""
    office = Office()
    officer, head, reviewer = office.officer(), office.head(), office.reviewer()
    office.draft()
    officer.press("g:submit:1").tap("c:send")
    head.press("g:agree:1")
    return office, officer, head, reviewer
