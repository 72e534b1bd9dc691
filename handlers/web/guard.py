"""Who may speak to the page: this machine only, pages of its own origin, no foreign script."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable, Collection
from typing import TypeAlias
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

from handlers.web.page import refusal

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]
ALWAYS_OPEN = frozenset({"/healthz", "/metrics"})
"""The metrics ask for more themselves."""

CALENDAR_PATHS = "/calendar/"
"""Here the address is the key: a phone reads its calendar from anywhere."""

FILES_PATH = "/api/files"
OF_BYTES = frozenset({FILES_PATH, "/api/board/decide"})
"""What is sent here is a file, alone or behind a line of JSON."""
FORWARDED = frozenset(
    {"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "x-original-host"}
)
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def is_loopback(address: str) -> bool:
    """Whether an IP address is this machine's own; False for anything that is none."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_loopback)


def is_loopback_host(host: str) -> bool:
    """Whether a Host header names this machine: localhost, 127.x.y.z or [::1], any port."""
    try:
        parts = urlsplit(f"//{host}")
        name, _ = parts.hostname, parts.port  # a port that is none raises here
    except ValueError:
        return False
    if parts.username is not None or parts.path or name is None:
        return False
    return name == "localhost" or is_loopback(name)


def comes_from_here(request: web.BaseRequest) -> bool:
    """Loopback peer, one loopback Host, and no trace of a proxy."""
    peer = request.transport.get_extra_info("peername") if request.transport else None
    hosts = request.headers.getall("Host", [])
    names = {name.lower() for name in request.headers}
    return (
        isinstance(peer, tuple)
        and is_loopback(str(peer[0]))
        and len(hosts) == 1
        and is_loopback_host(hosts[0])
        and not any(name in FORWARDED or name.startswith("x-forwarded") for name in names)
    )


def is_same_origin(request: web.BaseRequest) -> bool:
    """A browser says so by Origin or Sec-Fetch-Site; every one present must agree."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is None and origin is None:
        return False
    if site is not None and site != "same-origin":
        return False
    return origin is None or (
        urlsplit(origin).scheme in {"http", "https"} and urlsplit(origin).netloc == request.host
    )


def this_machine_only(open_paths: Collection[str] = ()) -> Middleware:
    """A middleware that answers 403 to all but this machine, `open_paths` apart."""
    allowed = ALWAYS_OPEN.union(open_paths)

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        is_open = request.path in allowed or request.path.startswith(CALENDAR_PATHS)
        if is_open or comes_from_here(request):
            return await handler(request)
        return refusal(request.path)

    return guard


@web.middleware
async def same_origin_posts(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a POST to the chat that is not its own page's JSON, or file.

    Both are types that a page of another origin cannot send without asking first.
    """
    if request.method == "POST" and request.path.startswith("/api/"):
        if not is_same_origin(request):
            return web.json_response({"error": "origin"}, status=403)
        is_file = request.path in OF_BYTES
        if request.content_type != ("application/octet-stream" if is_file else "application/json"):
            return web.json_response({"error": "content-type"}, status=415)
    return await handler(request)


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """The on_response_prepare signal: the page's strict headers on everything it answers."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
