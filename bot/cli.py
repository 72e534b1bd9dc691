"""The kipthoi command: every module of bot/commands is a command, imported when it is called."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS = Path(__file__).parent / "commands"


def names() -> list[str]:
    """The commands there are, by folder."""
    return sorted(module.name for module in pkgutil.iter_modules([str(COMMANDS)]))


class Commands(TyperGroup):
    """Imports a command only when it is called: `kipthoi check` must not wait for Telegram.

    A module of bot/commands gives either `app`, a typer.Typer of subcommands, or a function
    of the module's own name.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in names():
            return None
        module = importlib.import_module(f"bot.commands.{cmd_name}")
        app = getattr(module, "app", None)
        if app is None:
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            app.command(cmd_name)(getattr(module, cmd_name))
        command = get_command(app)
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=Commands,
    name="kipthoi",
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    # a pretty traceback shows local variables, and with them what officers wrote
    pretty_exceptions_enable=False,
)


@app.callback()
def kipthoi() -> None:
    """Kịp Thời: trợ lý đề nghị khen thưởng đột xuất, chuyên đề."""
