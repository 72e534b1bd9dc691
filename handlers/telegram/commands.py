"""The command menu beside the input, in each language."""

from __future__ import annotations

from aiogram import Bot
from aiogram.types import BotCommand

from locales import catalog
from rules.message import say

COMMANDS = (
    "menu",
    "dotxuat",
    "chuyende",
    "kiemtra",
    "hoso",
    "han",
    "baocao",
    "trogiup",
    "ngonngu",
)


def menu(language: str) -> list[BotCommand]:
    words = {name: catalog.text(say(f"telegram.command.{name}"), language) for name in COMMANDS}
    return [BotCommand(command=name, description=word) for name, word in words.items()]


async def announce(bot: Bot) -> None:
    """Vietnamese for everybody, other languages for the clients that speak them."""
    await bot.set_my_commands(menu(catalog.DEFAULT))
    for language in catalog.languages():
        if language != catalog.DEFAULT:
            await bot.set_my_commands(menu(language), language_code=language)
