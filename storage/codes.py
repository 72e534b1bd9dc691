"""One-time codes: made for an account, and used once from a chat to join it."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, bindparam, func, insert, select, update

from flows.ports import CodeRefused, Talk
from storage.devices import sign_in
from storage.tables import accounts, codes, conversations, identities
from storage.talks import drop_conversation, new_conversation
from storage.trail import Trail

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without 0, O, 1 and I, which are read wrongly from paper."""


class Purpose(StrEnum):
    """What a code is for: to join, to add a device of one's own, to sign in."""

    INVITE = "invite"
    DEVICE = "device"
    SIGN_IN = "sign_in"


LENGTH = 10
LIFETIME = timedelta(days=7)
WRONG_AT_MOST = 5
WRONG_WITHIN = timedelta(hours=1)

_IDENTITY = identities.c.id == bindparam("identity")
_TRIES = select(identities.c.wrong_codes, identities.c.wrong_codes_since).where(_IDENTITY)
_COUNT = update(identities).where(_IDENTITY)
_ADD = insert(codes)
_USE = (
    update(codes)
    .where(
        codes.c.digest == bindparam("of_digest"),
        codes.c.used_at.is_(None),
        codes.c.expires_at > bindparam("now"),
    )
    .values(used_at=bindparam("now"))
    .returning(codes.c.account_id)
)
_OVER = (
    update(codes)
    .where(
        codes.c.account_id == bindparam("of_account"),
        codes.c.purpose == bindparam("of_purpose"),
        codes.c.used_at.is_(None),
        codes.c.expires_at > bindparam("now"),
    )
    .values(expires_at=bindparam("now"))
)
_ACCOUNT = select(accounts.c.language).where(accounts.c.id == bindparam("account"))
_CONVERSATION_OF = select(conversations.c.id).where(
    conversations.c.account_id == bindparam("account")
)
_OWN = (
    update(conversations)
    .where(conversations.c.id == bindparam("conversation"))
    .values(account_id=bindparam("account"))
)
_JOIN = (
    update(identities)
    .where(_IDENTITY)
    .values(account_id=bindparam("account"), conversation_id=bindparam("conversation"))
)
_CHATS = (
    select(func.count())
    .select_from(identities)
    .where(identities.c.conversation_id == bindparam("conversation"))
)


def add_code(
    connection: Connection,
    account: int,
    *,
    now: datetime,
    purpose: Purpose = Purpose.INVITE,
    lifetime: timedelta = LIFETIME,
) -> str:
    """A new code for the account, kept as a digest only: this is the one time it is told."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    row = {"digest": digest(code), "account_id": account, "purpose": purpose.value}
    connection.execute(_ADD, {**row, "made_at": now, "expires_at": now + lifetime})
    return code


def end_codes(connection: Connection, account: int, purpose: Purpose, *, now: datetime) -> None:
    """What was told for this before, and not used, is good no more."""
    connection.execute(_OVER, {"of_account": account, "of_purpose": purpose.value, "now": now})


def digest(code: str) -> str:
    """The code's SHA-256; case, spaces and hyphens do not matter.

    Plain, since a code is 50 random bits, lives a week and wrong tries are limited.
    """
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(plain.encode(errors="replace")).hexdigest()


def use(connection: Connection, talk: Talk, code: str, *, now: datetime) -> int:
    """Join the chat to the code's account; the account. Raises CodeRefused."""
    wrong, since = connection.execute(_TRIES, {"identity": talk.identity}).one()
    if since is None or now - since >= WRONG_WITHIN:
        wrong, since = 0, now
    if wrong >= WRONG_AT_MOST:
        _note(connection, talk, "often", now=now)
        raise CodeRefused("often")
    asked = {"of_digest": digest(code), "now": now}
    account = connection.execute(_USE, asked).scalar_one_or_none()
    tries = {"wrong_codes": wrong + 1, "wrong_codes_since": since}
    if account is None:
        connection.execute(_COUNT, {"identity": talk.identity, **tries})
        _note(connection, talk, "refused", now=now)
        raise CodeRefused
    join(connection, talk, account, now=now)
    return int(account)


def _note(connection: Connection, talk: Talk, why: str, *, now: datetime) -> None:
    """In the trail, and never the code itself: it may be somebody's, mistyped."""
    account = talk.person.account
    trail = Trail(connection, now, conversation=talk.id, account=account)
    trail.note([("code_refused", {"why": why})])


def join(connection: Connection, talk: Talk, account: int, *, now: datetime) -> None:
    """Let the chat take part in the account's conversation.

    The chat's own conversation becomes the account's where the account has none; a
    stranger's conversation that no chat points to any more is dropped.
    """
    # the account is the lock: two first chats must not make two conversations
    locked = connection.execute(_ACCOUNT.with_for_update(key_share=True), {"account": account})
    language = locked.scalar_one()
    conversation = connection.execute(_CONVERSATION_OF, {"account": account}).scalar()
    if conversation is None and talk.person.account is None:
        conversation = talk.id
        connection.execute(_OWN, {"conversation": conversation, "account": account})
    elif conversation is None:
        conversation = new_conversation(connection, account=account, language=language)
    joined = {"identity": talk.identity, "account": account, "conversation": conversation}
    connection.execute(_JOIN, joined)
    sign_in(connection, talk.identity, now=now)
    if talk.person.account is None and conversation != talk.id:
        _drop_if_left(connection, talk.id)


def _drop_if_left(connection: Connection, conversation: int) -> None:
    if connection.execute(_CHATS, {"conversation": conversation}).scalar_one() == 0:
        drop_conversation(connection, conversation)


def address(connection: Connection, identity: int) -> tuple[str, str]:
    """The channel and the channel's own name of a chat."""
    found = select(identities.c.channel, identities.c.external).where(identities.c.id == identity)
    channel, external = connection.execute(found).one()
    return channel, external
