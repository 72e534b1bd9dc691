"""The board's page of statistics: figures of a period, each chart beside its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from flows.figures import Figures, Sent, by_month, by_unit, by_year, figures, joined
from flows.model import Person
from handlers.reasons import label_of
from handlers.web.board_frame import BoardFrame
from handlers.web.charts import Bar, bars, columns
from handlers.web.elements import Element, element
from handlers.web.figures_table import TONES, FiguresTable

HERE: Final = "/board/statistics"
MOST_MONTHS: Final = 24
MOST_BARS: Final = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """The days from `first` to `last`, of one unit or of all; `wrong`: others were asked for."""

    first: date
    last: date
    unit: int | None = None
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """Drawn within the board's frame."""

    frame: BoardFrame
    asked: Asked

    @property
    def table(self) -> FiguresTable:
        return FiguresTable(self.frame)

    def page(self, person: Person, sent: Sequence[Sent]) -> str:
        """All of it; of the one unit that was asked for, where it is among them."""
        units = by_unit(sent)
        names = dict(units.keys())
        if self.asked.unit in names:
            sent = [one for one in sent if one.unit == self.asked.unit]
        office = person.unit.name if person.unit else ""
        none = element("p", self.frame.say("board.statistics.none"), class_="none")
        title = self.frame.say("board.statistics")
        return self.frame.framed(
            element("h2", title, " ", element("span", office, class_="office")),
            self._form(names),
            self._figures(sent, units, one=self.asked.unit in names) if sent else none,
        )

    def _form(self, names: Mapping[int, str]) -> Element:
        options = [element("option", self.frame.say("board.statistics.all_units"), value="")]
        options += [
            element("option", name, value=number, selected=number == self.asked.unit)
            for number, name in sorted(names.items(), key=lambda one: one[1])
        ]
        days = (("from", self.asked.first), ("to", self.asked.last))
        fields = [
            self._field(name, element("input", type="date", name=name, value=day.isoformat()))
            for name, day in days
        ]
        wrong = self.frame.say("board.statistics.wrong")
        told = element("p", wrong, role="status", class_="left bad") if self.asked.wrong else None
        button = element("button", self.frame.say("board.statistics.show"), class_="choice")
        units = self._field("unit", element("select", options, name="unit"))
        return element("form", fields, units, button, told, action=HERE, class_="period")

    def _field(self, name: str, field: Element) -> Element:
        return element("label", self.frame.say(f"board.statistics.{name}"), field, class_="field")

    def _figures(
        self, sent: Sequence[Sent], units: Mapping[tuple[int, str], Figures], *, one: bool
    ) -> list[Element]:
        found = figures(sent) if one else joined(units.values())
        parts = [self.table.summary(found), self._times(sent)]
        if not one:
            parts.append(self._units(units))
        parts.append(self._states(found))
        return [*parts, self._reasons(found)] if found.why_returned else parts

    def _times(self, sent: Sequence[Sent]) -> Element:
        """Month by month; over a long time, year by year."""
        months = (self.asked.last.year - self.asked.first.year) * 12
        months += self.asked.last.month - self.asked.first.month + 1
        if months > MOST_MONTHS:
            column, title = "board.statistics.year", "board.statistics.years"
            named = {f"{day:%Y}": one for day, one in by_year(sent).items()}
        else:
            column, title = "sheet.column.month", "sheet.months"
            named = {f"{day:%m/%y}": one for day, one in by_month(sent).items()}
        drawn = columns([self._bar(name, one) for name, one in named.items()])
        return self.table.beside(title, drawn, self.table.of(column, named), legend=True)

    def _units(self, units: Mapping[tuple[int, str], Figures]) -> Element:
        ordered = sorted(units.items(), key=lambda one: (-one[1].sent, one[0][1]))
        names = [name for _, name in units]
        rows = {
            name if names.count(name) == 1 else f"{name} ({number})": found
            for (number, name), found in ordered
        }
        drawn = bars([self._bar(name, found) for name, found in [*rows.items()][:MOST_BARS]])
        more = self.frame.say("board.statistics.more_units", count=MOST_BARS)
        table = self.table.of("sheet.column.unit", rows)
        note = more if len(rows) > MOST_BARS else None
        return self.table.beside("sheet.units", drawn, table, note=note, legend=True)

    def _bar(self, name: str, found: Figures) -> Bar:
        late = found.timings["late"]
        counts = (found.in_time, late, found.sent - found.in_time - late)
        parts = [(tone, count) for (tone, _), count in zip(TONES, counts, strict=True)]
        return Bar(name, parts, self.table.count(found.sent))

    def _states(self, found: Figures) -> Element:
        rows = [
            (self.frame.say(f"proposal.state.{state}"), count)
            for state, count in found.states.most_common()
        ]
        return self._plain("board.statistics.states", "board.statistics.state", rows)

    def _reasons(self, found: Figures) -> Element:
        rows = [(self._named(fact), count) for fact, count in found.why_returned[:MOST_BARS]]
        return self._plain("sheet.reasons", "sheet.column.reason", rows)

    def _named(self, fact: str) -> str:
        label = label_of(fact)
        return label if isinstance(label, str) else self.frame.said(label)

    def _plain(self, title: str, column: str, rows: Sequence[tuple[str, int]]) -> Element:
        told = [(name, self.table.count(count)) for name, count in rows]
        drawn = bars(
            [Bar(name, [("plain", count)], self.table.count(count)) for name, count in rows]
        )
        head = (column, "board.statistics.proposals")
        return self.table.beside(title, drawn, self.table.rows(head, told))
