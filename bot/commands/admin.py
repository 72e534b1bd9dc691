"""kipthoi admin: units, accounts, one-time codes and chats, for who runs the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import routes
from bot.errors import Refused
from bot.inviting import code, invite
from bot.keeping import audit, person
from bot.keeping.backup import backup, restore
from bot.keeping.statistics import statistics
from bot.register import one_of, open_people, tell
from bot.unit_import import import_units
from flows.model import UnitRole
from locales.catalog import text
from rules.message import Message, say

if TYPE_CHECKING:
    from storage.register import AccountLine, IdentityLine, UnitLine


def _typer(help_key: str) -> typer.Typer:
    return typer.Typer(
        help=text(Message(help_key)),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


app = _typer("admin.help")
unit = _typer("admin.help.unit")
account = _typer("admin.help.account")
role = _typer("admin.help.roles")
identity = _typer("admin.help.identity")
app.add_typer(unit, name="unit")
unit.command("import", help=text(say("sheet.help.import")))(import_units)
app.add_typer(account, name="account")
app.add_typer(role, name="role")
app.add_typer(identity, name="identity")
app.add_typer(routes.app, name="route")
app.command("code", help=text(say("admin.help.code")))(code)
app.command("invite", help=text(say("admin.help.invite")))(invite)
app.add_typer(audit.app, name="audit")
app.add_typer(person.app, name="person")
app.command("backup", help=text(say("backup.help")))(backup)
app.command("restore", help=text(say("backup.help.restore")))(restore)
app.command("statistics", help=text(say("statistics.help")))(statistics)


@unit.command("add", help=text(say("admin.help.unit.add")))
def add_unit(
    name: Annotated[str, typer.Argument(help=text(say("admin.help.name")))],
    level: Annotated[str, typer.Option(help=text(say("admin.help.level")))],
    letters: Annotated[str, typer.Option(help=text(say("admin.help.letters")))] = "",
    parent: Annotated[int | None, typer.Option(help=text(say("admin.help.parent")))] = None,
    office: Annotated[int | None, typer.Option(help=text(say("admin.help.office")))] = None,
) -> None:
    named = _name(name)
    bound = _letters(letters)
    with open_people() as people:
        one_of(level, _levels(), key="admin.wrong.level")
        made = people.add_unit(named, level=level, letters=bound, parent=parent, office=office)
        tell(say("admin.unit.made", id=made, name=named))


@unit.command("office", help=text(say("admin.help.unit.office")))
def set_office(
    unit_id: Annotated[int, typer.Argument(help=text(say("admin.help.of_unit")))],
    office: Annotated[int, typer.Argument(help=text(say("admin.help.office")))],
) -> None:
    if unit_id == office:
        raise Refused(text(say("admin.wrong.office")))
    with open_people() as people:
        people.set_office(unit_id, office)
    tell(say("admin.unit.reports", id=unit_id, office=office))


@unit.command("list", help=text(say("admin.help.unit.list")))
def list_units() -> None:
    with open_people() as people:
        found = people.units()
    if not found:
        tell(say("admin.unit.none"))
    for one, depth in _tree(found):
        tell(_unit_line(one, indent="  " * depth))


@account.command("add", help=text(say("admin.help.account.add")))
def add_account(
    name: Annotated[str, typer.Argument(help=text(say("admin.help.name")))],
    unit: Annotated[int, typer.Option(help=text(say("admin.help.of_unit")))],
    role: Annotated[str, typer.Option(help=text(say("admin.help.role")))] = "officer",
) -> None:
    named = _name(name)
    one_of(role, tuple(UnitRole), key="admin.wrong.role")
    with open_people() as people:
        made = people.add_account(named, unit=unit, role=UnitRole(role))
    tell(say("admin.account.made", id=made, name=named))


@account.command("list", help=text(say("admin.help.account.list")))
def list_accounts() -> None:
    with open_people() as people:
        found = people.accounts()
        names = {one.id: one.name for one in people.units()}
    if not found:
        tell(say("admin.account.none"))
    for one in found:
        tell(_account_line(one, names=names))


@role.command("add", help=text(say("admin.help.role.add")))
def add_role(
    account_id: Annotated[int, typer.Argument(help=text(say("admin.help.of_account")))],
    unit: Annotated[int, typer.Option(help=text(say("admin.help.of_unit")))],
    role: Annotated[str, typer.Option(help=text(say("admin.help.role")))],
) -> None:
    one_of(role, tuple(UnitRole), key="admin.wrong.role")
    with open_people() as people:
        people.add_role(account_id, unit=unit, role=UnitRole(role))
    named = Message(f"admin.role.{role}")
    tell(say("admin.role.given", account=account_id, role=named, unit=unit))


@role.command("remove", help=text(say("admin.help.role.remove")))
def remove_role(
    account_id: Annotated[int, typer.Argument(help=text(say("admin.help.of_account")))],
    unit: Annotated[int, typer.Option(help=text(say("admin.help.of_unit")))],
    role: Annotated[str, typer.Option(help=text(say("admin.help.role")))],
) -> None:
    one_of(role, tuple(UnitRole), key="admin.wrong.role")
    with open_people() as people:
        taken = people.remove_role(account_id, unit=unit, role=UnitRole(role))
    named = Message(f"admin.role.{role}")
    if not taken:
        refused = say("admin.wrong.not_held", account=account_id, role=named, unit=unit)
        raise Refused(text(refused))
    tell(say("admin.role.taken", account=account_id, role=named, unit=unit))


@identity.command("list", help=text(say("admin.help.identity.list")))
def list_identities() -> None:
    with open_people() as people:
        found = people.identities()
    if not found:
        tell(say("admin.identity.none"))
    for one in found:
        tell(_identity_line(one))


def _name(name: str) -> str:
    if not name.strip():
        raise Refused(text(say("admin.wrong.name")))
    return " ".join(name.split())


def _levels() -> Sequence[str]:
    from flows.tree import LEVELS  # noqa: PLC0415

    return LEVELS


def _letters(given: str) -> tuple[str, ...]:
    from rules.citations import letters  # noqa: PLC0415

    wanted = tuple(letter.strip() for letter in given.split(",") if letter.strip())
    for letter in wanted:
        one_of(letter, tuple(letters()), key="admin.wrong.letter")
    return wanted


def _tree(found: Sequence[UnitLine]) -> Iterator[tuple[UnitLine, int]]:
    """Each unit under its parent, with its depth."""

    def below(parent: int | None, depth: int) -> Iterator[tuple[UnitLine, int]]:
        for one in found:
            if one.parent == parent:
                yield one, depth
                yield from below(one.id, depth + 1)

    return below(None, 0)


def _unit_line(one: UnitLine, *, indent: str) -> Message:
    return say(
        "admin.unit.line.retired" if one.retired_on else "admin.unit.line",
        indent=indent,
        id=one.id,
        name=one.name,
        level=Message(f"admin.level.{one.level}"),
        letters=one.letters or say("admin.nothing"),
        office=one.office or say("admin.nothing"),
        day=one.retired_on or "",
    )


def _account_line(one: AccountLine, *, names: dict[int, str]) -> Message:
    roles = tuple(
        say("admin.role.at", role=Message(f"admin.role.{role.value}"), unit=names[unit_id])
        for unit_id, role in one.roles
    )
    return say("admin.account.line", id=one.id, name=one.name, roles=roles or say("admin.nothing"))


def _identity_line(one: IdentityLine) -> Message:
    state = "admin.identity.reachable" if one.reachable else "admin.identity.unreachable"
    return say(
        "admin.identity.line",
        id=one.id,
        channel=one.channel,
        masked=one.masked,
        account=one.account or say("admin.nothing"),
        state=Message(state),
    )
