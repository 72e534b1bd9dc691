"""/healthz says whether to restart, /metrics what was done; neither says anything of a person."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from flows.model import Incoming
from flows.ports import Sent
from handlers.web.app import Extras
from handlers.web.measures import Measures
from tests.web.demo_server import demo_app
from tests.web.fake_chat import FakeChat, FixedClock
from tests.web.registers import WELL, FakeRegisters

PROXIED = {"X-Forwarded-For": "8.8.8.8", "Host": "khenthuong.example"}
NOW = FixedClock().now()


@asynccontextmanager
async def watcher(
    seen: FakeRegisters, measures: Measures | None = None, token: str | None = None
) -> AsyncIterator[TestClient[Any, Any]]:
    extras = Extras(
        registers=seen.registers(), measures=measures or Measures(), metrics_token=token
    )
    async with TestClient(TestServer(demo_app(FakeChat(), extras=extras))) as client:
        yield client


async def health(seen: FakeRegisters) -> tuple[int, dict[str, Any]]:
    async with watcher(seen) as client, client.get("/healthz", headers=PROXIED) as answer:
        return answer.status, await answer.json()


async def metrics(client: TestClient[Any, Any], **headers: str) -> dict[str, float]:
    async with client.get("/metrics", headers=headers) as answer:
        assert answer.status == 200
        text = await answer.text()
    return {
        sample.name + "".join(sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_well_is_200_with_the_age_of_the_last_tick() -> None:
    assert await health(FakeRegisters()) == (200, {"ok": True, "database": True, "last_tick_s": 20})


async def test_a_database_that_is_gone_is_503() -> None:
    found = await health(FakeRegisters(failing=True))
    assert found == (503, {"ok": False, "database": False, "last_tick_s": None})


async def test_ticks_that_stopped_are_503() -> None:
    status, found = await health(
        FakeRegisters(health=replace(WELL, last_tick=NOW - timedelta(minutes=3)))
    )
    assert (status, found["ok"], found["database"]) == (503, False, True)


async def test_before_the_first_tick_it_is_well_for_a_while() -> None:
    status, found = await health(FakeRegisters(health=replace(WELL, last_tick=None)))
    assert (status, found["last_tick_s"]) == (200, None)


async def test_a_clock_put_back_is_no_illness() -> None:
    late = replace(WELL, last_tick=NOW + timedelta(hours=1))
    assert (await health(FakeRegisters(health=late)))[1]["last_tick_s"] == 0


async def test_asking_all_the_time_reads_the_database_once() -> None:
    seen, calls = FakeRegisters(), []
    registers = replace(seen.registers(), health=lambda: calls.append(1) or WELL)
    app = demo_app(FakeChat(), extras=Extras(registers=registers))
    async with TestClient(TestServer(app)) as client:
        for _ in range(30):
            async with client.get("/healthz") as answer:
                assert answer.status == 200
    assert len(calls) == 1


async def test_metrics_show_the_queue_and_what_was_done() -> None:
    measures = Measures()
    seen = FakeRegisters(
        health=replace(WELL, queued=3, failed=2, oldest_queued=NOW - timedelta(seconds=90))
    )
    measures.count("turns", "web", 5)
    measures.count("sent", "telegram", 7)
    async with watcher(seen, measures) as client:
        found = await metrics(client)
    assert found["kipthoi_database_up"] == 1
    assert found["kipthoi_outbox_queued"] == 3
    assert found["kipthoi_outbox_oldest_seconds"] == 90
    assert found["kipthoi_outbox_failed"] == 2
    assert found["kipthoi_reminders_planned"] == 4
    assert found["kipthoi_unreadable"] == 0
    assert (
        found["kipthoi_next_due_timestamp_seconds"]
        == datetime(2026, 11, 23, tzinfo=UTC).timestamp()
    )
    assert found["kipthoi_turns_totalweb"] == 5
    assert found["kipthoi_sent_totaltelegram"] == 7


async def test_metrics_without_a_database_say_that_it_is_down() -> None:
    async with watcher(FakeRegisters(failing=True)) as client:
        found = await metrics(client)
    assert found == {"kipthoi_database_up": 0}


@pytest.mark.parametrize("token", [None, "s3cret"])
@pytest.mark.parametrize(
    "given", [{}, {"Authorization": "Bearer"}, {"Authorization": "Bearer wrong"},
              {"Authorization": "Basic s3cret"}, {"Authorization": "Bearer ấ"}],
)  # fmt: skip
async def test_metrics_are_for_this_machine_or_the_token(
    token: str | None, given: dict[str, str]
) -> None:
    async with (
        watcher(FakeRegisters(), token=token) as client,
        client.get("/metrics", headers=PROXIED | given) as answer,
    ):
        assert (answer.status, await answer.text()) == (403, "403")


async def test_the_token_opens_the_metrics_to_another_machine() -> None:
    async with watcher(FakeRegisters(), token="s3cret") as client:
        found = await metrics(client, **PROXIED, Authorization="Bearer s3cret")
    assert found["kipthoi_database_up"] == 1


@dataclass
class Outbox:
    sent: list[Sequence[Sent]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)

    def mark_sent(self, sent: Sequence[Sent], *, now: datetime) -> None:
        self.sent.append(sent)

    def give_up(self, envelope: int, *, why: str, unreachable: bool = False) -> None:
        self.gone.append(envelope)

    def put_off(self, envelope: int, *, until: datetime, why: str) -> None: ...

    def due(self) -> str:
        return "passed on"


def test_turns_and_deliveries_are_counted_once_they_are_committed() -> None:
    measures, kept = Measures(), Outbox()
    outbox: Any = measures.of_outbox(kept, "telegram")  # type: ignore[arg-type]
    outbox.mark_sent([Sent(1), Sent(2)], now=NOW)
    outbox.give_up(3, why="x", unreachable=True)
    outbox.put_off(4, until=NOW, why="x")
    assert outbox.due() == "passed on"
    assert (len(kept.sent[0]), kept.gone) == (2, [3])

    def broken(incoming: Incoming) -> bool:
        raise OSError

    with pytest.raises(OSError):
        measures.of_turns(broken)(Incoming("web", "s", "1"))
    assert measures.of_turns(lambda _: False)(Incoming("web", "s", "1")) is False
    assert measures.of_turns(lambda _: True)(Incoming("web", "s", "1")) is True
    assert measures.read() == {
        ("sent", "telegram"): 2, ("given_up", "telegram"): 1, ("put_off", "telegram"): 1,
        ("turns", "web"): 1,
    }  # fmt: skip
