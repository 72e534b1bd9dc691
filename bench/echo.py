"""python -m bench.echo URL TOKEN COUNT: the yardstick, a bare aiogram bot that answers so often."""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def serve(url: str, token: str, *, count: int) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        for _ in range(count):
            await message.answer(message.text or "-")

    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session), handle_signals=False)


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], count=int(sys.argv[3])))
