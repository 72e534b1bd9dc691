"""kipthoi letters: an office's own letters, added to the search, listed, taken out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.errors import Refused
from bot.letter_files import UnreadableLetter, text_of
from bot.register import open_register, tell
from flows.letter_ports import LetterThere, TooManyLetters
from language.fold import clean
from language.questions.splitting import split
from locales.catalog import text
from rules.message import Message, say

MOST_TITLE = 120

app = typer.Typer(
    help=text(say("own.help")),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command("import", help=text(say("own.help.import")))
def add(
    path: Annotated[Path, typer.Argument(help=text(say("own.help.path")), metavar="FILE")],
    title: Annotated[str, typer.Option(help=text(say("own.help.title")))] = "",
) -> None:
    try:
        pieces = split(text_of(path))
    except UnreadableLetter as fault:
        raise Refused(text(fault.message)) from None
    named = clean(title or path.stem)[:MOST_TITLE] or path.suffix
    with open_register() as storage:
        try:
            made = storage.letters.add(named, pieces)
        except LetterThere as there:
            raise Refused(text(say("own.wrong.there", id=there.letter))) from None
        except TooManyLetters:
            raise Refused(text(say("own.wrong.many"))) from None
    tell(say("own.added", id=made, title=named, count=len(pieces)))
    tell(say("own.not_encoded"))


@app.command("list", help=text(say("own.help.list")))
def listed() -> None:
    with open_register() as storage:
        found = storage.letters.listed()
    if not found:
        tell(say("own.none"))
    for one in found:
        tell(say("own.line", id=one.id, title=one.title, count=one.pieces, day=one.added_at.date()))
    if found:
        tell(say("own.not_encoded"))


@app.command("remove", help=text(say("own.help.remove")))
def remove(
    letter: Annotated[int, typer.Argument(help=text(say("own.help.id")), metavar="ID")],
) -> None:
    with open_register() as storage:
        if not storage.letters.remove(letter):
            raise Refused(text(Message("own.missing", {"id": letter})))
    tell(say("own.removed", id=letter))
