"""Stand-ins for the ports: a storage in memory and a clock that stands still."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from flows.model import Draft, DraftLine, Incoming, Json, Person, Reply
from flows.ports import CodeRefused, StaleDraft, Talk
from flows.wire import reply_from_json, reply_to_json


@dataclass(slots=True)
class StillClock:
    """Always the same time; `day` is the officers'."""

    day: date = date(2026, 11, 21)

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 3, tzinfo=UTC)

    def today(self) -> date:
        return self.day


@dataclass(slots=True)
class Memory:
    """What a committed turn leaves behind."""

    seen: set[tuple[str, str]] = field(default_factory=set)
    states: dict[str, Json] = field(default_factory=dict)
    serials: dict[str, int] = field(default_factory=dict)
    in_hand: dict[str, int] = field(default_factory=dict)
    drafts: dict[int, Draft] = field(default_factory=dict)
    judged: dict[int, tuple[str | None, date | None]] = field(default_factory=dict)
    replies: list[tuple[str, Reply]] = field(default_factory=list)
    events: list[tuple[str, Json]] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    codes: dict[str, Person] = field(default_factory=dict)


@dataclass(slots=True)
class MemoryStorage:
    """flows.ports.Storage in memory: a turn that raises leaves nothing behind."""

    memory: Memory = field(default_factory=Memory)

    @contextmanager
    def turn(self) -> Iterator[MemoryTurn]:
        turn = MemoryTurn(deepcopy(self.memory))
        yield turn
        self.memory = turn.memory


@dataclass(slots=True)
class MemoryTurn:
    memory: Memory

    def begin(self, incoming: Incoming) -> Talk | None:
        if (incoming.channel, incoming.update) in self.memory.seen:
            return None
        self.memory.seen.add((incoming.channel, incoming.update))
        return self._talk(incoming.sender)

    def _talk(self, sender: str) -> Talk:
        memory = self.memory
        hand = memory.in_hand.get(sender)
        draft = memory.drafts.get(hand) if hand else None
        person = memory.people.get(sender, Person())
        names = list(dict.fromkeys([*memory.states, sender]))
        memory.states.setdefault(sender, None)
        number = names.index(sender) + 1
        return Talk(
            number, number, person, memory.states[sender], memory.serials.get(sender, 0), draft
        )

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
    ) -> Draft | None:
        sender = list(self.memory.states)[talk.id - 1]
        stored = self._keep(talk.person, draft) if draft is not None else None
        if stored is not None and stored.id is not None:
            self.memory.in_hand[sender] = stored.id
            self.memory.judged[stored.id] = (verdict, last_day)
        self.memory.states[sender] = json.loads(json.dumps(state))
        self.memory.serials[sender] = talk.serial + 1
        through = [reply_from_json(json.loads(json.dumps(reply_to_json(r)))) for r in replies]
        self.memory.replies += [(sender, reply) for reply in through]
        self.memory.events += events
        return stored

    def _keep(self, person: Person, draft: Draft) -> Draft:
        if not person.may_store:
            raise PermissionError
        if draft.id is None:
            number = max(self.memory.drafts, default=0) + 1
            draft = replace(draft, id=number, version=1)
        else:
            now = self.memory.drafts.get(draft.id)
            if now is None or now.version != draft.version:
                raise StaleDraft
            if draft != now:
                draft = replace(draft, version=draft.version + 1)
        answers = json.loads(json.dumps(dict(draft.answers)))
        past = tuple(json.loads(json.dumps([dict(change) for change in draft.past])))
        self.memory.drafts[int(draft.id or 0)] = replace(draft, answers=answers, past=past)
        return self.memory.drafts[int(draft.id or 0)]

    def drafts(self, person: Person) -> tuple[DraftLine, ...]:
        at = datetime(2026, 11, 21, tzinfo=UTC)
        return tuple(
            DraftLine(number, draft.kind, draft.name, *self.memory.judged[number], at)
            for number, draft in reversed(self.memory.drafts.items())
            if person.may_store
        )

    def draft(self, person: Person, draft: int) -> Draft | None:
        return self.memory.drafts.get(draft) if person.may_store else None

    def delete_draft(self, person: Person, draft: int) -> bool:
        if not person.may_store or draft not in self.memory.drafts:
            return False
        del self.memory.drafts[draft]
        self.memory.in_hand = {s: n for s, n in self.memory.in_hand.items() if n != draft}
        return True

    def bind(self, talk: Talk, code: str) -> Talk:
        person = self.memory.codes.pop(code, None)
        if person is None:
            raise CodeRefused
        sender = list(self.memory.states)[talk.id - 1]
        self.memory.people[sender] = person
        return replace(talk, person=person)

    def set_language(self, talk: Talk, language: str) -> None:
        sender = list(self.memory.states)[talk.id - 1]
        person = self.memory.people.get(sender, Person())
        self.memory.people[sender] = replace(person, language=language)
