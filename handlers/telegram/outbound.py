"""One envelope to one chat through python-telegram-bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from flows.ports import Envelope, StorageUnavailable
from handlers.files import Sources
from handlers.sender import Delivered, Failed, Later, Outcome, Withdrawn
from handlers.telegram.buttons import DataTooLong, Rows, can_go_stale
from handlers.telegram.documents import Attached, attached, fits_caption, is_gone
from handlers.telegram.limits import ChatPacer, Errand, Limits, NotWanted
from handlers.telegram.refusals import GONE, UNCHANGED, is_about_marks, is_one_of, outcome_of, said
from handlers.telegram.render import Part, Rendered, render
from locales.catalog import MissingText

POOL = 128
MOST_ALIVE = 10_000
DATABASE_WAIT = 1.0


class TelegramDelivery:
    """Sends, or edits where the reply's slot already stands in a message of the chat.

    What comes of itself is asked after at the moment it would go: `wanted`, by its id.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        *,
        limits: Limits | None = None,
        sources: Sources | None = None,
        wanted: Callable[[int], bool] = bool,
    ) -> None:
        self._wanted = wanted
        self._request = HTTPXRequest(
            connection_pool_size=POOL, read_timeout=20, write_timeout=10, pool_timeout=20
        )
        self._bot = ExtBot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self._request,
            get_updates_request=self._request,
            rate_limiter=ChatPacer(limits or Limits()),
        )
        self._partway: dict[int, int] = {}
        self._sources = sources or {}
        self._alive: dict[str, str] = {}

    async def close(self) -> None:
        await self._request.shutdown()

    async def __call__(self, envelope: Envelope, /) -> Outcome:
        """One attempt. Nothing of the text, the name or the token is in what it returns."""
        try:
            rendered = render(envelope.reply, envelope.language)
        except (MissingText, DataTooLong) as error:
            return Failed(type(error).__name__)
        try:
            message = await self._put(envelope, rendered)
        except TelegramError as error:
            return outcome_of(error)
        except NotWanted:
            return Withdrawn()
        except StorageUnavailable as error:
            return Later(type(error).__name__, DATABASE_WAIT)
        finally:
            if len(self._partway) > POOL:
                self._partway.clear()
        if can_go_stale(rendered.rows):
            await self._retire(envelope.address, message)
        return Delivered(message)

    async def _retire(self, chat: str, message: str) -> None:
        """Take the buttons from the message that this one follows, since they lead nowhere now.

        A courtesy: it is not tried again, and a restart forgets which message it was.
        """
        before = self._alive.pop(chat, message)
        if len(self._alive) >= MOST_ALIVE:
            self._alive.clear()
        self._alive[chat] = message
        if before != message:
            with suppress(TelegramError):
                await self._bot.edit_message_reply_markup(chat_id=int(chat), message_id=int(before))

    async def _put(self, envelope: Envelope, rendered: Rendered) -> str:
        *before, last = rendered.parts
        file = await attached(envelope.reply.file, self._sources)
        if file is not None:
            return await self._put_file(envelope, rendered, file)
        if envelope.edits is not None and not before:
            edited = await self._edit(envelope, last, rows=rendered.rows)
            if edited is not None:
                return edited
        await self._put_parts(envelope, before)
        sent = await self._send(envelope, last, rows=rendered.rows)
        self._partway.pop(envelope.id, None)
        return str(sent.message_id)

    def _errand(self, envelope: Envelope) -> Errand:
        """A reply is always wanted, and so is the rest of what has begun to be told."""
        if not envelope.lane or envelope.id in self._partway:
            return Errand(envelope.lane)
        return Errand(envelope.lane, partial(asyncio.to_thread, self._wanted, envelope.id))

    async def _put_parts(self, envelope: Envelope, parts: Sequence[Part]) -> None:
        """Those not sent in an earlier attempt."""
        for part in parts[self._partway.get(envelope.id, 0) :]:
            await self._send(envelope, part, rows=())
            self._partway[envelope.id] = self._partway.get(envelope.id, 0) + 1

    async def _put_file(self, envelope: Envelope, rendered: Rendered, file: Attached) -> str:
        """The file last, with the last part as its caption and the buttons below."""
        *before, last = rendered.parts
        caption = last if fits_caption(last) else None
        await self._put_parts(envelope, before if caption else rendered.parts)
        try:
            sent = await file.send(self._bot, envelope, part=caption, markup=_markup(rendered.rows))
        except BadRequest as refused:
            if not is_gone(refused):
                raise
            sent = await self._send(envelope, last, rows=rendered.rows)
        self._partway.pop(envelope.id, None)
        return str(sent.message_id)

    async def _edit(self, envelope: Envelope, part: Part, *, rows: Rows) -> str | None:
        """The id of the edited message; None where there is nothing left to edit."""
        assert envelope.edits is not None
        try:
            await self._edit_as(envelope, part.html, rows=rows, mode=ParseMode.HTML)
        except BadRequest as refused:
            if UNCHANGED in said(refused):
                return envelope.edits
            if is_one_of(refused, GONE):
                return None
            if not is_about_marks(refused):
                raise
            await self._edit_as(envelope, part.plain, rows=rows, mode=None)
        return envelope.edits

    async def _edit_as(
        self, envelope: Envelope, text: str, *, rows: Rows, mode: ParseMode | None
    ) -> None:
        await self._bot.edit_message_text(
            text,
            chat_id=int(envelope.address),
            message_id=int(envelope.edits or 0),
            parse_mode=mode,
            reply_markup=_markup(rows),
            rate_limit_args=self._errand(envelope),
        )

    async def _send(self, envelope: Envelope, part: Part, *, rows: Rows) -> Message:
        try:
            return await self._send_as(envelope, part.html, rows=rows, mode=ParseMode.HTML)
        except BadRequest as refused:
            if not is_about_marks(refused):
                raise
        return await self._send_as(envelope, part.plain, rows=rows, mode=None)

    async def _send_as(
        self, envelope: Envelope, text: str, *, rows: Rows, mode: ParseMode | None
    ) -> Message:
        return await self._bot.send_message(
            int(envelope.address),
            text,
            parse_mode=mode,
            reply_markup=_markup(rows),
            rate_limit_args=self._errand(envelope),
        )


def _markup(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=button.data) for button in row]
            for row in rows
        ]
    )
