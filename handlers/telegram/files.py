"""Files that Telegram keeps: how they are named here, and fetched."""

from __future__ import annotations

import logging

from aiogram.types import Document, Message, PhotoSize
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from flows.reminding import File
from handlers.files import FileGone

log = logging.getLogger(__name__)
CHANNEL = "telegram"
NAME_LETTERS = 120
READ_S = 60
PHOTO = "photo"
DOCUMENT = "file"


def files_of(message: Message) -> tuple[File, ...]:
    """The document or picture of a message, as Telegram tells of it."""
    if message.document is not None:
        return (_of_document(message.document),)
    if message.photo:
        return (_of_photo(max(message.photo, key=lambda size: size.width * size.height)),)
    return ()


def _of_document(document: Document) -> File:
    name = "".join(letter for letter in document.file_name or "" if letter.isprintable())
    return File(
        CHANNEL,
        f"{DOCUMENT}:{document.file_id}",
        name[-NAME_LETTERS:] or "tep",
        size=document.file_size,
        media=document.mime_type,
    )


def _of_photo(photo: PhotoSize) -> File:
    reference = f"{PHOTO}:{photo.file_id}"
    return File(CHANNEL, reference, "anh.jpg", size=photo.file_size, media="image/jpeg")


def own_id(file: File) -> tuple[str, str]:
    """Whether it is a `photo` or a `file`, and Telegram's own name for it."""
    kind, _, own = file.reference.partition(":")
    return kind, own


async def fetched(file: File, *, token: str, api_url: str) -> bytes:
    """The content of a file that Telegram keeps. Raises FileGone."""
    request = HTTPXRequest(read_timeout=READ_S)
    bot = Bot(token, f"{api_url}/bot", f"{api_url}/file/bot", request=request)
    _, own = own_id(file)
    try:
        found = await bot.get_file(own)
        return bytes(await found.download_as_bytearray())
    except TelegramError as error:
        log.warning("a file could not be fetched: %s", type(error).__name__)
        raise FileGone from error
    finally:
        await request.shutdown()
