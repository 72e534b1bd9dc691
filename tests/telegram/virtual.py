"""An event loop whose time only sleeping moves, so that minutes pass at once and exactly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")
START = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


class VirtualLoop(asyncio.SelectorEventLoop):
    """Threads are done without: what would run in one runs at once, and takes no time."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 100.0
        selector: Any = self._selector  # type: ignore[attr-defined]
        select = selector.select

        def jump(timeout: float | None = None) -> Any:
            assert timeout is not None, "everything waits for something that never comes"
            self.now += timeout
            return select(0)

        selector.select = jump

    def time(self) -> float:
        return self.now

    def stall(self, seconds: float) -> None:
        """What holds the loop up: time passes, and nobody is served."""
        self.now += seconds

    def run_in_executor(self, executor: Any, func: Callable[..., T], *args: Any) -> Any:
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - as a thread would hand it over
            done.set_exception(error)
        return done


class VirtualClock:
    """flows.ports.Clock by the loop's time."""

    def now(self) -> datetime:
        return START + timedelta(seconds=asyncio.get_running_loop().time() - 100.0)

    def today(self) -> date:
        return self.now().date()


def play(story: Coroutine[Any, Any, T]) -> T:
    """Run it on a virtual loop of its own."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(story)


def now() -> float:
    """Seconds since the story began."""
    return asyncio.get_running_loop().time() - 100.0
