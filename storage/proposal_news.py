"""Those concerned are told of a step of a proposal, each at their next hour."""

from __future__ import annotations

from flows.model import Person
from flows.proposals.matter import Proposal
from flows.proposals.moves import Move, Part
from flows.proposals.news import news
from flows.reminding import About, Matter, Rung, Words
from storage.ledger import Ledger
from storage.persons import Members
from storage.planned import Entry, add_planned
from storage.wording import words_to_text


def tell_step(
    ledger: Ledger, person: Person, after: Proposal, *, move: Move, people: Members
) -> None:
    """Everybody once, in the words for the first of their parts; not who took the step."""
    writers = people.writers(after.unit)
    concerned = {
        Part.OWNER: tuple(one for one in writers if one.account == after.owner.account),
        Part.HEAD: people.heads(after.unit),
        Part.REVIEWER: people.receivers(after.office),
    }
    told: dict[int, Entry] = {}
    for part, line in news(after, move, person):
        words = words_to_text(Words(after.snapshot.title, lines=(line,)))
        for member in concerned[part]:
            if member.account == person.account or member.account in told:
                continue
            slot = ledger.soon(member.hours)
            told[member.account] = Entry(
                member.account,
                About(draft=after.draft),
                Matter.PROPOSAL,
                due=ledger.today,
                rung=Rung.TOLD,
                on_day=slot.on_day,
                at=slot.at,
                words=words,
            )
    add_planned(ledger.connection, told.values())
