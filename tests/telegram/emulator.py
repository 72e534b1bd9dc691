"""A Bot API server for tests: a package's emulator, with a memory, floods, blocks and faults.

Added to it: a store of messages (texts as they stand, keyboards, edits), errors for edits of
unknown or unchanged messages, `edited_message`, flood limits with 429, chats that blocked the
bot (403), latency, 5xx, redelivery, and the moves of an officer: `say`, `tap`, `screen`.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator, updates

from tests.telegram.floods import Enforced

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"  # the form of one, not one
TAGS = frozenset({"b", "i", "u", "s", "code", "pre"})

updates.KINDS.add("edited_message")


@dataclass(slots=True)
class Stored:
    """A message of the bot as the officer sees it now."""

    id: int
    chat: int
    text: str
    html: str
    keyboard: list[list[dict[str, str]]]
    edits: int = 0
    file: str = ""

    @property
    def labels(self) -> list[list[str]]:
        return [[button["text"] for button in row] for row in self.keyboard]

    def buttons(self) -> Iterator[dict[str, str]]:
        for row in self.keyboard:
            yield from row


@dataclass(slots=True)
class Flood:
    """At most `count` messages in `seconds`; who goes over is told to wait `retry_after`."""

    count: int
    seconds: float
    retry_after: int = 1
    times: deque[float] = field(default_factory=deque)

    def over(self, now: float) -> bool:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        if len(self.times) >= self.count:
            return True
        self.times.append(now)
        return False


class _Plain(HTMLParser):
    """Telegram's reading of HTML: known tags, closed in order, or a 400."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise ApiRefusal(f"Bad Request: can't parse entities: unsupported start tag {tag!r}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise ApiRefusal(f"Bad Request: can't parse entities: unexpected end tag {tag!r}")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def plain_of(html: str) -> str:
    """The text without its marks. Raises ApiRefusal where Telegram would."""
    reader = _Plain()
    reader.feed(html)
    reader.close()
    if reader.open:
        raise ApiRefusal("Bad Request: can't parse entities: can't find end tag")
    return "".join(reader.text)


class TelegramEmulator(LoBotApiEmulator):  # type: ignore[misc]
    """One bot's Telegram, and its officers (a chat's id is its officer's)."""

    def __init__(self, *, token: str = TOKEN) -> None:
        super().__init__(allow_insecure_loopback_webhooks=True, max_updates=10_000)
        self.token = token
        self.url = ""
        self.chats: dict[int, list[Stored]] = defaultdict(list)
        self.sends: list[tuple[float, int, str]] = []
        self.refused: list[tuple[str, int]] = []
        self.answered: list[str] = []
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.blocked: set[int] = set()
        self.latency = 0.0
        self.chat_latency: dict[int, float] = {}
        self.faults = 0
        self.unparsable = False
        self.chat_flood: dict[int, Flood] = {}
        self.every_chat_flood: tuple[int, float, int] | None = None
        self.overall_flood: Flood | None = None
        self.enforced: Enforced | None = None
        self.shown: list[tuple[float, int, str]] = []
        self.deliveries: list[int] = []
        self.uploaded: list[tuple[str, bytes]] = []
        self._said = 0
        self._texts: dict[int, tuple[int, str]] = {}

    # --- the server -------------------------------------------------------------------------

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if method in {"sendMessage", "editMessageText", "answerCallbackQuery"}:
            await asyncio.sleep(self.latency / 2)
            if self.faults > 0:
                self.faults -= 1
                return self._refusal(method, 502, "Bad Gateway")
            if self.chat_latency:
                form = await request.post()
                await asyncio.sleep(self.chat_latency.get(int(str(form.get("chat_id", 0))), 0))
        response: web.Response = await super().handle(request)
        if method in {"sendMessage", "editMessageText", "answerCallbackQuery"}:
            await asyncio.sleep(self.latency / 2)
        if response.status != 200:
            self.refused.append((method, response.status))
        return response

    def _refusal(self, method: str, status: int, words: str) -> web.Response:
        self.refused.append((method, status))
        body = {"ok": False, "error_code": status, "description": words}
        return web.json_response(body, status=status)

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        if method in {"sendDocument", "sendPhoto"}:
            return self._hand_over(method[4:].lower(), fields, uploads)
        if method == "editMessageReplyMarkup":
            return self._take_buttons(fields, uploads)
        if method not in {"sendMessage", "editMessageText"}:
            result = super().validate(method, fields, uploads)
            self._remember(method, fields)
            return result
        chat = int(fields["chat_id"])
        self._pace(chat)
        if chat in self.blocked:
            raise ApiRefusal("Forbidden: bot was blocked by the user", 403)
        html = fields.get("text", "")
        if fields.pop("parse_mode", None) == "HTML":
            if self.unparsable:
                raise ApiRefusal("Bad Request: can't parse entities: told to refuse")
            fields["text"] = plain_of(html)
        if method == "sendMessage":
            return self._store(chat, html, fields, uploads)
        return self._edit(chat, html, fields, uploads)

    def _remember(self, method: str, fields: dict[str, Any]) -> None:
        if method == "answerCallbackQuery":
            self.answered.append(fields["callback_query_id"])
        if method == "setMyCommands":
            self.commands[fields.get("language_code", "")] = self.decoded(fields["commands"])

    def _pace(self, chat: int) -> None:
        now = asyncio.get_running_loop().time()
        if chat not in self.chat_flood and self.every_chat_flood is not None:
            self.chat_flood[chat] = Flood(*self.every_chat_flood)
        for flood in (self.chat_flood.get(chat), self.overall_flood):
            if flood is not None and flood.over(now):
                raise _too_many(flood.retry_after)
        if self.enforced is not None and (wait := self.enforced.count(chat, now)) is not None:
            raise _too_many(wait)

    def _store(self, chat: int, html: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        result = super().validate("sendMessage", fields, uploads)
        message = Stored(result["message_id"], chat, result["text"], html, _keyboard(result))
        self.chats[chat].append(message)
        self.sends.append((asyncio.get_running_loop().time(), chat, message.text))
        self.shown.append(self.sends[-1])
        return result

    def _hand_over(self, kind: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        """A file: the name it was sent under, or its own name here."""
        chat = int(fields["chat_id"])
        self._pace(chat)
        if chat in self.blocked:
            raise ApiRefusal("Forbidden: bot was blocked by the user", 403)
        html = fields.get("caption", "")
        if fields.pop("parse_mode", None) == "HTML" and html:
            if self.unparsable:
                raise ApiRefusal("Bad Request: can't parse entities: told to refuse")
            fields["caption"] = plain_of(html)
        result = super().validate(f"send{kind.title()}", fields, uploads)
        found = result[kind][0] if kind == "photo" else result[kind]
        name = next((one["filename"] for one in uploads.values()), found["file_id"])
        self.uploaded += [(one["filename"], one["data"]) for one in uploads.values()]
        keyboard = self.decoded(fields.get("reply_markup") or "{}").get("inline_keyboard", [])
        caption = result.get("caption", "")
        message = Stored(result["message_id"], chat, caption, html, keyboard, file=name)
        self.chats[chat].append(message)
        self.sends.append((asyncio.get_running_loop().time(), chat, caption))
        return result

    def _edit(self, chat: int, html: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        result = super().validate("editMessageText", fields, uploads)
        message = next((m for m in self.chats[chat] if m.id == result["message_id"]), None)
        if message is None:
            raise ApiRefusal("Bad Request: message to edit not found")
        keyboard = _keyboard(result)
        if (message.html, message.keyboard) == (html, keyboard):
            raise ApiRefusal(
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content"
            )
        message.text, message.html, message.keyboard = result["text"], html, keyboard
        message.edits += 1
        self.shown.append((asyncio.get_running_loop().time(), chat, message.text))
        return result

    def _take_buttons(self, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        result = super().validate("editMessageReplyMarkup", fields, uploads)
        chat, number = int(fields["chat_id"]), int(fields["message_id"])
        message = next((m for m in self.chats[chat] if m.id == number), None)
        if message is None:
            raise ApiRefusal("Bad Request: message to edit not found")
        message.keyboard = _keyboard(result)
        return result

    def forget(self, chat: int, message: int) -> None:
        """The officer deletes a message of the bot."""
        self.chats[chat] = [kept for kept in self.chats[chat] if kept.id != message]

    # --- an officer --------------------------------------------------------------------------

    async def say(self, chat: int, text: str) -> int:
        """The officer writes; the id of the update."""
        return await self.send_update({"message": self._message(chat, {"text": text})})

    async def send_photo(self, chat: int, caption: str | None = None) -> int:
        photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
        content: dict[str, Any] = {"photo": photo}
        if caption is not None:
            content["caption"] = caption
        return await self.send_update({"message": self._message(chat, content)})

    async def send_file(
        self, chat: int, name: str, data: bytes, *, size: int | None = None, photo: bool = False
    ) -> int:
        """A document or picture that this server keeps; its own name is `of-<name>`."""
        self.assets[f"of-{name}"] = {"data": data, "size": len(data)}
        kept = {"file_id": f"of-{name}", "file_unique_id": name, "file_size": size or len(data)}
        document = {**kept, "file_name": name, "mime_type": "application/pdf"}
        sizes = [{**kept, "file_id": "small", "width": 1, "height": 1},
                 {**kept, "width": 90, "height": 90}]  # fmt: skip
        content = {"photo": sizes} if photo else {"document": document}
        return await self.send_update({"message": self._message(chat, content)})

    async def edit(self, chat: int, text: str) -> int:
        """The officer edits the last thing they wrote."""
        number, _ = self._texts[chat]
        message = self._message(chat, {"text": text, "edit_date": 2}, number=number)
        return await self.send_update({"edited_message": message})

    async def say_in_group(self, group: int, text: str, *, officer: int = 5) -> int:
        message = self._message(officer, {"text": text})
        message["chat"] = {"id": group, "type": "group", "title": "Xã"}
        return await self.send_update({"message": message})

    async def tap(self, chat: int, button: str, *, message: Stored | None = None) -> int:
        """Tap a button by its words or its choice's id, on the newest message that has it."""
        shown = [message] if message else list(reversed(self.chats[chat]))
        for candidate in shown:
            for found in candidate.buttons():
                choice = found["callback_data"].partition("|")[2]
                if button in {found["text"], found["text"].removeprefix("✓ "), choice}:
                    return await self.tap_data(chat, found["callback_data"], candidate.id)
        raise AssertionError(f"no button {button!r} among {[m.labels for m in shown]}")

    async def tap_data(self, chat: int, data: str, message: int = 1) -> int:
        """A tap as Telegram tells it, whatever the buttons now are."""
        self._said += 1
        under = {"message_id": message, "date": 1, "chat": _private(chat), "text": "…"}
        query = {
            "id": f"tap{self._said}",
            "from": _person(chat),
            "chat_instance": "1",
            "message": under,
            "data": data,
        }
        return await self.send_update({"callback_query": query})

    def screen(self, chat: int) -> Stored:
        """The newest message of the chat."""
        assert self.chats[chat], f"nothing was sent to {chat}"
        return self.chats[chat][-1]

    def texts(self, chat: int) -> list[str]:
        return [message.text for message in self.chats[chat]]

    async def seen(self, chat: int, words: str, *, within: float = 10.0) -> Stored:
        """Wait until a message of the chat holds the words."""
        try:
            async with asyncio.timeout(within):
                while True:
                    for message in reversed(self.chats[chat]):
                        if words in message.text:
                            return message
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"{words!r} not among {self.texts(chat)}") from None

    # --- updates -----------------------------------------------------------------------------

    async def send_update(self, update: dict[str, Any]) -> int:
        return int(await self.enqueue_update(update, token=self.token))

    async def redeliver(self, update: dict[str, Any]) -> None:
        """The same update once more, number and all, as after a lost confirmation."""
        state = self._update_queues._state(self.token)
        async with state.condition:
            state.updates.insert(0, json.loads(json.dumps(update)))
            state.condition.notify_all()
        await self.deliver_updates(token=self.token)

    @property
    def pending(self) -> list[int]:
        """The numbers of updates not yet confirmed."""
        state = self._update_queues._state(self.token)
        return [update["update_id"] for update in state.updates]

    @property
    def webhook(self) -> str:
        """The address set, or nothing."""
        return str(self._update_queues._state(self.token).url)

    async def confirmed(self, *, within: float = 10.0) -> None:
        """Wait until every update is confirmed; a webhook is called again as Telegram does."""
        async with asyncio.timeout(within):
            while self.pending:
                await self.deliver_updates(token=self.token)
                await asyncio.sleep(0.05)

    def _message(
        self, chat: int, content: dict[str, Any], *, number: int | None = None
    ) -> dict[str, Any]:
        self._said += 1
        number = number or 1_000_000 + self._said
        if "text" in content:
            self._texts[chat] = number, content["text"]
        stated = {"message_id": number, "date": 1, "chat": _private(chat), "from": _person(chat)}
        return stated | content


def _too_many(wait: int) -> ApiRefusal:
    return ApiRefusal(f"Too Many Requests: retry after {wait}", 429, {"retry_after": wait})


def _keyboard(result: dict[str, Any]) -> list[list[dict[str, str]]]:
    rows: list[list[dict[str, str]]] = result.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


def _private(chat: int) -> dict[str, Any]:
    return {"id": chat, "type": "private", "first_name": "Cán bộ"}


def _person(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Cán bộ", "language_code": "vi"}


@asynccontextmanager
async def telegram(*, token: str = TOKEN) -> AsyncIterator[TelegramEmulator]:
    """The emulator on a free port of this machine; its address is `url`."""
    emulator = TelegramEmulator(token=token)
    runner = web.AppRunner(emulator.app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    emulator.url = f"http://{host}:{port}"
    try:
        yield emulator
    finally:
        await runner.cleanup()
