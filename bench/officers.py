"""Officers who answer whatever they are asked, as fast as they are let."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flows.model import Expects, Incoming, Reply, Role, Tap
from flows.ports import Storage, Turn

OPENINGS = ("/dotxuat", "/chuyende")
TURNS_A_CASE = 14
TYPED = {Expects.NUMBER: "12", Expects.DATE: "hôm qua", Expects.TEXT: "Dân quân xã Cao Lâu"}


class Overheard:
    """Storage that also shows the officer's last reply, at no cost to the database."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.last: dict[str, Reply] = {}

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        with self._storage.turn() as turn:
            yield _Overheard(turn, self.last)


class _Overheard:
    def __init__(self, turn: Turn, last: dict[str, Reply]) -> None:
        self._turn = turn
        self._last = last
        self._sender = ""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._turn, name)

    def begin(self, incoming: Incoming) -> Any:
        self._sender = incoming.sender
        return self._turn.begin(incoming)

    def save(self, talk: Any, *, replies: Sequence[Reply], **rest: Any) -> Any:
        if replies:
            self._last[self._sender] = replies[-1]
        return self._turn.save(talk, replies=replies, **rest)


class Officer:
    """One person in one chat: opens a case, answers a dozen questions, opens the next."""

    def __init__(self, number: int, *, last: dict[str, Reply], channel: str = "bench") -> None:
        self.name = f"officer{number}"
        self._last = last
        self._channel = channel
        self._number = number
        self._turns = itertools.count()

    def bind(self, code: str) -> Incoming:
        return self._incoming(-1, text=f"/start {code}")

    def next(self) -> Incoming:
        """What this officer writes or taps now."""
        turn = next(self._turns)
        case, step = divmod(turn, TURNS_A_CASE)
        reply = self._last.get(self.name)
        if step == 0 or reply is None:
            return self._incoming(turn, text=OPENINGS[(case + self._number) % len(OPENINGS)])
        return self._answer(turn, reply)

    def _answer(self, turn: int, reply: Reply) -> Incoming:
        typed = TYPED.get(reply.expects)
        if typed is not None:
            return self._incoming(turn, text=typed)
        offered = [choice for row in reply.choices for choice in row]
        answers = [choice for choice in offered if choice.role is Role.ANSWER] or offered
        if not answers:
            return self._incoming(turn, text="tiếp tục")
        choice = answers[(turn + self._number) % len(answers)]
        return self._incoming(turn, tap=Tap(choice.id, reply.token))

    def _incoming(self, turn: int, **what: Any) -> Incoming:
        return Incoming(self._channel, self.name, f"{self.name}:{turn}", **what)
