"""kipthoi admin route: which office receives what of which units."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.deadline import parse_day
from bot.errors import Refused
from bot.register import one_of, open_register, tell
from flows.proposals.routing import LEVELS, line, told
from locales.catalog import text
from rules.message import say
from rules.rule import PROPOSALS

app = typer.Typer(
    help=text(say("route.help")),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
OfUnit = Annotated[int, typer.Argument(help=text(say("admin.help.of_unit")), metavar="UNIT")]


@app.command("add", help=text(say("route.help.add")))
def add(
    unit: OfUnit,
    office: Annotated[int, typer.Argument(help=text(say("admin.help.office")), metavar="OFFICE")],
    *,
    kind: Annotated[str, typer.Option(help=text(say("route.help.kind")))] = "",
    level: Annotated[str, typer.Option(help=text(say("route.help.level")))] = "",
    since: Annotated[str, typer.Option("--from", help=text(say("route.help.from")))] = "",
    basis: Annotated[str, typer.Option(help=text(say("route.help.basis")))] = "",
) -> None:
    from storage.routes import NewRoute  # noqa: PLC0415 - SQLAlchemy, when a command runs

    one_of(kind or PROPOSALS[0], PROPOSALS, key="route.wrong.kind")
    one_of(level or LEVELS[0], LEVELS, key="admin.wrong.level")
    with open_register() as storage:
        day = parse_day(since) if since else storage.today()
        made = NewRoute(unit, office, day, kind, level, " ".join(basis.split()))
        storage.routes.add(made)
        found = storage.routes.listed(unit)
    for one in found:
        if (one.unit, one.kind, one.level, one.since) == (unit, kind, level, day):
            tell(say("route.made", rule=line(one)))


@app.command("list", help=text(say("route.help.list")))
def listed(
    unit: Annotated[int | None, typer.Option(help=text(say("route.help.of_unit")))] = None,
) -> None:
    with open_register() as storage:
        for one in (found := storage.routes.listed(unit)):
            tell(line(one))
        if not found:
            tell(say("route.none"))
        if unit is None:
            return
        for kind in PROPOSALS:
            for level in LEVELS:
                to = storage.routes.office_for(unit, kind=kind, level=level, on=storage.today())
                office = to.office_name if to else say("admin.nothing")
                tell(say("route.today", what=told(kind, level), office=office))


@app.command("end", help=text(say("route.help.end")))
def end(
    route: Annotated[int, typer.Argument(help=text(say("route.help.id")), metavar="ID")],
    last: Annotated[str, typer.Option("--on", help=text(say("route.help.on")))] = "",
) -> None:
    with open_register() as storage:
        day = parse_day(last) if last else storage.today()
        try:
            ended = storage.routes.end(route, last=day)
        except ValueError:
            raise Refused(text(say("route.wrong.end", day=day))) from None
    if ended is not None:
        tell(say("route.ended", rule=line(ended)))
