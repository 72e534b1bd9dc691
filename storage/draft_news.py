"""What is to be known of a draft, told to who asked and to whose it is, each once."""

from __future__ import annotations

from typing import Final

from sqlalchemy import bindparam, select

from flows.model import Person
from flows.reminding import About, Matter, Rung, Words
from rules.message import Message
from storage.ledger import Ledger
from storage.persons import person_of_account
from storage.planned import Entry, add_planned, read_planned
from storage.proposal_rows import read_proposal
from storage.subjects import Subject, draft_subject
from storage.tables import drafts
from storage.wording import words_to_text

_OWNER: Final = select(drafts.c.account_id).where(drafts.c.id == bindparam("draft"))


def tell_once(ledger: Ledger, draft: int, account: int, line: Message) -> None:
    """Nobody hears of a draft that they may not see, nor the same again."""
    owner = ledger.connection.execute(_OWNER, {"draft": draft}).scalar()
    about = About(draft=draft)
    known = {(row.account_id, row.words) for row in read_planned(ledger.connection, about)}
    found = []
    for one in dict.fromkeys((account, owner)):
        person = person_of_account(ledger.connection, one) if one is not None else Person()
        subject = _subject(ledger, person, draft)
        if one is None or subject is None:
            continue
        entry = _entry(ledger, person, subject, about=about, line=line)
        if (one, entry.words) not in known:
            found.append(entry)
    add_planned(ledger.connection, found)


def _subject(ledger: Ledger, person: Person, draft: int) -> Subject | None:
    """As what the person has to do with it: as a proposal, or as their own draft."""
    sent = read_proposal(ledger.connection, draft)
    if sent is not None:
        words = Words(sent.snapshot.title)
        is_seen = sent.is_seen_by(person)
        return Subject(Matter.PROPOSAL, ledger.today, words) if is_seen else None
    return draft_subject(ledger, person, draft)


def _entry(
    ledger: Ledger, person: Person, subject: Subject, *, about: About, line: Message
) -> Entry:
    slot = ledger.soon(person.hours)
    return Entry(
        int(person.account or 0),
        about,
        subject.matter,
        due=subject.due or slot.on_day,
        rung=Rung.TOLD,
        on_day=slot.on_day,
        at=slot.at,
        words=words_to_text(Words(subject.words.title, lines=(line,))),
    )
