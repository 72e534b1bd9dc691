"""The browser's session: a random name kept in a strict cookie; it is the chat's address."""

from __future__ import annotations

import re
import secrets

from aiohttp import web

COOKIE = "kipthoi_session"
LANGUAGE_COOKIE = "kipthoi_language"
YEAR_SECONDS = 365 * 24 * 3600
_ADDRESS = re.compile(r"[0-9a-f]{32}")


def address_of(request: web.Request) -> str | None:
    """The session of a request, or None where it brings none that we could have made."""
    found = request.cookies.get(COOKIE, "")
    return found if _ADDRESS.fullmatch(found) else None


def new_address() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


def remember(response: web.StreamResponse, address: str, *, secure: bool) -> None:
    """Set or renew the session cookie for a year."""
    response.set_cookie(
        COOKIE,
        address,
        max_age=YEAR_SECONDS,
        path="/",
        httponly=True,
        samesite="Strict",
        secure=secure,
    )


def language_of(request: web.Request, languages: tuple[str, ...]) -> str:
    """The language the page last showed, the first of `languages` where there is none."""
    found = request.cookies.get(LANGUAGE_COOKIE, "")
    return found if found in languages else languages[0]
