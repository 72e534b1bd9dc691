"""One-time codes as links and as a QR picture, for all channels."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Final

import segno

from flows.model import Download
from flows.people_asked import Invitation, Invited

CODE_MARK: Final = "#code="
"""Behind this sign an address is not sent to a server, nor written into its log."""
SCALE: Final = 8
MEDIA: Final = "image/png"


@dataclass(frozen=True, slots=True)
class CodeLinks:
    """A flows.people_asked.Invitations; `site` is where the page is reached, `bot` Telegram's name.

    The picture leads to Telegram where a bot answers there, to the page else.
    """

    site: str
    bot: str | None = None

    def of(self, invited: Invited) -> Invitation:
        web = f"{self.site.rstrip('/')}/{CODE_MARK}{invited.code}"
        telegram = f"https://t.me/{self.bot}?start={invited.code}" if self.bot else None
        picture = Download("ma-moi.png", MEDIA, data=png_of(telegram or web))
        return Invitation(invited, web, telegram, picture)


def png_of(address: str) -> bytes:
    """The address as a QR code, to be shown or printed."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=SCALE)
    return drawn.getvalue()


def svg_of(address: str) -> bytes:
    """The same in lines, for paper of any size."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", scale=SCALE)
    return drawn.getvalue()
