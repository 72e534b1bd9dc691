"""Where a request comes from, as what is too much from one place is counted."""

from __future__ import annotations

import ipaddress

from aiohttp import web

from handlers.web.guard import is_loopback

SIX_TO_NET = 64


def place_of(request: web.BaseRequest) -> str:
    """Where a request comes from: its peer, or whom a proxy on this machine names last.

    Of an IPv6 address the network counts: one host has all addresses of it.
    """
    peer = request.transport.get_extra_info("peername") if request.transport else None
    address = str(peer[0]) if isinstance(peer, tuple) else "?"
    if is_loopback(address):
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "?"
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, SIX_TO_NET), strict=False))
    return str(found)
