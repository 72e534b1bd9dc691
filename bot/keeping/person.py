"""kipthoi admin person: everything stored of one person, told or erased."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from bot.errors import Refused
from bot.keeping.archive import writing
from bot.keeping.filing import file_refusals
from bot.register import open_register, tell
from locales.catalog import has, text
from rules.message import Message, say

if TYPE_CHECKING:
    from storage.mentions import Attached, Mention
    from storage.names import Name
    from storage.privacy import Erased
    from storage.session import SqlStorage

_REFERENCE: Final = re.compile(r"\b[0-9a-f]{64}\b")
LEAST_WORDS: Final = 2

app = typer.Typer(
    help=text(say("person.help")),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Who = Annotated[str, typer.Argument(help=text(say("person.help.who")), metavar="ID|NAME")]


@app.command("export", help=text(say("person.help.export")))
def export(
    who: Who,
    path: Annotated[Path, typer.Argument(help=text(say("person.help.path")), metavar="FILE")],
) -> None:
    from bot.settings import load_settings  # noqa: PLC0415

    with open_register() as storage:
        told = _of_account(storage, int(who)) if who.isdigit() else _of_name(storage, who)
    said = json.dumps(told, ensure_ascii=False, indent=1, default=_plain)
    folder, files = load_settings().files, 0
    with file_refusals(path), writing(path) as archive:
        archive.add("person.json", [said.encode()])
        for reference in sorted(set(_REFERENCE.findall(said))):
            files += archive.add_file(folder / reference[:2] / reference)
    tell(say("person.exported", path=str(path), rows=_count(told), files=files))


def _of_account(storage: SqlStorage, account: int) -> dict[str, Any]:
    return {"account": account, "rows": storage.privacy.account(account)}


def _of_name(storage: SqlStorage, who: str) -> dict[str, Any]:
    name = _name(who)
    rows: dict[str, list[dict[str, Any]]] = {}
    found, files = storage.privacy.mentions(name)
    for one in found:
        rows.setdefault(one.table, []).append(_told(one, name))
    return {"name": name.name, "rows": rows, "files": [asdict(one) for one in files]}


def _told(mention: Mention, name: Name) -> dict[str, Any]:
    told = [one for value in mention.before.values() for one in name.told_in(value)]
    return {"key": dict(mention.key), "draft": mention.draft, "told": told}


def _count(told: Mapping[str, Any]) -> int:
    return sum(len(rows) for rows in told["rows"].values())


@app.command("erase", help=text(say("person.help.erase")))
def erase(
    who: Who,
    draft: Annotated[list[int] | None, typer.Option(help=text(say("person.help.draft")))] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=text(say("person.help.dry")))] = False,  # noqa: FBT002
    yes: Annotated[bool, typer.Option("--yes", help=text(say("person.help.yes")))] = False,  # noqa: FBT002
) -> None:
    drafts = tuple(draft or ())
    if drafts and who.isdigit():
        raise Refused(text(say("person.wrong.draft")))
    with open_register() as storage:
        found = _erased(storage, who, drafts, dry=True)
        _tell(found, who)
        if not found.rows or dry_run:
            tell(say("person.dry" if found.rows else "person.nothing"))
            return
        if not yes and not typer.confirm(text(say("person.sure"))):
            raise typer.Exit(1)
        _erased(storage, who, drafts, dry=False)
        tell(say("person.erased"))
        if who.isdigit():
            return
        for one in storage.people.accounts():
            if one.name.casefold() == " ".join(who.split()).casefold():
                tell(say("person.account", id=one.id, name=one.name))


def _erased(storage: SqlStorage, who: str, drafts: Sequence[int], *, dry: bool) -> Erased:
    if who.isdigit():
        return storage.privacy.erase_account(int(who), mark=text(say("person.mark")), dry=dry)
    return storage.privacy.erase_name(_name(who), drafts=drafts, dry=dry)


def _tell(found: Erased, who: str) -> None:
    tell(say("person.erases", who=who))
    for table, count in sorted(found.rows.items()):
        tell(say("person.line", what=_table(table), count=count))
    if found.left:
        tell(say("person.leaves"))
    for table, count in sorted(found.left.items()):
        tell(say("person.line", what=_table(table), count=count))
    if found.left:
        tell(say("person.why.account" if who.isdigit() else "person.why.name"))
    if found.decided:
        tell(say("person.why.decided", drafts=tuple(found.decided)))
    if found.is_gone:
        tell(say("person.gone"))
    if found.files:
        tell(say("person.unread", count=len(found.files)))
    for file in found.files:
        tell(_file(file))


def _file(file: Attached) -> Message:
    """A file whose content nobody reads here, and where it is."""
    of = say("person.file.draft", draft=file.draft) if file.draft else say("person.file.report")
    return say("person.file", of=of, name=file.name, where=say(f"person.file.{file.channel}"))


def _table(name: str) -> Message | str:
    key = f"person.table.{name}"
    return Message(key) if has(key) else name


def _name(who: str) -> Name:
    from storage.names import Name  # noqa: PLC0415

    words = who.split()
    if len(words) < LEAST_WORDS:
        raise Refused(text(say("person.wrong.name")))
    return Name(" ".join(words), text(say("person.mark")))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
