"""kipthoi chat: the same conversation on this terminal, one line in, the reply out."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot.program import assemble
from bot.settings import load_settings
from handlers.terminal import CHANNEL, Terminal
from locales import catalog


def chat(
    name: Annotated[str, typer.Option(help="Tên cuộc trò chuyện; mỗi tên một cuộc.")] = "local",
    guest: Annotated[bool, typer.Option(help="Không thuộc đơn vị nào, chỉ xét thử.")] = False,  # noqa: FBT002
) -> None:
    """Trò chuyện ngay trên dòng lệnh; mỗi dòng một câu."""
    settings = load_settings()
    is_known = settings.demonstration and not guest
    program = assemble(settings, demonstration_on=CHANNEL if is_known else None)
    terminal = Terminal(
        name,
        take=program.take,
        outbox=program.storage.outbox,
        words=catalog.text,
        out=sys.stdout,
    )
    try:
        terminal.run(sys.stdin)
    finally:
        program.storage.close()
