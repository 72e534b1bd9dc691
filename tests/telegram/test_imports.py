"""The page answers before Telegram's heavy part is imported."""

from __future__ import annotations

import subprocess
import sys

LIGHT = """
import sys
import handlers.telegram, handlers.telegram.webhook, handlers.sender
heavy = {"aiogram", "telegram", "httpx"} & set(sys.modules)
assert not heavy, heavy
"""


def test_the_door_and_the_sender_import_neither_telegram_library() -> None:
    subprocess.run([sys.executable, "-c", LIGHT], check=True)
