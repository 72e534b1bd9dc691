"""Logs that may be shown to anybody: no tokens, no names, no messages."""

from __future__ import annotations

import logging
import re
import sys
from typing import TextIO

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

HIDDEN = "***"
PERSONAL = frozenset(
    {
        "address",
        "answers",
        "code",
        "name",
        "password",
        "payload",
        "phone",
        "reply",
        "secret",
        "sender",
        "state",
        "text",
        "token",
        "value",
    }
)
QUIET = (
    "aiogram.event",
    "alembic",
    "aiohttp.access",
    "apscheduler",
    "httpcore",
    "httpx",
    "telegram",
)
_SECRETS = (
    # Telegram's and Zalo's tokens stand in URLs
    (re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}"), HIDDEN),
    (re.compile(r"(://[^:/@\s]+):[^@\s]+@"), rf"\1:{HIDDEN}@"),
    # whoever knows a calendar's address may read it
    (re.compile(r"(/calendar/)[^/\s?\"']+"), rf"\1{HIDDEN}"),
)


def mask_text(line: str) -> str:
    """The line without tokens and passwords, wherever they stand in it."""
    for pattern, shown in _SECRETS:
        line = pattern.sub(shown, line)
    return line


def mask(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Hide the values of personal keys, and secrets within any other text."""
    for key, value in event.items():
        if key in PERSONAL:
            event[key] = HIDDEN
        elif isinstance(value, str):
            event[key] = mask_text(value)
    return event


class _MaskedFormatter(structlog.stdlib.ProcessorFormatter):
    """Masks the finished line too: a traceback quotes whatever was raised."""

    def format(self, record: logging.LogRecord) -> str:
        return mask_text(super().format(record))


def set_up_logs(*, as_json: bool, stream: TextIO | None = None) -> None:
    """Send every log of the process, ours and the libraries', to standard error, masked."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        mask,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(as_json=as_json, shared=shared))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _formatter(*, as_json: bool, shared: list[Processor]) -> logging.Formatter:
    last: list[Processor]
    if as_json:
        last = [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    else:
        plain = structlog.dev.plain_traceback  # the coloured one shows local variables
        last = [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain)]
    return _MaskedFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
