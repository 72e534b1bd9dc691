"""Stand-ins for the ports: a storage in memory and a clock that stands still."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from flows.asking import Asked
from flows.model import Draft, DraftLine, Incoming, Json, Person, Reply
from flows.ports import CodeRefused, StaleDraft, Talk
from flows.proposals.course import allows
from flows.reminding import Hours, Plan
from flows.wire import reply_from_json, reply_to_json
from language.questions import Shelf
from tests.asked import Asking
from tests.registers import Registers

Chat = tuple[str, str]


@dataclass(slots=True)
class StillClock:
    """Always the same time; `day` is the officers'."""

    day: date = date(2026, 11, 21)

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 3, tzinfo=UTC)

    def today(self) -> date:
        return self.day


@dataclass(slots=True)
class Conversation:
    """One conversation as stored; the chats of one account share it."""

    state: Json = None
    serial: int = 0
    in_hand: int | None = None
    language: str = "vi"


@dataclass(slots=True)
class Memory:
    """What committed turns leave behind.

    `people` says whose each chat is; `replies` are in order, each with the chat it is for.
    """

    seen: set[tuple[str, str]] = field(default_factory=set)
    chats: list[Chat] = field(default_factory=list)
    people: dict[Chat, Person] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    drafts: dict[int, Draft] = field(default_factory=dict)
    judged: dict[int, tuple[str | None, date | None]] = field(default_factory=dict)
    replies: list[tuple[Chat, Reply]] = field(default_factory=list)
    events: list[tuple[str, Json]] = field(default_factory=list)
    codes: dict[str, Person] = field(default_factory=dict)
    registers: Registers = field(default_factory=Registers)
    own: Shelf = field(default_factory=lambda: Shelf.of(()))

    def copied(self) -> Memory:
        """The same for a turn of its own."""
        # plans and replies are frozen, and their words cannot be copied deeply
        plans, news = self.registers.plans.values(), (line for _, _, line in self.registers.news)
        words = (*news, *(reply for _, reply in self.replies))
        frozen = {id(one): one for one in (*plans, *self.registers.proposals.values(), *words)}
        return deepcopy(self, frozen)

    def person(self, chat: Chat) -> Person:
        """Whose chat it is, with their own hours; whoever is seen is known from then on."""
        person = self.people.get(chat, Person())
        if person.account is None:
            return person
        self.registers.people.setdefault(person.account, person)
        hours = self.registers.hours.get(person.account, Hours())
        unit = person.unit
        if unit is not None:
            unit = replace(unit, signs=self.registers.signs.get(unit.id, unit.signs))
        return replace(person, hours=hours, unit=unit)

    def conversation(self, chat: Chat) -> Conversation:
        account = self.people.get(chat, Person()).account
        name = f"account {account}" if account else "chat {} {}".format(*chat)
        return self.conversations.setdefault(name, Conversation())


@dataclass(slots=True)
class MemoryStorage:
    """flows.ports.Storage in memory: a turn that raises leaves nothing behind."""

    memory: Memory = field(default_factory=Memory)
    clock: StillClock = field(default_factory=StillClock, kw_only=True)

    @contextmanager
    def turn(self) -> Iterator[MemoryTurn]:
        turn = MemoryTurn(self.memory.copied(), clock=self.clock)
        yield turn
        self.memory = turn.memory


@dataclass(slots=True)
class MemoryTurn:
    memory: Memory
    clock: StillClock = field(default_factory=StillClock, kw_only=True)

    def begin(self, incoming: Incoming) -> Talk | None:
        if (incoming.channel, incoming.update) in self.memory.seen:
            return None
        self.memory.seen.add((incoming.channel, incoming.update))
        chat = incoming.channel, incoming.sender
        if chat not in self.memory.chats:
            self.memory.chats.append(chat)
        return self._talk(chat)

    def _talk(self, chat: Chat) -> Talk:
        number = self.memory.chats.index(chat)
        now = self.memory.conversation(chat)
        person = replace(self.memory.person(chat), language=now.language)
        draft = self.draft(person, now.in_hand or 0)
        return Talk(number, number, person, now.state, now.serial, draft)

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
        chat = self.memory.chats[talk.identity]
        now = self.memory.conversation(chat)
        stored = self._keep(talk.person, draft) if draft is not None else None
        if stored is not None and stored.id is not None:
            now.in_hand = stored.id
            self.memory.judged[stored.id] = (verdict, last_day)
            if plan is not None:
                self.memory.registers.plans[stored.id] = plan
        now.state = _through_json(state)
        now.serial += 1
        through = [reply_from_json(_through_json(reply_to_json(reply))) for reply in replies]
        self.memory.replies += [(chat, reply) for reply in through]
        self.memory.events += events
        return stored

    def _keep(self, person: Person, draft: Draft) -> Draft:
        if not person.may_store:
            raise PermissionError
        if draft.id is None:
            draft = replace(draft, id=max(self.memory.judged, default=0) + 1, version=1)
            self.memory.registers.owners[int(draft.id or 0)] = int(person.account or 0)
        else:
            now = self.draft(person, draft.id)
            if now is None or now.version != draft.version:
                raise StaleDraft
            if not allows(now.course, now.answers, draft.answers):
                raise StaleDraft
            draft = replace(draft, course=now.course)
            if draft != now:
                draft = replace(draft, version=draft.version + 1)
        answers = _through_json(dict(draft.answers))
        past = tuple(_through_json([dict(change) for change in draft.past]))
        stored = replace(draft, answers=answers, past=past)
        self.memory.drafts[int(stored.id or 0)] = stored
        return stored

    def drafts(self, person: Person) -> tuple[DraftLine, ...]:
        at = datetime(2026, 11, 21, tzinfo=UTC)
        return tuple(
            DraftLine(
                number,
                draft.kind,
                draft.name,
                *self.memory.judged[number],
                at,
                draft.answers,
            )
            for number, draft in reversed(self.memory.drafts.items())
            if self.memory.registers.keeps(person, number)
        )

    def draft(self, person: Person, draft: int) -> Draft | None:
        keeps = self.memory.registers.keeps(person, draft)
        return self.memory.drafts.get(draft) if keeps else None

    def delete_draft(self, person: Person, draft: int) -> bool:
        found = self.draft(person, draft)
        if found is None or (found.course is not None and not found.course.is_open):
            return False
        del self.memory.drafts[draft]
        for conversation in self.memory.conversations.values():
            if conversation.in_hand == draft:
                conversation.in_hand = None
        return True

    def ask(self, talk: Talk, asked: Asked) -> object:
        kept, drafts = self.memory.registers, self.memory.drafts
        now, today = self.clock.now(), self.clock.today()
        return Asking(kept, drafts, talk.person, now=now, today=today).answer(asked)

    def own_letters(self) -> Shelf:
        return self.memory.own

    def bind(self, talk: Talk, code: str) -> Talk:
        person = self.memory.codes.pop(code, None)
        if person is None:
            raise CodeRefused
        chat = self.memory.chats[talk.identity]
        self.memory.people[chat] = person
        return self._talk(chat)

    def set_language(self, talk: Talk, language: str) -> None:
        self.memory.conversation(self.memory.chats[talk.identity]).language = language


def _through_json(value: Json) -> Json:
    return json.loads(json.dumps(value))
