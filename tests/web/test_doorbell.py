"""The doorbell: one address at once, all of them gathered, from any thread."""

from __future__ import annotations

import asyncio

from handlers.web.doorbell import Doorbell


async def test_a_ring_wakes_its_own_address_at_once_and_no_other() -> None:
    bell = Doorbell()
    with bell.listen("a") as mine, bell.listen("b") as other:
        bell.ring("a")
        assert mine.is_set()
        await asyncio.sleep(0.02)
        assert not other.is_set()


async def test_rings_for_all_are_gathered_into_one() -> None:
    bell = Doorbell(gather_s=0.05)
    with bell.listen("a") as one, bell.listen("b") as other:
        for _ in range(100):
            bell.ring()
        assert not one.is_set()
        async with asyncio.timeout(2):
            await one.wait()
        assert other.is_set()
        one.clear()
        await asyncio.sleep(0.1)
        assert not one.is_set()
        bell.ring()
        async with asyncio.timeout(2):
            await one.wait()


async def test_a_worker_thread_may_ring() -> None:
    bell = Doorbell(gather_s=0)
    await asyncio.to_thread(bell.ring)  # nobody has listened yet
    with bell.listen("a") as mine:
        for address in ("a", None):
            mine.clear()
            await asyncio.to_thread(bell.ring, address)
            async with asyncio.timeout(2):
                await mine.wait()


async def test_closing_wakes_all_at_once() -> None:
    bell = Doorbell(gather_s=60)
    with bell.listen("a") as mine:
        bell.ring()
        bell.close()
        assert mine.is_set()
        assert bell.closed


async def test_a_stream_that_left_is_forgotten() -> None:
    bell = Doorbell()
    with bell.listen("a") as gone:
        pass
    bell.ring("a")
    assert not gone.is_set()
