"""Those concerned are told of a step of a proposal, each at their next hour."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from flows.model import Person
from flows.proposals.matter import Proposal
from flows.proposals.moves import Move, Part
from flows.proposals.news import news
from flows.reminding import About, Matter, Rung, Words
from storage.ledger import Ledger
from storage.persons import Members, person_of_account
from storage.planned import STANDING, Entry, add_planned, read_planned, take_away
from storage.proposal_rows import read_proposal
from storage.reminder_tables import reminders
from storage.wording import words_to_text

_WAITING = (
    select(reminders.c.draft_id)
    .where(
        reminders.c.account_id == bindparam("account"),
        reminders.c.kind == Matter.PROPOSAL,
        reminders.c.status.in_(sorted(STANDING)),
    )
    .distinct()
)


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


def leave_proposals(ledger: Ledger, account: int) -> None:
    """News of proposals that the account may see no more is not told to it."""
    person = person_of_account(ledger.connection, account)
    waiting = {"account": account}
    for draft in ledger.connection.execute(_WAITING, waiting).scalars().all():
        proposal = read_proposal(ledger.connection, draft)
        if proposal is not None and proposal.is_seen_by(person):
            continue
        rows = read_planned(ledger.connection, About(draft=draft))
        gone = [row for row in rows if row.kind == Matter.PROPOSAL and row.account_id == account]
        take_away(ledger.connection, gone)
