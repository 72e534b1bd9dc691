"""Sessions of the page: an ended one is replaced, and codes cannot be tried without end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from handlers.web.app import Extras
from handlers.web.routes import CODES_AN_HOUR
from handlers.web.session import COOKIE
from tests.web.clients import Browser, browser
from tests.web.fake_chat import FakeChat
from tests.web.registers import FakeRegisters


@dataclass
class FakeDevices:
    """Sessions that were opened, and those that have ended."""

    opened: list[str] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)

    def renew(self, channel: str, external: str) -> bool:
        self.opened.append(external)
        return channel == "web" and external not in self.ended


def cookie_of(visitor: Browser) -> str:
    (cookie,) = [one for one in visitor.client.session.cookie_jar if one.key == COOKIE]
    return cookie.value


async def test_a_session_that_has_ended_gets_another_name() -> None:
    devices = FakeDevices()
    registers = replace(FakeRegisters().registers(), devices=devices)
    async with browser(FakeChat(), extras=Extras(registers=registers)) as visitor:
        first = cookie_of(visitor)
        await visitor.lines()
        assert cookie_of(visitor) == first
        devices.ended.add(first)
        await visitor.lines()
        assert cookie_of(visitor) != first
    assert devices.opened == [first, first]


async def test_codes_are_tried_so_often_from_one_place_whatever_its_session() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        for number in range(CODES_AN_HOUR):
            visitor.client.session.cookie_jar.clear()
            await visitor.lines()
            assert await visitor.say(f"/start ABCDEFGH{number:02}", f"c{number}") == 200
        taken = len(chat.taken)
        assert await visitor.say("KH4P7WX2QA", "typed") == 429
        assert await visitor.say("hôm qua", "words") == 200
    assert len(chat.taken) == taken + 1
