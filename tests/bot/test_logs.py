"""What a log shows, and what it never shows."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logs

TOKEN = "123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"


@pytest.fixture(params=[True, False], ids=["json", "console"])
def log(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers, root.level
    stream = io.StringIO()
    set_up_logs(as_json=request.param, stream=stream)
    yield stream
    root.handlers, root.level = before
    structlog.reset_defaults()


def test_an_event_shows_with_its_plain_values(log: io.StringIO) -> None:
    structlog.get_logger("kipthoi").info("turn committed", update="77", ms=12)
    assert "turn committed" in log.getvalue()
    assert "77" in log.getvalue()


@pytest.mark.parametrize("key", ["text", "name", "token", "sender", "answers", "payload"])
def test_personal_values_are_hidden_whatever_they_are(log: io.StringIO, key: str) -> None:
    structlog.get_logger("kipthoi").info("turn", **{key: "Hoàng Văn Thụ"})
    assert "Hoàng" not in log.getvalue()


def test_a_token_in_a_library_s_line_is_hidden(log: io.StringIO) -> None:
    logging.getLogger("any.library").warning("POST https://host/bot%s/sendMessage", TOKEN)
    assert "sendMessage" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_a_token_in_a_traceback_is_hidden(log: io.StringIO) -> None:
    try:
        raise ConnectionError(f"https://host/bot{TOKEN}/getMe")
    except ConnectionError:
        structlog.get_logger("kipthoi").exception("no answer")
    assert "ConnectionError" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_a_database_password_is_hidden(log: io.StringIO) -> None:
    logging.getLogger("any").error("cannot reach postgresql://kipthoi:s3cr3t@db/kipthoi")
    assert "s3cr3t" not in log.getvalue()
    assert "@db/kipthoi" in log.getvalue()


@pytest.mark.parametrize("library", ["httpx", "httpcore", "aiohttp.access"])
def test_libraries_that_log_addresses_are_quiet(log: io.StringIO, library: str) -> None:
    logging.getLogger(library).info("HTTP Request: POST /")
    assert log.getvalue() == ""


def test_a_json_line_is_one_object() -> None:
    stream = io.StringIO()
    root = logging.getLogger()
    before = root.handlers, root.level
    set_up_logs(as_json=True, stream=stream)
    structlog.get_logger("kipthoi").info("bắt đầu", port=8080)
    root.handlers, root.level = before
    structlog.reset_defaults()
    line = json.loads(stream.getvalue())
    assert (line["event"], line["port"], line["level"]) == ("bắt đầu", 8080, "info")


def test_the_address_of_a_calendar_is_hidden_wherever_it_stands(log: io.StringIO) -> None:
    line = 'GET "https://khenthuong.example/calendar/s3cret-s3cret.ics?download" 200'
    logging.getLogger("proxy").warning(line)
    assert "s3cret" not in log.getvalue()
    assert "/calendar/***" in log.getvalue()
