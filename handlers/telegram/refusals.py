"""What Telegram's refusals mean for the message, and for its chat."""

from __future__ import annotations

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from handlers.sender import Failed, Later, Outcome
from handlers.telegram.limits import TokenHeld, seconds_of

TOKEN_WAIT = 60.0
UNCHANGED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
NO_CHAT = ("chat not found", "user is deactivated", "user not found")


def outcome_of(error: TelegramError) -> Outcome:
    """What to do about an error: wait as told, wait and see, or give up."""
    match error:
        case RetryAfter():
            return Later("flood", seconds_of(error), everyone=isinstance(error, TokenHeld))
        case Forbidden() | ChatMigrated():
            return Failed(type(error).__name__, unreachable=True)
        case BadRequest() if is_one_of(error, NO_CHAT):
            return Failed("no chat", unreachable=True)
        case BadRequest():
            return Failed("bad request")
        case InvalidToken():
            # a setting to mend, no reason to give up
            return Later("token refused", TOKEN_WAIT, everyone=True)
        case _:
            # an answer of 5xx has no cause; a line that is cut has
            cut = isinstance(error, NetworkError) and error.__cause__ is not None
            return Later(type(error).__name__, unanswered=cut)


def said(error: TelegramError) -> str:
    """Its sentence, in small letters."""
    return error.message.lower()


def is_one_of(error: TelegramError, sentences: tuple[str, ...]) -> bool:
    """Whether it says any of these."""
    return any(sentence in said(error) for sentence in sentences)


def is_about_marks(error: TelegramError) -> bool:
    """Whether the marks in the text could not be read."""
    return "can't parse" in said(error) or "entities" in said(error)
