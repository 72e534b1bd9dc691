"""python -m bench.storage [url]: turns a second that storage alone keeps, begin to commit."""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from itertools import count

from bot.clock import SystemClock
from flows.model import Choice, Draft, Incoming, Reply, UnitRole
from rules.message import say
from storage.schema import migrate
from storage.session import SqlStorage, open_storage

SECONDS = 5.0
REPLY = Reply(
    (say("ask.forces_total"), say("ask.why")),
    choices=((Choice("12", say("unknown")), Choice("back", say("back"))),),
    token="q12",
)


def main(url: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = url or f"sqlite:///{folder}/bench.db"
        migrate(url)
        storage = open_storage(url, SystemClock())
        _bind(storage)
        spans = _saturate(storage)
        storage.close()
    spans.sort()
    p50, p99 = spans[len(spans) // 2], spans[len(spans) * 99 // 100]
    print(
        f"storage, {url.split(':')[0]}, one thread: {len(spans) / sum(spans):.0f} turns/s, "
        f"p50 {p50 * 1000:.2f} ms, p99 {p99 * 1000:.2f} ms"
    )


def _bind(storage: SqlStorage) -> None:
    unit = storage.people.add_unit("bench", level="commune", letters=("LS2022",))
    account = storage.people.add_account("bench", unit=unit, role=UnitRole.OFFICER)
    code = storage.people.add_code(account)
    with storage.turn() as turn:
        talk = turn.begin(Incoming("bench", "a", update="bind", text=code))
        assert talk is not None
        bound = turn.bind(talk, code)
        draft = Draft("surprise", {"n": 0})
        turn.save(bound, state={}, draft=draft, replies=(), events=())


def _saturate(storage: SqlStorage) -> list[float]:
    spans: list[float] = []
    end = time.perf_counter() + SECONDS
    for number in count():
        start = time.perf_counter()
        if start > end:
            break
        with storage.turn() as turn:
            talk = turn.begin(Incoming("bench", "a", update=str(number), text="12"))
            assert talk is not None
            assert talk.draft is not None
            answers = {"n": number, "forces_total": 19, "achieved_on": "2026-11-12"}
            past = (*talk.draft.past, talk.draft.answers)[-10:]
            draft = replace(talk.draft, answers=answers, past=past)
            events = (("answered", {"fact": "forces_total"}),)
            state = {"flow": "surprise"}
            turn.save(talk, state=state, draft=draft, replies=(REPLY,), events=events)
        spans.append(time.perf_counter() - start)
    return spans


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
