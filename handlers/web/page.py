"""The page and its words in each language, and the kind words where there is no page."""

from __future__ import annotations

import html
import json
from functools import cache
from pathlib import Path
from string import Template

from aiohttp import web

from locales import catalog
from rules.message import Message

HERE = Path(__file__).parent
STATIC = HERE / "static"
PREFIX = "web."


@cache
def words(language: str) -> dict[str, str]:
    """The page's own words by their key without `web.`; only texts without values."""
    found = {}
    for key in sorted(catalog.keys(language)):
        if key.startswith(PREFIX) and key not in FILLED:
            found[key.removeprefix(PREFIX)] = catalog.text(Message(key), language)
    return found


FILLED = frozenset({"web.month", "web.day.off"})
"""Keys of `web.` that the server fills with values before the page sees them."""


@cache
def chat_page(language: str) -> str:
    """The chat page, its fixed words filled in and the rest handed to its script."""
    known = words(language)
    template = Template((HERE / "page.html").read_text(encoding="utf-8"))
    filled = {name.replace(".", "_"): html.escape(text) for name, text in known.items()}
    return template.substitute(
        filled, language=language, words=html.escape(json.dumps(known, ensure_ascii=False))
    )


@cache
def _notice(title: str, body: str) -> str:
    """A small page of a heading and a paragraph, in every language."""
    template = Template((HERE / "notice.html").read_text(encoding="utf-8"))
    text = {
        f"{name}_{language}": html.escape(catalog.text(Message(key), language))
        for name, key in (("title", title), ("body", body))
        for language in catalog.languages()
    }
    return template.safe_substitute(text)


def refusal(path: str) -> web.Response:
    """403: the demonstration unit is open to this machine only."""
    if path.startswith("/api/"):
        return web.json_response({"error": "this machine only"}, status=403)
    page = _notice("web.refused.title", "web.refused.body")
    return web.Response(status=403, text=page, content_type="text/html")


def told(request: web.BaseRequest, title: str, body: str, *, status: int) -> web.Response:
    """A status in words: a small page for a browser, the same sentences for a program."""
    headers = {"Vary": "Accept", "Cache-Control": "no-store"}
    if "text/html" in request.headers.get("Accept", ""):
        page = _notice(title, body)
        return web.Response(status=status, text=page, content_type="text/html", headers=headers)
    lines = [
        f"{catalog.text(Message(title), language)}. {catalog.text(Message(body), language)}\n"
        for language in catalog.languages()
    ]
    return web.Response(status=status, text="".join(lines), headers=headers)
