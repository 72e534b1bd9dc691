"""The open transaction of one turn (flows.ports.Turn), in few statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from flows.asking import Asked
from flows.model import Draft, DraftLine, Incoming, Json, Person, Reply
from flows.ports import Clock, Talk
from flows.reminder_ports import Planner
from flows.reminding import Plan
from language.questions import Shelf
from storage import codes
from storage.asked import answer, refusal
from storage.draft_plans import digest_of, is_closed, plan_draft
from storage.drafts import (
    Judged,
    Stored,
    delete_draft,
    judge_draft,
    list_drafts,
    read_draft,
    write_draft,
)
from storage.joining import plan_for
from storage.ledger import Ledger
from storage.own_letters import SqlOwnLetters
from storage.refusals import is_anothers
from storage.replies import Answer, add_replies
from storage.tables import accounts, conversations, inbox
from storage.talks import Loaded, lock_talk
from storage.trail import Trail
from storage.values import clean, compact, incoming_to_json

_NOTE = {
    "sqlite": sqlite.insert(inbox).on_conflict_do_nothing().returning(inbox.c.id),
    "postgresql": postgresql.insert(inbox).on_conflict_do_nothing().returning(inbox.c.id),
}
_MINE = conversations.c.id == bindparam("conversation")
_STATE = _TALK_LANGUAGE = update(conversations).where(_MINE)
_LANGUAGE = update(accounts).where(accounts.c.id == bindparam("account"))


class SqlTurn:
    """One turn. Its time is taken once, after its conversation is locked."""

    def __init__(
        self,
        connection: Connection,
        clock: Clock,
        *,
        letters: SqlOwnLetters,
        planner: Planner | None = None,
    ) -> None:
        self._connection = connection
        self._letters = letters
        self._clock = clock
        self._planner = planner
        self._update: int | None = None
        self._channel = ""
        self._talk = 0
        self._now: datetime = clock.now()
        self._read: dict[int, Stored] = {}
        self.queued = False

    def begin(self, incoming: Incoming) -> Talk | None:
        """Note the update and load its conversation; None when the update was seen before."""
        loaded = lock_talk(self._connection, incoming.channel, incoming.sender, now=self._now)
        talk = loaded.talk
        self._now = self._clock.now()
        self._channel = incoming.channel
        noted = self._connection.execute(
            _NOTE[self._connection.dialect.name],
            {
                "channel": incoming.channel,
                "update": clean(incoming.update),
                "identity_id": talk.identity,
                "payload": compact(incoming_to_json(incoming)),
                "at": self._now,
            },
        ).first()
        if noted is None:
            return None
        self._update = noted.id
        return self._take(loaded)

    def save(
        self,
        talk: Talk,
        *,
        state: Json,
        draft: Draft | None,
        replies: Sequence[Reply],
        events: Sequence[tuple[str, Json]],
        verdict: str | None = None,
        last_day: date | None = None,
        plan: Plan | None = None,
    ) -> Draft | None:
        """Write the turn; with no draft the one in hand stays in hand, untouched.

        A draft as it was read gets a new judgement at most, and its reminders only a plan that
        is not the stored one. Raises StaleDraft before anything is written, and PermissionError
        where the person may store nothing.
        """
        closed = draft is not None and is_closed(draft, verdict)
        digest = digest_of(plan, closed=closed) if plan else None
        judged = Judged(verdict, last_day, plan=digest)
        stored = self._write(talk.person, draft, judged, plan) if draft else None
        values: dict[str, object] = {"state": compact(state), "serial": talk.serial + 1}
        if stored is not None:
            values["draft_id"] = stored.id
        self._connection.execute(_STATE, {**values, "conversation": talk.id})
        if replies:
            answer = Answer(talk.identity, self._channel, update=self._update)
            add_replies(self._connection, answer, replies=replies, now=self._now)
            self.queued = True
        self._trail(talk.person).note(events)
        return stored

    def drafts(self, person: Person) -> tuple[DraftLine, ...]:
        """The drafts of the person's unit that this account may see, newest first."""
        return list_drafts(self._connection, person)

    def draft(self, person: Person, draft: int) -> Draft | None:
        """One draft that this account may see, or None where there is none for them."""
        found = read_draft(self._connection, person, draft)
        if found is None:
            self._refused(person, "OpenDraft", draft=draft)
            return None
        self._read[draft] = found
        return found.draft

    def delete_draft(self, person: Person, draft: int) -> bool:
        """Delete a draft with all that hangs on it; False where there is none for them."""
        gone = delete_draft(self._connection, person, draft)
        if not gone:
            self._refused(person, "DeleteDraft", draft=draft)
        return gone

    def ask(self, talk: Talk, asked: Asked) -> Any:
        """Answer a flow's request to the registers; None where the person may not."""
        found = answer(self._ledger, talk.person, asked)
        if (matter := refusal(self._ledger, talk.person, asked, found)) is not None:
            self._trail(talk.person).refused(type(asked).__name__, matter)
        return found

    def own_letters(self) -> Shelf:
        return self._letters.shelf_in(self._connection)

    def bind(self, talk: Talk, code: str) -> Talk:
        """Bind the chat to the code's account and return that account's conversation.

        Raises CodeRefused; a wrong code counts only when the turn is committed all the same.
        """
        codes.use(self._connection, talk, code, now=self._now)
        channel, external = codes.address(self._connection, talk.identity)
        moved = self._take(lock_talk(self._connection, channel, external, now=self._now))
        plan_for(self._ledger, moved.person)
        return moved

    def set_language(self, talk: Talk, language: str) -> None:
        """Keep the language for this person on every channel."""
        values = {"language": language}
        if talk.person.account is not None:
            self._connection.execute(_LANGUAGE, {**values, "account": talk.person.account})
        self._connection.execute(_TALK_LANGUAGE, {**values, "conversation": talk.id})

    @property
    def _ledger(self) -> Ledger:
        today = self._clock.today()
        return Ledger(self._connection, self._now, today, planner=self._planner)

    def _take(self, loaded: Loaded) -> Talk:
        if loaded.stored is not None and loaded.stored.draft.id is not None:
            self._read[loaded.stored.draft.id] = loaded.stored
        self._talk = loaded.talk.id
        return loaded.talk

    def _write(self, person: Person, draft: Draft, judged: Judged, plan: Plan | None) -> Draft:
        before = self._before(person, draft)
        if before is not None and before.draft == draft:
            stored = draft
            known = before.is_judged(judged)
            if not known and not judge_draft(self._connection, person, draft, judged=judged):
                plan = None
        else:
            stored = write_draft(self._connection, person, draft, judged=judged, now=self._now)
        assert stored.id is not None
        now = before or Stored(stored, int(person.account or 0), plan=None)
        if plan is not None and judged.plan != now.plan:
            plan_draft(
                self._connection,
                stored,
                owner=now.owner,
                plan=plan,
                closed=is_closed(stored, judged.verdict),
                before=None if before is None else now.plan or "",
            )
            now = replace(now, plan=judged.plan)
        self._read[stored.id] = replace(now, draft=stored, judged=None)
        return stored

    def _before(self, person: Person, draft: Draft) -> Stored | None:
        if draft.id is None:
            return None
        before = self._read.get(draft.id) or read_draft(self._connection, person, draft.id)
        return before and before.becoming(draft)

    def _refused(self, person: Person, asked: str, *, draft: int) -> None:
        if person.account and is_anothers(self._connection, person, {"draft": draft}):
            self._trail(person).refused(asked, {"draft": draft})

    def _trail(self, person: Person) -> Trail:
        return Trail(self._connection, self._now, self._talk, account=person.account)
