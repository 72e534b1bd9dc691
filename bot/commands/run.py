"""kipthoi run: the page, and Telegram where a token is set."""

from __future__ import annotations

import asyncio

from bot.logs import set_up_logs
from bot.settings import load_settings


def run() -> None:
    """Chạy trang trò chuyện (và Telegram nếu có TELEGRAM_TOKEN) cho tới khi dừng."""
    settings = load_settings()
    set_up_logs(as_json=settings.json_logs)
    from bot.app import serve  # noqa: PLC0415 - settings are refused before anything is loaded

    asyncio.run(serve(settings))
