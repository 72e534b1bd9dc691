"""A process that plays turns and dies where it is told; the crash proofs start it.

It is a launcher: each line on standard input (JSON) forks one player, which plays the
updates in order and writes `b N` when a turn begins and `c N` when it is committed. So the
imports are paid once for hundreds of deaths.

{"url": …, "play": "module:function", "first": N, "last": N, "die_at": statement or null}
`play` is called as play(storage, incoming) for one turn; the last line of a player that
was not killed is `done`; the launcher ends it with `end`, or `failed` where it raised.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import event

from flows.model import Draft, Incoming, Reply
from flows.reminding import LastDay, Matter, Plan, Planned, Rung, Words
from rules.message import say
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock

Play = Callable[[SqlStorage, Incoming], None]
CHANNEL, SENDER = "web", "crash"
FIRST_DAY = date(2000, 1, 1)


def note_number(storage: SqlStorage, incoming: Incoming) -> None:
    """The plain turn: the number said joins the state, the draft, a reply and the audit.

    The draft's one reminder is of the day that the number names.
    """
    with storage.turn() as turn:
        talk = turn.begin(incoming)
        if talk is None:
            return
        numbers = [*talk.state.get("numbers", []), incoming.text]
        draft = talk.draft or Draft("surprise", {"numbers": []})
        draft = replace(draft, answers={"numbers": [*draft.answers["numbers"], incoming.text]})
        turn.save(
            talk,
            state={"numbers": numbers},
            draft=draft,
            replies=(Reply((say("said", n=incoming.text or ""),)),),
            events=(("said", {"n": incoming.text}),),
            plan=plan_until(int(incoming.text or 0)),
        )


def plan_until(number: int) -> Plan:
    """A plan of one reminder, `number` days from the first."""
    day = FIRST_DAY + timedelta(days=number)
    planned = Planned(
        Matter.WINDOW, day, Rung.DAY, on_day=day, at=datetime(2026, 11, 30, tzinfo=UTC)
    )
    words = {Matter.WINDOW: Words(say("said", n=number))}
    return Plan((planned,), words, str(number), (LastDay(Matter.WINDOW, day),))


def update(number: int) -> Incoming:
    return Incoming(CHANNEL, SENDER, update=str(number), text=str(number))


def resolve(path: str) -> Play:
    module, _, name = path.partition(":")
    found: Play = getattr(importlib.import_module(module), name)
    return found


def die_after_statement(storage: SqlStorage, number: int) -> None:
    """Kill this process when the given statement is done; past the last, before COMMIT."""
    seen = count(1)

    def executed(*_: Any) -> None:
        if next(seen) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def committing(_: Any) -> None:
        if number == -1:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(storage._engine, "after_cursor_execute", executed)
    event.listen(storage._engine, "commit", committing)


def play_all(order: dict[str, Any], play: Play) -> None:
    storage = open_storage(order["url"], HandClock())
    storage.people.units()  # connected before the first turn: deaths are to fall inside turns
    if order["die_at"] is not None:
        die_after_statement(storage, order["die_at"])
    for number in range(order["first"], order["last"] + 1):
        say_line(f"b {number}")
        play(storage, update(number))
        say_line(f"c {number}")
    say_line("done")


def say_line(line: str) -> None:
    """One short write: a pipe takes it whole or, for who was killed before, not at all."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        play = resolve(order["play"])
        resolve(order["play"])
        pid = os.fork()
        if pid == 0:
            try:
                play_all(order, play)
            except BaseException:  # noqa: BLE001 - told to the launcher, whatever it is
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        say_line(f"pid {pid}")
        _, status = os.waitpid(pid, 0)
        say_line("failed" if os.WIFEXITED(status) and status else "end")


if __name__ == "__main__":
    main()
