"""kipthoi admin statistics: proposals of a period by unit, as a table and as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.commands.deadline import parse_day
from bot.errors import Refused
from bot.keeping.filing import file_refusals
from bot.register import open_register, tell
from flows.figures import Figures, Sent, by_unit, figures
from handlers.reasons import label_of
from locales.catalog import text
from rules.message import Message, say

if TYPE_CHECKING:
    from bot.settings import Settings

MOST_REASONS: Final = 5


def statistics(
    first: Annotated[str, typer.Option("--from", help=text(say("statistics.help.from")))] = "",
    last: Annotated[str, typer.Option("--to", help=text(say("statistics.help.to")))] = "",
    unit: Annotated[int | None, typer.Option(help=text(say("statistics.help.unit")))] = None,
    xlsx: Annotated[Path | None, typer.Option(help=text(say("statistics.help.xlsx")))] = None,
) -> None:
    from bot.settings import load_settings  # noqa: PLC0415

    begins, ends = _period(first, last, load_settings())
    if xlsx is not None and xlsx.exists():
        raise Refused(text(say("backup.wrong.there", path=str(xlsx))))
    with open_register() as storage:
        sent = storage.statistics.sent(begins, ends, unit=unit)
    tell(say("statistics.period", first=begins, last=ends, count=len(sent)))
    if not sent:
        return
    for (number, name), found in by_unit(sent).items():
        tell(say("statistics.unit", id=number, name=name))
        _tell(found)
    tell(say("statistics.all"))
    _tell(figures(sent))
    if xlsx is not None:
        _write(xlsx, sent)
        tell(say("statistics.written", path=str(xlsx)))


def _period(first: str, last: str, settings: Settings) -> tuple[date, date]:
    """From the first day of this year to today, where nothing else is said."""
    from bot.clock import SystemClock  # noqa: PLC0415

    ends = parse_day(last) if last else SystemClock(settings.timezone).today()
    begins = parse_day(first) if first else ends.replace(month=1, day=1)
    if begins > ends:
        raise Refused(text(say("statistics.wrong.period", first=begins, last=ends)))
    return begins, ends


def _tell(found: Figures) -> None:
    tell(say("statistics.sent", sent=found.sent, kinds=_counts("kind", found.kinds)))
    share = _share(found.in_time_share)
    tell(say("statistics.time", in_time=found.in_time, counted=found.counted, share=share))
    if found.middle_days is not None:
        tell(say("statistics.days", middle=found.middle_days, most=max(found.days)))
    if found.types:
        types = _counts("statistics.type", found.types)
        own, near = _share(found.individual_share), _known(found.grassroots_share)
        tell(say("statistics.people", types=types, share=own, grassroots=near))
    tell(say("statistics.verdicts", verdicts=_counts("statistics.verdict", found.verdicts)))
    tell(say("statistics.states", states=_counts("proposal.state", found.states)))
    if found.returned:
        reasons = tuple(_reason(fact, count) for fact, count in found.why_returned[:MOST_REASONS])
        share = _share(found.returned_share)
        tell(say("statistics.returned", count=found.returned, share=share))
        if reasons:
            tell(say("statistics.reasons", reasons=reasons))


def _counts(family: str, counts: dict[str, int]) -> tuple[Message, ...]:
    return tuple(
        say("statistics.count", what=Message(f"{family}.{name}"), count=count)
        for name, count in sorted(counts.items(), key=lambda one: -one[1])
    )


def _reason(fact: str, count: int) -> Message:
    return say("statistics.count", what=label_of(fact), count=count)


def _share(tenths: int | None) -> Message:
    return say("statistics.no_share") if tenths is None else say("statistics.share", tenths=tenths)


def _known(tenths: int | None) -> Message:
    return say("statistics.no_data") if tenths is None else _share(tenths)


def _write(path: Path, sent: Sequence[Sent]) -> None:
    from bot.keeping.workbook import workbook_of  # noqa: PLC0415

    content = workbook_of(sent)
    with file_refusals(path), path.open("xb") as file:
        file.write(content)
