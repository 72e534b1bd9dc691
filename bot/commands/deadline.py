"""kipthoi deadline: the last day of a window, with the days skipped and why."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Annotated, Any, Final

import typer

from bot.errors import Refused
from locales.catalog import text
from rules.calendar import Calendar, UnknownYear
from rules.deadlines import Deadline, day_before, explain, surprise_window, working_days_before
from rules.message import Message, say
from rules.parameters import ParameterError, parameter

FIRST_YEAR: Final = 1945
LAST_YEAR: Final = 2100
_ISO: Final = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", flags=re.ASCII)
_PLAIN: Final = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})", flags=re.ASCII)

app = typer.Typer(
    help=text(say("deadline.help")),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
AsJson = Annotated[bool, typer.Option("--json", help=text(say("deadline.help.json")))]


def parse_day(raw: str) -> date:
    """`2026-11-12` or `12/11/2026`, 1945 to 2100. Raises Refused with what was expected."""
    match = _ISO.fullmatch(raw.strip()) or _PLAIN.fullmatch(raw.strip())
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused(text(say("deadline.wrong.day", words=raw[:40])))
    return day


def surprise_deadline(
    achieved: date, recognized: date | None, *, calendar: Calendar
) -> tuple[Deadline, list[Message]]:
    """The window from the deed, or from its dated recognition (LS2022.2.d). Raises Refused."""
    if recognized is not None and recognized < achieved:
        wrong = say("deadline.wrong.recognized", recognized=recognized, achieved=achieved)
        raise Refused(text(wrong))
    start = recognized or achieved
    days = _parameter("surprise.window_days", start)
    found = surprise_window(start, days=days, calendar=calendar)
    basis = "recognized" if recognized else "achieved"
    lines = [say(f"deadline.surprise.{basis}", days=days, start=start)]
    lines.append(say("deadline.due", due=found.due))
    if found.due_rolled:
        lines.append(say("deadline.rolled", rolled=found.due_rolled))
    if found.safe not in (None, found.due):
        lines.append(say("deadline.safe", safe=found.safe))
    return found, lines


def dossier_deadline(ceremony: date, *, calendar: Calendar) -> tuple[Deadline, list[Message]]:
    """The last day for the dossier before a ceremony (LS2022.1.e). Raises Refused."""
    days = _parameter("thematic.dossier_working_days", ceremony)
    try:
        found = working_days_before(ceremony, days=days, calendar=calendar)
    except UnknownYear as error:
        first, last = error.years
        wrong = say("deadline.wrong.year", year=error.year, first=first, last=last)
        raise Refused(text(wrong)) from error
    lines = [
        say("deadline.dossier", days=days, ceremony=ceremony),
        say("deadline.due", due=found.due),
    ]
    if found.safe:
        lines.append(say("deadline.safe", safe=found.safe))
    if _is_off(ceremony, calendar):
        lines.append(say("deadline.ceremony_off", ceremony=ceremony))
    return found, lines


def before_deadline(day: date) -> tuple[Deadline, list[Message]]:
    """The last valid day of "trước ngày"."""
    found = day_before(day)
    return found, [say("deadline.before", day=day), say("deadline.due", due=found.due)]


def as_json(found: Deadline) -> str:
    """The public shape of a deadline on one line."""
    raw: dict[str, Any] = {
        "due": found.due.isoformat(),
        "due_rolled": found.due_rolled.isoformat() if found.due_rolled else None,
        "safe": found.safe.isoformat() if found.safe else None,
        "skipped": [{"day": s.day.isoformat(), "why": s.why} for s in found.skipped],
        "estimated": found.estimated,
    }
    return json.dumps(raw, ensure_ascii=False)


def as_text(found: Deadline, lines: list[Message], *, calendar: Calendar) -> str:
    """What an officer reads: the day, the safe day, and the days skipped."""
    return "\n".join(text(line) for line in (*lines, *explain(found, calendar)))


def _parameter(name: str, day: date) -> int:
    try:
        return int(parameter(name, day))
    except ParameterError as error:
        raise Refused(text(say("deadline.wrong.in_force", day=day))) from error


def _is_off(day: date, calendar: Calendar) -> bool:
    try:
        return not calendar.is_working_day(day)
    except UnknownYear:
        return False


def _calendar() -> Calendar:
    from bot.calendar import owners_calendar  # noqa: PLC0415 - settings cost half a second

    return owners_calendar()


def _tell(found: tuple[Deadline, list[Message]], *, json_out: bool, calendar: Calendar) -> None:
    deadline, lines = found
    typer.echo(as_json(deadline) if json_out else as_text(deadline, lines, calendar=calendar))


@app.command(help=text(say("deadline.help.surprise")))
def surprise(
    achieved: Annotated[str, typer.Option(help=text(say("deadline.help.achieved")))],
    recognized: Annotated[
        str | None, typer.Option(help=text(say("deadline.help.recognized")))
    ] = None,
    json_out: AsJson = False,  # noqa: FBT002
) -> None:
    calendar = _calendar()
    second = parse_day(recognized) if recognized is not None else None
    found = surprise_deadline(parse_day(achieved), second, calendar=calendar)
    _tell(found, json_out=json_out, calendar=calendar)


@app.command(help=text(say("deadline.help.dossier")))
def dossier(
    ceremony: Annotated[str, typer.Option(help=text(say("deadline.help.ceremony")))],
    json_out: AsJson = False,  # noqa: FBT002
) -> None:
    calendar = _calendar()
    found = dossier_deadline(parse_day(ceremony), calendar=calendar)
    _tell(found, json_out=json_out, calendar=calendar)


@app.command(help=text(say("deadline.help.before")))
def before(
    day: Annotated[str, typer.Argument(help=text(say("deadline.help.day")))],
    json_out: AsJson = False,  # noqa: FBT002
) -> None:
    calendar = _calendar()
    _tell(before_deadline(parse_day(day)), json_out=json_out, calendar=calendar)
