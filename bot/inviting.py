"""kipthoi admin code and invite: an account's one-time code as words, links and a QR picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.errors import Refused
from bot.register import open_people, tell
from locales.catalog import text
from rules.message import say

PICTURES = (".png", ".svg")


def code(
    account_id: Annotated[int, typer.Argument(help=text(say("admin.help.of_account")))],
) -> None:
    with open_people() as people:
        made = people.add_code(account_id)
    tell(say("admin.code.made", code=made))


def invite(
    account_id: Annotated[int, typer.Argument(help=text(say("admin.help.of_account")))],
    qr: Annotated[Path | None, typer.Option(help=text(say("admin.help.qr")))] = None,
) -> None:
    # drawing is imported when it is asked for, not when help is read
    from bot.settings import load_settings  # noqa: PLC0415
    from handlers.invitations import CodeLinks, png_of, svg_of  # noqa: PLC0415

    settings = load_settings()
    if qr is not None and (qr.suffix.lower() not in PICTURES or not qr.parent.is_dir()):
        raise Refused(text(say("admin.wrong.qr", path=str(qr))))
    with open_people() as people:
        invited = people.invite(account_id)
    invitation = CodeLinks(settings.site, settings.telegram_name).of(invited)
    until = invited.until.astimezone(settings.timezone)
    for line in (
        say("invite.title", name=invited.name),
        say("invite.code", code=invited.code),
    ):
        print(text(line).replace("**", ""))  # noqa: T201 - a command's own output
    tell(say("invite.until", day=until.date(), time=f"{until:%H:%M}"))
    tell(say("invite.web", address=invitation.web))
    if invitation.telegram is not None:
        tell(say("invite.telegram", address=invitation.telegram))
    if qr is not None:
        draw = svg_of if qr.suffix.lower() == ".svg" else png_of
        _write(qr, draw(invitation.telegram or invitation.web))
        tell(say("admin.invite.qr", path=str(qr)))


def _write(path: Path, picture: bytes) -> None:
    """Readable by its owner alone, also where it takes an older one's place: it lets one join."""
    try:
        path.unlink(missing_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(picture)
    except OSError:
        raise Refused(text(say("admin.wrong.qr", path=str(path)))) from None
