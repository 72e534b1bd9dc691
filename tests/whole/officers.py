"""The officer of the stories on each channel."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from contextlib import suppress
from typing import Any

from handlers.terminal import PROMPT
from tests.telegram.emulator import TelegramEmulator
from tests.whole.running import ROOT, surroundings

WITHIN_S = 15.0
PRESS = """async tap => await fetch("/api/say", {
  method: "POST",
  headers: {"Content-Type": "application/json"},
  body: JSON.stringify({update: crypto.randomUUID(), tap}),
})"""
"""What the page sends for a button, for one that it no longer shows."""


class TelegramOfficer:
    """Plays through the emulator; the newest answers are those after the last thing said."""

    def __init__(self, telegram: TelegramEmulator, chat: int) -> None:
        self._telegram = telegram
        self._chat = chat
        self._before = ""
        self._tapped = ""

    async def say(self, text: str) -> None:
        self._before = self._snapshot()
        await self._telegram.say(self._chat, text)
        await self._answered()

    async def tap(self, label: str) -> None:
        async with asyncio.timeout(WITHIN_S):
            while label not in await self.offered():
                await asyncio.sleep(0.05)
        self._before = self._snapshot()
        buttons = self._telegram.screen(self._chat).buttons()
        self._tapped = next(b["callback_data"] for b in buttons if b["text"].endswith(label))
        await self._telegram.tap(self._chat, label)
        await self._answered()

    async def press_again(self) -> None:
        self._before = self._snapshot()
        await self._telegram.tap_data(self._chat, self._tapped)
        await self._answered()

    async def see(self, words: str) -> None:
        await self._telegram.seen(self._chat, words, within=WITHIN_S)

    async def offered(self) -> list[str]:
        rows = self._telegram.screen(self._chat).labels
        return [label.removeprefix("✓ ") for row in rows for label in row]

    def _snapshot(self) -> str:
        return repr([(m.id, m.text, m.labels) for m in self._telegram.chats[self._chat]])

    async def _answered(self) -> None:
        """Wait until the chat has changed."""
        async with asyncio.timeout(WITHIN_S):
            while self._snapshot() == self._before:
                await asyncio.sleep(0.02)


class WebOfficer:
    """Plays in a real browser, on a phone."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self._tapped: dict[str, str] = {}
        page.on("request", self._remember)

    def _remember(self, request: Any) -> None:
        body = request.post_data_json if request.url.endswith("/api/say") else {}
        self._tapped = body.get("tap", self._tapped)

    async def press_again(self) -> None:
        await self.page.evaluate(PRESS, self._tapped)
        await self.settled()

    async def say(self, text: str) -> None:
        box = self.page.get_by_role("textbox").first
        await box.fill(text)
        await box.press("Enter")
        await self.settled()

    async def tap(self, label: str) -> None:
        button = self.page.get_by_role("button", name=label, exact=True)
        if not await button.count():
            button = self.page.get_by_role("button", name=re.compile(re.escape(label)))
        await button.last.click()
        await self.settled()

    async def see(self, words: str) -> None:
        log = self.page.get_by_role("log")
        with suppress(TimeoutError):
            async with asyncio.timeout(WITHIN_S):
                while words not in await log.inner_text():
                    await asyncio.sleep(0.1)
        text = await log.inner_text()
        assert words in text, f"{words!r} not in {text[-800:]!r}"

    async def offered(self) -> list[str]:
        buttons = self.page.locator("button:enabled")
        return [text.strip() for text in await buttons.all_inner_texts()]

    async def settled(self) -> None:
        """The page is quiet: nothing is on its way and nothing was added for a moment."""
        log = self.page.get_by_role("log")
        before = None
        async with asyncio.timeout(WITHIN_S):
            while True:
                now = await log.inner_text()
                if now == before:
                    return
                before = now
                await asyncio.sleep(0.5)


class TerminalOfficer:
    """Plays `kipthoi chat`; a tap is the number or the words of a choice."""

    def __init__(self, database_url: str, **settings: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", "chat"], cwd=ROOT,
            env=surroundings(database_url, **settings), stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, bufsize=1,
        )  # fmt: skip
        self._screen = ""
        self._read()

    @property
    def screen(self) -> str:
        return self._screen

    async def say(self, text: str) -> None:
        await asyncio.to_thread(self._play, text)

    async def tap(self, label: str) -> None:
        numbered = {name: number for number, name in self._choices().items()}
        await self.say(numbered.get(label, label))

    async def see(self, words: str) -> None:
        assert words in self._screen, f"{words!r} not in {self._screen!r}"

    async def offered(self) -> list[str]:
        return list(self._choices().values())

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(30) == 0

    def _choices(self) -> dict[str, str]:
        found = re.findall(r"^(\d+)\. (?:✓ )?(.+)$", self._screen, flags=re.MULTILINE)
        return dict(found)

    def _play(self, text: str) -> None:
        """Write a line; the screen is what comes up to the prompt that follows."""
        assert self._process.stdin is not None
        self._process.stdin.write(text + "\n")
        self._process.stdin.flush()
        self._read()

    def _read(self) -> None:
        assert self._process.stdout is not None
        lines: list[str] = []
        while (line := self._process.stdout.readline()) and line != f"{PROMPT}\n":
            lines.append(line)
        self._screen = "".join(lines)
