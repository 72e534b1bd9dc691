"""kipthoi admin audit: whether the trail of what happened is still whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.register import open_register, tell
from locales.catalog import text
from rules.message import Message, say

if TYPE_CHECKING:
    from storage.audit_verify import Fault

app = typer.Typer(
    help=text(say("audit.help")),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def audit() -> None:
    """One command so far, and it keeps its name."""


@app.command("verify", help=text(say("audit.help.verify")))
def verify(
    known: Annotated[str, typer.Option(help=text(say("audit.help.known")))] = "",
) -> None:
    with open_register() as storage:
        found = storage.audit.verify(known.strip().lower() or None)
    tell(say("audit.linked", count=found.count, erased=found.erased, waiting=found.waiting))
    if found.fault is not None:
        tell(_told(found.fault))
        raise typer.Exit(1)
    tell(say("audit.whole", head=found.head))


def _told(fault: Fault) -> Message:
    row = say("audit.row", id=fault.row) if fault.row is not None else say("audit.no_row")
    why = Message(f"audit.fault.{fault.why}")
    return say("audit.broken", place=fault.place, row=row, why=why)
