"""Who may do what: each flow and each route against each role, as it was decided.

A flow or a route that has no line here fails the tests beside this page: denied is the default,
and whoever adds one says for whom it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

NOBODY: Final = "nobody"
"""A chat that was never bound."""
LEFT: Final = "left"
"""An account that has no role any more."""
OFFICER: Final = "officer"
HEAD: Final = "head"
REVIEWER: Final = "reviewer"
ADMINISTRATOR: Final = "administrator"

ROLES: Final = (NOBODY, LEFT, OFFICER, HEAD, REVIEWER, ADMINISTRATOR)
ALL: Final = frozenset(ROLES)
WRITERS: Final = frozenset({OFFICER, HEAD})
OFFICE: Final = frozenset({REVIEWER, ADMINISTRATOR})
MEMBERS: Final = WRITERS | OFFICE
NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class OfFlow:
    """For whom a flow opens, and whose draft it stores when a question is answered in it."""

    opens: frozenset[str]
    keeps: frozenset[str] = NONE


FLOWS: Final[Mapping[str, OfFlow]] = {
    "check": OfFlow(ALL),
    "attachments": OfFlow(WRITERS),
    "deadlines": OfFlow(MEMBERS),
    "drafts": OfFlow(WRITERS),
    "duties": OfFlow(OFFICE),
    "help": OfFlow(ALL),
    "language": OfFlow(ALL),
    "menu": OfFlow(ALL),
    "proposals": OfFlow(MEMBERS),
    "papers": OfFlow(MEMBERS),
    "revocation": OfFlow(ALL, WRITERS),
    "devices": OfFlow(MEMBERS),
    "sign_in": OfFlow(frozenset({NOBODY, LEFT})),
    "team": OfFlow(frozenset({HEAD, ADMINISTRATOR})),
    "surprise": OfFlow(ALL, WRITERS),
    "tasks": OfFlow(MEMBERS),
    "thematic": OfFlow(ALL, WRITERS),
}

NO_SESSION: Final = "no session"
"""A browser that was given no session: it is nobody at all."""
BROWSERS: Final = (NO_SESSION, *ROLES)


@dataclass(frozen=True, slots=True)
class OfRoute:
    """Whom a route answers with 200, and with what it refuses the others.

    The request is for what is the unit's or office's own; `without` is told to a browser
    that has no session.
    """

    answers: frozenset[str]
    refused: int = 403
    without: int = 401


OPEN: Final = OfRoute(ALL | {NO_SESSION})
"""For every browser: it shows nothing of anybody."""
NEVER: Final = OfRoute(NONE, refused=404, without=404)
"""It only says what is wrong with an address."""
OF_SESSION: Final = OfRoute(ALL)
"""For every session: it shows, and speaks for, that session alone."""

ROUTES: Final[Mapping[tuple[str, str], OfRoute]] = {
    ("GET", "/"): OPEN,
    ("GET", "/static"): OPEN,
    ("GET", "/healthz"): OPEN,
    ("GET", "/metrics"): OPEN,
    ("GET", "/api/lines"): OPEN,
    ("GET", "/api/clauses/{clause}"): OPEN,
    ("GET", "/calendar/{secret}.ics"): OPEN,
    ("GET", "/calendar/{cut}"): NEVER,
    ("POST", "/api/say"): OF_SESSION,
    ("GET", "/api/events"): OF_SESSION,
    ("GET", "/api/files/{envelope}"): OfRoute(frozenset({OFFICER}), refused=404),
    ("POST", "/api/files"): OfRoute(frozenset({OFFICER}), refused=409),
    ("GET", "/board"): OfRoute(OFFICE, without=403),
    ("GET", "/board/files/{task}/{file}"): OfRoute(OFFICE, refused=404, without=404),
    ("POST", "/api/board/nudge"): OfRoute(OFFICE, refused=404),
    ("GET", "/board/proposals"): OfRoute(OFFICE, without=403),
    ("GET", "/board/proposals/{draft}"): OfRoute(OFFICE, refused=404, without=404),
    ("POST", "/api/board/step"): OfRoute(frozenset({REVIEWER}), refused=404),
    ("POST", "/api/board/mark"): OfRoute(frozenset({REVIEWER}), refused=404),
    ("POST", "/api/board/decide"): OfRoute(frozenset({REVIEWER}), refused=404),
    ("GET", "/board/proposals/{draft}/decision"): OfRoute(OFFICE, refused=404, without=404),
    ("GET", "/board/proposals/{draft}/papers"): OfRoute(OFFICE, refused=404, without=404),
    ("GET", "/board/proposals/{draft}/files/{file}"): OfRoute(OFFICE, refused=404, without=404),
    ("GET", "/board/units"): OfRoute(frozenset({ADMINISTRATOR}), without=403),
    ("GET", "/board/units/{unit}"): OfRoute(frozenset({ADMINISTRATOR}), without=403),
    ("POST", "/api/board/unit"): OfRoute(frozenset({ADMINISTRATOR}), refused=404),
    ("POST", "/api/board/route"): OfRoute(frozenset({ADMINISTRATOR}), refused=404),
    ("GET", "/board/statistics"): OfRoute(OFFICE, without=403),
    ("GET", "/board/{rest}"): NEVER,
}
"""/metrics answers this machine only, and /calendar whoever knows the secret; the file and the
upload are the one officer's whose chat was given the file and asked for one."""
