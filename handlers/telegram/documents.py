"""A reply's file as Telegram's document: sent on by its own name, or with its content."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, InputFile, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from flows.model import Download
from flows.papers.pages import CHANNEL as PAPERS
from flows.ports import Envelope
from handlers.files import FileGone, Sources, content_of
from handlers.telegram.files import CHANNEL, PHOTO, own_id
from handlers.telegram.limits import Errand
from handlers.telegram.render import Part
from handlers.telegram.styled import units

log = logging.getLogger(__name__)
CAPTION_UNITS = 1024
PICTURE = "image/png"
"""Made by the program itself, and small: shown in the chat, not only to be opened."""
NOT_FOUND = ("file identifier", "file_id", "file_reference")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file ready to be sent: Telegram's own name for one of its own, else the content."""

    source: str | InputFile
    is_photo: bool = False

    async def send(
        self,
        bot: ExtBot[Errand],
        envelope: Envelope,
        *,
        part: Part | None,
        markup: InlineKeyboardMarkup | None,
    ) -> Message:
        """With the part as its caption. Raises TelegramError."""
        html = part.html if part else None
        try:
            return await self._as(bot, envelope, text=html, mode=ParseMode.HTML, markup=markup)
        except BadRequest as refused:
            if part is None or "entities" not in refused.message.lower():
                raise
        return await self._as(bot, envelope, text=part.plain, mode=None, markup=markup)

    async def _as(
        self,
        bot: ExtBot[Errand],
        envelope: Envelope,
        *,
        text: str | None,
        mode: ParseMode | None,
        markup: InlineKeyboardMarkup | None,
    ) -> Message:
        send = bot.send_photo if self.is_photo else bot.send_document
        return await send(
            int(envelope.address),
            self.source,
            caption=text,
            parse_mode=mode,
            reply_markup=markup,
            rate_limit_args=Errand(envelope.lane),
        )


async def attached(file: Download | None, sources: Sources) -> Attached | None:
    """What to send of a reply's file; None where there is none, or it is gone."""
    if file is None:
        return None
    if file.kept is not None and file.kept.channel == CHANNEL:
        kind, own = own_id(file.kept)
        return Attached(own, is_photo=kind == PHOTO)
    try:
        content = await content_of(file, sources)
    except FileGone:
        log.warning("a file of a reply is gone")
        return None
    is_own = bool(file.data) or (file.kept is not None and file.kept.channel == PAPERS)
    is_picture = is_own and file.media == PICTURE
    return Attached(InputFile(content, filename=file.name), is_photo=is_picture)


def fits_caption(part: Part) -> bool:
    """Captions are shorter than messages."""
    return units(part.plain) <= CAPTION_UNITS


def is_gone(refused: BadRequest) -> bool:
    """Whether Telegram no longer knows its own file."""
    return any(words in refused.message.lower() for words in NOT_FOUND)
