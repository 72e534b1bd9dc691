"""An update as aiogram types it becomes an Incoming; what is no turn is told apart."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.enums import ChatType, ContentType
from aiogram.types import CallbackQuery, InaccessibleMessage, Message, Update

from flows.model import Incoming
from handlers.telegram.buttons import tap_of
from handlers.telegram.files import files_of

CHANNEL = "telegram"
ALLOWED = ("message", "edited_message", "callback_query")

ATTACHMENTS = {
    ContentType.PHOTO: "photo",
    ContentType.DOCUMENT: "file",
    ContentType.VOICE: "voice",
    ContentType.AUDIO: "audio",
    ContentType.VIDEO: "video",
    ContentType.VIDEO_NOTE: "video",
    ContentType.ANIMATION: "video",
    ContentType.STICKER: "sticker",
    ContentType.CONTACT: "contact",
    ContentType.LOCATION: "location",
    ContentType.VENUE: "location",
    ContentType.POLL: "poll",
    ContentType.DICE: "sticker",
    ContentType.STORY: "story",
}
"""What an officer may send instead of text; service notices are not among it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An update read: the turn it asks for, the chat it came from, the tap to answer.

    `group` is the id of a group, where no turn is taken. `language` is the client's own.
    """

    update: int
    chat: str = ""
    incoming: Incoming | None = None
    callback: str | None = None
    group: int | None = None
    language: str | None = None


def read(update: Update) -> Seen:
    """Never raises: an update that means nothing here is seen, and asks for nothing."""
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query)
    message = update.message or update.edited_message
    if message is None:
        return Seen(update.update_id)
    language = message.from_user.language_code if message.from_user else None
    if message.chat.type != ChatType.PRIVATE:
        return Seen(update.update_id, group=message.chat.id, language=language)
    edited = update.message is None
    return _message(update.update_id, message, language=language, edited=edited)


def _message(number: int, message: Message, *, language: str | None, edited: bool) -> Seen:
    chat = str(message.chat.id)
    attachment = ATTACHMENTS.get(ContentType(message.content_type))
    text = message.text if message.text is not None else message.caption
    if text is None and attachment is None:
        return Seen(number, chat)
    incoming = Incoming(
        CHANNEL,
        chat,
        update=str(number),
        text=text,
        attachment=attachment,
        files=files_of(message),
        message=str(message.message_id),
        edited=edited,
    )
    return Seen(number, chat, incoming=incoming, language=language)


def _tap(number: int, query: CallbackQuery) -> Seen:
    message: Message | InaccessibleMessage | None = query.message
    chat = str(message.chat.id if message is not None else query.from_user.id)
    private = message is None or message.chat.type == ChatType.PRIVATE
    tap = tap_of(query.data) if query.data and private else None
    incoming = None if tap is None else Incoming(CHANNEL, chat, update=str(number), tap=tap)
    language = query.from_user.language_code
    return Seen(number, chat, incoming=incoming, callback=query.id, language=language)
